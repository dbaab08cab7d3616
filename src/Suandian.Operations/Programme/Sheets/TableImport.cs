using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Cases.Workbooks;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>One reading of one table.</summary>
sealed class TableImport(SheetFile file, OpenedSheet sheet, SheetDeclaration declaration, Findings findings)
{
    readonly List<CellReadAs> _readAs = [];
    readonly HashSet<int> _spoiled = [];
    readonly Source _source = new(file.Name);

    internal SheetReading Run()
    {
        var header = Header();
        int[] columns = Places(header);
        var rows = Data(columns);
        SheetRow[] understood = [];
        if (columns.Length > 0)
        {
            var parser = new SheetCellParser(findings, _readAs, file.FirstDay);
            understood = [.. rows.Select(row => Understood(row, columns, parser))];
        }

        if (columns.Length > 0 && rows.IsEmpty)
        {
            findings.Add(ProblemCode.NoRows, _source.Whole, null);
        }

        return new SheetReading
        {
            Declaration = declaration,
            File = file.Name,
            Rows = [.. understood.Where(r => !_spoiled.Contains(r.Line))],
            Spoiled = [.. understood.Where(r => _spoiled.Contains(r.Line))],
            Problems = findings.Sorted(),
            ReadAs = [.. _readAs],
            Raw = new RawSheet(sheet.Name, header, [.. columns], rows),
        };
    }

    ImmutableArray<string> Header()
    {
        ImmutableArray<string> header = sheet.Rows is [{ Line: 1, Cells: var cells }, ..] && cells.Any(c => c.Length > 0) ? [.. cells] : [];
        if (header.IsEmpty)
        {
            findings.Add(ProblemCode.FileEmpty, _source.Whole, sheet.Name.Length == 0 ? null : sheet.Name);
        }

        return header;
    }

    /// <summary>Where each column of the file stands in the declaration; empty where a required one is missing or one is unknown.</summary>
    int[] Places(ImmutableArray<string> header)
    {
        if (header.IsEmpty)
        {
            return [];
        }

        var codes = CodeRow();
        int[] places = [.. header.Select((title, i) => Place(codes is null || i >= codes.Length || codes[i].Length == 0 ? title : codes[i]))];
        bool isWhole = Unknown(header, places) & Twice(header, places) & Missing(places);
        return isWhole ? places : [];
    }

    bool Unknown(ImmutableArray<string> header, int[] places)
    {
        bool isKnown = true;
        for (int i = 0; i < header.Length; i++)
        {
            if (places[i] >= 0 || SheetImport.IsErrorColumn(header[i]) || (header[i].Length == 0 && sheet.Rows.All(r => r.Cells.Length <= i || r.Cells[i].Length == 0)))
            {
                continue;
            }

            string[] titles = [.. declaration.Columns.Where((_, c) => !places.Contains(c)).Select(c => c.Title.Zh)];
            findings.Add(ProblemCode.ColumnUnknown, _source.At(1, header[i]), header[i],
                ("columns", string.Join('、', declaration.Columns.Select(c => c.Title.Zh))), ("hint", Suggestion.DidYouMean(header[i], titles)));
            isKnown = false;
        }

        return isKnown;
    }

    bool Twice(ImmutableArray<string> header, int[] places)
    {
        var twice = places.Select((place, i) => (place, i)).Where(p => p.place >= 0).GroupBy(p => p.place).Where(g => g.Count() > 1).ToArray();
        foreach (var group in twice)
        {
            string title = header[group.Last().i];
            findings.Add(ProblemCode.ColumnTwice, _source.At(1, title), title);
        }

        return twice.Length == 0;
    }

    bool Missing(int[] places)
    {
        SheetColumn[] missing = [.. declaration.Columns.Where((c, i) => c.IsRequired && !places.Contains(i))];
        foreach (var column in missing)
        {
            findings.Add(ProblemCode.ColumnMissing, _source.At(1, column.Title.Zh), null, ("what", column.Description));
        }

        return missing.Length == 0;
    }

    /// <summary>The concealed row of codes below the titles; null where somebody has deleted it.</summary>
    string[]? CodeRow() => sheet.Rows is [_, { Line: 2, Cells: var cells }, ..] && IsCodeRow(cells) ? cells : null;

    bool IsCodeRow(string[] cells) => cells.Any(c => c.Length > 0) && cells.All(c => c.Length == 0 || declaration.Columns.Any(d => d.Code == c));

    /// <summary>Codes go before titles: a word may be the code of one column and the title of another.</summary>
    int Place(string title)
    {
        string wanted = Bare(title);
        foreach (var name in (ReadOnlySpan<Func<SheetColumn, string>>)[c => c.Code, c => Bare(c.Title.Zh), c => Bare(c.Title.En)])
        {
            for (int i = 0; wanted.Length > 0 && i < declaration.Columns.Length; i++)
            {
                if (Same(name(declaration.Columns[i]), wanted))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>A title without the star of a required column and without its unit in brackets.</summary>
    static string Bare(string title)
    {
        string plain = Cell.Trim(Cell.HalfWidth(title).Replace("*", "", StringComparison.Ordinal));
        int bracket = plain.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 && plain.EndsWith(')') ? plain[..bracket].TrimEnd() : plain;
    }

    ImmutableArray<RawRow> Data(int[] columns)
    {
        bool hasCodes = CodeRow() is not null;
        return
        [
            .. sheet.Rows.Where(r => r.Line > 1 && !(hasCodes && r.Line == 2) && !(r.Cells.Length > 0 && ExampleRow.Is(r.Cells[0])))
                .Where(r => r.Cells.Where((_, i) => columns.Length == 0 || (i < columns.Length && columns[i] >= 0)).Any(c => c.Length > 0)),
        ];
    }

    SheetRow Understood(RawRow row, int[] columns, SheetCellParser parser)
    {
        var values = new object?[declaration.Columns.Length];
        var seen = new bool[declaration.Columns.Length];
        for (int i = 0; i < Math.Min(columns.Length, row.Cells.Length); i++)
        {
            if (columns[i] is >= 0 and var at && row.Cells[i].Length > 0)
            {
                var column = declaration.Columns[at];
                seen[at] = true;
                values[at] = parser.Parse(column, row.Cells[i], At(row, columns, at));
                Spoil(row, values[at] is null);
            }
        }

        for (int at = 0; at < values.Length; at++)
        {
            if (declaration.Columns[at] is { IsRequired: true } column && !seen[at])
            {
                findings.Add(ProblemCode.CellEmpty, At(row, columns, at), null, ("what", column.Description));
                Spoil(row, true);
            }
        }

        Stray(row, columns);
        return new SheetRow(declaration, row.Line, [.. values]);
    }

    /// <summary>Text to the right of the last title belongs to no column.</summary>
    void Stray(RawRow row, int[] columns)
    {
        if (columns.Length > 0 && row.Cells.Skip(columns.Length).Any(c => c.Length > 0))
        {
            findings.Add(ProblemCode.RowLength, _source.At(row.Line), null, ("cells", row.Cells.Length), ("columns", columns.Length));
            Spoil(row, true);
        }
    }

    void Spoil(RawRow row, bool isWrong)
    {
        if (isWrong)
        {
            _spoiled.Add(row.Line);
        }
    }

    Spot At(RawRow row, int[] columns, int at)
    {
        var spot = _source.At(row.Line, declaration.Columns[at].Title.Zh);
        int place = Math.Max(0, Array.IndexOf(columns, at));
        return sheet.Name.Length == 0 ? spot : spot with { Cell = string.Create(CultureInfo.InvariantCulture, $"{sheet.Name}!{Source.Letters(place)}{row.Line}") };
    }
}
