using System.Collections.Immutable;
using System.Globalization;
using Suandian.Network;
using Suandian.Texts;

namespace Suandian.Planning;

/// <summary>Reads the causes from the optimum in which only supply, surplus and rules may give way.</summary>
sealed class InfeasibilityCauses
{
    /// <summary>Power or rule energy below this is round-off, MW or MWh: at a vertex, and inside the optimal face.</summary>
    static readonly (double Vertex, double Interior) Round = (1e-5, 1e-3);

    static readonly Dictionary<(RelaxationKind, string), string[]> HourlyRows = new()
    {
        [(RelaxationKind.Trade, "MW")] = ["trade_peak_limit"],
        [(RelaxationKind.Storage, "MW")] = ["storage_charge_limit", "storage_discharge_limit", "storage_level_limit"],
        [(RelaxationKind.Storage, "MWh")] = ["storage_level_limit"],
        [(RelaxationKind.Store, "MWh")] = ["store_level_limit"],
        [(RelaxationKind.Generator, "MW")] = ["generator_limit"],
        [(RelaxationKind.Link, "MW")] = ["link_forward_limit", "link_backward_limit"],
        [(RelaxationKind.Line, "MW")] = ["line_forward_limit", "line_backward_limit"],
    };

    readonly ElasticPlan _plan;
    readonly ElasticSolution _diagnosis;
    readonly InfeasibilityOptions _how;
    readonly double _least;

    internal InfeasibilityCauses(ElasticPlan plan, ElasticSolution diagnosis, InfeasibilityOptions how)
    {
        (_plan, _diagnosis, _how) = (plan, diagnosis, how);
        _least = diagnosis.Basis is null ? Round.Interior : Round.Vertex;
    }

    Snapshots Snapshots => _plan.Network.Snapshots;

    internal ImmutableArray<InfeasibilityCause> Find(ImmutableArray<Relaxation> relaxations)
    {
        InfeasibilityCause[] missing =
        [
            .. Missing(InfeasibilityCauseKind.Shortage, _plan.Shortage),
            .. Missing(InfeasibilityCauseKind.Surplus, _plan.Surplus),
            .. Sums(isMissed: true),
            .. Rules(isMissed: true, relaxations),
        ];
        return missing is [] ? [] : [.. missing, .. Rules(isMissed: false, relaxations), .. Sums(isMissed: false), .. Limits(), .. LeastOutputs()];
    }

    IEnumerable<InfeasibilityCause> Sums(bool isMissed)
    {
        foreach (var sum in _plan.Sums)
        {
            var (missed, dual) = (_diagnosis.Stretches[sum.Stretch], _diagnosis.Source.RowDuals[sum.Row]);
            var binds = Math.Abs(dual) > _diagnosis.LeastDual && dual > 0 == sum.IsLeast;
            if ((missed > _least) == isMissed && (isMissed || binds))
            {
                yield return Cause(isMissed ? InfeasibilityCauseKind.SumMissed : InfeasibilityCauseKind.SumBinding, (sum.Table, sum.Name),
                    (isMissed ? missed : sum.Limit, sum.Unit), null, ("name", sum.Name), ("column", sum.Column), ("limit", Say(sum.Limit)));
            }
        }
    }

    IEnumerable<InfeasibilityCause> Missing(InfeasibilityCauseKind kind, int[] stretches)
    {
        var hours = Snapshots.Count;
        var power = stretches.Select(s => _diagnosis.Stretches[s]).ToArray();
        return Enumerable.Range(0, _plan.Network.Buses.Length)
            .Select(b => (Bus: _plan.Network.Buses[b], Power: power[(b * hours)..((b + 1) * hours)]))
            .Where(b => b.Power.Max() > _least)
            .OrderByDescending(b => b.Power.Sum())
            .Select(b => Cause(kind, ("buses", b.Bus.Name), (b.Power.Sum(), "MWh"), t => b.Power[t] > _least,
                ("name", new Text(b.Bus.NameZh ?? b.Bus.Name, b.Bus.NameEn ?? b.Bus.Name)), ("most", Say(b.Power.Max()))));
    }

    IEnumerable<InfeasibilityCause> Rules(bool isMissed, ImmutableArray<Relaxation> relaxations)
    {
        var least = Math.Max(_least, _diagnosis.Noise / ElasticPlan.RuleCost);
        for (var r = 0; r < _plan.Network.Rules.Length; r++)
        {
            var (rule, missed) = (_plan.Network.Rules[r], _diagnosis.Stretches[_plan.RuleMissed[r]]);
            var binds = Math.Abs(_diagnosis.Source.RowDuals[_plan.RuleRow(r)]) > _diagnosis.LeastDual;
            if ((missed > least) != isMissed || !(isMissed || binds))
            {
                continue;
            }

            var best = relaxations.FirstOrDefault(x => x.Kind == RelaxationKind.Rule && x.Changes[0].Name == rule.Name)?.Changes[0].To;
            var kind = isMissed ? InfeasibilityCauseKind.RuleMissed : InfeasibilityCauseKind.RuleBinding;
            var name = new Text(rule.NameZh ?? rule.Name, rule.NameEn ?? rule.Name);
            yield return Cause(kind, ("annual_rules", rule.Name),
                isMissed ? (missed, rule.Kind == AnnualRuleKind.Co2Max ? "t" : "MWh") : (rule.Limit, RelaxationSearch.UnitOf(rule.Kind)), null,
                ("name", name), ("limit", RelaxationSearch.SayLimit(rule.Kind, rule.Limit)),
                ("best", best is { } value ? Phrases.Of("infeasible.best", ("value", RelaxationSearch.SayLimit(rule.Kind, value))) : new Text("", "")));
        }
    }

    IEnumerable<InfeasibilityCause> Limits() => _plan.Limits
        .Select(limit => (Limit: limit, Value: -_diagnosis.LimitDuals[limit.Row]))
        .Where(l => l.Value > _diagnosis.LeastDual)
        .OrderByDescending(l => l.Value)
        .Select(l =>
        {
            var hours = Hours(HourlyRows[(l.Limit.Kind, l.Limit.Unit)], l.Limit.Index);
            return Cause(InfeasibilityCauseKind.LimitReached, (l.Limit.Component, l.Limit.Name),
                (l.Limit.Value, l.Limit.Unit), hours.Contains,
                ("name", l.Limit.Name), ("what", Phrases.Of("infeasible.component." + l.Limit.Component)));
        });

    IEnumerable<InfeasibilityCause> LeastOutputs()
    {
        var generators = _plan.Network.Generators;
        for (var g = 0; g < generators.Count; g++)
        {
            var hours = Hours(["generator_minimum"], g);
            if (hours.Count > 0)
            {
                yield return Cause(InfeasibilityCauseKind.LeastOutput, ("generators", generators.Name[g]),
                    (_plan.LeastPu[g], "pu"), hours.Contains, ("name", generators.Name[g]),
                    ("share", Say(100 * _plan.LeastPu[g]) + "%"));
            }
        }
    }

    /// <summary>Snapshots in which rows of a component have a dual.</summary>
    HashSet<int> Hours(string[] blocks, int component)
    {
        var hours = new HashSet<int>();
        foreach (var name in blocks)
        {
            var block = _plan.RowBlock(name);
            hours.UnionWith(_plan.RowsOf(name, component)
                .Where(row => Math.Abs(_diagnosis.Source.RowDuals[row]) > _diagnosis.LeastDual).Select(block.Snapshot));
        }

        return hours;
    }

    InfeasibilityCause Cause(
        InfeasibilityCauseKind kind, (string Component, string Name) who, (double Value, string Unit) size,
        Func<int, bool>? isMarked, params ReadOnlySpan<(string, object?)> places)
    {
        var hours = isMarked is null ? [] : InfeasibilityHours.Runs(Snapshots, _how, isMarked);
        (string, object?)[] all =
        [
            .. places, ("size", Say(size.Value)), ("unit", size.Unit), ("hours", InfeasibilityHours.Say(hours)),
        ];
        return new()
        {
            Kind = kind,
            Component = who.Component,
            Name = who.Name,
            Hours = hours,
            Size = size.Value,
            Unit = size.Unit,
            Text = Phrases.Of("infeasible.cause." + ReplayKinds.Snake(kind.ToString()), all),
        };
    }

    /// <summary>A number for a sentence: four significant digits.</summary>
    internal static string Say(double value)
    {
        var decimals = value == 0 ? 0 : Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 9);
        return Math.Round(value, decimals).ToString("0.#########", CultureInfo.InvariantCulture);
    }
}
