using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Quantities;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <content>Promises with a number.</content>
sealed partial class ItemTargets
{
    /// <summary>Characters between a recurring time and its number: 每季度至少举办一次.</summary>
    const int LongestVerb = 6;

    /// <summary>Rows of the quantities of a clause; false where none is a promise.</summary>
    bool Numbers(Clause clause, ImmutableArray<DateMention> dates)
    {
        var phrases = NumberPhrase.Of(_text, clause, scan.QuantitiesIn(clause));
        var shared = SharedTail(phrases);
        var found = false;
        DraftTarget? before = null;
        foreach (var phrase in phrases)
        {
            if (!IsPromise(clause, phrase, found))
            {
                continue;
            }

            var due = DueOf(clause, phrase, dates);
            var row = Completed(NumberRow(phrase, due, (shared, before)), (clause, phrase), due);
            drafts.Take(item.Passage, phrase.Start, phrase.End);
            if (Restates(row, phrase) && IsSameTotal(row.Value!.Value))
            {
                (found, before) = (true, drafts.Last);
                continue;
            }

            row = Add(Restates(row, phrase) ? Doubted(row, DraftDoubt.TotalDiffers) : row);
            NoteWhole(clause, row);
            (found, before) = (true, row);
        }

        _state.HasVerb |= phrases.Length > 0 && Vocabulary.Has(_text.AsSpan()[clause.Start..clause.End], "count");
        return found;
    }

    /// <summary>Words after the last quantity of a list that belong to all of them: 河南省 5 所、新疆 3 所优秀大学.</summary>
    string SharedTail(ImmutableArray<NumberPhrase> phrases)
    {
        if (phrases.Length < 2 || phrases.Any(phrase => phrase.Quantity.Unit != phrases[0].Quantity.Unit)
            || phrases.SkipLast(1).Any(phrase => phrase.End > phrase.Quantity.End))
        {
            return "";
        }

        return TargetNames.Of(_text, phrases[^1].Quantity.End, phrases[^1].End, scan.Dates);
    }

    /// <summary>True where the words around a quantity make it a promise.</summary>
    bool IsPromise(Clause clause, NumberPhrase phrase, bool isListed)
    {
        var quantity = phrase.Quantity;
        var head = _text.AsSpan()[clause.Start..quantity.WordsStart];
        var tail = _text.AsSpan()[quantity.End..clause.End];
        if (IsEnumeration(head.ToString(), tail.ToString()))
        {
            return false;
        }

        var isPart = Vocabulary.At(_text.AsSpan()[clause.Start..clause.End], "part") is not null;
        if (!quantity.HasWords && quantity.Unit?.Kind == "count" && !isPart && Vocabulary.Has(head, "consists"))
        {
            return false;
        }

        var hasVerb = Vocabulary.Has(head, "count") || Vocabulary.Has(head, "finish") || (isListed && _state.HasVerb)
            || IsRecurring(clause, quantity) || IsListedRange(clause, quantity) || IsNamedRange(clause, quantity)
            || (isPart && drafts.Count > _rowsBefore);
        if (quantity.IsChinese && !quantity.HasWords && quantity.Unit?.Kind == "count")
        {
            return hasVerb || isListed;
        }

        if (quantity.IsZero || quantity.IsFullCoverage)
        {
            return head.Length > 1;
        }

        if (quantity.Unit is null)
        {
            return (quantity.HasPlus && head.Length > 1) || UnitTable.OfPersons(tail) is not null || UnitTable.Implied(NameOf(phrase.Start, NameEnd(phrase))) is not null;
        }

        return list.IsCell || isListed || hasVerb || quantity.HasWords || quantity.Unit.Kind == "percent" || Vocabulary.Has(tail, "count")
            || _state.HasVerb || _state.IsEnsured || (head.Length > 1 && IsSetForATime(clause));
    }

    /// <summary>每周一次调度: the recurring time stands right before the number, or right after it.</summary>
    bool IsRecurring(Clause clause, Quantity quantity) => quantity.Unit?.Unit is "次" or "场" or "期" or "场次"
        && scan.DatesIn(clause).Any(date => date.Kind == DateKind.Each
            && (quantity.WordsStart - date.End is >= 0 and <= LongestVerb || date.Start == quantity.End));

    /// <summary>3-5家企业 as an entry of its own: a range of things is nothing but a promise.</summary>
    bool IsListedRange(Clause clause, Quantity quantity) => quantity.Max is not null && quantity.Unit?.Kind == "count" && item.IsEntry
        && clause.Start == item.Start && string.IsNullOrWhiteSpace(_text[clause.Start..quantity.WordsStart]);

    /// <summary>走访农户百余户, 入库课题两三个: a range or rough number of named things in an entry or beside a verb.</summary>
    bool IsNamedRange(Clause clause, Quantity quantity) => (quantity.Max is not null || quantity.IsRough || quantity.IsUnclear)
        && quantity.Unit?.Kind is "count" or "money" && quantity.WordsStart - clause.Start > 1 && (item.IsEntry || _state.HasVerb || IsSetForATime(clause));

    /// <summary>到 2025 年，企业 900 家: a name and a number are a promise where a time or a heading for targets governs them.</summary>
    bool IsSetForATime(Clause clause) => _state.Governing is not null || _state.Neighbour is not null
        || scan.DatesIn(clause).Any(date => date.Kind != DateKind.Each) || Vocabulary.Has(item.Section.NearestTitle, "section_targets");

    /// <summary>九个方面, 以下十件: a count of what follows is no promise.</summary>
    bool IsEnumeration(string head, string tail) => Vocabulary.At(tail, "enumerated") is not null
        || (_text[^1] is '：' or ':' && Vocabulary.Has(head, "list_below"));

    DueReading DueOf(Clause clause, NumberPhrase phrase, ImmutableArray<DateMention> dates)
    {
        var own = dates.LastOrDefault(date => date.Start < phrase.Quantity.Start && Governs(clause, date))
            ?? dates.FirstOrDefault(date => date.Start >= phrase.Quantity.End && date.End <= phrase.End && Governs(clause, date));
        var due = _dues.Of(item.Section, own, _state);
        return due.Recurring is null ? due : due with { Years = YearsBeside(own!, dates) };
    }

    /// <summary>2025年每季度, 2026—2028年每年: the year or years named before a recurring time.</summary>
    DateMention? YearsBeside(DateMention recurring, ImmutableArray<DateMention> dates) =>
        dates.LastOrDefault(date => date.Start < recurring.Start && date.Kind is DateKind.Year or DateKind.Years)
        ?? (_state.Governing is { Kind: DateKind.Year or DateKind.Years } governing ? governing : null);

    /// <summary>每人每月 tells a rate, 由 2024 年的 … a base: neither is a due time.</summary>
    bool Governs(Clause clause, DateMention date)
    {
        var head = _text.AsSpan()[clause.Start..date.Start];
        return date.Kind == DateKind.Each ? !(head.Length >= 2 && head[^2] == '每') : !IsBase(clause, date);
    }

    /// <summary>Where the words that name a quantity end: before 从 or 由 where its base is told.</summary>
    int NameEnd(NumberPhrase phrase)
    {
        var end = phrase.Quantity.WordsStart;
        var words = _text.AsSpan()[phrase.Start..end];
        var from = words.LastIndexOfAny('从', '由');
        return from > 0 && words[from..].IndexOfAnyInRange('0', '9') > 0 ? phrase.Start + from : end;
    }

    DraftTarget NumberRow(NumberPhrase phrase, DueReading due, (string Shared, DraftTarget? Before) list)
    {
        var quantity = phrase.Quantity;
        var head = NameOf(phrase.Start, NameEnd(phrase));
        var tail = NumberPhrase.BeginsWithSeparator(_text, quantity.End) ? "" : TargetNames.Of(_text, quantity.End, phrase.End, scan.Dates);
        var sibling = head.Length + tail.Length == 0 ? list.Before : null;
        var name = sibling?.Name ?? Standing(TargetNames.Trimmed(head + (tail.Length > 0 ? tail : list.Shared)));
        var implied = quantity.Unit is null
            ? UnitTable.OfPersons(_text.AsSpan(quantity.End)) ?? UnitTable.Implied(head)?.Unit ?? (quantity.HasPlus ? UnitTable.OfThings(head) : null) : null;
        var kind = sibling is not null && sibling.Unit == quantity.Unit?.Unit ? sibling.Kind : KindOf(quantity, head);
        var bare = IsBetterLess(quantity, head) ? Comparator.AtMost : Comparator.AtLeast;
        var row = Row(name, kind, quantity.Comparator ?? bare, (quantity.WordsStart, quantity.End), due);
        row = quantity.IsUnclear ? row with { Kind = TargetKind.Qualitative, Comparator = Comparator.Qualitative } : row;
        return row with
        {
            Value = quantity.IsUnclear ? null : quantity.Value,
            Max = quantity.Max,
            Unit = quantity.Unit?.Unit ?? (string.IsNullOrEmpty(implied) ? null : implied),
            UnitLiteral = quantity.Unit is null || quantity.IsZero || quantity.IsFullCoverage ? null : quantity.Unit.Literal,
            Places = [item.Passage.PlaceOf(phrase.Start, Math.Max(phrase.Quantity.End, phrase.Start + 1))],
            Doubts = [.. row.Doubts, .. DoubtsOf(quantity, !string.IsNullOrEmpty(implied))],
        };
    }

    /// <summary>涨幅保持在 3%: a level that is better the lower it is.</summary>
    static bool IsBetterLess(Quantity quantity, string head) => quantity.HasWords && Vocabulary.Before(head, "less_is_better") is not null;

    /// <summary>A per cent by which something grows is a number, a per cent of something is a share.</summary>
    static TargetKind KindOf(Quantity quantity, string head)
    {
        if (quantity.Unit?.Unit != "%")
        {
            return TargetKind.Number;
        }

        var grows = Vocabulary.Before(head, "indicator_up") ?? Vocabulary.Before(head, "indicator_down");
        return (grows is not null && !quantity.IsFullCoverage) || quantity.IsZero || head.EndsWith("增速", StringComparison.Ordinal)
            || head.EndsWith("增幅", StringComparison.Ordinal) ? TargetKind.Number : TargetKind.Share;
    }

    static IEnumerable<DraftDoubt> DoubtsOf(Quantity quantity, bool isImplied)
    {
        var doubts = new (bool Applies, DraftDoubt Doubt)[]
        {
            (quantity.Comparator is null && !quantity.IsUnclear, DraftDoubt.BareNumber),
            (quantity.IsExclusive, DraftDoubt.Exclusive),
            (quantity.IsApproximate && !quantity.IsRough, DraftDoubt.Approximate),
            (quantity.IsRough, DraftDoubt.RoughNumber),
            (quantity.IsUnclear, DraftDoubt.UnclearValue),
            (quantity.IsOfBase, DraftDoubt.BaseUnnamed),
            (quantity.IsChinese && !quantity.IsRough && !quantity.IsUnclear, DraftDoubt.ChineseNumeral),
            (quantity.HasPlus, DraftDoubt.PlusSign),
            (isImplied, DraftDoubt.ImpliedUnit),
            (quantity.Unit is null && !isImplied && !quantity.IsZero, DraftDoubt.NoUnit),
            (quantity.Unit is { IsOfficial: false }, DraftDoubt.UnofficialUnit),
            (quantity.IsEach, DraftDoubt.ForEach),
            (quantity.IsFullCoverage, DraftDoubt.FullCoverage),
        };
        return doubts.Where(doubt => doubt.Applies).Select(doubt => doubt.Doubt);
    }
}
