using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>A due date with what a person should look at.</summary>
/// <param name="Due">Date and where it comes from.</param>
/// <param name="Alternatives">Dates left open.</param>
/// <param name="Doubts">What to look at.</param>
/// <param name="Recurring">The recurring time; null for none.</param>
sealed record DueReading(Due Due, ImmutableArray<DateOnly> Alternatives, ImmutableArray<DraftDoubt> Doubts, DateMention? Recurring)
{
    /// <summary>Year or years named beside a recurring time; null for none.</summary>
    internal DateMention? Years { get; init; }
}

/// <summary>Decides which time a target is due at.</summary>
/// <param name="period">Period of the document.</param>
/// <param name="listDate">Time of the sentence that leads over to a list; null for none.</param>
sealed class DueRules(PlanPeriod period, DateMention? listDate)
{
    /// <summary>The due date of a promise.</summary>
    /// <param name="section">Where it stands.</param>
    /// <param name="own">Time in its own clause; null for none.</param>
    /// <param name="state">What earlier clauses leave.</param>
    internal DueReading Of(Section section, DateMention? own, SentenceState state)
    {
        if (own is not null)
        {
            return Read(own, section, state, own.Kind == DateKind.Each ? own : null);
        }

        if (state.Governing is { } governing)
        {
            return Read(governing, section, state, null);
        }

        if (state.Neighbour is { } neighbour)
        {
            return Beside(neighbour, section, state);
        }

        if (listDate is not null)
        {
            return Read(listDate, section, state, null);
        }

        var end = period.EndAt(section);
        return new DueReading(new Due(end, DueStatus.PeriodEnd), [], end is null ? [DraftDoubt.NoYear] : [], null);
    }

    DueReading Read(DateMention date, Section section, SentenceState state, DateMention? recurring)
    {
        var due = period.DueOf(date, section, state.Year);
        var doubts = ImmutableArray.CreateBuilder<DraftDoubt>();
        if (date.IsSoft)
        {
            doubts.Add(DraftDoubt.SoftDate);
        }

        if (due.Status == DueStatus.Missing)
        {
            doubts.Add(date.Kind == DateKind.Relative ? DraftDoubt.RelativeDue : DraftDoubt.NoDue);
        }

        if (due.Date is null)
        {
            doubts.Add(DraftDoubt.NoYear);
        }

        if (date.IsBeforeQuarter && due.Date is { } last)
        {
            var before = new DateOnly(last.Year, last.Month, 1).AddMonths(-2).AddDays(-1);
            doubts.Add(DraftDoubt.TwoDues);
            return new DueReading(new Due(before, DueStatus.Ambiguous), [before, last], doubts.ToImmutable(), recurring);
        }

        return new DueReading(due, [], doubts.ToImmutable(), recurring);
    }

    /// <summary>The clause before has a time inside it: the same one here, or the end of the period?</summary>
    DueReading Beside(DateMention neighbour, Section section, SentenceState state)
    {
        var due = period.DueOf(neighbour, section, state.Year);
        var end = period.EndAt(section);
        return due.Date == end || due.Date is null || end is null
            ? new DueReading(new Due(end, due.Date == end ? due.Status : DueStatus.PeriodEnd), [], end is null ? [DraftDoubt.NoYear] : [], null)
            : new DueReading(new Due(due.Date, DueStatus.Ambiguous), [due.Date.Value, end.Value], [DraftDoubt.TwoDues], null);
    }
}
