using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Words = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Suandian.Operations.Programme.Documents.Formats;

/// <summary>Lines of a Word file (.docx): one for each paragraph, one for each table row; numbers Word counts itself are written out.</summary>
static class WordFile
{
    /// <summary>Most characters of one part; a file that unpacks to more is refused.</summary>
    const long MostCharacters = 100_000_000;

    /// <summary>The lines of a file.</summary>
    /// <exception cref="InvalidDataException">The file is no Word document.</exception>
    internal static ImmutableArray<DocumentLine> Lines(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var word = WordprocessingDocument.Open(stream, false, new OpenSettings { MaxCharactersInPart = MostCharacters });
        var main = word.MainDocumentPart ?? throw new InvalidDataException("no document part");
        var writer = new Writer(new WordNumbering(main), Headings(main));
        writer.Blocks(main.Document?.Body ?? throw new InvalidDataException("no body"));
        return writer.Lines.ToImmutable();
    }

    /// <summary>Heading level of each paragraph style that is one.</summary>
    static Dictionary<string, int> Headings(MainDocumentPart main)
    {
        var levels = new Dictionary<string, int>();
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id && style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level and < 9)
            {
                levels[id] = level + 1;
            }
            else if (style.StyleId?.Value is { } named && style.StyleName?.Val?.Value is { } name
                && name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(name[^1]))
            {
                levels[named] = name[^1] - '0';
            }
        }

        return levels;
    }

    sealed class Writer(WordNumbering numbering, Dictionary<string, int> headings)
    {
        int _page = 1;
        int _tables;

        internal ImmutableArray<DocumentLine>.Builder Lines { get; } = ImmutableArray.CreateBuilder<DocumentLine>();

        internal void Blocks(OpenXmlElement parent)
        {
            foreach (var block in parent.ChildElements)
            {
                switch (block)
                {
                    case Paragraph paragraph:
                        Add(paragraph);
                        break;
                    case Table table:
                        Add(table);
                        break;
                    case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun:
                        Blocks(block);
                        break;
                }
            }
        }

        void Add(Paragraph paragraph)
        {
            var heading = paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } outline and < 9 ? outline + 1
                : headings.GetValueOrDefault(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "");
            foreach (var line in (numbering.Label(paragraph) + TextOf(paragraph)).Split('\n'))
            {
                Lines.Add(new DocumentLine(Lines.Count + 1, line) { Page = _page, Heading = heading });
            }

            _page += paragraph.Descendants().Count(IsPageEnd);
        }

        void Add(Table table)
        {
            _tables++;
            var above = new List<string>();
            foreach (var row in table.Elements<TableRow>())
            {
                var cells = Cells(row, above);
                above = [.. cells];
                Lines.Add(new DocumentLine(Lines.Count + 1, string.Join('\t', cells)) { Page = _page, Table = _tables, Cells = cells });
                _page += row.Descendants().Count(IsPageEnd);
            }
        }

        static bool IsPageEnd(OpenXmlElement element) =>
            element is LastRenderedPageBreak || (element is Break { Type: { } type } && type.Value == BreakValues.Page);

        /// <summary>Cells of a row; a cell merged with the one above holds its text too, a wide cell is followed by empty ones.</summary>
        static ImmutableArray<string> Cells(TableRow row, List<string> above)
        {
            var cells = ImmutableArray.CreateBuilder<string>();
            foreach (var cell in row.Elements<TableCell>())
            {
                var merge = cell.TableCellProperties?.VerticalMerge;
                var continues = merge is not null && merge.Val?.Value != MergedCellValues.Restart;
                cells.Add(continues && cells.Count < above.Count ? above[cells.Count]
                    : string.Join(' ', cell.Descendants<Paragraph>().Select(TextOf)).Replace('\n', ' ').Trim());
                cells.AddRange(Enumerable.Repeat("", Math.Max(0, (cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1) - 1)));
            }

            return cells.ToImmutable();
        }

        /// <summary>Text as shown: what is struck out by a tracked change is left out.</summary>
        static string TextOf(Paragraph paragraph)
        {
            var text = new StringBuilder();
            foreach (var part in paragraph.Descendants())
            {
                text.Append(part switch
                {
                    Words words when part.Ancestors<Paragraph>().First() == paragraph => words.Text,
                    TabChar => "\t",
                    NoBreakHyphen => "-",
                    Break { Type: null } => "\n",
                    _ => "",
                });
            }

            return text.ToString();
        }
    }
}
