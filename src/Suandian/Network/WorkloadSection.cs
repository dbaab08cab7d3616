namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum WorkloadSection
{
    /// <summary>Written <c>government</c> in files.</summary>
    Government,

    /// <summary>Written <c>national</c> in files.</summary>
    National,

    /// <summary>Written <c>market</c> in files.</summary>
    Market,
}
