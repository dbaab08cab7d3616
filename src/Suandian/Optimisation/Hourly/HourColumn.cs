namespace Suandian.Optimisation.Hourly;

/// <summary>A variable that exists once per snapshot: one component of a block of columns, or the activity of a row with two sides.</summary>
sealed class HourColumn(string name, int snapshots)
{
    /// <summary>Name, for messages.</summary>
    internal string Name { get; } = name;

    /// <summary>The block and component it came from; null for the activity of a row.</summary>
    internal (Variables Block, int Component)? Source { get; init; }

    /// <summary>Number of snapshots at which it exists.</summary>
    internal int Existing { get; set; }

    /// <summary>Number of snapshots at which it may move.</summary>
    internal int Moves { get; set; }

    /// <summary>True where it may move: it exists and its bounds differ.</summary>
    internal bool[] IsActive { get; } = new bool[snapshots];

    /// <summary>Its value where it may not move.</summary>
    internal Series Held { get; } = new(snapshots);

    /// <summary>Cost per unit at each snapshot.</summary>
    internal Series Cost { get; } = new(snapshots);

    /// <summary>x ≥ constant + factor × shared.</summary>
    internal Side Lower { get; set; } = new(snapshots);

    /// <summary>x ≤ constant + factor × shared.</summary>
    internal Side Upper { get; set; } = new(snapshots);

    /// <summary>Rows of its own snapshot, and its coefficient in them.</summary>
    internal List<(int Row, Series Coefficient)> Rows { get; } = [];

    /// <summary>Rows of the snapshot after it, and its coefficient in them, by the snapshot of the row.</summary>
    internal List<(int Row, Series Coefficient)> NextRows { get; } = [];

    /// <summary>Rows over the year, and its coefficient in them.</summary>
    internal List<(int Row, Series Coefficient)> YearRows { get; } = [];

    /// <summary>True when a row of the next snapshot has it: a state that is carried on.</summary>
    internal bool IsCarried => NextRows.Count > 0;
}

/// <summary>One side of the bounds of an hourly column: constant(t) + factor(t) × one shared column.</summary>
sealed class Side(int snapshots)
{
    /// <summary>Where the side is finite.</summary>
    internal bool[] Exists { get; } = new bool[snapshots];

    /// <summary>Constant part.</summary>
    internal Series Constant { get; init; } = new(snapshots);

    /// <summary>Shared column of the side; −1 where there is none.</summary>
    internal int Shared { get; init; } = -1;

    /// <summary>Factor of the shared column.</summary>
    internal Series Factor { get; init; } = new(snapshots);

    /// <summary>Row that the side was made of and its coefficient of the column; null for a bound of the column.</summary>
    internal (RowTemplate Row, Series Coefficient)? Source { get; init; }

    /// <summary>True where it is finite and no shared column moves it.</summary>
    internal bool IsFixed(int t) => Exists[t] && (Shared < 0 || Factor[t] == 0);

    /// <summary>True when it is finite somewhere.</summary>
    internal bool IsThere => Array.IndexOf(Exists, true) >= 0;
}

/// <summary>An equation that exists once per snapshot.</summary>
/// <param name="Template">Row it came from.</param>
/// <param name="RightHandSide">Right-hand side at each snapshot.</param>
/// <param name="Shared">Shared columns and their coefficients.</param>
sealed record HourRow(RowTemplate Template, Series RightHandSide, List<(int Shared, Series Coefficient)> Shared);

/// <summary>A column that all snapshots share, such as a capacity.</summary>
/// <param name="Column">Column of the model; −1 for the activity of a row.</param>
/// <param name="Name">Name, for messages.</param>
/// <param name="Cost">Cost per unit.</param>
/// <param name="Lower">Lower bound; may be −∞.</param>
/// <param name="Upper">Upper bound; may be +∞.</param>
sealed record SharedColumn(int Column, string Name, double Cost, double Lower, double Upper);

/// <summary>A row over all snapshots: Σ hourly + Σ shared ≥ limit, or = limit.</summary>
/// <param name="Row">Row of the model.</param>
/// <param name="Sign">+1 as in the model, −1 where a ≤ row was turned.</param>
/// <param name="Limit">Right-hand side, in the turned sense.</param>
/// <param name="IsEquation">True for =.</param>
/// <param name="Shared">Shared columns and their coefficients, in the turned sense.</param>
sealed record YearRow(int Row, int Sign, double Limit, bool IsEquation, List<(int Shared, double Coefficient)> Shared);
