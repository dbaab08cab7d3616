using System.Collections.Immutable;

namespace Suandian.Reports.Figures;

/// <summary>Proof of the optimum, recomputed from the case's own data, and of the replay.</summary>
public sealed partial record CertificateFigures
{
    /// <summary>Whether the checker ran; no tick without it.</summary>
    public required bool Checked { get; init; }

    /// <summary>Whether all checks that ran are within their bars.</summary>
    public required bool Holds { get; init; }

    /// <summary>Checks of the optimum: figure beside its bar.</summary>
    public required ImmutableArray<CheckRow> Optimum { get; init; }

    /// <summary>Checks of the replay, which knows nothing of the LP.</summary>
    public required ImmutableArray<CheckRow> Replay { get; init; }

    /// <summary>Objective, yuan/a.</summary>
    public required double ObjectiveYuan { get; init; }

    /// <summary>Solver and version.</summary>
    public required string Solver { get; init; }

    /// <summary>Method.</summary>
    public required Text Method { get; init; }

    /// <summary>Iterations.</summary>
    public required long Iterations { get; init; }

    /// <summary>Rows of the problem.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns.</summary>
    public required int Columns { get; init; }

    /// <summary>Nonzeros.</summary>
    public required long Nonzeros { get; init; }
}

/// <summary>One check.</summary>
/// <param name="Key">Stable key, such as <c>relative_gap</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Value">Value found.</param>
/// <param name="Bar">Largest value allowed.</param>
/// <param name="Unit">Unit: <c>pu</c>, <c>MW</c>, <c>MWh</c>, <c>GPU-h</c>, <c>yuan</c>.</param>
public sealed record CheckRow(string Key, Text Name, double Value, double Bar, string Unit)
{
    /// <summary>Whether the value is within the bar.</summary>
    public bool Holds => Value <= Bar;
}
