using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Texts;

namespace Suandian.Planning;

/// <summary>Finds the least changes that make a case feasible: each limit alone, and all together where none suffices alone.</summary>
sealed class RelaxationSearch(ElasticPlan plan, ElasticSolves solves)
{
    /// <summary>Changes below this are round-off, MW, MWh or pu.</summary>
    const double Least = 1e-7;

    /// <summary>No rule is missed by more, MWh/a or t/a.</summary>
    const double MostMissed = 1e10;

    /// <summary>A value this close to a round number is that number, relative.</summary>
    const double RoundOff = 1e-8;

    const int ShareSteps = 6;

    internal ImmutableArray<Relaxation> Find(ElasticSolution diagnosis)
    {
        var found = new List<Relaxation>();
        foreach (var limits in Candidates(diagnosis))
        {
            Try(found, limits[0].Kind, limits.Select(l => l.Stretch), s => Changes(limits, s));
        }

        foreach (var g in Enumerable.Range(0, plan.LeastOutput.Length).Where(g => HasLeastOutputDual(diagnosis, g)))
        {
            Try(found, RelaxationKind.LeastOutput, [plan.LeastOutput[g]], s => LeastOutput(g, s));
        }

        found.AddRange(Enumerable.Range(0, plan.Network.Rules.Length)
            .Where(r => plan.IsBinding(r, diagnosis)).Select(Rule).OfType<Relaxation>());
        foreach (var sum in plan.Sums.Where(s => HasDual(diagnosis, [s.Row])))
        {
            Try(found, RelaxationKind.Sum, [sum.Stretch], s => Sum(sum, s));
        }

        Try(found, RelaxationKind.Shedding, plan.Shed.SelectMany(s => s).Where(s => s >= 0), Shedding);
        if (found.TrueForAll(r => r.Kind == RelaxationKind.Shedding))
        {
            Try(found, RelaxationKind.Together, [.. plan.Limits.Select(l => l.Stretch), .. plan.LeastOutput], Together);
        }

        return [.. found.OrderBy(r => r.Kind)];
    }

    /// <summary>
    /// Limits by component that have a dual, the most helpful first. The duals of the diagnosis prove that the case is
    /// infeasible; a limit without a dual has no part in that proof, so changing it alone cannot help.
    /// </summary>
    IEnumerable<ElasticLimit[]> Candidates(ElasticSolution diagnosis) => plan.Limits
        .GroupBy(l => (l.Kind, l.Index))
        .Select(g => (Limits: g.ToArray(), Dual: g.Sum(l => l.Worth(diagnosis))))
        .Where(g => g.Dual > diagnosis.LeastDual)
        .OrderByDescending(g => g.Dual)
        .Select(g => g.Limits);

    bool HasLeastOutputDual(ElasticSolution diagnosis, int g) => Array.Exists(plan.Parts, part =>
        HasDual(diagnosis, part.RowsOf("generator_minimum", g).Select(r => r.Row)));

    static bool HasDual(ElasticSolution diagnosis, IEnumerable<int> rows) =>
        rows.Any(row => Math.Abs(diagnosis.Source.RowDuals[row]) > diagnosis.LeastDual);

    void Try(List<Relaxation> found, RelaxationKind kind, IEnumerable<int> open, Func<ElasticSolution, LimitChange[]> read)
    {
        var stretches = open.ToHashSet();
        double? most = kind == RelaxationKind.Shedding ? null : ElasticPlan.Absurd * stretches.Count;
        if (stretches.Count > 0 && solves.Solve(stretches, most) is { } solution && read(solution) is { Length: > 0 } changes)
        {
            found.Add(new Relaxation { Kind = kind, Changes = [.. changes], Text = Say(kind, changes) });
        }
    }

    static LimitChange[] Changes(IEnumerable<ElasticLimit> limits, ElasticSolution solution)
    {
        var changes = limits.Where(l => solution.Stretches[l.Stretch] > Least)
            .Select(l => new LimitChange(l.Component, l.Name, l.Column, l.Value, Up(l.Value + solution.Stretches[l.Stretch]), l.Unit))
            .ToArray();
        return Array.Exists(changes, c => c.To > ElasticPlan.Absurd) ? [] : changes;
    }

    LimitChange[] LeastOutput(int g, ElasticSolution solution)
    {
        var (from, less) = (plan.LeastPu[g], solution.Stretches[plan.LeastOutput[g]]);
        return less > Least
            ? [new("generators", plan.Network.Generators.Name[g], "minimum_pu", from, Math.Max(0, Down(from - less)), "pu")]
            : [];
    }

    static LimitChange[] Sum(ElasticSum sum, ElasticSolution solution)
    {
        var by = solution.Stretches[sum.Stretch];
        return by <= Least ? [] : [new(sum.Table, sum.Name, sum.Column, sum.Limit, sum.IsLeast ? Down(sum.Limit - by) : Up(sum.Limit + by), sum.Unit)];
    }

    LimitChange[] Shedding(ElasticSolution solution)
    {
        double Most(int b) => plan.Parts.Zip(plan.Shed).Max(p => p.Second.AsSpan(b * p.First.Snapshots.Count, p.First.Snapshots.Count).ToArray()
            .Max(s => s < 0 ? 0 : solution.Stretches[s]));
        return [.. Enumerable.Range(0, plan.Network.Buses.Length)
            .Select(b => (Bus: plan.Network.Buses[b].Name, Most: Most(b)))
            .Where(b => b.Most > Least)
            .Select(b => new LimitChange("loads", b.Bus, "shed_mw", 0, Up(b.Most), "MW"))];
    }

    LimitChange[] Together(ElasticSolution solution) =>
        [.. Changes(plan.Limits, solution), .. Enumerable.Range(0, plan.LeastOutput.Length).SelectMany(g => LeastOutput(g, solution))];

    /// <summary>
    /// The best value a rule can reach in all parts while all else holds. A share is a ratio of two sums that the plan both decides, so its
    /// best value is found by Dinkelbach's method: the value reached becomes the limit of the next problem. Of several parts the worst counts.
    /// </summary>
    /// <remarks>
    /// W. Dinkelbach, On nonlinear fractional programming, Management Science 13, 1967, doi:10.1287/mnsc.13.7.492; the largest of several
    /// ratios: J.-P. Crouzeix, J. A. Ferland, S. Schaible, Journal of Optimization Theory and Applications 47, 1985, doi:10.1007/BF00941314.
    /// </remarks>
    Relaxation? Rule(int r)
    {
        var rule = plan.Network.Rules[r];
        var (elastic, limit) = (plan, rule.Limit);
        for (var step = 0; step < ShareSteps; step++)
        {
            if (solves.Solve(new HashSet<int> { elastic.RuleBest[r] }, MostMissed, elastic) is not { } solution)
            {
                return null;
            }

            var value = Value(elastic, rule, solution.Source);
            if (!double.IsFinite(value) || Math.Abs(value - limit) < 1e-9 * Math.Max(1, Math.Abs(limit)))
            {
                break;
            }

            limit = value;
            if (UnitOf(rule.Kind) != "pu")
            {
                break;
            }

            elastic = plan.With(Change(rule, limit));
        }

        var isLeast = ElasticPlan.IsLeast(rule.Kind);
        var change = Change(rule, isLeast ? Down(limit) : Up(limit));
        return (isLeast ? rule.Limit - change.To : change.To - rule.Limit) > Least && change.To >= 0
            ? new Relaxation { Kind = RelaxationKind.Rule, Changes = [change], Text = Say(RelaxationKind.Rule, [change]) }
            : null;
    }

    static double Value(ElasticPlan elastic, AnnualRule rule, LinearSolution solution)
    {
        var values = elastic.Parts.Select(part => ReplayRules.Check(rule, YearlySums.Of(part.Network, part.Read(solution))).Value);
        return ElasticPlan.IsLeast(rule.Kind) ? values.Min() : values.Max();
    }

    static LimitChange Change(AnnualRule rule, double to) =>
        new("annual_rules", rule.Name, "limit", rule.Limit, to, UnitOf(rule.Kind));

    internal static string UnitOf(AnnualRuleKind kind) => kind switch
    {
        AnnualRuleKind.ExportEnergyMax => "MWh",
        AnnualRuleKind.Co2Max => "t",
        _ => "pu",
    };

    /// <summary>A limit of a rule for people: per cent, MWh/a or t/a.</summary>
    internal static string SayLimit(AnnualRuleKind kind, double limit) => UnitOf(kind) == "pu"
        ? InfeasibilityCauses.Say(100 * limit) + "%"
        : $"{InfeasibilityCauses.Say(limit)} {UnitOf(kind)}";

    Text Say(RelaxationKind kind, LimitChange[] changes) => kind switch
    {
        RelaxationKind.Rule => SayRule(changes[0]),
        RelaxationKind.Sum => Phrases.Of("infeasible.relax.sum", ("name", changes[0].Name), ("column", changes[0].Column), ("unit", changes[0].Unit),
            ("from", InfeasibilityCauses.Say(changes[0].From)), ("to", InfeasibilityCauses.Say(changes[0].To))),
        RelaxationKind.Together => Phrases.Of("infeasible.relax.together", ("changes", SayAll(changes))),
        RelaxationKind.Shedding => Phrases.Of("infeasible.relax.shedding", ("changes", SayAll(changes))),
        _ => SayAll(changes),
    };

    /// <summary>Changes that are made together.</summary>
    Text SayAll(LimitChange[] changes)
    {
        var words = changes.Select(SayChange).ToArray();
        return new(string.Join("，并且", words.Select(w => w.Zh)), string.Join(" and ", words.Select(w => w.En)));
    }

    Text SayRule(LimitChange change)
    {
        var rule = plan.Network.Rules.First(r => r.Name == change.Name);
        return Phrases.Of(ElasticPlan.IsLeast(rule.Kind) ? "infeasible.relax.rule_min" : "infeasible.relax.rule_max",
            ("name", new Text(rule.NameZh ?? rule.Name, rule.NameEn ?? rule.Name)),
            ("from", SayLimit(rule.Kind, change.From)), ("to", SayLimit(rule.Kind, change.To)));
    }

    Text SayChange(LimitChange change) => Phrases.Of(
        Duration(change) is null ? "infeasible.change." + change.Column : "infeasible.change.power_and_energy",
        ("energy", Duration(change) is { } hours ? InfeasibilityCauses.Say(hours * change.To) : null), ("what", Phrases.Of("infeasible.component." + change.Component)), ("name", change.Name),
        ("from", InfeasibilityCauses.Say(change.From)), ("to", InfeasibilityCauses.Say(change.To)));

    /// <summary>Energy over power of a storage unit sized together, h; null for all else.</summary>
    double? Duration(LimitChange change)
    {
        var (units, isPower) = (plan.Network.StorageUnits, change is { Component: "storage_units", Column: "power_max_mw" });
        return isPower && Array.IndexOf(units.Name, change.Name) is var s and >= 0 && !units.SizedApart[s] ? units.DurationH[s] : null;
    }

    /// <summary>Rounded up to four significant digits.</summary>
    internal static double Up(double value)
    {
        var unit = Unit(value);
        return Math.Round(Math.Ceiling((value - RoundOff * Math.Max(1, Math.Abs(value))) / unit) * unit, 9);
    }

    /// <summary>Rounded down to four significant digits.</summary>
    internal static double Down(double value)
    {
        var unit = Unit(value);
        return Math.Round(Math.Floor((value + RoundOff * Math.Max(1, Math.Abs(value))) / unit) * unit, 9);
    }

    static double Unit(double value) => value == 0 ? 1e-4 : Math.Max(1e-6, Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 3));
}
