namespace Suandian.Operations.Programme.Sheets;

/// <summary>指标性质: how a done value is held against its target.</summary>
public enum Comparator
{
    /// <summary>≥: at least the target.</summary>
    AtLeast,

    /// <summary>≤: at most the target.</summary>
    AtMost,

    /// <summary>=: the target itself.</summary>
    Equal,

    /// <summary>From the target to the upper bound, both included.</summary>
    Range,
}
