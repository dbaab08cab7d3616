namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum AnnualRuleKind
{
    /// <summary>Written <c>self_use_share_min</c> in files.</summary>
    SelfUseShareMin,

    /// <summary>Written <c>green_share_min</c> in files.</summary>
    GreenShareMin,

    /// <summary>Written <c>export_share_max</c> in files.</summary>
    ExportShareMax,

    /// <summary>Written <c>export_energy_max</c> in files.</summary>
    ExportEnergyMax,

    /// <summary>Written <c>co2_max</c> in files.</summary>
    Co2Max,

    /// <summary>Written <c>curtailment_share_max</c> in files.</summary>
    CurtailmentShareMax,

    /// <summary>Written <c>import_share_max</c> in files.</summary>
    ImportShareMax,
}
