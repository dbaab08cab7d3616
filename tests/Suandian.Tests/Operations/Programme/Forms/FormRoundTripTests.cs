using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Suandian.Operations.Programme.Forms;

public sealed class FormRoundTripTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("suandian-form-").FullName;

    public static TheoryData<string> Layouts => [.. FormLayout.Codes];

    string Book => Path.Combine(_folder, "form.xlsx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_filled_form_is_read_back_without_loss(string code)
    {
        var layout = FormLayout.Of(code);
        var form = FullForm.In(layout);
        var written = Write(form, layout);

        var reading = FormInput.Read(Book);

        Assert.Empty(reading.Problems.Select(p => $"{p.Code} {p.Cell} {p.Value} {p.Expected.En}"));
        Assert.Equal(code, reading.Layout!.Code);
        Assert.Equal(Plain(form), Plain(reading.Form!));
        Assert.Equal(written.Scored.Total, reading.Written!.Total);
        Assert.Equal(written.Scored.Execution.Score, reading.Written.Execution);
        Assert.Equal(written.Scored.Rows.Select(r => (r.Row.Code, r.Score)).Order(), reading.Written.Rows.Select(r => (r.Key, (decimal?)r.Value)).Order());
    }

    /// <summary>86 % of the budget is spent, and the form says why: in a column, in a row of reasons or in a remark.</summary>
    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_form_the_product_writes_passes_its_own_checker(string code)
    {
        var layout = FormLayout.Of(code);
        var form = FullForm.In(layout);
        form = form with
        {
            Money = form.Money with { Rows = [.. form.Money.Rows.Select(row => row with { Executed = row.Budget * 0.86m })] },
            Rows = [.. form.Rows.Select(row => row.Evidence.IsEmpty ? row with { Evidence = [new FormEvidence("照片.zip")] } : row)],
        };
        Write(form, layout);
        var filled = Checking.Forms.FormReader.Read(Book).Form!;

        var findings = Checking.Forms.FormChecker.Check(filled);
        var withoutReason = Checking.Forms.FormChecker.Check(filled with { MoneyReason = "" });

        Assert.Empty(findings.Select(finding => $"{finding.Rule.Id} {finding.Message.Zh}"));
        Assert.Equal(code == "hubei" ? [] : ["F14"], withoutReason.Select(finding => finding.Rule.Id)); // there one cell holds all reasons
    }

    /// <summary>As a form that somebody else has typed: what the layout shows is all there is.</summary>
    [Theory]
    [MemberData(nameof(Layouts))]
    public void Without_the_concealed_tables_what_the_layout_shows_is_read(string code)
    {
        var layout = FormLayout.Of(code);
        var all = FullForm.In(layout).Rows;
        decimal leftOut = all.Single(r => r.Code == "T09").Weight; // what does not apply is not in the form
        var form = FullForm.In(layout) with
        {
            Rows = [.. all.Where(r => r.Code != "T09").Select(r => r.Code == "T08" ? r with { Weight = r.Weight + leftOut } : r)],
        };
        Write(form, layout);
        Strip();

        var reading = FormInput.Read(Book);

        Assert.Empty(reading.Problems.Select(p => $"{p.Code} {p.Cell} {p.Value} {p.Expected.En}"));
        Assert.Equal(form.Rows.OrderBy(r => layout.PlaceOf(r.Second)).Select(Shown), reading.Form!.Rows.Select(Shown));
        Assert.Equal((form.Head.Project, form.Head.Goal, form.Head.Year), (reading.Form.Head.Project, reading.Form.Head.Goal, reading.Form.Head.Year));
        Assert.Equal(form.Money.Total.Budget, reading.Form.Money.Total.Budget);

        static (string, SecondLevel, decimal?, decimal?, decimal, IndicatorKind) Shown(FormRow r) => (r.Indicator, r.Second, r.Target, r.Upper, r.Weight, r.Kind);
    }

    [Fact]
    public void A_cell_that_was_changed_in_the_form_is_taken_and_the_rest_stays_exact()
    {
        var layout = FormLayout.Of("xinjiang");
        var form = FullForm.In(layout);
        Write(form, layout);
        Change("T06", "指标实际完成值", "２８０人次");
        Change("T06", "偏差原因分析", "两期培训改期");

        var read = FormInput.Read(Book);

        Assert.Empty(read.Problems);
        Assert.Equal((280m, "两期培训改期"), (read.Form!.Rows.Single(r => r.Code == "T06").Done, read.Form.Rows.Single(r => r.Code == "T06").Reason));
        Assert.Equal(Plain(form with { Rows = [.. form.Rows.Where(r => r.Code != "T06")] }), Plain(read.Form with { Rows = [.. read.Form.Rows.Where(r => r.Code != "T06")] }));
    }

    /// <summary>Chizhou 2022 writes 本年财政拨款 and a colon behind the total; others leave out （盖章）.</summary>
    [Fact]
    public void Titles_that_counties_write_a_little_differently_are_understood_and_others_are_told()
    {
        var layout = FormLayout.Of("national");
        Write(FullForm.In(layout), layout);
        Replace("其中：当年财政拨款", "其中:本年财政拨款");
        Replace("实施单位\n（盖章）", "实施单位：");

        Assert.Empty(FormInput.Read(Book).Problems);
        Replace("上年结转资金", "债券资金");
        var problem = Assert.Single(FormInput.Read(Book).Problems);
        Assert.Equal((Cases.ProblemCode.FormNotRecognised, "债券资金"), (problem.Code, problem.Value));
    }

    [Fact]
    public void A_result_in_another_unit_is_told_with_its_cell()
    {
        var layout = FormLayout.Of("xinjiang");
        Write(FullForm.In(layout), layout);
        Change("T06", "指标实际完成值", "280家");

        var problem = Assert.Single(FormInput.Read(Book).Problems);

        Assert.Equal((Cases.ProblemCode.WrongUnit, "280家"), (problem.Code, problem.Value));
        Assert.StartsWith("自评表!K", problem.Cell, StringComparison.Ordinal); // 11th column of the layout
    }

    [Fact]
    public void The_filled_workbook_of_tables_is_the_form_again()
    {
        var form = FullForm.In(FormLayout.Of("national"));
        Sheets.SheetBook.Write(Book, FormTables.Of(form));

        var reading = FormInput.Read(Book);

        Assert.Empty(reading.Problems.Select(p => $"{p.Code} {p.Cell} {p.Value} {p.Expected.En}"));
        Assert.Equal(Plain(form), Plain(reading.Form!));
    }

    ExportedForm Write(Form form, FormLayout layout)
    {
        var written = FormExport.Write(form, layout, layout.Scoring, "form", new FormTarget(Book));
        Assert.True(File.Exists(Book), string.Join('\n', written.Problems.Select(p => $"{p.Code} {p.Expected.En}")));
        return written;
    }

    void Strip()
    {
        using var document = SpreadsheetDocument.Open(Book, true);
        var book = document.WorkbookPart!;
        foreach (var sheet in book.Workbook!.Descendants<Sheet>().Skip(1).ToArray())
        {
            book.DeletePart(sheet.Id!.Value!);
            sheet.Remove();
        }

        var first = (WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().Single().Id!.Value!);
        foreach (var cell in first.Worksheet!.Descendants<Cell>().Where(c => c.InnerText.StartsWith(FormWorkbook.Mark, StringComparison.Ordinal)).ToArray())
        {
            cell.Remove();
        }
    }

    /// <summary>Puts other words into every cell that says some.</summary>
    void Replace(string words, string others)
    {
        using var document = SpreadsheetDocument.Open(Book, true);
        foreach (var text in document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>()).Where(t => t.Text == words).ToArray())
        {
            text.Text = others;
        }
    }

    /// <summary>Types into the column whose title begins so, in the row of an indicator.</summary>
    void Change(string code, string title, string text)
    {
        using var document = SpreadsheetDocument.Open(Book, true);
        var book = document.WorkbookPart!;
        var data = ((WorksheetPart)book.GetPartById(book.Workbook!.Descendants<Sheet>().First().Id!.Value!)).Worksheet!.GetFirstChild<SheetData>()!;
        var column = data.Descendants<Cell>().First(c => c.InnerText.Replace("\n", "", StringComparison.Ordinal).StartsWith(title, StringComparison.Ordinal)).CellReference!.Value!;
        uint row = ((Row)data.Descendants<Cell>().First(c => c.InnerText == code).Parent!).RowIndex!;
        var cell = data.Descendants<Cell>().Single(c => c.CellReference!.Value == new string([.. column.TakeWhile(char.IsAsciiLetter)]) + row);
        cell.CellValue = null;
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text));
    }

    /// <summary>A form as text, to compare; lines of the file are no part of it.</summary>
    static string Plain(Form form) => System.Text.Json.JsonSerializer.Serialize(
        form with { Rows = [.. form.Rows.Select(r => r with { Line = null, Weight = r.Weight / 1.000000m, Done = r.Done / 1.0m })] }, Indented)
        .Replace(".00", "", StringComparison.Ordinal);

    static readonly System.Text.Json.JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
