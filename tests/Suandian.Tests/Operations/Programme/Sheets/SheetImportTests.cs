using System.Diagnostics;
using System.Text;
using Suandian.Cases;

namespace Suandian.Operations.Programme.Sheets;

public sealed class SheetImportTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("suandian-sheet-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_type_of_cell_is_understood()
    {
        var reading = ReadCsv("2024年7月15日,园区,实习实训,学员甲,000-00000000,是,２人次,2万平米,12.5,80 家以上,照片.jpg；名单.xlsx");

        Assert.Empty(reading.Problems);
        var row = Assert.Single(reading.Rows);
        Assert.Equal((new DateOnly(2024, 7, 15), "园区", "practice", true), (row.Date("day"), row.Text("place"), row.Text("activity"), row.Boolean("undergraduate")));
        Assert.Equal((2m, 20000m, 12.5m), (row.Number("visits"), row.Number("area"), row.Number("fee")));
        Assert.Equal(new SheetQuantity(80, null, Comparator.AtLeast, "家"), row.Quantity("target"));
        Assert.Equal(["照片.jpg", "名单.xlsx"], row.List("files"));
        Assert.Equal(["２人次", "2万平米"], reading.ReadAs.Select(r => r.Written));
    }

    [Fact]
    public void All_problems_are_told_at_once_with_the_rows_the_user_sees_and_good_rows_are_kept()
    {
        var reading = ReadCsv(
            "2024-07-15,园区,研学,学员甲,,,1,,,,",
            "七月十五,园区,研学,学员乙,,,1,,,,",
            "2024-07-15,,研究,学员丙,,,0,,约12,,",
            "2024-07-16,园区,就业创新,学员丁,,也许,3人,,,,");

        Assert.Equal(
        [
            (3, "日期", ProblemCode.CellNotADate), (4, "地点", ProblemCode.CellEmpty), (4, "人次", ProblemCode.OutOfRange),
            (4, "活动类别", ProblemCode.NotAChoice), (4, "费用", ProblemCode.CellNotANumber), (5, "人次", ProblemCode.WrongUnit), (5, "是否本科生", ProblemCode.NotABoolean),
        ], reading.Problems.Select(p => (p.Row!.Value, p.Column!, p.Code)).OrderBy(p => p.Item1).ThenBy(p => p.Code, StringComparer.Ordinal));
        Assert.Equal([2], reading.Rows.Select(r => r.Line));
        Assert.False(reading.IsSound);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_carry_stars_and_units_or_codes()
    {
        string path = File("a.csv", "姓名*,场地面积（平方米）,DAY,activity,地点\n学员甲,200,2024-07-15,研学,园区\n");

        var reading = SheetImport.Read(path, SignIns.Declaration);

        Assert.Empty(reading.Problems);
        Assert.Equal(("学员甲", 200m), (reading.Rows[0].Text("person"), reading.Rows[0].Number("area")));
    }

    [Fact]
    public void Wrong_columns_are_told_all_together()
    {
        string path = File("a.csv", "日期,地点,地点,活动分类,备注\n2024-07-15,园区,园区,研学,无\n");

        var codes = SheetImport.Read(path, SignIns.Declaration).Problems.Select(p => (p.Code, p.Column));

        Assert.Equal(
        [
            (ProblemCode.ColumnMissing, "姓名"), (ProblemCode.ColumnMissing, "活动类别"), (ProblemCode.ColumnUnknown, "备注"), (ProblemCode.ColumnUnknown, "活动分类"),
            (ProblemCode.ColumnTwice, "地点"),
        ], codes.OrderBy(c => c.Code, StringComparer.Ordinal).ThenBy(c => c.Column, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("UTF-8 with mark")]
    [InlineData("UTF-8")]
    [InlineData("GB18030")]
    public void The_encoding_is_found_out(string encoding)
    {
        string text = SignIns.Csv("2024-07-15,园区,研学,学员甲,,,,,,,");
        byte[] bytes = encoding switch
        {
            "UTF-8 with mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            "UTF-8" => Encoding.UTF8.GetBytes(text),
            _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
        };
        string path = Path.Combine(_folder, "a.csv");
        System.IO.File.WriteAllBytes(path, bytes);

        var reading = SheetImport.Read(path, SignIns.Declaration);

        Assert.Empty(reading.Problems);
        Assert.Equal("学员甲", reading.Rows.Single().Text("person"));
    }

    [Fact]
    public void A_text_over_two_lines_is_one_row_as_in_the_spreadsheet()
    {
        var reading = ReadCsv("2024-07-15,\"园区\n二楼\",研学,学员甲,,,,,,,", "错,园区,研学,学员乙,,,,,,,");

        Assert.Equal([3], reading.Problems.Select(p => p.Row!.Value));
        Assert.Equal("园区\n二楼", reading.Rows.Single().Text("place"));
    }

    [Fact]
    public void Personal_data_never_stands_in_a_problem_as_it_is()
    {
        var declaration = SignIns.Declaration with { Columns = [.. SignIns.Declaration.Columns.Select(c => c.Code == "phone" ? c with { Type = SheetType.Number } : c)] };
        string path = File("a.csv", SignIns.Csv("2024-07-15,园区,研学,学员甲,139-0000-1234号,,,,,,"));

        var problem = Assert.Single(SheetImport.Read(path, declaration).Problems);

        Assert.Equal("***234号", problem.Value);
    }

    [Fact]
    public void An_old_xls_file_and_a_picture_are_refused_in_words()
    {
        string xls = Path.Combine(_folder, "old.xls");
        System.IO.File.WriteAllBytes(xls, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        string picture = Path.Combine(_folder, "a.csv");
        System.IO.File.WriteAllBytes(picture, [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0]);

        Assert.Equal([ProblemCode.SheetOldFormat], SheetImport.Read(xls, SignIns.Declaration).Problems.Select(p => p.Code));
        Assert.Equal([ProblemCode.Encoding], SheetImport.Read(picture, SignIns.Declaration).Problems.Select(p => p.Code));
    }

    [Fact]
    public void Three_thousand_rows_are_read_in_well_under_two_seconds_from_both_formats()
    {
        string csv = File("a.csv", SignIns.Csv([.. Enumerable.Range(1, 3000).Select(SignIns.Row)]));
        string xlsx = Path.Combine(_folder, "a.xlsx");
        var first = SheetImport.Read(csv, SignIns.Declaration);
        SheetBook.Write(xlsx, [new SheetTable(SignIns.Declaration, [.. first.Rows.Select(r => r.Values)])]);

        var clock = Stopwatch.StartNew();
        var second = SheetImport.Read(xlsx, SignIns.Declaration);
        var third = SheetImport.Read(csv, SignIns.Declaration);
        clock.Stop();

        Assert.Equal((3000, 3000), (second.Rows.Length, third.Rows.Length));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed.TotalSeconds:0.00} s for both");
    }

    SheetReading ReadCsv(params string[] rows) => SheetImport.Read(File("签到.csv", SignIns.Csv(rows)), SignIns.Declaration);

    string File(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
