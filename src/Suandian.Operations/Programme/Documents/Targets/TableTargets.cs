using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>Reads the promises of a table whose header names a thing and its target.</summary>
sealed class TableTargets(IReadOnlyList<Item> rows, PlanPeriod period, DraftList drafts)
{
    /// <summary>Adds the rows; a table without such a header has none.</summary>
    internal void Read()
    {
        for (var header = 0; header < Math.Min(rows.Count, 3); header++)
        {
            if (TableHeader.Of(CellSpan.Of(rows[header].Passage), period) is { } columns)
            {
                foreach (var row in rows.Skip(header + 1))
                {
                    Read(row, columns);
                }

                return;
            }
        }
    }

    void Read(Item row, TableHeader columns)
    {
        var cells = CellSpan.Of(row.Passage);
        var name = columns.Name < cells.Length ? cells[columns.Name].Text : "";
        if (name.Length == 0 || name.StartsWith("--", StringComparison.Ordinal))
        {
            return;
        }

        var scan = ScannedPassage.Of(row.Passage);
        var due = columns.Due is { } at && at < cells.Length
            ? scan.Dates.LastOrDefault(date => date.Start >= cells[at].Start && date.End <= cells[at].End) : null;
        var unit = columns.Unit is { } column && column < cells.Length ? cells[column].Text : "";
        foreach (var target in columns.Targets.Where(target => target.Column < cells.Length && cells[target.Column].Text.Length > 0))
        {
            var cell = cells[target.Column];
            if (CellNumber.Read(cell.Text, unit, name) is { } number)
            {
                drafts.Take(row.Passage, cell.Start, cell.End);
                drafts.Add(NumberRow(row, name, number, (cell, DueOf(row.Section, due, target.Year))));
            }
            else
            {
                var item = row with { Start = cell.Start, End = cell.End, Section = row.Section.Open(600, "", name) };
                new ItemTargets(item, scan, period, new ListContext(due, IsCell: true), drafts).Read();
            }
        }
    }

    DueReading DueOf(Section section, DateMention? due, int? year)
    {
        var own = due ?? (year is { } named ? new DateMention(0, 0, DateKind.Year) { Year = named } : null);
        return new DueRules(period, listDate: null).Of(section, own, new SentenceState());
    }

    static DraftTarget NumberRow(Item row, string name, CellNumber number, (CellSpan Cell, DueReading Due) at)
    {
        var doubts = at.Due.Doubts.ToBuilder();
        doubts.AddRange(number.Doubts);
        return new DraftTarget
        {
            Id = "",
            Section = row.Section.Path,
            Name = name,
            Scope = row.Section.NearestTitle,
            Kind = number.Unit == "%" && !IsGrowth(name) ? TargetKind.Share : TargetKind.Number,
            Value = number.Value,
            Max = number.Max,
            Comparator = number.Comparator,
            Literal = at.Cell.Text,
            Unit = number.Unit,
            UnitLiteral = number.UnitLiteral,
            Due = at.Due.Due.Date,
            DueStatus = at.Due.Due.Status,
            Confidence = 0.9,
            Places = [row.Passage.PlaceOf(at.Cell.Start, at.Cell.End)],
            Doubts = doubts.ToImmutable(),
        };
    }

    static bool IsGrowth(string name) => name.EndsWith("增速", StringComparison.Ordinal) || name.EndsWith("增幅", StringComparison.Ordinal)
        || Vocabulary.Before(name, "indicator_up") is not null || Vocabulary.Before(name, "indicator_down") is not null;
}

/// <summary>A cell in the clean text of its row.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Past the last character.</param>
/// <param name="Text">The text.</param>
readonly record struct CellSpan(int Start, int End, string Text)
{
    /// <summary>The cells of a row.</summary>
    internal static ImmutableArray<CellSpan> Of(Passage row)
    {
        var text = row.Text;
        var bars = row.Lines[0].Text.Contains('\t', StringComparison.Ordinal) ? '\t' : '|';
        var cells = ImmutableArray.CreateBuilder<CellSpan>();
        var start = bars == '|' && text.StartsWith('|') ? 1 : 0;
        for (var i = start; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == bars)
            {
                if (i < text.Length || bars == '\t' || i > start)
                {
                    cells.Add(new CellSpan(start, i, text[start..i].Trim()));
                }

                start = i + 1;
            }
        }

        return cells.ToImmutable();
    }
}
