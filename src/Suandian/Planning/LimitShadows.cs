using System.Collections.Immutable;
using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>What one more unit of each capacity limit saves, from reduced costs.</summary>
/// <remarks>
/// Expandable: −reduced cost of the capacity at its upper limit, so after paying for the unit itself.
/// Fixed: the saving in operation, before any cost of the unit, because its cost is not in the case. The reduced cost of the
/// fixed column holds what comes through rows; hourly bounds β z add −β × reduced cost of each hour that rests on its bound.
/// </remarks>
sealed class LimitShadows(PlanningModel plan, LinearSolution solution)
{
    /// <summary>Share of a limit within which a capacity counts as being at it; a point without a vertex stays a little below.</summary>
    const double AtLimit = 1e-4;

    /// <summary>A saving below this counts as none, yuan/a per unit.</summary>
    const double NoiseYuan = 1;

    readonly ImmutableArray<LimitShadow>.Builder _shadows = ImmutableArray.CreateBuilder<LimitShadow>();
    readonly Dictionary<Variables, double[]> _reduced = [];
    readonly int _snapshots = plan.Network.Snapshots.Count;

    internal ImmutableArray<LimitShadow> Read()
    {
        var (n, x) = (plan.Network, plan.Variables);
        AddGenerators();
        AddStorage();
        Add(("stores", "energy_max_mwh", "energy_mwh"), n.Stores.Name, x.Stores.Energy, e => Hours(x.Stores.Level, e));
        Add(("links", "power_max_mw", "power_mw"), n.Links.Name, x.Links.Capacity,
            l => Hours(x.Links.Forward, l) + Hours(x.Links.Backward, l));
        Add(("lines", "capacity_max_mw", "capacity_mw"), n.Lines.Name, x.Lines.Capacity, l => Hours(x.Lines.Flow, l, isTwoSided: true));
        AddTrades();
        Add(("clusters", "it_capacity_max_mw", "it_capacity_mw"), n.Clusters.Name, x.Computing.Capacity, _ => 0);
        Add(("fibres", "capacity_max_gbit_s", "capacity_gbit_s"), n.Fibres.Name, x.FibreCapacity, _ => 0);
        return _shadows.ToImmutable();
    }

    void AddGenerators()
    {
        var (generators, power) = (plan.Network.Generators, plan.Variables.Generators.Power);
        var reduced = Reduced(power);
        double Saving(int g)
        {
            var sum = 0.0;
            for (var i = g * _snapshots; i < (g + 1) * _snapshots; i++)
            {
                sum -= generators.AvailabilityPu[i] * (reduced[i] < 0 ? reduced[i] : generators.MinimumPu[g] * reduced[i]);
            }

            return sum;
        }

        Add(("generators", "capacity_max_mw", "capacity_mw"), generators.Name, plan.Variables.Generators.Capacity, Saving);
    }

    void AddStorage()
    {
        var (units, x) = (plan.Network.StorageUnits, plan.Variables.Storage);
        double PowerSaving(int s) => Hours(x.Charge, s) + Hours(x.Discharge, s)
            + (units.SizedApart[s] ? 0 : units.DurationH[s] * Hours(x.Level, s));
        Add(("storage_units", "power_max_mw", "power_mw"), units.Name, x.Power, PowerSaving);
        Add(("storage_units", "energy_max_mwh", "energy_mwh"), units.Name, x.Energy, s => Hours(x.Level, s));
    }

    void AddTrades()
    {
        var (trades, periods) = (plan.Network.Trades, plan.Periods);
        var (peak, value) = (Reduced(plan.Variables.Trades.Peak), solution.Values(plan.Variables.Trades.Peak));
        for (var k = 0; k < trades.Count; k++)
        {
            var saving = periods.Has(k) ? 0 : Hours(plan.Variables.Trades.Power, k);
            for (var m = 0; m < periods.Count; m++)
            {
                saving += periods.Trade[m] == k && IsAt(value[m], trades.MaxMw[k]) ? Math.Max(0, -peak[m]) : 0;
            }

            _shadows.Add(new("tariffs", trades.Name[k], "power_max_mw", Cleared(saving)));
        }
    }

    void Add((string Table, string Max, string Fixed) columns, string[] names, Variables capacity, Func<int, double> hourly)
    {
        var (values, reduced) = (solution.Values(capacity), Reduced(capacity));
        for (var i = 0; i < names.Length; i++)
        {
            var column = capacity.Column(i, 0);
            if (column >= 0)
            {
                var (lower, upper) = (plan.Linear.ColumnLower[column], plan.Linear.ColumnUpper[column]);
                var saving = lower < upper ? (IsAt(values[i], upper) ? -reduced[i] : 0) : -reduced[i] + hourly(i);
                _shadows.Add(new(columns.Table, names[i], lower < upper ? columns.Max : columns.Fixed, Cleared(saving)));
            }
        }
    }

    /// <summary>Σ −reduced cost over the hours at the upper bound, and at the lower one where the bounds are ± the limit.</summary>
    double Hours(Variables variables, int component, bool isTwoSided = false)
    {
        var sum = 0.0;
        foreach (var reduced in Reduced(variables).AsSpan(component * _snapshots, _snapshots))
        {
            sum += reduced < 0 ? -reduced : isTwoSided ? reduced : 0;
        }

        return sum;
    }

    /// <summary>0 for what is less than the noise of a point without a vertex.</summary>
    static double Cleared(double saving) => saving < NoiseYuan ? 0 : saving;

    double[] Reduced(Variables variables) =>
        _reduced.TryGetValue(variables, out var known) ? known : _reduced[variables] = solution.Reduced(variables);

    static bool IsAt(double value, double limit) => value >= limit - AtLimit * Math.Max(1, limit);
}
