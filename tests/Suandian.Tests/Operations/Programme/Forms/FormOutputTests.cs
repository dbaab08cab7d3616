using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Suandian.Cases;

namespace Suandian.Operations.Programme.Forms;

public sealed class FormOutputTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("suandian-form-").FullName;

    public static TheoryData<string> Layouts => [.. FormLayout.Codes];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_usual_points_of_a_layout_sum_to_100(string code)
    {
        var layout = FormLayout.Of(code);

        Assert.Equal(100, layout.ExecutionWeight + layout.Groups.Sum(g => g.Weight));
        Assert.Equal(Enum.GetValues<SecondLevel>().Length, layout.Groups.Sum(g => g.Second.Length));
    }

    [Fact]
    public void Words_beside_titles_and_rows_stand_in_the_titles_that_every_page_of_the_workbook_repeats()
    {
        using var book = SpreadsheetDocument.Open(Written(FormLayout.Of("xinjiang"), ".xlsx"), false);
        var sheet = book.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!).First(w => w.Descendants<DocumentFormat.OpenXml.Spreadsheet.MergeCell>().Any());
        string titles = book.WorkbookPart.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.DefinedName>().First(n => n.Name?.Value == "_xlnm.Print_Titles").Text;
        int last = int.Parse(titles[(titles.LastIndexOf('$') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

        var across = sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.MergeCell>().Select(m => m.Reference!.Value!.Split(':'))
            .Where(m => Row(m[0]) <= last && Row(m[1]) > last);

        Assert.Empty(across);
        static int Row(string cell) => int.Parse(cell.TrimStart([.. Enumerable.Range('A', 26).Select(c => (char)c)]), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_five_layouts_differ_as_the_public_forms_do()
    {
        string[] Titles(string code) => [.. FormLayout.Of(code).Head[^1].Select(c => FormSheetReader.Bare(c.Text!))];

        Assert.Equal(["年度绩效指标完成情况", "一级指标", "二级指标", "三级指标", "指标值", "指标值设置依据", "上年完成值", "指标分值权重", "指标赋分规则",
            "佐证资料", "指标实际完成值", "完成率", "指标得分", "偏差原因分析及改进措施"], Titles("xinjiang"));
        Assert.Equal(["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位"], Titles("yunnan"));
        Assert.Contains("未完成原因分析", Titles("sichuan"));
        Assert.Equal((10m, 20m), (FormLayout.Of("sichuan").ExecutionWeight, FormLayout.Of("hubei").ExecutionWeight));
        Assert.Equal(200, FormLayout.Of("sichuan").Cells.Single(c => c.Field == "conclusion").Limit);
        Assert.Equal(3, FormLayout.Of("hubei").Cells.Count(c => c.Choices.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Workbook_and_document_follow_the_standard_that_Office_and_WPS_read(string code)
    {
        var layout = FormLayout.Of(code);
        using var book = SpreadsheetDocument.Open(Written(layout, ".xlsx"), false);
        using var document = WordprocessingDocument.Open(Written(layout, ".docx"), false);
        var validator = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019);

        Assert.Empty(validator.Validate(book, TestContext.Current.CancellationToken).Concat(validator.Validate(document, TestContext.Current.CancellationToken))
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
    }

    [Fact]
    public void Numbers_are_numbers_and_heads_are_merged_and_it_prints_on_A4_landscape_one_page_wide()
    {
        using var book = SpreadsheetDocument.Open(Written(FormLayout.Of("xinjiang"), ".xlsx"), false);
        var part = (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook!.Descendants<Sheet>().First().Id!.Value!);
        var sheet = part.Worksheet!;

        string?[] numbers = [.. sheet.Descendants<Cell>().Where(c => c.DataType is null && c.CellValue is not null).Select(c => c.CellValue!.Text)];
        Assert.Contains("2700", numbers);
        Assert.Contains("0.9", numbers); // 完成率 90 % of T04
        Assert.Contains(sheet.Descendants<MergeCell>(), m => m.Reference!.Value!.StartsWith("B12:B", StringComparison.Ordinal));
        var page = sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((9u, OrientationValues.Landscape, 1u, 0u), (page.PaperSize!.Value, page.Orientation!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value));
        Assert.Equal("'自评表'!$11:$11", book.WorkbookPart.Workbook.Descendants<DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text);
        Assert.Equal(["宋体"], book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.Descendants<FontName>().Select(f => f.Val!.Value).Distinct());
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_same_form_gives_the_same_bytes(string code)
    {
        var layout = FormLayout.Of(code);

        foreach (string ending in FormExport.Endings)
        {
            Assert.Equal(File.ReadAllBytes(Written(layout, ending)), File.ReadAllBytes(Written(layout, ending, "again")));
        }
    }

    [Fact]
    public void An_error_blocks_the_export_and_nothing_is_written()
    {
        var layout = FormLayout.Of("xinjiang");
        string path = Path.Combine(_folder, "form.xlsx");

        var written = FormExport.Write(YiwuForm.With("T04", r => r with { Done = 2700 }), layout, layout.Scoring, "form", new FormTarget(path));

        Assert.Equal([ProblemCode.FormReasonMissing], written.Problems.Select(p => p.Code));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Money_nobody_named_is_an_open_marked_cell_and_never_a_zero()
    {
        var scored = FormScoring.Score(YiwuForm.Form with { Money = new FormMoney() }, FormLayout.Of("xinjiang").Scoring);

        var grid = FormGridBuilder.Build(scored, FormLayout.Of("xinjiang"));

        var open = grid.Cells.Where(c => c.Value.IsOpen).Select(c => c.Field);
        Assert.Equal(["money.total.initial", "money.total.budget", "money.total.executed", "execution.rate", "execution.score"], open);
        Assert.DoesNotContain(grid.Cells, c => c.Field?.StartsWith("money.", StringComparison.Ordinal) == true && c.Value.Number == 0);
        Assert.Contains(grid.Notes, n => n.Contains("10 分", StringComparison.Ordinal));
    }

    [Fact]
    public void A_layout_says_what_it_has_no_place_for()
    {
        var layout = FormLayout.Of("xinjiang");
        var form = YiwuForm.Form with
        {
            Head = new FormHead(),
            Money = new FormMoney { Rows = [new(MoneySource.Fiscal, 400, 400, 400), new(MoneySource.CarriedOver, 10, 10, 10)] },
        };

        var codes = FormChecks.Of(FormScoring.Score(form, layout.Scoring), layout, "form").Select(p => (p.Code, p.Severity));

        Assert.Equal([(ProblemCode.FormMoneySource, Severity.Error), (ProblemCode.FormHeadOpen, Severity.Warning)], codes);
    }

    [Fact]
    public void The_lengths_and_choices_of_a_layout_are_held()
    {
        var (sichuan, hubei) = (FormLayout.Of("sichuan"), FormLayout.Of("hubei"));
        Form With(Func<FormHead, FormHead> change) => YiwuForm.Form with { Head = change(YiwuForm.Form.Head) };

        var longer = FormChecks.Of(FormScoring.Score(With(h => h with { Conclusion = new string('好', 201) }), sichuan.Scoring), sichuan, "form");
        var other = FormChecks.Of(FormScoring.Score(FormWeights.Fitted(With(h => h with { Category = "别的" }), hubei), hubei.Scoring), hubei, "form");

        Assert.Equal([ProblemCode.FormTextLong], longer.Select(p => p.Code));
        Assert.Equal([ProblemCode.NotAChoice], other.Select(p => p.Code));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Weights_fitted_to_a_layout_sum_to_100_and_keep_their_proportions(string code)
    {
        var layout = FormLayout.Of(code);

        var fitted = FormWeights.Fitted(YiwuForm.Form, layout);

        Assert.Equal(100, fitted.Rows.Sum(r => r.Weight) + layout.ExecutionWeight);
        Assert.Empty(FormChecks.Of(FormScoring.Score(fitted, layout.Scoring), layout, "form"));
        decimal output = layout.Groups[0].Weight; // 50 of the agreed mapping become 40 in Hubei: 4 points of T04 become 3.2
        Assert.Equal(4 * output / 50, fitted.Rows.Single(r => r.Code == "T04").Weight);
    }

    [Fact]
    public void The_page_escapes_what_people_write()
    {
        var layout = FormLayout.Of("xinjiang");

        string page = File.ReadAllText(Written(layout, ".html"));

        Assert.Contains("&lt;尖括号&gt;与 &amp; 号", page, StringComparison.Ordinal);
        Assert.Contains("（演示）", page, StringComparison.Ordinal);
    }

    string Written(FormLayout layout, string ending, string name = "form")
    {
        string path = Path.Combine(_folder, name + layout.Code + ending);
        var written = FormExport.Write(FullForm.In(layout), layout, layout.Scoring, "form", new FormTarget(path));
        Assert.True(File.Exists(path), string.Join('\n', written.Problems.Select(p => $"{p.Code} {p.Expected.En}")));
        return path;
    }
}
