using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Documents.Targets;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations.Programme.Ledger.Drafts;

/// <summary>What a person has confirmed of a document, as rows of the register targets.</summary>
public static class ConfirmedDrafts
{
    /// <summary>Changes that enter confirmed drafts; an empty indicator becomes the one whose keywords fit.</summary>
    /// <param name="drafts">Confirmed rows of a table of drafts.</param>
    /// <param name="state">Ledger they are to enter.</param>
    public static ImmutableArray<Change> Changes(IEnumerable<ConfirmedDraft> drafts, LedgerState state)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(state);
        Indicator[] indicators = [.. state.Rows("indicators").Select(Indicator.From)];
        return [.. drafts.Select(draft => new Change
        {
            Kind = ChangeKind.Add, Register = "targets", Id = draft.Target.Id, Line = draft.Line,
            Values = Fields(draft.Target, indicators).Where(f => f.Value.Length > 0).ToImmutableDictionary(f => f.Field, f => f.Value),
        })];
    }

    /// <summary>Drafts whose indicator computes another target already: the form would no longer know which of them a row means.</summary>
    /// <param name="changes">What <see cref="Changes"/> gave.</param>
    /// <param name="state">Ledger they are to enter.</param>
    /// <param name="source">File of the drafts, as problems name it.</param>
    public static ImmutableArray<Problem> Shared(ImmutableArray<Change> changes, LedgerState state, string source)
    {
        ArgumentNullException.ThrowIfNull(state);
        var findings = new Findings();
        var known = state.Rows("targets").Where(t => t["indicator"].Length > 0).Select(t => (t["indicator"], t.Address.Id)).ToList();
        foreach (var change in changes.Where(c => c.Values.ContainsKey("indicator") && state.Row("targets", c.Id) is null))
        {
            string indicator = change.Values["indicator"];
            string[] others = [.. known.Where(t => t.Item1 == indicator && t.Id != change.Id).Select(t => t.Id)];
            if (others.Length > 0)
            {
                findings.Add(ProblemCode.LedgerIndicatorShared, new Source(source).At(change.Line, "indicator"), indicator, ("targets", string.Join("、", others)));
            }

            known.Add((indicator, change.Id));
        }

        return findings.Sorted();
    }

    static IEnumerable<(string Field, string Value)> Fields(DraftTarget draft, IReadOnlyList<Indicator> indicators)
    {
        bool isInterval = draft.Comparator == Comparator.Interval;
        var (plan, weights) = Plan(draft);
        return
        [
            ("section", draft.Section), ("name_zh", draft.Name), ("name_en", draft.NameEn), ("scope", draft.Scope),
            ("indicator", draft.Indicator.Length > 0 ? draft.Indicator : IndicatorMatch.Of(draft, indicators)?.Id ?? ""),
            ("cmp", DraftTable.SignOf(draft.Comparator)),
            ("value", isInterval ? DraftTable.Day(draft.Start) : DraftTable.Number(draft.Value)),
            ("max", isInterval ? DraftTable.Day(draft.Due) : draft.Comparator == Comparator.Range ? DraftTable.Number(draft.Max) : ""),
            ("unit", draft.Unit ?? ""), ("due", DraftTable.Day(draft.Due)), ("due_status", DraftTable.NameOf(draft.DueStatus)),
            ("due_other", DraftTable.Day(draft.DueAlternatives.Where(day => day != draft.Due).Select(day => (DateOnly?)day).FirstOrDefault())),
            ("literal", draft.Literal), ("line", string.Join(';', draft.Places.Select(place => DraftTable.Number(place.Line)))), ("source", draft.Source),
            ("plan", plan), ("plan_weights", weights), ("overlaps", string.Join(';', draft.MayOverlap)),
        ];
    }

    /// <summary>The plan that was stated; else so many a quarter where the text says so, all at the end for what stands or not, evenly for the rest.</summary>
    static (string Plan, string Weights) Plan(DraftTarget draft) => draft switch
    {
        { Plan.Length: > 0 } => (draft.Plan, draft.PlanWeights),
        { DueStatus: DueStatus.EachQuarter, Comparator: Comparator.AtLeast or Comparator.Equal or Comparator.CountOnly } => ("each_quarter", DraftTable.Number(draft.PerPeriod)),
        { Kind: TargetKind.Milestone or TargetKind.Interval } => ("at_due", ""),
        _ => ("", draft.PlanWeights),
    };
}
