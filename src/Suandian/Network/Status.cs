namespace Suandian.Network;

/// <summary>Standing of a figure.</summary>
public enum Status
{
    /// <summary>F: fact, seen in the named source.</summary>
    Fact,

    /// <summary>D: derived, arithmetic on seen figures or a run.</summary>
    Derived,

    /// <summary>E: estimate.</summary>
    Estimate,

    /// <summary>R: recalled, to be checked before use.</summary>
    Recalled,
}
