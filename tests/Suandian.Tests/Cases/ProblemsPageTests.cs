using System.Text;

namespace Suandian.Cases;

public class ProblemsPageTests
{
    const string Page = "docs/reference/problems.md";

    [Fact]
    public void The_page_of_problems_is_the_one_made_from_the_codes() => Written.Matches(Page, Text());

    [Fact]
    public void Every_code_has_its_sentences_and_every_sentence_its_code()
    {
        var keys = Texts.Phrases.Keys.Where(k => k.StartsWith("check.SD", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.Equal(
            ProblemCode.All.SelectMany(code => (string[])[$"check.{code}.expected", $"check.{code}.remedy", $"check.{code}.title"]),
            keys);
    }

    [Fact]
    public void No_sentence_reaches_the_user_with_an_empty_place()
    {
        using var spoiled = new SpoiledCase();
        foreach (var fault in CaseFaults.All.Concat(CellFaults.All.Where((_, i) => i % 40 == 0)))
        {
            fault.Spoil(spoiled);
            var problems = CaseFolder.Read(spoiled.Folder).Problems;
            spoiled.Mend();
            foreach (var problem in problems.Where(p => p.Code != ProblemCode.SettingShape))
            {
                string all = problem.Expected.Zh + problem.Expected.En + problem.Remedy.Zh + problem.Remedy.En;
                Assert.True(!all.Contains('{', StringComparison.Ordinal), $"{problem.Code}: {all}");
            }
        }
    }

    static string Text()
    {
        var page = new StringBuilder();
        page.Append("# Problems 问题代码\n\n");
        page.Append("Every problem that reading a case can report; `suandian check` prints them all at once. Made from the code; a test compares.\n");
        page.Append("读取案例时可能报告的全部问题，`suandian check` 一次列出。由代码生成，测试核对。\n\n");
        page.Append("An error stops the run; a warning is printed and kept in the report. Words in braces are filled in.\n");
        page.Append("错误使运行停止；警告照常运行并写入报告。花括号内的内容在报告时填入。\n\n");
        page.Append("| code | severity | 问题 | problem | 应为 | expected | 办法 | remedy |\n|---|---|---|---|---|---|---|---|\n");
        foreach (string code in ProblemCode.All)
        {
            var (title, expected, remedy) = (Of(code, "title"), Of(code, "expected"), Of(code, "remedy"));
            string severity = ProblemCode.SeverityOf(code) == Severity.Error ? "error 错误" : "warning 警告";
            page.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| {code} | {severity} | {title.Zh} | {title.En} | {expected.Zh} | {expected.En} | {remedy.Zh} | {remedy.En} |\n");
        }

        return page.ToString().Replace(" {hint}", "", StringComparison.Ordinal).Replace("{hint}", "", StringComparison.Ordinal);
    }

    static Text Of(string code, string part) => Texts.Phrases.Of($"check.{code}.{part}");
}
