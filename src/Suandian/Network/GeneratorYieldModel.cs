namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum GeneratorYieldModel
{
    /// <summary>Written <c>constant</c> in files.</summary>
    Constant,

    /// <summary>Written <c>series</c> in files.</summary>
    Series,

    /// <summary>Written <c>pv_fixed</c> in files.</summary>
    PvFixed,

    /// <summary>Written <c>pv_tracker</c> in files.</summary>
    PvTracker,

    /// <summary>Written <c>wind</c> in files.</summary>
    Wind,

    /// <summary>Written <c>csp_field</c> in files.</summary>
    CspField,
}
