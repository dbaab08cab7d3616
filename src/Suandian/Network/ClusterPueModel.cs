namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum ClusterPueModel
{
    /// <summary>Written <c>constant</c> in files.</summary>
    Constant,

    /// <summary>Written <c>weather</c> in files.</summary>
    Weather,

    /// <summary>Written <c>series</c> in files.</summary>
    Series,
}
