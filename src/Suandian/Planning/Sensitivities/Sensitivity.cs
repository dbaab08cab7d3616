using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Formulation;

namespace Suandian.Planning.Sensitivities;

/// <summary>How far the shadow prices of a plan hold, and how far costs may change before its sizes do.</summary>
/// <remarks>
/// A shadow price is the slope of the least cost in a limit. The least cost is a convex broken line in a limit that stands on
/// the right-hand side, so a slope holds between two kinks; both are found exactly (<see cref="OptimalFace"/>), whether or not the optimum is
/// degenerate. A share s of something (… − s M ≥ 0) stands in the matrix: the range is found for the row and told in s with M at
/// the end, s' = s + τ / M, where τ is the shift of the row. Where M is the same at both ends the cost is straight in s as well.
/// Beyond the range the price is no longer this one: tightening further costs more per unit, loosening further saves less.
/// The cost of a capacity may move as far as the plan stays optimal (<see cref="OptimumDirections"/>).
/// With scenarios a rule is a row for each, and all of them are moved together: by p(s) τ for a total, by M(s) of the plan times τ
/// for a share, told with Σ M(s) at the end. Capacities in modules are held (<see cref="SolvedPlan"/>) and have no range.
/// </remarks>
public sealed class Sensitivity
{
    /// <summary>A shadow price below this counts as none, yuan/a per unit, as in the plan.</summary>
    const double NoiseYuan = 1;

    readonly SolvedPlan _solved;
    readonly PlanningModel _plan;
    readonly LinearSolution _vertex;
    readonly PlanningSolution _solution;
    readonly OptimalFace _face;

    /// <summary>The sensitivities of a plan.</summary>
    /// <param name="solved">The plan, at a vertex.</param>
    /// <exception cref="ArgumentException">The optimum is no vertex.</exception>
    public Sensitivity(SolvedPlan solved)
    {
        ArgumentNullException.ThrowIfNull(solved);
        if (!solved.IsVertex)
        {
            throw new ArgumentException("a vertex is needed", nameof(solved));
        }

        (_solved, _plan, _vertex, _solution) = (solved, solved.Plan, solved.Optimum, solved.Plan.ReadSolution(solved.Optimum));
        _face = new OptimalFace(solved.Linear, _vertex, _plan.Options.Solver);
    }

    /// <summary>Told of each limit and capacity, as table.name, before its range is sought; null (default) for none.</summary>
    public IProgress<string>? Progress { get; init; }

    int Scenarios => _plan.Network.Snapshots.Scenarios?.Count ?? 1;

    /// <summary>The ranges of all rules and limits that bind.</summary>
    public ImmutableArray<ShadowRange> Shadows(CancellationToken cancellation = default)
    {
        var (rules, links) = (_plan.Network.Rules, new LimitLinks(_plan, _solved.Linear));
        return
        [
            .. Enumerable.Range(0, rules.Length).Where(r => _solution.RuleShadowYuan[r] / _solved.Worth > NoiseYuan).Select(r => Rule(r, cancellation)),
            .. _solution.LimitShadows.Where(s => s.YuanPerUnit / _solved.Worth > NoiseYuan).Select(s => (Shadow: s, Links: links.Of(s)))
                .Where(l => l.Links is not [var first, ..] || !_solved.IsInModules(first.Column)).Select(l => Limit(l.Shadow, l.Links, cancellation)),
        ];
    }

    /// <summary>The ranges of the annual costs of all capacities that may be built; none where they stand in the rows of the tail too.</summary>
    public ImmutableArray<CostRange> Costs(CancellationToken cancellation = default)
    {
        if (_solved.IsCostInTail)
        {
            return [];
        }

        var (n, x, duals) = (_plan.Network, _plan.Variables, new OptimumDirections(_solved.Linear, _vertex, _plan.Options.Solver));
        return
        [
            .. Each("generators", "capacity_mw", n.Generators.Name, x.Generators.Capacity),
            .. Each("storage_units", "power_mw", n.StorageUnits.Name, x.Storage.Power),
            .. Each("storage_units", "energy_mwh", n.StorageUnits.Name, x.Storage.Energy),
            .. Each("stores", "energy_mwh", n.Stores.Name, x.Stores.Energy),
            .. Each("links", "power_mw", n.Links.Name, x.Links.Capacity),
            .. Each("lines", "capacity_mw", n.Lines.Name, x.Lines.Capacity),
            .. Each("clusters", "it_capacity_mw", n.Clusters.Name, x.Computing.Capacity),
            .. Each("fibres", "capacity_gbit_s", n.Fibres.Name, x.FibreCapacity),
        ];

        IEnumerable<CostRange> Each(string table, string column, string[] names, Variables capacity) => Enumerable.Range(0, names.Length)
            .Select(i => (Name: names[i], Bought: _solved.Bought(capacity.Column(i, 0)))).Where(c => c.Bought is not null)
            .Select(c => Cost((table, c.Name, column), c.Bought!.Value, duals, cancellation));
    }

    CostRange Cost((string Table, string Name, string Column) of, (int Column, double Worth) bought, OptimumDirections duals, CancellationToken cancellation)
    {
        Begin($"{of.Table}.{of.Name}", cancellation);
        var (column, worth) = bought;
        var (least, most) = (duals.CostEnd(column, most: false, cancellation), duals.CostEnd(column, most: true, cancellation));
        return new()
        {
            Component = of.Table,
            Name = of.Name,
            Column = of.Column,
            Size = _vertex.Columns[column],
            CostYuanPerUnit = _solved.Linear.ColumnCost[column] / worth,
            From = least.Value / worth,
            To = most.Value / worth,
            IsProved = least.IsProved && most.IsProved,
        };
    }

    void Begin(string subject, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Progress?.Report(subject);
    }

    ShadowRange Limit(LimitShadow shadow, List<LimitLink> links, CancellationToken cancellation)
    {
        Begin($"{shadow.Component}.{shadow.Name}", cancellation);
        var (least, most) = (_face.LimitEnd(links, most: false, cancellation), _face.LimitEnd(links, most: true, cancellation));
        var first = links[0];
        var bound = first.Side == LimitSide.Lower ? _solved.Linear.ColumnLower[first.Column] : _solved.Linear.ColumnUpper[first.Column];
        return new()
        {
            Component = shadow.Component,
            Name = shadow.Name,
            Column = shadow.Column,
            YuanPerUnit = shadow.YuanPerUnit / _solved.Worth,
            Limit = bound / first.Factor,
            From = least.Value,
            To = most.Value,
            IsProved = least.IsProved && most.IsProved,
            IsStraight = true,
        };
    }

    ShadowRange Rule(int r, CancellationToken cancellation)
    {
        var rule = _plan.Network.Rules[r];
        Begin($"annual_rules.{rule.Name}", cancellation);
        var shares = Shares(rule.Kind, _vertex);
        var rows = Enumerable.Range(0, Scenarios).Select(s => (Row(_plan.RuleRows[r * Scenarios + s]), shares[s])).ToArray();
        var (least, most) = (_face.RowsEnd(rows, most: false, cancellation), _face.RowsEnd(rows, most: true, cancellation));
        return new()
        {
            Component = "annual_rules",
            Name = rule.Name,
            Column = "limit",
            YuanPerUnit = _solution.RuleShadowYuan[r] / _solved.Worth,
            Limit = rule.Limit,
            From = rule.Limit + Shift(rule.Kind, least, shares),
            To = rule.Limit + Shift(rule.Kind, most, shares),
            IsProved = least.IsProved && most.IsProved,
            IsStraight = IsStraight(rule.Kind, shares, least, most),
        };
    }

    static int Row(RuleRow row) => row.Rows.Block.First + row.Index;

    /// <summary>The step itself for a total; for a share as many times smaller as more of it is there at the end.</summary>
    double Shift(AnnualRuleKind kind, FaceEnd end, double[] here) =>
        double.IsFinite(end.Value) ? end.Value * here.Sum() / Shares(kind, end.Solution!).Sum() : end.Value;

    bool IsStraight(AnnualRuleKind kind, double[] here, params ReadOnlySpan<FaceEnd> ends)
    {
        foreach (var end in ends)
        {
            if (double.IsFinite(end.Value) && Shares(kind, end.Solution!).Zip(here).Any(m => Math.Abs(m.First - m.Second) > 1e-9 * Math.Abs(m.Second)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a share is taken of in each scenario, MWh/a times its probability; the probability for a total.</summary>
    double[] Shares(AnnualRuleKind kind, LinearSolution solution)
    {
        var shadows = new RuleShadows(_plan, solution);
        return [.. Enumerable.Range(0, Scenarios).Select(s => shadows.UnitOf(kind, s))];
    }
}
