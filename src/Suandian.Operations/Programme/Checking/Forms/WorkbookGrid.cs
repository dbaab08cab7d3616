using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>Sheets of a workbook as grids: merged cells filled, numbers with the sign or unit their style shows.</summary>
static partial class WorkbookGrid
{
    /// <summary>Most characters of one sheet; a file that unpacks to more is refused.</summary>
    const long MostCharacters = 50_000_000;

    /// <summary>The style of a share that is shown times 100.</summary>
    const string Percent = "×100%";

    /// <summary>Most rows and columns of a form.</summary>
    const int MostCells = 2000;

    /// <summary>The sheets in order.</summary>
    /// <exception cref="InvalidDataException">The file is no workbook.</exception>
    internal static ImmutableArray<FormGrid> Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var document = SpreadsheetDocument.Open(stream, false, new OpenSettings { MaxCharactersInPart = MostCharacters });
        var book = document.WorkbookPart ?? throw new InvalidDataException("no workbook part");
        string[] shared = [.. book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item =>
            item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(run => run.Text?.Text))) ?? []];
        var endings = Endings(book);
        var grids = ImmutableArray.CreateBuilder<FormGrid>();
        foreach (var sheet in book.Workbook?.Descendants<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is { } id && book.GetPartById(id) is WorksheetPart { Worksheet: { } cells })
            {
                grids.Add(new FormGrid(sheet.Name?.Value ?? "", Rows(cells, shared, endings)));
            }
        }

        return grids.ToImmutable();
    }

    static ImmutableArray<ImmutableArray<string>> Rows(Worksheet sheet, string[] shared, Dictionary<uint, string> endings)
    {
        var texts = new Dictionary<(int Row, int Column), string>();
        foreach (var cell in sheet.Descendants<Cell>())
        {
            if (Place(cell.CellReference?.Value) is { Row: < MostCells, Column: < MostCells } place)
            {
                texts[place] = TextOf(cell, shared, endings).Trim();
            }
        }

        foreach (var merge in sheet.Descendants<MergeCell>())
        {
            Fill(texts, merge.Reference?.Value ?? "");
        }

        var (rows, columns) = (texts.Keys.Select(at => at.Row + 1).DefaultIfEmpty().Max(), texts.Keys.Select(at => at.Column + 1).DefaultIfEmpty().Max());
        return [.. Enumerable.Range(0, rows).Select(row =>
            Enumerable.Range(0, columns).Select(column => texts.GetValueOrDefault((row, column), "")).ToImmutableArray())];
    }

    static void Fill(Dictionary<(int Row, int Column), string> texts, string reference)
    {
        var ends = reference.Split(':');
        if (ends.Length != 2 || Place(ends[0]) is not { } first || Place(ends[1]) is not { } last || last.Row >= MostCells || last.Column >= MostCells)
        {
            return;
        }

        var text = texts.GetValueOrDefault(first, "");
        for (var row = first.Row; row <= last.Row; row++)
        {
            for (var column = first.Column; column <= last.Column; column++)
            {
                texts[(row, column)] = text;
            }
        }
    }

    static string TextOf(Cell cell, string[] shared, Dictionary<uint, string> endings)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at < shared.Length ? shared[at] : "";
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString?.InnerText ?? "";
        }

        return decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Shown(number, endings.GetValueOrDefault(cell.StyleIndex?.Value ?? 0, ""))
            : value;
    }

    /// <summary>Without the last digits of binary fractions: 0.89974 stays, 0.30000000000000004 becomes 0.3.</summary>
    static string Plain(decimal number) => decimal.Round(number, 10).ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>A number with what its style shows behind it; a share in per cent.</summary>
    static string Shown(decimal number, string ending) => ending == Percent ? Plain(number * 100) + "%" : Plain(number) + ending;

    /// <summary>What cell styles show behind a number: <see cref="Percent"/>, or words in quotes such as 万元.</summary>
    static Dictionary<uint, string> Endings(WorkbookPart book)
    {
        var styles = book.WorkbookStylesPart?.Stylesheet;
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .ToDictionary(format => format.NumberFormatId?.Value ?? 0, format => Ending(format.FormatCode?.Value ?? ""));
        return (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select((format, i) => (Id: format.NumberFormatId?.Value ?? 0, Index: (uint)i))
            .ToDictionary(format => format.Index, format => format.Id is 9 or 10 ? Percent : own.GetValueOrDefault(format.Id, ""));
    }

    static string Ending(string code)
    {
        string first = code.Split(';')[0];
        return Quoted().Replace(first, "").Contains('%', StringComparison.Ordinal) ? Percent : LastWords().Match(first).Groups["words"].Value;
    }

    static (int Row, int Column)? Place(string? reference)
    {
        var match = Reference().Match(reference ?? "");
        return match.Success
            ? (int.Parse(match.Groups["row"].Value, CultureInfo.InvariantCulture) - 1,
                match.Groups["column"].Value.Aggregate(0, (sum, letter) => (sum * 26) + (letter - 'A' + 1)) - 1)
            : null;
    }

    [GeneratedRegex(@"^\$?(?<column>[A-Z]{1,3})\$?(?<row>\d{1,7})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("\"(?<words>[^\"]*)\"$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastWords();
}
