using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases.Workbooks;
using Suandian.Operations.Programme.Ledger;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>Tables as a workbook to fill in: titles, a concealed row of codes, drop-downs, a grey example row, the sheet 填写说明.</summary>
public static class SheetBook
{
    /// <summary>Rows below the titles that have drop-downs.</summary>
    const int LastRow = 5000;

    const string Words = "选项";

    static readonly BookStyle Plain = new();
    static readonly BookStyle Head = Plain with { IsBold = true, Ground = "E8EEF4", HasBorder = true, Wraps = true, Align = BookAlign.Centre };
    static readonly BookStyle RequiredHead = Head with { Ground = "FCE8C8" };
    static readonly BookStyle Example = Plain with { IsItalic = true, Colour = "888888", Ground = "F2F2F2", Format = "@" };
    static readonly BookStyle Code = Plain with { Colour = "888888", SizePt = 9 };
    static readonly BookStyle Wrapped = Plain with { Wraps = true, IsTop = true };

    /// <summary>Writes an empty workbook with one sheet for each table.</summary>
    public static void Template(string path, params ReadOnlySpan<SheetDeclaration> declarations)
    {
        var tables = ImmutableArray.CreateBuilder<SheetTable>();
        foreach (var declaration in declarations)
        {
            tables.Add(new SheetTable(declaration, []));
        }

        Write(path, tables.ToImmutable());
    }

    /// <summary>Writes tables; one without rows gets an example row, which is passed over when it is read.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(string path, ImmutableArray<SheetTable> tables)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        BookWriter.Write([.. tables.Select(t => Sheet(t, tables)), Guide(tables), .. Choices(tables)], path, tables.Any(t => t.IsPersonal));
    }

    /// <summary>The sheets of tables inside another workbook.</summary>
    internal static BookSheet Sheet(SheetTable table, ImmutableArray<SheetTable> all)
    {
        var columns = table.Declaration.Columns;
        var cells = ImmutableArray.CreateBuilder<BookCell>();
        for (int c = 0; c < columns.Length; c++)
        {
            cells.Add(new BookCell(1, c, Title(columns[c]), columns[c].IsRequired ? RequiredHead : Head));
            cells.Add(new BookCell(2, c, columns[c].Code, Code));
            if (table.Rows.IsEmpty)
            {
                cells.Add(new BookCell(3, c, c == 0 ? "例：" + columns[c].Example : columns[c].Example, Example));
            }
        }

        for (int r = 0; r < table.Rows.Length; r++)
        {
            for (int c = 0; c < columns.Length; c++)
            {
                if (table.Rows[r][c] is { } value)
                {
                    cells.Add(CellOf(table, (r + 3, c), value));
                }
            }
        }

        return new BookSheet
        {
            Name = table.Declaration.Title.Zh,
            Cells = cells.ToImmutable(),
            Widths = [.. columns.Select(Width)],
            Looks = [.. columns.Select(Look)],
            ConcealedRows = [2],
            Print = table.IsConcealed ? null : new BookPrint(null, 1, 1),
            ShowsGrid = true,
            IsConcealed = table.IsConcealed,
            Frozen = 2,
            Lists = table.IsConcealed ? [] : [.. columns.Select((c, i) => (c, i)).Where(c => Formula(c.c, all).Length > 0)
                .Select(c => new BookList(new BookArea(3, c.i, LastRow, c.i), Formula(c.c, all), c.c.Offered.IsEmpty))],
        };
    }

    static BookCell CellOf(SheetTable table, (int Row, int Column) at, object value) => value switch
    {
        decimal number => new BookCell(at.Row, at.Column, number, Look(table.Declaration.Columns[at.Column])),
        DateOnly day => new BookCell(at.Row, at.Column, day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, Look(table.Declaration.Columns[at.Column])),
        _ => new BookCell(at.Row, at.Column, table.Text(at.Column, value), Look(table.Declaration.Columns[at.Column])),
    };

    static BookStyle Look(SheetColumn column) => column.Type switch
    {
        SheetType.Number or SheetType.Whole => Plain,
        SheetType.Date => Plain with { Format = "yyyy-mm-dd" },
        _ => Plain with { Format = "@" },
    };

    static string Title(SheetColumn column) =>
        column.Title.Zh + (column.Unit.Length > 0 ? $"（{column.Unit}）" : "") + (column.IsRequired ? "*" : "");

    static double Width(SheetColumn column) => Math.Clamp(Math.Max(Digits(Title(column)), Digits(column.Example)) + 3, 10, 36);

    /// <summary>Width of a text in digits; a Chinese character takes two.</summary>
    internal static int Digits(string text) => text.Sum(c => c >= 0x2E80 ? 2 : 1);

    static string Formula(SheetColumn column, ImmutableArray<SheetTable> all)
    {
        if (column.Type == SheetType.Boolean)
        {
            return "\"是,否\"";
        }

        var words = column.DropDown;
        if (words.IsEmpty)
        {
            return "";
        }

        string letters = Cases.Tables.Source.Letters(Lists(all).FindIndex(l => l.SequenceEqual(words)));
        return string.Create(CultureInfo.InvariantCulture, $"{Words}!${letters}$1:${letters}${words.Length}");
    }

    static List<ImmutableArray<string>> Lists(ImmutableArray<SheetTable> tables)
    {
        var lists = new List<ImmutableArray<string>>();
        foreach (var words in tables.SelectMany(t => t.Declaration.Columns).Select(c => c.DropDown).Where(words => !words.IsEmpty))
        {
            if (!lists.Exists(l => l.SequenceEqual(words)))
            {
                lists.Add(words);
            }
        }

        return lists;
    }

    /// <summary>The concealed sheet that holds the words of the drop-downs; a list in quotes may have 255 characters only.</summary>
    static IEnumerable<BookSheet> Choices(ImmutableArray<SheetTable> tables)
    {
        var lists = Lists(tables);
        if (lists.Count > 0)
        {
            yield return new BookSheet
            {
                Name = Words,
                IsConcealed = true,
                Cells = [.. lists.SelectMany((list, c) => list.Select((word, r) => new BookCell(r + 1, c, word, Plain)))],
            };
        }
    }

    static BookSheet Guide(ImmutableArray<SheetTable> tables)
    {
        var rows = new List<(BookStyle Style, string[] Cells)> { (Head, ["工作表", "列", "必填", "单位", "可填内容", "说明", "description"]) };
        foreach (string advice in (ReadOnlySpan<string>)["sheets", "example", "order", "numbers", "dates", "check"])
        {
            rows.Add((Wrapped, ["", "", "", "", "", Phrases.Of("sheet.guide." + advice).Zh, Phrases.Of("sheet.guide." + advice).En]));
        }

        foreach (var declaration in tables.Where(t => !t.IsConcealed).Select(t => t.Declaration))
        {
            rows.AddRange(declaration.Columns.Select(c => (Wrapped, (string[])
            [
                declaration.Title.Zh, c.Title.Zh, c.IsRequired ? "必填" : "", c.Unit, Allowed(c), c.Description.Zh + Privacy(c).Zh, c.Description.En + Privacy(c).En,
            ])));
        }

        return new BookSheet
        {
            Name = WorkbookSheets.Guide,
            Cells = [.. rows.SelectMany((row, r) => row.Cells.Select((text, c) => new BookCell(r + 1, c, text, row.Style)))],
            Widths = [14, 18, 8, 10, 34, 60, 60],
            Frozen = 1,
            Print = new BookPrint(null, 1, 1),
            ShowsGrid = true,
        };
    }

    static Text Privacy(SheetColumn column) => column.Personal == Personal.None ? new Text("", "") : Phrases.Of("sheet.guide.personal");

    static string Allowed(SheetColumn column) => column.Type switch
    {
        SheetType.Choice => string.Join('、', column.Choices.Select(c => c.Name.Zh)),
        SheetType.Boolean => "是、否",
        SheetType.Number or SheetType.Whole when column.Min is not null || column.Max is not null => column.Range,
        _ => "",
    };
}
