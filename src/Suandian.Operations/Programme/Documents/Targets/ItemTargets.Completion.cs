using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Lexicon;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <content>What clause and sentence add to a row with a number.</content>
sealed partial class ItemTargets
{
    DraftTarget Completed(DraftTarget row, (Clause Clause, NumberPhrase Phrase) place, DueReading due)
    {
        var (clause, phrase) = place;
        var words = _text[clause.Start..clause.End];
        var head = _text[clause.Start..phrase.Quantity.Start];
        row = due.Recurring is null ? row : Recurring(row, due, phrase);
        row = Vocabulary.Has(head, "tentative") ? Tentative(row) : row;
        row = Cumulative(row, head, clause, phrase);
        row = Parts(row, words);
        row = _state.IsEnsured && row.Doubts.Contains(DraftDoubt.BareNumber) ? Doubted(row, DraftDoubt.Governed) : row;
        row = head.Contains('每', StringComparison.Ordinal) && due.Recurring is null ? Doubted(row, DraftDoubt.ForEach) : row;
        return row with { Confidence = ConfidenceOf(row) };
    }

    static DraftTarget Tentative(DraftTarget row) =>
        row with { Comparator = Comparator.Equal, Doubts = row.Doubts.Remove(DraftDoubt.BareNumber).Add(DraftDoubt.Tentative) };

    static DraftTarget Doubted(DraftTarget row, DraftDoubt doubt) =>
        row.Doubts.Contains(doubt) ? row : row with { Doubts = row.Doubts.Add(doubt) };

    /// <summary>每季度一次: the value of one period times the periods of the plan.</summary>
    DraftTarget Recurring(DraftTarget row, DueReading due, NumberPhrase phrase)
    {
        var (ends, hasRest) = period.Recurring(due.Recurring!, due.Years, item.Section);
        var isBare = phrase.Quantity.Comparator is null;
        row = hasRest ? Doubted(row, DraftDoubt.PartPeriod) : row;
        row = ends.Length > 1 ? Doubted(row, DraftDoubt.PeriodsTotal) : row;
        return row with
        {
            Due = due.Years is null || ends.IsEmpty ? row.Due : ends[^1],
            PerPeriod = row.Value,
            Value = row.Value * Math.Max(ends.Length, 1),
            Max = row.Max * Math.Max(ends.Length, 1),
            Comparator = isBare && !IsAtLeast(due.Recurring!, phrase) ? Comparator.Equal : row.Comparator,
            DueDates = ends,
            Literal = _text[Math.Min(due.Recurring!.Start, phrase.Quantity.WordsStart)..Math.Max(due.Recurring.End, phrase.Quantity.End)],
            Doubts = row.Doubts.Remove(DraftDoubt.BareNumber),
        };
    }

    /// <summary>每周至少巡查2次: the word stands before the verb.</summary>
    bool IsAtLeast(DateMention recurring, NumberPhrase phrase) => recurring.End < phrase.Quantity.Start
        && _text.AsSpan()[recurring.End..phrase.Quantity.Start].IndexOf("至少", StringComparison.Ordinal) >= 0;

    /// <summary>累计: since when, and of different ones or of times?</summary>
    DraftTarget Cumulative(DraftTarget row, string head, Clause clause, NumberPhrase phrase)
    {
        if (!phrase.Quantity.IsCumulative && !Vocabulary.Has(head, "cumulative"))
        {
            return row;
        }

        var date = scan.Dates.LastOrDefault(date => date.Start < phrase.Quantity.Start && date.Start >= clause.Start)
            ?? (_state.Governing is { IsExact: false } governing ? governing : null);
        var hasStart = date is not null && _text[date.Start] is not ('至' or '到' or '截');
        row = hasStart ? row : Doubted(row, DraftDoubt.NoStart);
        row = row.Unit is "家" or "人" ? Doubted(row, DraftDoubt.DistinctOrTimes) : row;
        return row.DueStatus == DueStatus.PeriodEnd && !_state.Recurs && date is null && _state.Governing is null
            ? Doubted(row, DraftDoubt.NoDue) with { DueStatus = DueStatus.Missing }
            : row;
    }

    /// <summary>其中 and 暂定: a part, or a share, of the row before.</summary>
    DraftTarget Parts(DraftTarget row, string words)
    {
        if (drafts.Count == _rowsBefore || drafts.Last is not { } before)
        {
            return row;
        }

        var isPart = words.Contains("其中", StringComparison.Ordinal) || Vocabulary.At(words, "part") is not null;
        if (isPart && row.Unit == "%" && before.Unit != "%")
        {
            var doubts = row.Doubts.AddRange(before.Doubts.Where(IsOfTime));
            return row with { ShareOf = before.Id, Due = before.Due, DueStatus = before.DueStatus, Doubts = doubts };
        }

        if (_state.Whole is null && (isPart || Vocabulary.Has(words, "tentative")))
        {
            _state.Whole = before;
        }

        return _state.Whole is { } whole && whole.Unit == row.Unit && (isPart || row.Doubts.Contains(DraftDoubt.Tentative))
            ? row with { PartOf = whole.Id } : row;
    }

    static bool IsOfTime(DraftDoubt doubt) => doubt is DraftDoubt.NoDue or DraftDoubt.TwoDues or DraftDoubt.NoYear;

    /// <summary>Number and verb of the first row of a list lead those that follow.</summary>
    void NoteWhole(Clause clause, DraftTarget row)
    {
        if (row.PartOf is null && Vocabulary.At(_text.AsSpan()[clause.Start..clause.End], "part") is null)
        {
            _state.Whole = null;
        }
    }

    /// <summary>A rank: what the text leaves open takes away.</summary>
    static double ConfidenceOf(DraftTarget row)
    {
        var loss = row.Doubts.Sum(doubt => doubt switch
        {
            DraftDoubt.TwoDues or DraftDoubt.NoDue or DraftDoubt.NoYear or DraftDoubt.RelativeDue => 0.15,
            DraftDoubt.NoNumber or DraftDoubt.NoBaseline or DraftDoubt.NoUnit or DraftDoubt.ForEach => 0.15,
            DraftDoubt.ImpliedUnit or DraftDoubt.ChineseNumeral or DraftDoubt.Approximate or DraftDoubt.Tentative => 0.05,
            DraftDoubt.NoStart or DraftDoubt.CutSentence or DraftDoubt.FullCoverage or DraftDoubt.PartPeriod => 0.05,
            DraftDoubt.RoughNumber or DraftDoubt.BaseUnnamed => 0.35,
            DraftDoubt.UnclearValue => 0.55,
            _ => 0.0,
        });
        var weak = TargetNames.IsWeak(row.Name) ? 0.1 : 0;
        return Math.Round(Math.Clamp(0.95 - loss - weak, 0.3, 0.95), 2);
    }
}
