using Suandian.PowerFlow;

namespace Suandian.OptimalFlow.Interior;

/// <summary>a · x[first] + b · x[second] ≤ most; b = 0 where there is one variable only.</summary>
readonly record struct LinearLimit(int First, double A, int Second, double B, double Most);

/// <summary>An output that is chosen: active (row 0) or reactive (row 1) power of a generator, pu.</summary>
/// <param name="Generator">Its generator.</param>
/// <param name="Place">Position of its bus.</param>
/// <param name="Row">Which balance it feeds.</param>
/// <param name="Cost">Cost in MW or Mvar and money/h.</param>
/// <param name="CostVariable">Variable that stands above all lines of the cost, in units of <paramref name="CostWeight"/>; −1 for a polynomial.</param>
/// <param name="CostWeight">Scaled money/h of one unit of the cost variable.</param>
sealed record ChosenOutput(int Generator, int Place, int Row, OutputCost Cost, int CostVariable, double CostWeight);

/// <summary>An optimal flow as arrays for the interior point, in pu, rad and scaled money.</summary>
/// <remarks>
/// Sets        i buses by position in the elimination order, k branches in service, e outputs
/// Variables   x[2i] = θ, x[2i+1] = V, x[2n+e] = output, then one variable for each cost of several lines
/// Equations   active (2i) and reactive (2i+1): load + shunt · V² + Σ branch powers − Σ outputs = 0, price λ
/// Limits      linear in one or two variables (bounds, angles, lines of costs), and (P² + Q² − S²)/(2S) ≤ 0 at both ends of rated branches
/// The reference angle of each slack, voltages and outputs without play, and in DC all voltages and reactive rows are fixed.
/// </remarks>
sealed class FlowProgram
{
    /// <summary>Bounds closer than this make a variable fixed; bounds beyond the other count as none; pu.</summary>
    const double NoPlay = 1e-9, NoBound = 1e9;

    /// <summary>Largest marginal cost after scaling, money/pu/h.</summary>
    const double ScaledPrice = 1;

    readonly PowerGrid _grid;
    readonly List<LinearLimit> _limits = [];
    readonly List<ChosenOutput> _outputs = [];
    readonly List<double> _start = [];

    internal FlowProgram(PowerGrid grid, DcForm? dc)
    {
        (_grid, IsDc, Roles) = (grid, dc is not null, new FlowRoles(grid));
        Used = Roles.Used;
        Pattern = new KktPattern(grid.Buses.Count, [.. Used.Select(k => grid.Branches.From[k])], [.. Used.Select(k => grid.Branches.To[k])]);
        (From, To) = ([.. Used.Select(k => Pattern.Position[grid.Branches.From[k]])], [.. Used.Select(k => Pattern.Position[grid.Branches.To[k]])]);
        (Fixed, Load, Shunt) = (new bool[4 * Pattern.Size], new double[2 * Pattern.Size], new double[2 * Pattern.Size]);
        var ports = BranchTwoPorts.Of(grid, IsDc ? [] : Used);
        Functions = [.. Used.Select(k => dc is { } form ? BranchFunctions.Dc(DcFlow.Susceptance(grid, k, form), grid.Branches.ShiftDeg[k] * (Math.PI / 180)) : BranchFunctions.Ac(ports, k))];
        RatingPu = [.. Used.Select(k => grid.Branches.RatingMva[k] is var s && double.IsFinite(s) ? s / grid.BaseMva : 0)];
        Buses();
        Machines();
        Angles();
        (Limits, Outputs, Start) = ([.. _limits], [.. _outputs], [.. _start]);
    }

    /// <summary>True for a DC form.</summary>
    internal bool IsDc { get; }

    internal FlowRoles Roles { get; }

    internal KktPattern Pattern { get; }

    /// <summary>Branches that carry anything; all branch arrays go by them.</summary>
    internal int[] Used { get; }

    /// <summary>Position of the from bus.</summary>
    internal int[] From { get; }

    /// <summary>Position of the to bus.</summary>
    internal int[] To { get; }

    internal BranchFunctions[] Functions { get; }

    /// <summary>Rating, pu; 0 where there is none.</summary>
    internal double[] RatingPu { get; }

    /// <summary>Which of θ, V and the two prices of each bus are fixed [4 × buses].</summary>
    internal bool[] Fixed { get; }

    /// <summary>Active and reactive load, outputs without play taken off, pu [2 × buses].</summary>
    internal double[] Load { get; }

    /// <summary>Power of the shunt at 1 pu taken from each balance, pu [2 × buses].</summary>
    internal double[] Shunt { get; }

    internal LinearLimit[] Limits { get; }

    internal ChosenOutput[] Outputs { get; }

    /// <summary>Where the iterations begin: the middle of bounds.</summary>
    internal double[] Start { get; }

    /// <summary>Cost of outputs without play, money/h.</summary>
    internal double FixedCost { get; private set; }

    /// <summary>Scaled money of one unit of money.</summary>
    internal double CostScale { get; private set; }

    internal double BaseMva => _grid.BaseMva;

    void Buses()
    {
        var (buses, angle) = (_grid.Buses, FlatStart.AnglesDeg(_grid));
        foreach (var b in Pattern.Order)
        {
            var i = _start.Count / 2;
            var isOut = Roles.Kind[b] == GridBusKind.Isolated;
            var (low, high) = IsDc || isOut ? (1, 1) : (buses.MinVoltagePu[b], buses.MaxVoltagePu[b]);
            _start.AddRange([angle[b] * (Math.PI / 180), Middle(low, high, 1)]);
            Fixed[4 * i] = isOut || Roles.Kind[b] == GridBusKind.Slack;
            Fixed[4 * i + 1] = high - low < NoPlay;
            (Fixed[4 * i + 2], Fixed[4 * i + 3]) = (isOut, isOut || IsDc);
            if (!isOut)
            {
                (Load[2 * i], Load[2 * i + 1]) = (buses.LoadMw[b] / BaseMva, IsDc ? 0 : buses.LoadMvar[b] / BaseMva);
                (Shunt[2 * i], Shunt[2 * i + 1]) = (buses.ShuntMw[b] / BaseMva, IsDc ? 0 : -buses.ShuntMvar[b] / BaseMva);
            }

            Bounds(2 * i + 1, low, high);
        }
    }

    void Machines()
    {
        var generators = _grid.Generators;
        int[] used = [.. Enumerable.Range(0, generators.Count).Where(g => generators.InService[g] && Roles.Kind[generators.Bus[g]] != GridBusKind.Isolated)];
        var costs = used.Select(g => (Generator: g, Row: 0, Cost: Cost(generators.Costs, g))).ToList();
        costs.AddRange(IsDc ? [] : used.Select(g => (g, 1, Cost(generators.ReactiveCosts, g))));
        var dearest = costs.Max(c => c.Cost.Lines.Length > 0 ? c.Cost.Lines.Max(line => Math.Abs(line.Slope))
            : Math.Abs(c.Cost.Linear) + 2 * c.Cost.Square * Finite(generators.MaxMw[c.Generator]));
        CostScale = dearest > 0 ? ScaledPrice / (dearest * BaseMva) : 1;
        var moving = new List<(int Generator, int Row, OutputCost Cost)>();
        foreach (var (g, row, cost) in costs)
        {
            var (low, high) = row == 0 ? (generators.MinMw[g], generators.MaxMw[g]) : (generators.MinMvar[g], generators.MaxMvar[g]);
            if (high - low >= NoPlay * BaseMva)
            {
                moving.Add((g, row, cost));
                Bounds(_start.Count, low / BaseMva, high / BaseMva);
                _start.Add(Middle(low, high, row == 0 ? generators.PowerMw[g] : generators.PowerMvar[g]) / BaseMva);
                continue;
            }

            Load[2 * Pattern.Position[generators.Bus[g]] + row] -= low / BaseMva;
            FixedCost += cost.At(low);
        }

        foreach (var (g, row, cost) in moving)
        {
            AddOutput(g, row, cost);
        }
    }

    /// <summary>An output, and the variable above the lines of its cost.</summary>
    void AddOutput(int generator, int row, OutputCost cost)
    {
        var (variable, weight, output) = (-1, 0.0, 2 * Pattern.Size + _outputs.Count);
        if (cost.Lines.Length > 0)
        {
            var steepest = cost.Lines.Max(line => Math.Abs(line.Slope));
            (variable, weight) = (_start.Count, steepest * BaseMva * CostScale);
            _start.Add(cost.At(_start[output] * BaseMva) / (steepest * BaseMva) + 1);
            foreach (var (slope, atZero) in cost.Lines)
            {
                _limits.Add(new LinearLimit(output, slope / steepest, variable, -1, -atZero / (steepest * BaseMva)));
            }
        }

        _outputs.Add(new ChosenOutput(generator, Pattern.Position[_grid.Generators.Bus[generator]], row, cost, variable, weight));
    }

    void Angles()
    {
        for (var q = 0; q < Used.Length; q++)
        {
            var (low, high) = AngleLimits.OfBranch(_grid.Branches, Used[q]);
            if (double.IsFinite(high))
            {
                _limits.Add(new LinearLimit(2 * From[q], 1, 2 * To[q], -1, high));
            }

            if (double.IsFinite(low))
            {
                _limits.Add(new LinearLimit(2 * From[q], -1, 2 * To[q], 1, -low));
            }
        }
    }

    void Bounds(int variable, double low, double high)
    {
        if (high - low < NoPlay)
        {
            return;
        }

        if (high < NoBound)
        {
            _limits.Add(new LinearLimit(variable, 1, variable, 0, high));
        }

        if (low > -NoBound)
        {
            _limits.Add(new LinearLimit(variable, -1, variable, 0, -low));
        }
    }

    static OutputCost Cost(GeneratorCost[] costs, int generator) => costs.Length > 0 ? OutputCost.Of(costs[generator])! : OutputCost.Nothing;

    static double Finite(double value) => double.IsFinite(value) ? Math.Abs(value) : 0;

    static double Middle(double low, double high, double given) =>
        double.IsFinite(low) && double.IsFinite(high) ? (low + high) / 2 : Math.Clamp(given, low, high);
}
