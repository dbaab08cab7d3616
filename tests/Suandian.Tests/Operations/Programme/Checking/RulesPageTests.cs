using System.Globalization;
using System.Text;
using Suandian.Operations.Programme.Checking.Forms;

namespace Suandian.Operations.Programme.Checking;

public class RulesPageTests
{
    const string Page = "docs/reference/document-rules.md";

    [Fact]
    public void The_page_of_rules_is_the_one_made_from_the_tables()
    {
        var page = new StringBuilder();
        page.Append("# Rules of the document and form checkers 公文与绩效表的检查规则\n\n");
        page.Append("Made from the code; a test compares. 由代码生成，测试核对。\n\n");
        page.Append("## Documents 公文\n\n`suandian programme check` tells these. Severity: high 重 = legal effect, medium 中 = numbers or facts, low 轻 = wording; ");
        page.Append("holds 相符 = checked and right. The exit code is 1 where a finding of high or medium severity remains.\n\n");
        Table(page, CheckRule.All.Select(rule => (rule.Id, rule.Name, rule.Severity, rule.Title)));
        page.Append("\n## Performance forms 绩效自评表\n\n`suandian programme check-form` tells these.\n\n");
        Table(page, FormRule.All.Select(rule => (rule.Id, rule.Name, rule.Severity, rule.Title)));

        Written.Matches(Page, page.ToString());
    }

    static void Table(StringBuilder page, IEnumerable<(string Id, string Name, FindingSeverity Severity, Text Title)> rules)
    {
        page.Append("| id | rule | severity | what must hold | 要求 |\n|---|---|---|---|---|\n");
        foreach (var (id, name, severity, title) in rules)
            page.Append(CultureInfo.InvariantCulture, $"| {id} | {name} | {severity.ToString().ToLowerInvariant()} | {title.En} | {title.Zh} |\n");
    }
}
