using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Lexicon;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <content>Promises without a number: milestones, directions, states, examples, counts.</content>
sealed partial class ItemTargets
{
    /// <summary>服务期限：from a day to a day.</summary>
    bool Interval(ImmutableArray<DateMention> dates)
    {
        var interval = dates.FirstOrDefault(date => date.Kind == DateKind.Interval);
        if (interval is null || !Vocabulary.Has(_text, "period_label"))
        {
            return false;
        }

        var label = Vocabulary.First(_text, "period_label")!.Value.Word;
        var due = new DueReading(new Due(interval.To, DueStatus.StatedDay), [], [], null);
        drafts.Take(item.Passage, interval.Start, interval.End);
        var row = Row(label, TargetKind.Interval, Comparator.Interval, (interval.Start, interval.End), due);
        var hasSecond = SecondStart().IsMatch(_text[interval.End..]);
        drafts.Add(row with { Start = interval.From, Unit = "日", UnitLiteral = "日", Confidence = 0.95, Doubts = hasSecond ? [DraftDoubt.SecondStart] : [] });
        return true;
    }

    /// <summary>A thing that stands, begins or takes place by a named time.</summary>
    bool Milestone(Clause clause, ImmutableArray<DateMention> dates)
    {
        var words = Quoted().Replace(_text[clause.Start..clause.End], "");
        var date = dates.LastOrDefault(date => date.Kind is not (DateKind.Each or DateKind.Period or DateKind.Interval or DateKind.Years));
        date ??= _state.IsTimeOpen ? _state.Governing : list.IsCell ? list.Date : null;
        if (date is null || !(Vocabulary.Has(words, "finish") || Vocabulary.Has(words, "start")) || Vocabulary.Before(words, "circumstance") is not null)
        {
            return false;
        }

        var due = _dues.Of(item.Section, date, _state);
        if (Finishes(clause, due))
        {
            return true;
        }

        var name = Standing(NameOf(clause.Start, clause.End));
        if (name.Length < 3)
        {
            return false;
        }

        var start = clause.Holds(date.Start, date.End) ? date.Start : clause.Start;
        var row = Row(name, TargetKind.Milestone, Comparator.Equal, (start, clause.End), due);
        drafts.Take(item.Passage, clause.Start, clause.End);
        row = row with { Value = 1, Unit = TargetNames.HasPhase(list.IsCell ? item.Section.Title + name : name) ? "期" : null, Places = [item.Passage.PlaceOf(clause.Start, clause.End)] };
        Add(row with { Confidence = ConfidenceOf(row) });
        return true;
    }

    /// <summary>建成三座，11 月底前通过验收: the time belongs to the number before.</summary>
    bool Finishes(Clause clause, DueReading due)
    {
        var isBare = TargetNames.WithoutVerbs(NameOf(clause.Start, clause.End)).Length == 0;
        if (!isBare || clause.Break != ClauseBreak.Comma || drafts.Count == _rowsBefore
            || drafts.Last is not { Kind: TargetKind.Number, DueStatus: DueStatus.PeriodEnd } row
            || Vocabulary.Has(_text.AsSpan()[clause.Start..clause.End], "start"))
        {
            return false;
        }

        drafts.Take(item.Passage, clause.Start, clause.End);
        drafts.DueFrom(drafts.WholeOf(row), due);
        return true;
    }

    /// <summary>进一步降低 and the like, without a number.</summary>
    bool Direction(Clause clause, ImmutableArray<DateMention> dates)
    {
        var words = _text[clause.Start..clause.End];
        if (!item.IsLeaf || Vocabulary.Last(words, "degree") is not { } degree
            || UnitTable.Implied(words.AsSpan(0, degree.At)) is not { } implied)
        {
            return false;
        }

        var after = words.AsSpan(degree.At + degree.Word.Length);
        var falls = Vocabulary.At(after, "indicator_down");
        if ((falls ?? Vocabulary.At(after, "indicator_up")) is not { } verb)
        {
            return false;
        }

        var start = clause.Start + degree.At;
        var row = Row(NameOf(clause.Start, start + degree.Word.Length + verb.Length), TargetKind.Direction,
            falls is null ? Comparator.DirectionUp : Comparator.DirectionDown, (start, start + degree.Word.Length + verb.Length), DueOfClause(dates));
        AddOpen(row with { Unit = implied.Unit.Length > 0 ? implied.Unit : null }, clause, DraftDoubt.NoBaseline);
        return true;
    }

    /// <summary>入户、入校、入企: a state for each of several.</summary>
    bool Parallel(Clause clause, ImmutableArray<DateMention> dates)
    {
        var match = ParallelStates().Match(_text, clause.Start, clause.End - clause.Start);
        if (!match.Success || !item.IsEntry || !item.IsLeaf
            || Vocabulary.Last(_text.AsSpan()[clause.Start..match.Index], "reach") is not { } reach)
        {
            return false;
        }

        var subject = TargetNames.Trimmed(_text[(clause.Start + reach.At + reach.Word.Length)..match.Index]);
        foreach (Capture state in match.Groups["state"].Captures)
        {
            var row = Row(subject + state.Value, TargetKind.Boolean, Comparator.Boolean, (state.Index, state.Index + state.Length), DueOfClause(dates));
            AddOpen(row, clause, DraftDoubt.NoNumber);
        }

        return true;
    }

    /// <summary>打造示范, 争创样板: judged in grades.</summary>
    void Example(Clause clause, ImmutableArray<DateMention> dates)
    {
        var words = _text[clause.Start..clause.End];
        if (!item.IsEntry || !item.IsLeaf || Vocabulary.Before(words, "example") is null || Vocabulary.First(words, "strive") is not { } strive)
        {
            return;
        }

        var row = Row(NameOf(clause.Start, clause.End), TargetKind.Qualitative, Comparator.Qualitative,
            (clause.Start + strive.At, clause.End), DueOfClause(dates));
        AddOpen(row, clause, DraftDoubt.NoNumber);
    }

    /// <summary>配合做好会务: an item without any other row that only lends a hand.</summary>
    void CountOnly(ImmutableArray<Clause> clauses)
    {
        if (!item.IsEntry || !item.IsLeaf || !Vocabulary.Has(item.Text, "meeting"))
        {
            return;
        }

        foreach (var clause in clauses.Where(clause => Assists().IsMatch(_text[clause.Start..clause.End])).Take(1))
        {
            var meeting = Vocabulary.First(item.Text, "meeting")!.Value;
            var name = Vocabulary.Has(_text.AsSpan()[clause.Start..clause.End], "meeting") ? NameOf(clause.Start, clause.End)
                : NameOf(item.Start, item.Start + meeting.At + meeting.Word.Length);
            var row = Row(name, TargetKind.Count, Comparator.CountOnly, (clause.Start, clause.End), DueOfClause(scan.DatesIn(clause)));
            AddOpen(row with { Unit = "次" }, clause, DraftDoubt.NoNumber);
        }
    }

    DueReading DueOfClause(ImmutableArray<DateMention> dates) =>
        _dues.Of(item.Section, dates.LastOrDefault(date => date.Kind != DateKind.Each), _state);

    void AddOpen(DraftTarget row, Clause clause, DraftDoubt doubt)
    {
        drafts.Take(item.Passage, clause.Start, clause.End);
        row = row with { Places = [item.Passage.PlaceOf(clause.Start, clause.End)], Doubts = row.Doubts.Add(doubt) };
        Add(row with { Confidence = ConfidenceOf(row) });
    }

    [GeneratedRegex("“[^“”]*”", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("起点|起算|之日起|算起", RegexOptions.None, 1000)]
    private static partial Regex SecondStart();

    [GeneratedRegex(@"(?<state>[入进到上下][\u4e00-\u9fff]{1,3})(?:[、和及](?<state>[入进到上下][\u4e00-\u9fff]{1,3}))+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParallelStates();

    [GeneratedRegex("配合|协助|参与", RegexOptions.None, 1000)]
    private static partial Regex Assists();
}
