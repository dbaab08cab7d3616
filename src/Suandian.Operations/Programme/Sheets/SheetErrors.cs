using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Cases.Workbooks;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>The error file: the sheet the user sent, with the wrong cells painted and a last column 错误说明.</summary>
public static class SheetErrors
{
    const string Painted = "FFFFC7CE";

    /// <summary>Writes the error file of a reading.</summary>
    /// <param name="reading">What was read, with its problems.</param>
    /// <param name="original">The file that was read; a workbook is kept as it is but for paint and the last column.</param>
    /// <param name="path">The .xlsx file to write.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(SheetReading reading, string original, string path) => Write(reading, reading?.Problems ?? [], original, path);

    /// <summary>The same with problems that were found later, such as a reference to nothing.</summary>
    public static void Write(SheetReading reading, ImmutableArray<Problem> problems, string original, string path)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentException.ThrowIfNullOrEmpty(original);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var faults = Faults(reading, problems);
        if (reading.Raw.Name.Length == 0)
        {
            BookWriter.Write([FromText(reading, faults)], path, reading.Declaration.IsPersonal);
        }
        else
        {
            using var memory = new MemoryStream();
            memory.Write(File.ReadAllBytes(original));
            using (var document = SpreadsheetDocument.Open(memory, true))
            {
                Paint(document, reading, faults);
            }

            OfficePackage.Save(memory, path, reading.Declaration.IsPersonal);
        }
    }

    /// <summary>What is wrong by row: a sentence, and the columns to paint. What concerns the whole table stands in its first row.</summary>
    static SortedDictionary<int, (string Words, HashSet<int> Columns)> Faults(SheetReading reading, ImmutableArray<Problem> problems)
    {
        var faults = new SortedDictionary<int, (string, HashSet<int>)>();
        foreach (var row in problems.GroupBy(p => p.Row ?? 1))
        {
            var columns = row.Select(p => Place(reading, p.Column)).Where(c => c >= 0).ToHashSet();
            faults[row.Key] = (string.Join('\n', row.Select(Sentence)), columns);
        }

        return faults;
    }

    static int Place(SheetReading reading, string? column)
    {
        var columns = reading.Declaration.Columns;
        int declared = Enumerable.Range(0, columns.Length).FirstOrDefault(i => columns[i].Title.Zh == column || columns[i].Code == column, -1);
        int place = declared < 0 ? -1 : reading.Raw.Columns.IndexOf(declared);
        return place >= 0 || column is null ? place : reading.Raw.Header.IndexOf(column);
    }

    static string Sentence(Problem problem) =>
        $"{(problem.Column is null ? "" : problem.Column + "：")}{problem.Title.Zh}；应为{problem.Expected.Zh}。{problem.Remedy.Zh}";

    /// <summary>First column to the right of everything: a row may be longer than the titles.</summary>
    static int Beside(RawSheet raw) => Math.Max(raw.Header.Length, raw.Rows.Select(r => r.Cells.Length).DefaultIfEmpty().Max());

    static BookSheet FromText(SheetReading reading, SortedDictionary<int, (string Words, HashSet<int> Columns)> faults)
    {
        var (plain, painted) = (new BookStyle { Format = "@" }, new BookStyle { Format = "@", Ground = Painted[2..] });
        var words = new BookStyle { Wraps = true, Colour = "9C0006" };
        var raw = reading.Raw;
        int beside = Beside(raw);
        var cells = ImmutableArray.CreateBuilder<BookCell>();
        foreach (var row in raw.Rows.Prepend(new RawRow(1, [.. raw.Header])))
        {
            bool isWrong = faults.TryGetValue(row.Line, out var fault);
            for (int c = 0; c < Math.Max(row.Cells.Length, raw.Header.Length); c++)
            {
                bool paint = isWrong && fault.Columns.Contains(c);
                if (paint || c < row.Cells.Length)
                {
                    cells.Add(new BookCell(row.Line, c, c < row.Cells.Length ? row.Cells[c] : "", paint ? painted : plain));
                }
            }

            if (isWrong || row.Line == 1)
            {
                string title = row.Line == 1 ? SheetImport.ErrorColumn + (isWrong ? "\n" : "") : "";
                cells.Add(new BookCell(row.Line, beside, title + (fault.Words ?? ""), words));
            }
        }

        return new BookSheet { Name = reading.Declaration.Title.Zh, Cells = cells.ToImmutable(), Widths = [.. Enumerable.Repeat(16.0, beside), 70], Frozen = 1 };
    }

    static void Paint(SpreadsheetDocument document, SheetReading reading, SortedDictionary<int, (string Words, HashSet<int> Columns)> faults)
    {
        var book = document.WorkbookPart!;
        var sheet = book.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(s => s.Name?.Value == reading.Raw.Name);
        var data = ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet!.GetFirstChild<SheetData>()!;
        var paint = new BookPaint(book, Painted);
        int earlier = reading.Raw.Header.ToList().FindIndex(SheetImport.IsErrorColumn);
        int errors = earlier >= 0 ? earlier : Beside(reading.Raw);
        var cells = new BookCells(data);
        cells.Say(1, errors, SheetImport.ErrorColumn);
        foreach (var line in cells.Lines.Where(l => l > 1))
        {
            cells.Say(line, errors, "");
        }

        foreach (var (line, (words, columns)) in faults)
        {
            foreach (int column in columns)
            {
                var cell = cells.At(line, column);
                cell.StyleIndex = paint.Over(cell.StyleIndex?.Value ?? 0);
            }

            cells.Say(line, errors, line == 1 ? $"{SheetImport.ErrorColumn}\n{words}" : words);
        }
    }
}
