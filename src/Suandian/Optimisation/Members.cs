namespace Suandian.Optimisation;

/// <summary>The members of a block of variables or rows: components × snapshots.</summary>
/// <param name="Count">Number of components, ≥ 0.</param>
/// <param name="Snapshots">Number of snapshots, ≥ 1.</param>
public sealed record Members(int Count, int Snapshots)
{
    /// <summary>Names of the components, in their order; null names them by index.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>
    /// Which members exist (component, snapshot); null means all. A variable that does not exist stands for the
    /// constant 0 in expressions; a row that does not exist is not written.
    /// </summary>
    public Func<int, int, bool>? Where { get; init; }

    /// <summary>True when the block holds one member per component for the whole year; its snapshot is −1.</summary>
    public bool IsAnnual { get; private init; }

    /// <summary>One member per component for the whole year, such as a capacity or an annual rule.</summary>
    public static Members Annual(int count) => new(count, 1) { IsAnnual = true };
}
