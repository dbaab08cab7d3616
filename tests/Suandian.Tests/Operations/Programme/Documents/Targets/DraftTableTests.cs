using System.Text;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Documents.Targets;

public class DraftTableTests
{
    static readonly DraftTarget[] Rows = [.. TargetReader.Read(PassageReaderTests.Document(
        "青山县2025年工作计划", "（一）6月底前引进博士3-5名，新建厂房2万平米，\"双招\"签约10项以上。", "（二）服务期为2025年1月1日-12月31日。"))];

    [Fact]
    public void The_table_begins_with_a_byte_order_mark_and_leaves_the_decision_to_a_person()
    {
        byte[] bytes = DraftTable.Write(Rows);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.All(Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.StartsWith(",R", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_that_nobody_decided_on_are_told_and_none_enters()
    {
        var reading = DraftTable.Read("drafts.csv", DraftTable.Write(Rows));

        Assert.Empty(reading.Confirmed);
        Assert.Equal(Rows.Length, reading.Problems.Count(problem => problem.Code == "SD1213"));
    }

    [Fact]
    public void Confirmed_rows_come_back_as_they_were_written()
    {
        var reading = DraftTable.Read("drafts.csv", Edited("\n,R", "\nyes,R"));

        Assert.Empty(reading.Problems);
        Assert.Equal(Rows.Select(Told), reading.Confirmed.Select(row => Told(row.Target)));
        Assert.Equal(Enumerable.Range(2, Rows.Length), reading.Confirmed.Select(row => row.Line));
    }

    [Fact]
    public void Every_wrong_cell_is_named_at_once()
    {
        var reading = DraftTable.Read("drafts.csv", Edited("\n,R", "\n是,R", "2025-06-30", "六月底", ",range,", ",between,"));

        Assert.Empty(reading.Confirmed);
        Assert.Contains(reading.Problems, problem => problem is { Column: "due", Value: "六月底", Row: 2 });
        Assert.Contains(reading.Problems, problem => problem is { Column: "comparator", Value: "between", Row: 2 });
    }

    [Fact]
    public void A_table_without_its_columns_is_refused_and_what_is_missing_and_what_is_unknown_is_named()
    {
        var problems = DraftTable.Read("drafts.csv", Encoding.UTF8.GetBytes("a,b\n1,2\n")).Problems;

        Assert.Equal(["SD1211", "SD1211"], problems.Select(problem => problem.Code));
        Assert.StartsWith("confirm, id", problems[0].Column, StringComparison.Ordinal);
        Assert.Equal("a, b", problems[1].Column);
    }

    [Fact]
    public void A_column_that_stands_twice_is_refused()
    {
        var problems = DraftTable.Read("drafts.csv", Edited(",scope,", ",name,")).Problems;

        Assert.Contains(problems, problem => problem is { Code: "SD1211", Column: "name" });
    }

    [Fact]
    public void Empty_columns_and_rows_that_a_spreadsheet_leaves_behind_count_for_nothing()
    {
        string table = Encoding.UTF8.GetString(Edited("\n,R", "\nyes,R")).TrimEnd('\n').Replace("\n", ",,\n", StringComparison.Ordinal);

        var reading = DraftTable.Read("drafts.csv", Encoding.UTF8.GetBytes(table + ",,\n,,,,,,,,\n"));

        Assert.Empty(reading.Problems);
        Assert.Equal(Rows.Length, reading.Rows);
    }

    [Fact]
    public void A_misspelt_column_and_a_word_that_decides_nothing_are_told()
    {
        var column = DraftTable.Read("drafts.csv", Edited(",indicator,", ",indicators,")).Problems;
        var word = DraftTable.Read("drafts.csv", Edited("\n,R01", "\nmaybe,R01")).Problems;

        Assert.Equal(("SD1211", "indicators"), (Assert.Single(column).Code, column[0].Column));
        Assert.Contains(word, problem => problem is { Code: "SD1341", Row: 2, Value: "maybe" });
    }

    [Fact]
    public void An_interval_without_its_first_day_is_refused()
    {
        var reading = DraftTable.Read("drafts.csv", Edited("\n,R", "\nyes,R", ",2025-01-01,", ",,"));

        Assert.Contains(reading.Problems, problem => problem is { Code: "SD1212", Column: "start" });
        Assert.Empty(reading.Confirmed);
    }

    static byte[] Edited(params string[] changes)
    {
        string text = Encoding.UTF8.GetString(DraftTable.Write(Rows));
        for (int i = 0; i < changes.Length; i += 2)
            text = text.Replace(changes[i], changes[i + 1], StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text);
    }

    static string Told(DraftTarget row) => string.Join('|', row.Id, row.Section, row.Name, row.Scope, row.Kind, row.Comparator, row.Value, row.Max, row.Unit,
        row.Due, row.DueStatus, string.Join(' ', row.DueAlternatives.Order()), row.Start, row.Literal, row.UnitLiteral, row.Places[0].Line, row.Places[0].Quote);
}
