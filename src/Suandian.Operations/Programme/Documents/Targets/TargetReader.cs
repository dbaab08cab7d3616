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
        return ReadAll(document).Targets;
    }

    /// <summary>The promises in the order of the text, and the figures that were not read as promises.</summary>
    /// <param name="document">A document as read by <see cref="DocumentReader"/>.</param>
    public static TargetReading ReadAll(OfficialDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var reading = Read(ItemReader.Read(PassageReader.Read(document)));
        return reading with { Targets = [.. reading.Targets.Select(row => row with { Source = document.Name })] };
    }

    internal static TargetReading Read(ImmutableArray<Item> items)
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
            list = LeadOver(item, scan) ?? DueLabel(item, scan, period, drafts) ?? list;
        }

        return new TargetReading(Overlaps.Marked(drafts.Rows), UnreadFigures.Of(items.Select(item => item.Passage).Distinct(), scans, drafts.Taken));
    }

    /// <summary>A line 完成时限：10月底: the rows of the section that stand before it are due then; where there are none, those that follow.</summary>
    static (DateMention Date, int Level)? DueLabel(Item item, ScannedPassage scan, PlanPeriod period, DraftList drafts)
    {
        if (!ItemTargets.IsDueLabel(item.Section.Title) || scan.Dates.FirstOrDefault(date => date.Start >= item.Start && date.Kind != DateKind.Each) is not { } date)
        {
            return null;
        }

        var rows = drafts.SinceLabel(item.Section.Path);
        drafts.DueFrom(rows, new DueRules(period, listDate: null).Of(item.Section, date, new SentenceState()));
        return rows == drafts.Count ? (date, item.Section.Level) : null;
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

    readonly List<(Passage Passage, int Start, int End)> _taken = [];
    int _label;

    /// <summary>Stretches that rows were made of, by passage.</summary>
    internal ILookup<Passage, (int Start, int End)> Taken => _taken.ToLookup(span => span.Passage, span => (span.Start, span.End));

    /// <summary>Notes that a row was made of a stretch.</summary>
    internal void Take(Passage passage, int start, int end) => _taken.Add((passage, start, end));

    /// <summary>The first row of a section after the last label for due times.</summary>
    internal int SinceLabel(string section)
    {
        var from = _rows.Count;
        while (from > _label && _rows[from - 1].Section == section)
        {
            from--;
        }

        _label = _rows.Count;
        return from;
    }

    /// <summary>Place of the row a part belongs to; of the row itself where it is no part.</summary>
    internal int WholeOf(DraftTarget row) => _rows.FindIndex(other => other.Id == (row.PartOf ?? row.Id));

    /// <summary>Rows from one on that name no time of their own are due at a time.</summary>
    internal void DueFrom(int first, DueReading due)
    {
        for (var i = first; i < _rows.Count; i++)
        {
            _rows[i] = _rows[i].DueStatus is DueStatus.PeriodEnd or DueStatus.Missing && _rows[i].PerPeriod is null && _rows[i].Kind != TargetKind.Interval
                ? _rows[i] with { Due = due.Due.Date, DueStatus = due.Due.Status, Doubts = _rows[i].Doubts.Remove(DraftDoubt.NoDue).Remove(DraftDoubt.NoYear) }
                : _rows[i];
        }
    }

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
