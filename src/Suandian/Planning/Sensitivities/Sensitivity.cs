using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Sensitivities;

/// <summary>How far the shadow prices of a plan hold, and how far costs may change before its sizes do.</summary>
/// <remarks>
/// A shadow price is the slope of the least cost in a limit. The least cost is a convex broken line in a limit that stands on
/// the right-hand side, so a slope holds between two kinks; both are found exactly (<see cref="OptimalFace"/>), whether or not the optimum is
/// degenerate. A share s of something (… − s M ≥ 0) stands in the matrix: the range is found for the row and told in s with M at
/// the end, s' = s + τ / M, where τ is the shift of the row. Where M is the same at both ends the cost is straight in s as well.
/// Beyond the range the price is no longer this one: tightening further costs more per unit, loosening further saves less.
/// The cost of a capacity may move as far as the plan stays optimal (<see cref="OptimalDuals"/>).
/// </remarks>
public sealed class Sensitivity
{
    /// <summary>A shadow price below this counts as none, yuan/a per unit, as in the plan.</summary>
    const double NoiseYuan = 1;

    readonly PlanningModel _plan;
    readonly LinearSolution _vertex;
    readonly PlanningSolution _solution;
    readonly OptimalFace _face;

    /// <summary>The sensitivities of a plan.</summary>
    /// <param name="plan">The planning problem.</param>
    /// <param name="vertex">Its optimum, a vertex.</param>
    /// <exception cref="ArgumentException">The solution is no vertex.</exception>
    public Sensitivity(PlanningModel plan, LinearSolution vertex)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(vertex);
        if (!vertex.HasBasis || !vertex.HasDuals)
        {
            throw new ArgumentException("a vertex is needed", nameof(vertex));
        }

        (_plan, _vertex, _solution) = (plan, vertex, plan.ReadSolution(vertex));
        _face = new OptimalFace(plan.Linear, vertex, plan.Options.Solver);
    }

    /// <summary>The ranges of all rules and limits that bind; with scenarios of limits only, as a rule is then several rows.</summary>
    public ImmutableArray<ShadowRange> Shadows(CancellationToken cancellation = default)
    {
        var (rules, links) = (_plan.Network.Snapshots.Scenarios is null ? _plan.Network.Rules : [], new LimitLinks(_plan));
        return
        [
            .. Enumerable.Range(0, rules.Length).Where(r => _solution.RuleShadowYuan[r] > NoiseYuan).Select(r => Rule(r, cancellation)),
            .. _solution.LimitShadows.Where(s => s.YuanPerUnit > NoiseYuan).Select(s => Limit(s, links.Of(s), cancellation)),
        ];
    }

    /// <summary>The ranges of the annual costs of all capacities that may be built.</summary>
    public ImmutableArray<CostRange> Costs(CancellationToken cancellation = default)
    {
        var (n, x, duals) = (_plan.Network, _plan.Variables, new OptimalDuals(_plan.Linear, _vertex, _plan.Options.Solver));
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
            .Select(i => (Name: names[i], Column: capacity.Column(i, 0))).Where(c => c.Column >= 0 && IsExpandable(c.Column))
            .Select(c => Cost((table, c.Name, column), c.Column, duals, cancellation));
    }

    bool IsExpandable(int column) => _plan.Linear.ColumnLower[column] < _plan.Linear.ColumnUpper[column];

    CostRange Cost((string Table, string Name, string Column) of, int column, OptimalDuals duals, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (least, most) = (duals.CostEnd(column, most: false, cancellation), duals.CostEnd(column, most: true, cancellation));
        return new()
        {
            Component = of.Table,
            Name = of.Name,
            Column = of.Column,
            Size = _vertex.Columns[column],
            CostYuanPerUnit = _plan.Linear.ColumnCost[column],
            From = least.Value,
            To = most.Value,
            IsProved = least.IsProved && most.IsProved,
        };
    }

    ShadowRange Limit(LimitShadow shadow, List<LimitLink> links, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (least, most) = (_face.LimitEnd(links, most: false, cancellation), _face.LimitEnd(links, most: true, cancellation));
        var first = links[0];
        var bound = first.Side == LimitSide.Lower ? _plan.Linear.ColumnLower[first.Column] : _plan.Linear.ColumnUpper[first.Column];
        return new()
        {
            Component = shadow.Component,
            Name = shadow.Name,
            Column = shadow.Column,
            YuanPerUnit = shadow.YuanPerUnit,
            Limit = bound / first.Factor,
            From = least.Value,
            To = most.Value,
            IsProved = least.IsProved && most.IsProved,
            IsStraight = true,
        };
    }

    ShadowRange Rule(int r, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (rule, row) = (_plan.Network.Rules[r], _plan.RuleRows[r]);
        var index = row.Rows.Block.First + row.Index;
        var (least, most) = (_face.RowEnd(index, most: false, cancellation), _face.RowEnd(index, most: true, cancellation));
        var here = _plan.Linear.RowLower[index] is var low && double.IsFinite(low) ? low : _plan.Linear.RowUpper[index];
        return new()
        {
            Component = "annual_rules",
            Name = rule.Name,
            Column = "limit",
            YuanPerUnit = _solution.RuleShadowYuan[r],
            Limit = rule.Limit,
            From = rule.Limit + Shift(rule.Kind, least, here),
            To = rule.Limit + Shift(rule.Kind, most, here),
            IsProved = least.IsProved && most.IsProved,
            IsStraight = IsStraight(rule.Kind, least, most),
        };
    }

    /// <summary>τ for a total, τ / M for a share of M.</summary>
    double Shift(AnnualRuleKind kind, FaceEnd end, double here) =>
        double.IsFinite(end.Value) ? (end.Value - here) / ShareOf(kind, end.Solution!) : end.Value;

    bool IsStraight(AnnualRuleKind kind, params ReadOnlySpan<FaceEnd> ends)
    {
        var here = ShareOf(kind, _vertex);
        foreach (var end in ends)
        {
            if (double.IsFinite(end.Value) && Math.Abs(ShareOf(kind, end.Solution!) - here) > 1e-9 * Math.Abs(here))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a share is taken of, MWh/a; 1 for a total.</summary>
    double ShareOf(AnnualRuleKind kind, LinearSolution solution) => new RuleShadows(_plan, solution).ShareOf(kind);
}
