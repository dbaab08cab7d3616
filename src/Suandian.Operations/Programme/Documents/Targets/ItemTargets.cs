using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>Reads the promises of one item, clause by clause.</summary>
sealed partial class ItemTargets(Item item, ScannedPassage scan, PlanPeriod period, ListContext list, DraftList drafts)
{
    readonly string _text = item.Passage.Text;
    readonly SentenceState _state = new();
    readonly DueRules _dues = new(period, list.Date);
    readonly int _rowsBefore = drafts.Count;
    int _rowsAtBreak = drafts.Count;
    bool _isAfterDueLabel;

    /// <summary>Adds the rows of the item.</summary>
    /// <param name="isReview">The paragraphs around speak of what was done.</param>
    internal void Read(bool isReview = false)
    {
        if (item.Passage.IsForm)
        {
            return;
        }

        var isAside = isReview || item.Section.Kind is SectionKind.Past or SectionKind.Terms
            || (item.Section.Year is { } year && year < period.Start?.Year);
        var clauses = ClauseSplitter.Split(item, scan.Quantities);
        foreach (var clause in clauses)
        {
            _state.Pass(clause.Break);
            _rowsAtBreak = clause.Break == ClauseBreak.Comma ? _rowsAtBreak : drafts.Count;
            var dates = scan.DatesIn(clause);
            _state.IsAside = (_state.IsAside && !TurnsToPlan(clause, dates)) || SpeaksOfThePast(clause, dates);
            NoteSubjectOfThePast(clause);
            if (!isAside && !_state.IsAside && !Vocabulary.Has(_text.AsSpan()[clause.Start..clause.End], "terms"))
            {
                Read(clause, dates);
            }

            foreach (var date in dates.Where(date => !IsBase(clause, date) && !IsBracketed(date)))
            {
                _state.Note(date, IsLeading(clause, date));
            }

            _state.IsTimeOpen = dates.Length > 0 && NameOf(clause.Start, clause.End).Length == 0;
        }

        if (!isAside && drafts.Count == _rowsBefore)
        {
            CountOnly(clauses);
        }
    }

    void Read(Clause clause, ImmutableArray<DateMention> dates)
    {
        var words = _text[clause.Start..clause.End];
        _state.IsEnsured |= Vocabulary.Has(words, "ensure");
        NoteEvent(words);
        if (DueAfterLabel(clause, dates) || Interval(dates) || Numbers(clause, dates) || Milestone(clause, dates))
        {
            return;
        }

        _state.HasVerb |= Vocabulary.Has(words, "count");
        if (!Direction(clause, dates) && !Parallel(clause, dates))
        {
            Example(clause, dates);
        }

        if (clause.Break != ClauseBreak.Comma && NameOf(clause.Start, clause.End) is { Length: >= 2 and <= 24 } name)
        {
            _state.Subject = TargetNames.SubjectOf(name);
        }
    }

    /// <summary>去年, 截至, 目前: figures until the next stop are facts, unless they are only the base of a comparison.</summary>
    bool SpeaksOfThePast(Clause clause, ImmutableArray<DateMention> dates)
    {
        var words = _text.AsSpan()[clause.Start..clause.End];
        for (var i = 0; i < words.Length; i++)
        {
            if (Vocabulary.At(words[i..], "past") is not null && (i == 0 || words[i - 1] is not ('由' or '从' or '比' or '较' or '在')))
            {
                return true;
            }
        }

        return Done().IsMatch(_text[clause.Start..clause.End])
            || dates.Any(date => date.Year < period.Start?.Year && date.Kind != DateKind.Years && !IsBase(clause, date));
    }

    /// <summary>至2024年累计12家，2025年再引进8家: a time of the plan at the head of a clause ends what is told of the past.</summary>
    bool TurnsToPlan(Clause clause, ImmutableArray<DateMention> dates) => dates.Any(date => !IsBase(clause, date) && IsLeading(clause, date)
        && (date.Kind == DateKind.ThisYear || date.Year >= period.Start?.Year));

    /// <summary>What was counted in the past is what the next clause counts on.</summary>
    void NoteSubjectOfThePast(Clause clause)
    {
        if (_state.IsAside && scan.QuantitiesIn(clause) is [var first, ..]
            && TargetNames.SubjectOf(NameOf(clause.Start, first.WordsStart)) is { Length: >= 2 } subject)
        {
            _state.Subject = subject;
        }
    }

    /// <summary>（2025年6月底前）: a time in brackets belongs to what stands before it and to nothing else.</summary>
    bool IsBracketed(DateMention date) => date.Start > 0 && _text[date.Start - 1] is '（' or '(';

    bool IsBase(Clause clause, DateMention date) =>
        _text[date.Start] is '从' or '自' || (date.Start > clause.Start && _text[date.Start - 1] is '由' or '从' or '比' or '较');

    /// <summary>True where nothing but words of grammar stands before a time.</summary>
    bool IsLeading(Clause clause, DateMention date)
    {
        var head = TargetNames.WithoutTimes(_text, clause.Start, date.Start, scan.Dates);
        while (head.Length > 0)
        {
            var word = Vocabulary.At(head, "leading") ?? Vocabulary.At(head, "ensure") ?? Vocabulary.At(head, "planned");
            if (word is null)
            {
                return false;
            }

            head = head[word.Length..];
        }

        return true;
    }

    /// <summary>举办 or 召开 with an event opens its scope.</summary>
    void NoteEvent(string words)
    {
        if (Vocabulary.Last(words, "event") is not { } found)
        {
            return;
        }

        var end = found.At + found.Word.Length;
        foreach (var verb in (string[])["举办一次", "举办一场", "办好一场", "举办", "办好", "召开", "承办"])
        {
            if (words.LastIndexOf(verb, found.At, StringComparison.Ordinal) is >= 0 and var at && at + verb.Length < end)
            {
                _state.Event = TargetNames.Trimmed(words[(at + verb.Length)..end]);
                return;
            }
        }
    }

    /// <summary>The nearest title; empty where only the title of the document stands above.</summary>
    string Title => DocumentTitle().IsMatch(item.Section.NearestTitle) ? "" : item.Section.NearestTitle;

    string NameOf(int start, int end) => TargetNames.Of(_text, start, end, scan.Dates);

    /// <summary>A name that stands by itself: a weak one takes the subject of the clause before, or the title.</summary>
    string Standing(string name)
    {
        if (!TargetNames.IsWeak(name))
        {
            return name;
        }

        var subject = name.StartsWith("全部", StringComparison.Ordinal) || _state.Subject.Length == 0 ? Title : _state.Subject;
        return subject.Length == 0 || name.Contains(subject, StringComparison.Ordinal) ? name : IsBringing(name) ? name + subject : subject + name;
    }

    /// <summary>引进, 签约: a verb that stands before what it brings about.</summary>
    static bool IsBringing(string name) => name.Length > 1 && Vocabulary.At(name, "count") == name && Vocabulary.At(name, "noun_verb") is null
        && Vocabulary.At(name, "finish") is null && Vocabulary.At(name, "indicator_up") is null && Vocabulary.At(name, "indicator_down") is null;

    string ScopeOf(string name)
    {
        var scope = _state.Event.Length > 0 && !name.Contains(_state.Event, StringComparison.Ordinal) ? _state.Event : Title;
        return name.Contains(scope, StringComparison.Ordinal) ? "" : scope;
    }

    DraftTarget Add(DraftTarget row)
    {
        _state.Subject = TargetNames.SubjectOf(row.Name) is { Length: >= 2 } subject ? subject : _state.Subject;
        return drafts.Add(row);
    }

    /// <summary>The title of the whole document says of no row what it belongs to.</summary>
    [GeneratedRegex("^(?:.{2,}20\\d\\d年.*|关于.+)(?:方案|计划|要点|清单|通知|意见|报告|重点工作)$", RegexOptions.None, 1000)]
    private static partial Regex DocumentTitle();

    /// <summary>实现了, 完成了: told as done.</summary>
    [GeneratedRegex("[现成建增立到得]了(?!解)", RegexOptions.None, 1000)]
    private static partial Regex Done();

    /// <summary>A row with what all kinds have in common.</summary>
    DraftTarget Row(string name, TargetKind kind, Comparator comparator, (int Start, int End) place, DueReading due) => new()
    {
        Id = "",
        Section = item.Section.Path,
        Name = name,
        Scope = ScopeOf(name),
        Kind = kind,
        Comparator = comparator,
        Literal = _text[place.Start..place.End],
        Due = due.Due.Date,
        DueStatus = due.Due.Status,
        DueAlternatives = due.Alternatives,
        Confidence = 0,
        Places = [item.Passage.PlaceOf(place.Start, place.End)],
        Doubts = item.Passage.IsCut(place.Start, place.End) ? [.. due.Doubts, DraftDoubt.CutSentence] : due.Doubts,
    };
}
