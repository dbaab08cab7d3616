using Suandian.Operations.Programme.Documents;

namespace Suandian.Operations.Programme.Checking.Forms;

public class FormCheckerTests
{
    const string Fixtures = "tests/Suandian.Tests/Operations/Programme/Checking/Forms/fixtures/";

    /// <summary>Errors of published forms; fixtures/ORIGIN.md says what was wrong in each. Nothing else may be told of them.</summary>
    [Theory]
    [InlineData("chizhou", "F01 F01 F01")]
    [InlineData("huanggang", "F06")]
    [InlineData("lijiang", "F06 F06 F06 F06")]
    [InlineData("daying", "F09 F08")]
    [InlineData("tianchang", "F10 F10 F12")]
    public void The_errors_of_a_published_form_are_found_and_no_other(string form, string rules)
    {
        using var folder = new TemporaryFolder();
        string csv = Repository.File(Fixtures + form + ".csv");
        SheetFixture.Write(folder["form.xlsx"], File.ReadLines(csv).Select(line => line.Split(',')));

        Assert.Equal(rules, Rules(FormReader.Read(csv)));
        Assert.Equal(rules, Rules(FormReader.Read(folder["form.xlsx"])));
    }

    /// <summary>A form in the Xinjiang layout without fault: 7 indicators of 90 points, execution 430/500 = 86 % explained, 10 × 0.86 = 8.60.</summary>
    static readonly string[] Faultless =
    [
        "项目支出绩效自评表,,,,,,,,,,,,",
        "项目资金（万元）,,年初预算数,全年预算数(A),全年执行数(B),分值,执行率,得分,,,,,",
        ",年度资金总额,500,500,430,10,86%,8.6,,,,,",
        ",其中：当年财政拨款,400,400,350,-,-,-,,,,,",
        ",其他资金,100,100,80,-,-,-,,,,,",
        "一级指标,二级指标,三级指标,指标值,指标值设置依据,上年完成值,指标分值权重,指标赋分规则,佐证资料,实际完成值,完成率,得分,偏差原因分析及改进措施",
        "产出,数量指标,研学人次,≥3000人次,通知,2500,20,按比例,签到表,2700人次,90%,18,天气原因，明年提前安排",
        "产出,数量指标,引进博士后,5-10名,通知,0,10,按下限,协议,12名,100%,10,需求增加",
        "产出,质量指标,合格率,≥98%,合同,97%,10,达标得满分,验收单,99%,100%,10,",
        "产出,时效指标,完成时限,≤10月,合同,-,10,达标得满分,验收单,9月,100%,10,",
        "效益,经济效益,电价,≤0.3元/千瓦时,方案,0.35,20,按比例,账单,0.28元/千瓦时,100%,20,",
        "效益,社会效益,新增就业,≥200人,方案,150,10,按比例,社保名册,210人,105%,10,资金未全部执行，余款结转",
        "满意度,服务对象满意度,企业满意度,≥90%,方案,88%,10,达标得满分,问卷,95%,100%,10,",
        "总分,,,,,,100,,,,,96.6,",
    ];

    public static TheoryData<string, string, string> Planted => new()
    {
        { "F01", "年度资金总额,500,500,430", "年度资金总额,500,520,430" },
        { "F01", "其他资金,100,100,80", "其他资金,100,100,90" },
        { "F01", "其中：当年财政拨款,400", "其中：当年财政拨款,300" },
        { "F02", "430,10,86%", "430,10,96%" },
        { "F03", "86%,8.6,", "86%,9.6," },
        { "F03", "86%,8.6,", "86%,10," },
        { "F04", "通知,2500,20,", "通知,2500,25," },
        { "F04", "88%,10,达标", "88%,5,达标" },
        { "F05", "96.6", "98.6" },
        { "F05", "96.6", "100" },
        { "F06", "99%,100%,10,", "99%,100%,9," },
        { "F06", "95%,100%,10,", "95%,100%,8.5," },
        { "F06", "0.28元/千瓦时,100%,20,", "0.28元/千瓦时,100%,19," },
        { "F07", "18,天气原因，明年提前安排", "18," },
        { "F08", "2700人次", "已完成" },
        { "F08", "0.28元/千瓦时", "有所下降" },
        { "F09", "通知,2500,20,", "通知,2500,40," },
        { "F10", "效益,经济效益,电价", "产出,数量指标,指标2,,,,,,,,,,\n效益,经济效益,电价" },
        { "F11", "90%,18,天气", "90%,20,天气" },
        { "F11", "0.28元/千瓦时,100%,20,", "0.40元/千瓦时,100%,20," },
        { "F12", "达标得满分,问卷", "达标得满分," },
        { "F13", "210人,105%,10,资金未全部执行，余款结转", "300人,150%,10," },
        { "F14", "资金未全部执行，余款结转", "" },
        { "F15", "500,500,430", "500,500,530" },
        { "F16", "账单,0.28元/千瓦时", "账单," },
        { "F16", "≥98%,合同", ",合同" },
    };

    [Fact]
    public void A_form_without_fault_raises_no_alarm() => Assert.Equal("", Rules(Read(Faultless)));

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_planted_error_is_found(string rule, string right, string wrong)
    {
        string text = string.Join('\n', Faultless);
        Assert.Contains(right, text, StringComparison.Ordinal);

        Assert.Contains(rule, Rules(Read(text.Replace(right, wrong, StringComparison.Ordinal).Split('\n'))).Split(' '));
    }

    [Fact]
    public void The_most_points_of_one_indicator_are_a_setting()
    {
        var form = FormReader.Read(Repository.File(Fixtures + "daying.csv")).Form!;

        Assert.DoesNotContain("F09", FormChecker.Check(form, new FormSettings { MostPoints = 90 }).Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void Every_rule_has_its_sentences_and_none_reaches_the_user_with_an_empty_place()
    {
        Assert.All(FormRule.All, rule => Assert.NotEqual(rule.Title.Zh, rule.Title.En));
        foreach (var row in Planted)
        {
            foreach (var finding in FormChecker.Check(Read(string.Join('\n', Faultless).Replace(row.Data.Item2, row.Data.Item3, StringComparison.Ordinal).Split('\n')).Form!))
                Assert.DoesNotContain('{', finding.Message.Zh + finding.Message.En + finding.Suggestion.Zh + finding.Suggestion.En);
        }
    }

    [Fact]
    public void Merged_cells_of_a_workbook_belong_to_every_row_they_cover()
    {
        using var folder = new TemporaryFolder();
        var rows = Faultless.Select(line => line.Split(',')).ToArray();
        (rows[7][0], rows[8][0]) = ("", "");
        SheetFixture.Write(folder["form.xlsx"], rows, "A7:A9", "A1:M1");

        var form = FormReader.Read(folder["form.xlsx"]).Form!;

        Assert.All(form.Indicators.Take(3), row => Assert.StartsWith("产出", row.Group, StringComparison.Ordinal));
        Assert.Equal("自评表!C8", form.Indicators[1].Name.Address);
    }

    [Fact]
    public void The_same_form_as_JSON_is_checked_alike()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["form.json"], """
            {"money": [{"label": "年度资金总额", "budget": 100, "spent": 100, "weight": 10, "rate": "100%", "score": 9}],
             "indicators": [{"name": "培训", "target": "≥10场", "done": "完成", "weight": 90, "score": 90}],
             "total": {"weight": 100, "score": 99}}
            """);

        Assert.Equal("F03 F09 F08", Rules(FormReader.Read(folder["form.json"])));
    }

    [Theory]
    [InlineData("none.xlsx", null, "SD1201")]
    [InlineData("form.docx", "x", "SD1221")]
    [InlineData("form.csv", "甲,乙\n1,2\n", "SD1222")]
    [InlineData("form.json", "{\"indicators\": 3}", "SD1223")]
    [InlineData("form.json", "{", "SD1223")]
    [InlineData("form.xlsx", "no workbook", "SD1205")]
    public void A_wrong_file_is_a_problem_with_its_code(string name, string? content, string code)
    {
        using var folder = new TemporaryFolder();
        if (content is not null)
            File.WriteAllText(folder[name], content);

        var reading = FormReader.Read(folder[name]);

        Assert.Null(reading.Form);
        Assert.Equal(code, Assert.Single(reading.Problems).Code);
    }

    static FormReading Read(string[] lines)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["form.csv"], lines);
        return FormReader.Read(folder["form.csv"]);
    }

    static string Rules(FormReading reading)
    {
        Assert.Empty(reading.Problems);
        return string.Join(' ', FormChecker.Check(reading.Form!).Select(finding => finding.Rule.Id));
    }
}
