using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Ledger.Targets;

/// <summary>What a reader must know beside a figure: what the document leaves open, what was left out, what may be counted twice.</summary>
public static class StatusFlags
{
    /// <summary>Flags that a form tells too, since they change what a row is worth or how it must be read.</summary>
    internal const string DoneLate = "done_late", ByQuarter = "by_quarter";

    /// <summary>Rows that a field nobody filled keeps out.</summary>
    public const string Lacking = "left_lacking";

    internal static ImmutableArray<StatusFlag> Of(Target target, Figure? figure, LedgerState state)
    {
        var flags = new List<StatusFlag>();
        void Flag(string code, params ReadOnlySpan<(string Name, object? Value)> places) =>
            flags.Add(new StatusFlag(code, Phrases.Of("ledger.flag." + code, places)));

        if (target.DueStatus == DueStatus.Missing)
        {
            Flag("due_missing", ("due", Written(target.Due)));
        }
        else if (target.DueStatus == DueStatus.Ambiguous)
        {
            Flag("due_ambiguous", ("due", Written(target.Due)), ("other", Written(target.DueOther)));
        }

        if (figure is null)
        {
            return [.. flags];
        }

        if (figure.Indicator is { IsSinceStated: false, IsCumulative: true } && target.Literal.Contains("累计", StringComparison.Ordinal))
        {
            Flag("since_assumed", ("since", Written(figure.Since)));
        }

        foreach (var reason in Enum.GetValues<Exclusion>().Where(r => r is not (Exclusion.Later or Exclusion.Lacking)))
        {
            if (figure.Left(reason) is > 0 and var left)
            {
                Flag("left_" + Snake(reason), ("rows", left), ("since", Written(figure.Since)));
            }
        }

        Text[] lacking = [.. figure.Excluded.SelectMany(e => e.Fields).Distinct()];
        if (lacking.Length > 0)
        {
            Flag(Lacking, ("rows", figure.Left(Exclusion.Lacking)), ("fields", new Text(string.Join('、', lacking.Select(f => f.Zh)), string.Join(", ", lacking.Select(f => f.En)))));
        }

        if (figure.WithoutProof > 0)
        {
            Flag("unproved", ("rows", figure.WithoutProof), ("all", figure.Raw));
        }

        if (figure.Distinct is { } distinct && distinct != figure.Raw && figure.Indicator.Formula != Formula.Ratio)
        {
            Flag("raw_and_distinct", ("raw", figure.Raw), ("distinct", distinct));
        }

        AddOverlaps(target, figure, state, Flag);
        return [.. flags];
    }

    /// <summary>What the judgement adds: reached late, counted by quarters, more than asked for.</summary>
    internal static IEnumerable<StatusFlag> Of(Judgement judgement)
    {
        var (target, figure) = (judgement.Target, judgement.Figure);
        if (judgement.ReachedLate is { } day)
        {
            yield return new(DoneLate, Phrases.Of("ledger.flag." + DoneLate, ("day", Written(day)), ("due", Written(target.Due))));
        }

        if (judgement.Counted is { } counted && counted != figure.Value)
        {
            var (all, met) = judgement.ByQuarters;
            yield return new(ByQuarter, Phrases.Of("ledger.flag." + ByQuarter, ("all", all), ("met", met), ("number", judgement.PerQuarter),
                ("counted", CountingUnit.Amount(counted, target.Unit)), ("figure", CountingUnit.Amount(figure.Value!.Value, target.Unit))));
        }

        if (judgement.IsOver)
        {
            yield return new("over", Phrases.Of("ledger.flag.over", ("threshold", target.Threshold)));
        }
    }

    delegate void Raise(string code, params ReadOnlySpan<(string Name, object? Value)> places);

    /// <summary>Overlaps are looked for among all rows of the other target, whatever its day, since a double count is one at any time.</summary>
    static void AddOverlaps(Target target, Figure figure, LedgerState state, Raise raise)
    {
        foreach (string other in target.Overlaps)
        {
            if (state.Row("targets", other) is { } row && row["indicator"] is { Length: > 0 } indicator
                && new FigureMaker(state, DateOnly.MaxValue, isStrict: false).Make(indicator) is { } second)
            {
                var shared = Overlap.Of(figure, second);
                raise(shared.IsEmpty ? "no_overlap" : "overlap", ("other", other), ("number", shared.Length), ("keys", Shown(figure.Indicator, shared)));
            }
        }
    }

    /// <summary>The first few, unless they stand for people.</summary>
    static string Shown(Indicator indicator, ImmutableArray<string> shared) =>
        FieldPath.Parse(indicator.Register, indicator.Field)?.Field is { Personal: not Personal.None } ? "***" : string.Join(", ", shared.Take(5));

    static string Snake(Exclusion reason) => reason switch
    {
        Exclusion.BeforeSince => "before",
        Exclusion.WithoutProof => "unproved",
        Exclusion.OtherUnit => "unit",
        _ => reason.ToString().ToLowerInvariant(),
    };

    static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "–";
}
