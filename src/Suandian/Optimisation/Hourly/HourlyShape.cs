using Suandian.Texts;

namespace Suandian.Optimisation.Hourly;

/// <summary>A linear model read as an hour that repeats: hourly columns and equations, shared columns, rows over the year.</summary>
/// <remarks>
/// min Σ c(t) x(t) + c̃ z,  A(t) x(t) + P(t) x(t−1) + F(t) z = b(t),  l(t) + aL(t) z ≤ x(t) ≤ u(t) + aU(t) z,
/// Σ C(t) x(t) + E z ≥ f or = f,  bounds of z. A row with one hourly column and at most one shared column is a bound;
/// a row with two sides is an equation with its activity as a further column.
/// </remarks>
sealed class HourlyShape
{
    /// <summary>Number of snapshots T.</summary>
    internal required int Snapshots { get; init; }

    /// <summary>Snapshot before each; −1 where no row looks back.</summary>
    internal required int[] Previous { get; init; }

    /// <summary>Hourly columns.</summary>
    internal required List<HourColumn> Columns { get; init; }

    /// <summary>Hourly equations.</summary>
    internal required List<HourRow> Rows { get; init; }

    /// <summary>Shared columns that may move.</summary>
    internal required List<SharedColumn> Shared { get; init; }

    /// <summary>Rows over the year.</summary>
    internal required List<YearRow> YearRows { get; init; }

    /// <summary>Columns held at a bound because a row over the year leaves nothing else.</summary>
    internal required ForcedColumns Forced { get; init; }
}

/// <summary>The model does not repeat by the hour.</summary>
/// <param name="Row">First row or block that does not fit.</param>
/// <param name="Reason">Why.</param>
sealed record Misfit(string Row, Text Reason)
{
    internal static Misfit Of(string row, string phrase) => new(row, Phrases.Of(phrase, ("row", row)));
}
