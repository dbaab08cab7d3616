using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Sheets;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Reads a filled form back: what people see wins, what the layout does not show comes from the concealed tables.</summary>
/// <remarks>
/// A cell that still shows what was printed keeps the exact value behind it; a cell that was changed is read anew. A form that was
/// made elsewhere has no concealed tables: everything is read from its cells.
/// </remarks>
sealed partial class FormSheetReader
{
    readonly FormLayout _layout;
    readonly FormGrid _printed;
    readonly Form? _kept;
    readonly ImmutableArray<RawRow> _rows;
    readonly Spot _sheet;
    readonly Findings _findings;
    readonly int _above;

    FormSheetReader(SheetFile file, FoundForm found, Form? kept, Findings findings)
    {
        (_layout, _rows, _kept, _findings, _above) = (found.Layout, found.Sheet.Rows, kept, findings, found.Above);
        _sheet = new Spot(file.Name, null, null, found.Sheet.Name);
        _printed = FormGridBuilder.Build(FormScoring.Score(kept ?? new Form(), found.Layout.Scoring), found.Layout);
    }

    /// <summary>The sheet of a file that is a form in one of the layouts; null where there is none.</summary>
    internal static FoundForm? Find(SheetFile file)
    {
        foreach (var sheet in file.Sheets.Where(s => !s.IsConcealed))
        {
            string? marked = sheet.Rows.SelectMany(r => r.Cells).FirstOrDefault(c => c.StartsWith(FormWorkbook.Mark, StringComparison.Ordinal));
            var layouts = FormLayout.Codes.Where(code => marked is null || marked == FormWorkbook.Mark + code).Select(FormLayout.Of);
            foreach (var layout in layouts)
            {
                string[] titles = [.. layout.Head[^1].Where(c => c.Text is not null && c.Rows == 1).Select(c => Bare(c.Text!))];
                var head = sheet.Rows.FirstOrDefault(r => titles.All(t => r.Cells.Any(c => Bare(c) == t)));
                if (head is not null)
                {
                    return new FoundForm(sheet, layout, head.Line - layout.Head.Length - layout.Top.Length);
                }
            }
        }

        return null;
    }

    /// <summary>The form and the points written in it; null where its frame is not that of the layout.</summary>
    internal static (Form Form, WrittenPoints Points)? Read(SheetFile file, FoundForm found, Form? kept, Findings findings)
    {
        var reader = new FormSheetReader(file, found, kept, findings);
        return reader.IsFramed() ? reader.Read() : null;
    }

    /// <summary>A title as it may be compared: counties write （盖章）, a colon or 本年 for 当年 as they like.</summary>
    internal static string Bare(string text) => Asides().Replace(Cell.HalfWidth(text), "").Replace("本年", "当年", StringComparison.Ordinal);

    /// <summary>Whether the words of the layout stand where they should.</summary>
    bool IsFramed()
    {
        var missing = _printed.Cells.Where(c => c.Field is null && c.Row < _printed.HeadFirst && c.Value.Text.Length > 1)
            .Where(c => Bare(TextAt(c.Row, c.Column)) != Bare(c.Value.Text)).ToArray();
        foreach (var cell in missing)
        {
            _findings.Add(ProblemCode.FormNotRecognised, At(cell.Row, cell.Column, null), TextAt(cell.Row, cell.Column),
                ("title", cell.Value.Text.Replace("\n", "", StringComparison.Ordinal)), ("layout", _layout.Name));
        }

        return missing.Length == 0;
    }

    (Form Form, WrittenPoints Points) Read()
    {
        int count = Count();
        int shift = count - _printed.Codes.Length;
        var head = new FormHeadEdit(_kept ?? new Form());
        decimal? total = null, execution = null;
        foreach (var cell in _printed.Cells.Where(c => c is { Field: { }, Code: null, IsLabel: false }))
        {
            int row = cell.Row >= _printed.IndicatorFirst ? cell.Row + shift : cell.Row;
            string text = TextAt(row, cell.Column);
            total = cell.Field == "total.score" ? Points(text) : total;
            execution = cell.Field == "execution.score" ? Points(text) : execution;
            if (!Same(text, cell.Value) && !head.Change(cell.Field!, text, LayoutCellOf(cell.Field!)))
            {
                _findings.Add(ProblemCode.CellNotANumber, At(row, cell.Column, cell.Field), text, ("unit", "万元"), ("plain", "25"), ("sample", "25"));
            }
        }

        head.Year(TextAt(-1, 0));
        head.Demonstrate(TextAt(-2, 0));
        string Shown(string field) => _printed.Cells.FirstOrDefault(c => c.Field == field && c.Code is null) is { } cell ? TextAt(cell.Row, cell.Column) : "";
        var rows = Indicators(count, out var points);
        return (head.Result(rows, Shown), new WrittenPoints(points, execution, total));
    }

    ImmutableArray<FormRow> Indicators(int count, out ImmutableDictionary<string, decimal> points)
    {
        var seen = new Dictionary<string, FormRow>();
        var written = ImmutableDictionary.CreateBuilder<string, decimal>();
        string second = "";
        for (int i = 0; i < count; i++)
        {
            var (row, at) = (_printed.IndicatorFirst + i, Columns());
            string level = at.TryGetValue("second", out int column) ? TextAt(row, column) : "";
            second = level.Length > 0 ? level : second;
            string code = TextAt(row, _layout.Widths.Length);
            code = code.Length > 0 && !seen.ContainsKey(code) ? code : string.Create(CultureInfo.InvariantCulture, $"R{Line(row)}");
            var edit = new FormRowEdit(_kept?.Rows.FirstOrDefault(r => r.Code == code), code, Line(row));
            Second(edit, second, row, column);
            foreach (var (field, place) in at.Where(c => c.Key is not ("first" or "second")))
            {
                string text = TextAt(row, place);
                var shown = _printed.Cells.FirstOrDefault(c => c.Code == code && c.Field == field);
                if ((shown is null || !Same(text, shown.Value)) && edit.Change(field, text) is { } problem)
                {
                    _findings.Add(problem, At(row, place, field), text, ("unit", "–"), ("plain", "25"), ("sample", "25"), ("range", "0 … 100"));
                }
            }

            if (at.TryGetValue("score", out int score) && Points(TextAt(row, score)) is { } given)
            {
                written[code] = given;
            }

            seen[code] = edit.Result();
        }

        points = written.ToImmutable();
        var kept = _kept?.Rows.Where(r => !r.IsApplicable || seen.ContainsKey(r.Code)).ToArray() ?? [];
        return [.. kept.Select(r => seen.GetValueOrDefault(r.Code, r)), .. seen.Values.Where(r => kept.All(k => k.Code != r.Code))];
    }

    void Second(FormRowEdit edit, string label, int row, int column)
    {
        var level = _layout.Groups.SelectMany(g => g.Second).FirstOrDefault(s => Bare(s.Label) == Bare(label) || Bare(s.Label) == Bare(label) + "指标");
        if (level is null)
        {
            _findings.Add(ProblemCode.FormNoPlace, At(row, column, "second"), label, ("layout", _layout.Name), ("level", label));
        }
        else
        {
            edit.Second(FormWords.Value<SecondLevel>(level.Level)!.Value);
        }
    }

    /// <summary>Column of each field of an indicator.</summary>
    Dictionary<string, int> Columns()
    {
        var columns = new Dictionary<string, int>();
        int column = _layout.Head[0].Any(c => c.Rows < 0) ? 1 : 0;
        foreach (var cell in _layout.Row)
        {
            columns[cell.Field!] = column;
            column += cell.Span;
        }

        return columns;
    }

    /// <summary>Rows between the titles and the line of the total.</summary>
    int Count()
    {
        string end = Bare(_layout.Bottom[0][0].Text!);
        int line = _rows.FirstOrDefault(r => r.Line > Line(_printed.IndicatorFirst) - 1 && r.Cells.Length > 0 && Bare(r.Cells[0]) == end)?.Line ?? 0;
        return Math.Max(0, line - Line(_printed.IndicatorFirst));
    }

    LayoutCell? LayoutCellOf(string field) => _layout.Cells.FirstOrDefault(c => c.Field == field);

    int Line(int row) => row + _above + 1;

    string TextAt(int row, int column) =>
        _rows.FirstOrDefault(r => r.Line == Line(row)) is { } found && column < found.Cells.Length ? found.Cells[column] : "";

    Spot At(int row, int column, string? name) =>
        new(_sheet.File, Line(row), name, string.Create(CultureInfo.InvariantCulture, $"{_sheet.Cell}!{Source.Letters(column)}{Line(row)}"));

    static decimal? Points(string text) => SheetQuantity.Read(text, "")?.Value;

    /// <summary>Whether a cell still shows what was printed; a number may have lost its last digits on the way through another program.</summary>
    static bool Same(string text, GridValue printed) => printed.Number is { } number
        ? Cell.IsPlainNumber(text, out double value) && Math.Abs(value - (double)number) <= 1e-9 * Math.Max(1, Math.Abs(value))
        : Cell.Trim(text) == Cell.Trim(printed.Text);

    [GeneratedRegex(@"\s+|\([^)]*\)|[:,;、.]|其中", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asides();
}

/// <summary>A form found in a file.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Layout">Its layout.</param>
/// <param name="Above">Rows above the first row of the layout.</param>
sealed record FoundForm(OpenedSheet Sheet, FormLayout Layout, int Above);

/// <summary>Points as somebody has written them into a form, for those who check its arithmetic.</summary>
/// <param name="Rows">得分 by code of the indicator.</param>
/// <param name="Execution">得分 of the money block; null where none is written.</param>
/// <param name="Total">得分 of the last line; null where none is written.</param>
public sealed record WrittenPoints(ImmutableDictionary<string, decimal> Rows, decimal? Execution, decimal? Total);
