using System.Buffers;
using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Dates;

namespace Suandian.Operations.Programme.Documents.Passages;

/// <summary>A stretch of a passage under one number.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Start">First character after number and title.</param>
/// <param name="End">Past the last character.</param>
/// <param name="Section">Number, title and what encloses them.</param>
/// <param name="IsEntry">True where the paragraph, or this part of it, has a number or title of its own.</param>
/// <param name="IsLeaf">False where numbered items follow inside the same paragraph: then it leads over to them.</param>
sealed record Item(Passage Passage, int Start, int End, Section Section, bool IsEntry, bool IsLeaf)
{
    /// <summary>The text.</summary>
    internal string Text => Passage.Text[Start..End];
}

/// <summary>Divides passages into items and keeps the chain of headings.</summary>
static class ItemReader
{
    /// <summary>Longest title at the head of a paragraph.</summary>
    const int LongestTitle = 16;

    /// <summary>Longest heading on a line of its own.</summary>
    const int LongestHeading = 40;

    static readonly string[] HeadingKinds = ["section_past", "section_terms", "section_plan"];

    static readonly SearchValues<char> TitleEnds = SearchValues.Create("。：:，,；");

    /// <summary>Rank of a short line that is a heading by its words alone.</summary>
    const int WordHeading = 90;

    /// <summary>All items in order, table rows too.</summary>
    internal static ImmutableArray<Item> Read(ImmutableArray<Passage> passages)
    {
        var items = ImmutableArray.CreateBuilder<Item>();
        var section = Section.Top;
        foreach (var passage in passages)
        {
            if (passage.IsRow)
            {
                items.Add(new Item(passage, 0, passage.Text.Length, section, IsEntry: true, IsLeaf: true));
            }
            else if (passage.Text.Length > 0)
            {
                section = Add(passage, section, items);
            }
        }

        return items.ToImmutable();
    }

    static Section Add(Passage passage, Section section, ImmutableArray<Item>.Builder items)
    {
        var text = passage.Text;
        var number = Enumerator.At(text);
        var start = number?.Length ?? 0;
        var isHeading = IsHeading(passage, number);
        var title = isHeading ? text[start..] : TitleAt(text, start, number is not null || text.StartsWith('—'));
        var level = passage.Heading > 0 ? passage.Heading * 10 : number?.Level ?? (isHeading ? WordHeading : 0);
        if (level > 0)
        {
            section = section.Open(level, number?.Label ?? "", title);
        }

        var own = level > 0 || title.Length == 0 ? section : new Section(section.Level, "", title, section);
        var body = isHeading ? start : start + title.Length + (title.Length > 0 ? 1 : 0);
        Split(passage, body, (own, number is not null || title.Length > 0), items);
        return section;
    }

    static bool IsHeading(Passage passage, Enumerator? number)
    {
        var text = passage.Text;
        var isOpen = text.Length <= LongestHeading && text[^1] is not ('。' or '；' or '：' or '，' or ';' or '、');
        return passage.Heading > 0
            || (number is { Level: < 300 } && isOpen)
            || (number is null && text.Length <= LongestTitle && isOpen && !passage.IsForm
                && HeadingKinds.Any(kind => Lexicon.Vocabulary.Has(text, kind)));
    }

    /// <summary>A short title before a stop or colon; empty where the paragraph begins with a sentence.</summary>
    static string TitleAt(string text, int start, bool isNumbered)
    {
        var end = text.AsSpan(start).IndexOfAny(TitleEnds);
        if (end is < 2 or > LongestTitle || text[start + end] is not ('。' or '：' or ':') || (text[start + end] == '。' && (!isNumbered || start + end + 1 == text.Length)))
        {
            return "";
        }

        var title = text[start..(start + end)];
        return title.Any(char.IsAsciiDigit) || title[^1] is '是' or '为' || DateScanner.Scan(title).Length > 0 ? "" : title;
    }

    /// <summary>Items numbered ① ② inside a paragraph, and what leads over to them.</summary>
    static void Split(Passage passage, int start, (Section Section, bool IsEntry) own, ImmutableArray<Item>.Builder items)
    {
        var (section, isEntry) = own;
        var text = passage.Text;
        var heads = Enumerable.Range(start, Math.Max(0, text.Length - start)).Where(i => Enumerator.IsCircled(text[i])).ToArray();
        var lead = heads.Length > 0 ? heads[0] : text.Length;
        if (lead > start)
        {
            items.Add(new Item(passage, start, lead, section, isEntry, IsLeaf: heads.Length == 0));
        }

        for (var i = 0; i < heads.Length; i++)
        {
            var end = i + 1 < heads.Length ? heads[i + 1] : text.Length;
            var inner = section.Open(500, text[heads[i]].ToString(), "");
            var stop = BareEnd(text, heads[i] + 1, end);
            items.Add(new Item(passage, heads[i] + 1, stop, inner, IsEntry: true, IsLeaf: true));
            if (stop < end)
            {
                items.Add(new Item(passage, stop, end, section, isEntry, IsLeaf: true));
            }
        }
    }

    /// <summary>The last of a list of bare names ends at its stop; what follows belongs to the paragraph again.</summary>
    static int BareEnd(string text, int start, int end)
    {
        var stop = text.IndexOf('。', start, end - start);
        return stop > 0 && stop + 1 < end && text.AsSpan(start, stop - start).IndexOfAny("，,；") < 0 ? stop + 1 : end;
    }
}
