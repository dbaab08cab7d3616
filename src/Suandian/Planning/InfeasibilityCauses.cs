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
                yield return Cause(isMissed ? InfeasibilityCauseKind.SumMissed : InfeasibilityCauseKind.SumBinding, (sum.Part, sum.Table, sum.Name),
                    (isMissed ? missed : sum.Limit, sum.Unit), null, ("name", sum.Name), ("column", sum.Column), ("limit", Say(sum.Limit)));
            }
        }
    }

    IEnumerable<InfeasibilityCause> Missing(InfeasibilityCauseKind kind, int[][] stretches)
    {
        double[] Power(int part, int bus)
        {
            var hours = _plan.Parts[part].Snapshots.Count;
            return [.. stretches[part][(bus * hours)..((bus + 1) * hours)].Select(s => _diagnosis.Stretches[s])];
        }

        return Enumerable.Range(0, _plan.Parts.Length)
            .SelectMany(p => _plan.Network.Buses.Select((bus, b) => (Part: _plan.Parts[p], Bus: bus, Power: Power(p, b))))
            .Where(b => b.Power.Max() > _least)
            .OrderByDescending(b => b.Power.Sum())
            .Select(b => Cause(kind, (b.Part, "buses", b.Bus.Name), (b.Power.Sum(), "MWh"), t => b.Power[t] > _least,
                ("name", new Text(b.Bus.NameZh ?? b.Bus.Name, b.Bus.NameEn ?? b.Bus.Name)), ("most", Say(b.Power.Max()))));
    }

    IEnumerable<InfeasibilityCause> Rules(bool isMissed, ImmutableArray<Relaxation> relaxations) =>
        Enumerable.Range(0, _plan.Parts.Length).SelectMany(part => Rules(part, isMissed, relaxations));

    IEnumerable<InfeasibilityCause> Rules(int part, bool isMissed, ImmutableArray<Relaxation> relaxations)
    {
        var least = Math.Max(_least, _diagnosis.Noise / ElasticPlan.RuleCost);
        for (var r = 0; r < _plan.Network.Rules.Length; r++)
        {
            var (rule, missed) = (_plan.Network.Rules[r], _diagnosis.Stretches[_plan.RuleMissed[part][r]]);
            var binds = ElasticPlan.IsBinding(_plan.Parts[part], r, _diagnosis);
            if ((missed > least) != isMissed || !(isMissed || binds))
            {
                continue;
            }

            var best = relaxations.FirstOrDefault(x => x.Kind == RelaxationKind.Rule && x.Changes[0].Name == rule.Name)?.Changes[0].To;
            var kind = isMissed ? InfeasibilityCauseKind.RuleMissed : InfeasibilityCauseKind.RuleBinding;
            var name = new Text(rule.NameZh ?? rule.Name, rule.NameEn ?? rule.Name);
            yield return Cause(kind, (_plan.Parts[part], "annual_rules", rule.Name),
                isMissed ? (missed, rule.Kind == AnnualRuleKind.Co2Max ? "t" : "MWh") : (rule.Limit, RelaxationSearch.UnitOf(rule.Kind)), null,
                ("name", name), ("limit", RelaxationSearch.SayLimit(rule.Kind, rule.Limit)),
                ("best", best is { } value ? Phrases.Of("infeasible.best", ("value", RelaxationSearch.SayLimit(rule.Kind, value))) : new Text("", "")));
        }
    }

    IEnumerable<InfeasibilityCause> Limits() => _plan.Limits
        .Select(limit => (Limit: limit, Value: limit.Worth(_diagnosis)))
        .Where(l => l.Value > _diagnosis.LeastDual)
        .OrderByDescending(l => l.Value)
        .SelectMany(l => Limits(l.Limit));

    /// <summary>A limit in each part in which it is used up; in the first where no hour tells.</summary>
    IEnumerable<InfeasibilityCause> Limits(ElasticLimit limit)
    {
        var hours = _plan.Parts.Select(part => Hours(part, HourlyRows[(limit.Kind, limit.Unit)], limit.Index)).ToArray();
        for (var p = 0; p < hours.Length; p++)
        {
            if (hours[p].Count > 0 || (p == 0 && Array.TrueForAll(hours, h => h.Count == 0)))
            {
                yield return Cause(InfeasibilityCauseKind.LimitReached, (_plan.Parts[p], limit.Component, limit.Name),
                    (limit.Value, limit.Unit), hours[p].Contains,
                    ("name", limit.Name), ("what", Phrases.Of("infeasible.component." + limit.Component)));
            }
        }
    }

    IEnumerable<InfeasibilityCause> LeastOutputs()
    {
        var generators = _plan.Network.Generators;
        foreach (var (part, g) in _plan.Parts.SelectMany(part => Enumerable.Range(0, generators.Count).Select(g => (part, g))))
        {
            var hours = Hours(part, ["generator_minimum"], g);
            if (hours.Count > 0)
            {
                yield return Cause(InfeasibilityCauseKind.LeastOutput, (part, "generators", generators.Name[g]),
                    (_plan.LeastPu[g], "pu"), hours.Contains, ("name", generators.Name[g]),
                    ("share", Say(100 * _plan.LeastPu[g]) + "%"));
            }
        }
    }

    /// <summary>Snapshots of a part in which rows of a component have a dual.</summary>
    HashSet<int> Hours(ElasticPart part, string[] blocks, int component) =>
    [
        .. blocks.SelectMany(name => part.RowsOf(name, component))
            .Where(r => Math.Abs(_diagnosis.Source.RowDuals[r.Row]) > _diagnosis.LeastDual).Select(r => r.Snapshot),
    ];

    InfeasibilityCause Cause(
        InfeasibilityCauseKind kind, (ElasticPart Part, string Component, string Name) who, (double Value, string Unit) size,
        Func<int, bool>? isMarked, params ReadOnlySpan<(string, object?)> places)
    {
        var hours = isMarked is null ? [] : InfeasibilityHours.Runs(who.Part.Snapshots, _how, isMarked);
        (string, object?)[] all =
        [
            .. places, ("size", Say(size.Value)), ("unit", size.Unit), ("hours", InfeasibilityHours.Say(hours)),
        ];
        return new()
        {
            Kind = kind,
            Part = who.Part.Name,
            Component = who.Component,
            Name = who.Name,
            Hours = hours,
            Size = size.Value,
            Unit = size.Unit,
            Text = In(who.Part, Phrases.Of("infeasible.cause." + ReplayKinds.Snake(kind.ToString()), all)),
        };
    }

    /// <summary>A cause with the stage or scenario it shows in.</summary>
    Text In(ElasticPart part, Text cause) => part.Name is not { } name ? cause : Phrases.Of("infeasible.in_part",
        ("part", _how.PartNames.TryGetValue(name, out var words) ? words : new Text(name, name)), ("cause", cause));

    /// <summary>A number for a sentence: four significant digits.</summary>
    internal static string Say(double value)
    {
        var decimals = value == 0 ? 0 : Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 9);
        return Math.Round(value, decimals).ToString("0.#########", CultureInfo.InvariantCulture);
    }
}
