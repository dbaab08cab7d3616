using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>Finds the promises of a document. They are drafts: a person confirms each row.</summary>
public static class TargetReader
{
    /// <summary>The promises in the order of the text.</summary>
    /// <param name="document">A document as read by <see cref="DocumentReader"/>.</param>
    public static ImmutableArray<DraftTarget> Read(OfficialDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. Read(ItemReader.Read(PassageReader.Read(document))).Select(row => row with { Source = document.Name })];
    }

    internal static ImmutableArray<DraftTarget> Read(ImmutableArray<Item> items)
    {
        var period = PlanPeriod.Of(items);
        var drafts = new DraftList();
        var scans = new Dictionary<Passage, ScannedPassage>();
        (DateMention Date, int Level)? list = null;
        var review = new ReviewTrail();
        for (var i = 0; i < items.Length; i++)
        {
            var item = items[i];
            if (item.Passage.IsRow)
            {
                var rows = items.Skip(i).TakeWhile(row => row.Passage.IsRow && row.Passage.Lines[0].Table == item.Passage.Lines[0].Table).ToArray();
                new TableTargets(rows, period, drafts).Read();
                i += rows.Length - 1;
                continue;
            }

            var scan = scans.TryGetValue(item.Passage, out var known) ? known : scans[item.Passage] = ScannedPassage.Of(item.Passage);
            list = item.Section.Level > 0 && item.Section.Level >= list?.Level ? list : null;
            new ItemTargets(item, scan, period, new ListContext(list?.Date, IsCell: false), drafts).Read(review.Covers(item));
            list = LeadOver(item, scan) ?? list;
        }

        return Overlaps.Marked(drafts.Rows);
    }

    /// <summary>The time of a sentence that ends in a colon: it governs the list below.</summary>
    static (DateMention Date, int Level)? LeadOver(Item item, ScannedPassage scan)
    {
        var text = item.Passage.Text;
        if (text[^1] is not ('：' or ':') || item.End != text.Length)
        {
            return null;
        }

        var sentence = text.LastIndexOf('。') + 1;
        var date = scan.Dates.LastOrDefault(date => date.Start >= sentence && date.Kind is not DateKind.Each);
        return date is null ? null : (date, item.Section.Level + 1);
    }
}

/// <summary>Follows paragraphs that go on speaking of what was done: 过去一年 … until a heading or 今年.</summary>
sealed class ReviewTrail
{
    Section? _section;

    /// <summary>True where a paragraph belongs to such a review.</summary>
    internal bool Covers(Item item)
    {
        var text = item.Text;
        if (Vocabulary.At(text, "past_opening") is not null)
        {
            _section = item.Section;
        }
        else if (item.IsEntry || !ReferenceEquals(_section, item.Section) || Vocabulary.At(text, "plan_opening") is not null)
        {
            _section = null;
        }

        return _section is not null;
    }
}

/// <summary>What an item is an entry of.</summary>
/// <param name="Date">Time of the sentence that leads over to the list, or of the row of a table; null for none.</param>
/// <param name="IsCell">A cell of a table.</param>
readonly record struct ListContext(DateMention? Date, bool IsCell);

/// <summary>Rows as they are found, numbered in order.</summary>
sealed class DraftList
{
    readonly List<DraftTarget> _rows = [];

    /// <summary>The rows.</summary>
    internal ImmutableArray<DraftTarget> Rows => [.. _rows];

    /// <summary>How many there are.</summary>
    internal int Count => _rows.Count;

    /// <summary>The last row; null for none.</summary>
    internal DraftTarget? Last => _rows.Count > 0 ? _rows[^1] : null;

    /// <summary>Puts another row in place of the last one.</summary>
    internal void ReplaceLast(DraftTarget row) => _rows[^1] = row;

    /// <summary>Adds a row and gives it its number.</summary>
    internal DraftTarget Add(DraftTarget row)
    {
        var numbered = row with { Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"R{_rows.Count + 1:00}") };
        _rows.Add(numbered);
        return numbered;
    }
}
