namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum BusKind
{
    /// <summary>Written <c>electricity</c> in files.</summary>
    Electricity,

    /// <summary>Written <c>heat</c> in files.</summary>
    Heat,

    /// <summary>Written <c>other</c> in files.</summary>
    Other,
}
