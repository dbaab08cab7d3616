using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Forms;

/// <summary>The promises of the announcement of Yiwu 2024 as rows of a form, with the points of the agreed mapping; results are made up (演示).</summary>
static class YiwuForm
{
    static readonly FormEvidence Proof = new("佐证材料.pdf", new string('a', 64));

    /// <summary>Output 50, benefit 30, satisfaction 10; every row reached, with evidence.</summary>
    internal static ImmutableArray<FormRow> Rows { get; } =
    [
        Number("T01", SecondLevel.Quantity, "引入博士后与研究院联合研究", 5, "名", 3) with { Comparator = Comparator.Range, Upper = 10 },
        Number("T02", SecondLevel.Quantity, "与河南省优秀大学签订协议", 5, "所", 2),
        Number("T03", SecondLevel.Quantity, "与新疆优秀大学签订协议", 3, "所", 2),
        Number("T04", SecondLevel.Quantity, "累计引入研学、实习实训、就业创新", 3000, "人次", 4),
        Number("T05", SecondLevel.Quantity, "其中本科生占比", 50, "%", 2),
        Number("T06", SecondLevel.Quantity, "县直相关部门培训", 300, "人次", 3),
        Number("T07", SecondLevel.Quantity, "推动并开展研究项目", 5, "项", 4),
        Number("T09", SecondLevel.Quantity, "引入算力用户企业", 3, "家", 3) with { Comparator = Comparator.Range, Upper = 5 },
        Number("T11", SecondLevel.Quantity, "建成基本产业用房", 20000, "平方米", 2),
        Number("T12", SecondLevel.Quantity, "建成住宿用房", 600, "套", 2),
        Number("T13", SecondLevel.Quantity, "建成人才公寓", 1, "栋", 1),
        Number("T14", SecondLevel.Quantity, "产业链企业入驻", 10, "家", 4),
        Number("T18", SecondLevel.Quantity, "推进会参会单位和企业", 80, "家", 1),
        Number("T19", SecondLevel.Quantity, "推进会参会人数", 150, "人", 1),
        Number("T20", SecondLevel.Quantity, "推进会签约", 10, "项", 2),
        Number("T21", SecondLevel.Quantity, "招商活动总次数", 4, "次", 2) with { Comparator = Comparator.Equal },
        Number("T24", SecondLevel.Quantity, "招商累计参会单位和企业", 200, "家", 1),
        Number("T25", SecondLevel.Quantity, "招商累计参会人数", 500, "人", 1),
        Number("T26", SecondLevel.Quantity, "招商签约", 20, "项", 2),
        Number("T08", SecondLevel.Timeliness, "先进计算集群一期按期建成", 1, "期", 3) with { Comparator = Comparator.Equal },
        Number("T10", SecondLevel.Timeliness, "产业园一期按期启动", 1, "期", 2) with { Comparator = Comparator.Equal },
        Number("Q01", SecondLevel.Quality, "成果验收合格率", 100, "%", 3),
        Words("T17", SecondLevel.Economic, "进一步降低绿电价格", 8),
        Number("E01", SecondLevel.Economic, "签约金额", 10000, "万元", 4),
        Words("T15", SecondLevel.Social, "算力入园、入户、入企、入校", 8),
        Words("T16", SecondLevel.Social, "打造自治区算力网示范", 4),
        Number("G01", SecondLevel.Ecological, "算力用能绿电占比", 80, "%", 4),
        Number("S01", SecondLevel.Sustainable, "在研课题转为项目", 1, "项", 2),
        Number("M01", SecondLevel.Satisfaction, "企业满意度", 90, "%", 5),
        Number("M02", SecondLevel.Satisfaction, "参训人员满意度", 90, "%", 5),
    ];

    /// <summary>All money spent, 万元; the announcement names no amount, these are for tests.</summary>
    internal static FormMoney Money { get; } = new()
    {
        Rows = [new(MoneySource.Fiscal, 450, 400, 400), new(MoneySource.Other, 100, 100, 100)],
    };

    internal static Form Form { get; } = new()
    {
        Head = new FormHead
        {
            Project = "伊吾县算力经济高质量创新发展二期项目",
            Department = "伊吾县商务科技和工业信息化局",
            Unit = "能源算力融合（哈密）研究院",
            Year = 2024,
            Goal = "围绕人才引育、产业研究、产业培育和重大活动四个方面完成年度任务。",
            GoalDone = "四个方面的年度任务均已完成。",
            IsDemonstration = true,
        },
        Money = Money,
        Rows = Rows,
    };

    /// <summary>The form with one row changed.</summary>
    internal static Form With(string code, Func<FormRow, FormRow> change) =>
        Form with { Rows = [.. Rows.Select(r => r.Code == code ? change(r) : r)] };

    static FormRow Number(string code, SecondLevel second, string indicator, decimal target, string unit, decimal weight) => new()
    {
        Code = code,
        Second = second,
        Indicator = indicator,
        Target = target,
        Done = target,
        Unit = unit,
        Weight = weight,
        Evidence = [Proof],
        Basis = "2024年采购论证说明",
    };

    static FormRow Words(string code, SecondLevel second, string indicator, decimal weight) => new()
    {
        Code = code,
        Second = second,
        Indicator = indicator,
        Kind = IndicatorKind.Qualitative,
        TargetWords = "明显见效",
        DoneWords = "达成预期指标",
        Attained = 1,
        Weight = weight,
        Evidence = [Proof],
        Basis = "2024年采购论证说明",
    };
}
