namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum StorageUnitSizing
{
    /// <summary>Written <c>together</c> in files.</summary>
    Together,

    /// <summary>Written <c>apart</c> in files.</summary>
    Apart,
}
