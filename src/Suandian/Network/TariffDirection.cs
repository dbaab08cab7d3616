namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum TariffDirection
{
    /// <summary>Written <c>import</c> in files.</summary>
    Import,

    /// <summary>Written <c>export</c> in files.</summary>
    Export,
}
