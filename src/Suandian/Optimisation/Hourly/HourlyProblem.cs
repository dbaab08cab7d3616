namespace Suandian.Optimisation.Hourly;

/// <summary>A hourly shape in the units of the solver, its series laid out in lanes.</summary>
sealed unsafe class HourlyProblem : IDisposable
{
    readonly LaneMemory _memory = new();
    readonly Dictionary<double, Coefficient> _constants = [];
    Coefficient? _everywhere; // 1 at every snapshot, shared by all columns that always exist

    HourlyProblem(HourlyShape shape, int groups)
    {
        (Shape, Scale) = (shape, HourlyScale.Of(shape));
        Pattern = HourPattern.Of(shape);
        Layout = LaneLayout.Cut(shape.Previous, TileSteps(shape, Pattern), groups);
        Zero = Constant(0);
        One = Constant(1);
    }

    internal HourlyShape Shape { get; }

    internal HourlyScale Scale { get; }

    internal HourPattern Pattern { get; }

    internal LaneLayout Layout { get; }

    internal Coefficient Zero { get; }

    internal Coefficient One { get; }

    /// <summary>Hourly columns.</summary>
    internal HourSlot[] Slots { get; private set; } = [];

    /// <summary>Right-hand side of each row, by its place in the elimination.</summary>
    internal Coefficient[] RightHandSide { get; private set; } = [];

    /// <summary>1 where a row does not exist or the step is inert, 0 elsewhere, by place in the elimination.</summary>
    internal Coefficient[] Missing { get; private set; } = [];

    /// <summary>Entries of shared columns in rows: place of the row, shared column, coefficient.</summary>
    internal (int Row, int Shared, Coefficient F)[] RowShared { get; private set; } = [];

    /// <summary>Cost and bounds of the shared columns.</summary>
    internal double[] SharedCost { get; private set; } = [];

    internal double[] SharedLower { get; private set; } = [];

    internal double[] SharedUpper { get; private set; } = [];

    /// <summary>E [year row][shared].</summary>
    internal double[][] YearShared { get; private set; } = [];

    /// <summary>f of the year rows.</summary>
    internal double[] YearLimit { get; private set; } = [];

    /// <summary>True for = rows.</summary>
    internal bool[] YearIsEquation { get; private set; } = [];

    /// <summary>Lays out a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="groups">Groups of eight segments wanted.</param>
    internal static HourlyProblem Of(HourlyShape shape, int groups)
    {
        var problem = new HourlyProblem(shape, groups);
        problem.LaySlots();
        problem.LayRows();
        problem.LayShared();
        return problem;
    }

    /// <summary>Memory that lives as long as the problem: one number per tile step, lane and slot.</summary>
    internal double* Take(int slots) => _memory.Take((long)Layout.Tiles * Layout.TileLength * Math.Max(slots, 1));

    /// <summary>Memory that lives as long as the problem.</summary>
    internal double* TakeNumbers(long count) => _memory.Take(count);

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    /// <summary>Tiles of a size whose arrays stay in the second-level cache.</summary>
    static int TileSteps(HourlyShape shape, HourPattern pattern) => shape.Columns.Count + pattern.LocalLength > 150 ? 8 : 16;

    void LaySlots()
    {
        Slots = new HourSlot[Shape.Columns.Count];
        for (var v = 0; v < Slots.Length; v++)
        {
            var (column, unit) = (Shape.Columns[v], Scale.Column[v] * Scale.Power);
            var shared = Math.Max(column.Lower.Shared, column.Upper.Shared);
            var zeta = shared >= 0 ? Scale.Shared[shared] / Scale.Column[v] : 0;
            var active = Mask(column.IsActive);
            Slots[v] = new HourSlot
            {
                Shared = shared,
                Active = active,
                LowerMask = SideMask(column, column.Lower, active),
                UpperMask = SideMask(column, column.Upper, active),
                Lower = Lay(column.Lower.Constant, 1 / unit),
                Upper = Lay(column.Upper.Constant, 1 / unit),
                LowerFactor = Lay(column.Lower.Factor, zeta),
                UpperFactor = Lay(column.Upper.Factor, zeta),
                Cost = Lay(column.Cost, Scale.Column[v] / Scale.Cost),
                Held = Lay(column.Held, 1 / unit),
                Rows = [.. column.Rows.Select(e => (Pattern.Place[e.Row], Lay(e.Coefficient, Scale.Row[e.Row] * Scale.Column[v])))],
                NextRows = [.. column.NextRows.Select(e => (Pattern.Place[e.Row], LayNext(e.Coefficient, Scale.Row[e.Row] * Scale.Column[v])))],
                YearRows = [.. column.YearRows.Select(e => (e.Row, Lay(e.Coefficient, Scale.YearRow[e.Row] * Scale.Column[v])))],
                Link = Pattern.Link[v],
            };
        }
    }

    void LayRows()
    {
        RightHandSide = new Coefficient[Shape.Rows.Count];
        Missing = new Coefficient[Shape.Rows.Count];
        var entries = new List<(int, int, Coefficient)>();
        for (var r = 0; r < Shape.Rows.Count; r++)
        {
            var (row, place, unit, rho) = (Shape.Rows[r], Pattern.Place[r], Scale.Row[r] / Scale.Power, Scale.Row[r]);
            double factor(int k) => rho * Scale.Shared[k];
            RightHandSide[place] = Spread(t => row.RightHandSide[t] * unit, elsewhere: 0);
            Missing[place] = Spread(t => row.Template.Row[t] < 0 ? 1 : 0, elsewhere: 1);
            foreach (var (k, f) in row.Shared)
            {
                entries.Add((place, k, Spread(t => f[t] * factor(k), elsewhere: 0)));
            }
        }

        RowShared = [.. entries];
    }

    void LayShared()
    {
        var (shared, scale) = (Shape.Shared, Scale);
        SharedCost = [.. shared.Select((s, k) => s.Cost * scale.Shared[k] / scale.Cost)];
        SharedLower = [.. shared.Select((s, k) => s.Lower / (scale.Shared[k] * scale.Power))];
        SharedUpper = [.. shared.Select((s, k) => s.Upper / (scale.Shared[k] * scale.Power))];
        YearLimit = [.. Shape.YearRows.Select((r, g) => r.Limit * scale.YearRow[g] / scale.Power)];
        YearIsEquation = [.. Shape.YearRows.Select(r => r.IsEquation)];
        YearShared = new double[Shape.YearRows.Count][];
        for (var g = 0; g < YearShared.Length; g++)
        {
            YearShared[g] = new double[shared.Count];
            foreach (var (k, e) in Shape.YearRows[g].Shared)
            {
                YearShared[g][k] += e * scale.YearRow[g] * scale.Shared[k];
            }
        }
    }

    Coefficient SideMask(HourColumn column, Side side, Coefficient active)
    {
        if (!side.IsThere)
        {
            return Zero;
        }

        for (var t = 0; t < Shape.Snapshots; t++)
        {
            if (side.Exists[t] != column.IsActive[t])
            {
                return Spread(s => side.Exists[s] && column.IsActive[s] ? 1 : 0, elsewhere: 0);
            }
        }

        return active;
    }

    Coefficient Mask(bool[] where) => Array.TrueForAll(where, w => w) ? _everywhere ??= Spread(_ => 1, elsewhere: 0) : Spread(t => where[t] ? 1 : 0, elsewhere: 0);

    Coefficient Lay(Series series, double factor) =>
        series.IsConstant ? Constant(series[0] * factor) : Spread(t => series[t] * factor, elsewhere: 0);

    /// <summary>Coefficient in the next row, at the place of the column's own snapshot.</summary>
    Coefficient LayNext(Series series, double factor)
    {
        if (series.IsConstant)
        {
            return Constant(series[0] * factor);
        }

        var numbers = Take(1);
        for (var t = 0; t < Shape.Snapshots; t++)
        {
            if (Shape.Previous[t] >= 0)
            {
                numbers[Layout.Place[Shape.Previous[t]]] = series[t] * factor;
            }
        }

        return new Coefficient(numbers, Layout.TileLength);
    }

    Coefficient Spread(Func<int, double> value, double elsewhere)
    {
        var (first, isSame) = (value(0), true);
        for (var t = 1; t < Shape.Snapshots && isSame; t++)
        {
            isSame = value(t) == first;
        }

        if (isSame && (first == elsewhere || HasNoInertSteps()))
        {
            return Constant(first);
        }

        var numbers = Take(1);
        new Span<double>(numbers, Layout.Tiles * Layout.TileLength).Fill(elsewhere);
        for (var t = 0; t < Shape.Snapshots; t++)
        {
            numbers[Layout.Place[t]] = value(t);
        }

        return new Coefficient(numbers, Layout.TileLength);
    }

    bool HasNoInertSteps() => (long)Layout.Tiles * Layout.TileLength == Shape.Snapshots;

    /// <summary>A tile of one number that serves all tiles.</summary>
    Coefficient Constant(double value)
    {
        if (!_constants.TryGetValue(value, out var constant))
        {
            var numbers = _memory.Take(Layout.TileLength);
            new Span<double>(numbers, Layout.TileLength).Fill(value);
            constant = _constants[value] = new Coefficient(numbers, 0);
        }

        return constant;
    }
}

/// <summary>Numbers per step and lane, or one tile of a constant that serves all tiles.</summary>
readonly unsafe struct Coefficient(double* numbers, int stride)
{
    /// <summary>Numbers of a tile.</summary>
    internal double* At(int tile) => numbers + (long)tile * stride;
}

/// <summary>An hourly column in the units of the solver.</summary>
sealed class HourSlot
{
    /// <summary>Shared column of its bounds, −1 where none.</summary>
    internal required int Shared { get; init; }

    /// <summary>Place among the columns that are carried on, −1 where it is not.</summary>
    internal required int Link { get; init; }

    /// <summary>1 where it may move.</summary>
    internal required Coefficient Active { get; init; }

    /// <summary>1 where it has a lower side.</summary>
    internal required Coefficient LowerMask { get; init; }

    internal required Coefficient UpperMask { get; init; }

    internal required Coefficient Lower { get; init; }

    internal required Coefficient Upper { get; init; }

    internal required Coefficient LowerFactor { get; init; }

    internal required Coefficient UpperFactor { get; init; }

    internal required Coefficient Cost { get; init; }

    internal required Coefficient Held { get; init; }

    internal required (int Row, Coefficient A)[] Rows { get; init; }

    internal required (int Row, Coefficient P)[] NextRows { get; init; }

    internal required (int Row, Coefficient C)[] YearRows { get; init; }
}
