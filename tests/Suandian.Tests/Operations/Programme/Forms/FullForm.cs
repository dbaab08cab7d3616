
namespace Suandian.Operations.Programme.Forms;

/// <summary>A form in which every field of every layout is filled, and every kind of row occurs.</summary>
static class FullForm
{
    internal static Form In(FormLayout layout)
    {
        var money = layout.Code switch
        {
            "sichuan" => YiwuForm.Money with { Rows = [.. YiwuForm.Money.Rows, new(MoneySource.SpecialAccount, 20, 20.125m, 20), new(MoneySource.OwnFunds, 0, 0, 0)] },
            "national" or "yunnan" => YiwuForm.Money with { Rows = [.. YiwuForm.Money.Rows, new(MoneySource.CarriedOver, null, 33.333m, 0)] },
            _ => YiwuForm.Money with { Rows = [new(MoneySource.Total, 550, 500, 430), new(MoneySource.Fiscal, 450, 400, 330), new(MoneySource.Other, 100, 100, 100)] },
        };
        var form = YiwuForm.Form with
        {
            Head = Head,
            Money = money with { Reason = "两项采购跨年度结算，余款次年一季度支付" },
            Rows = [.. YiwuForm.Rows.Select(Changed)],
        };
        return layout.Code == "hubei" ? FormWeights.Fitted(form, layout) : form;
    }

    static FormHead Head { get; } = YiwuForm.Form.Head with
    {
        Goal = "第一行目标。\n第二行目标，含“引号”、<尖括号>与 & 号。",
        Course = "按季度推进，年底验收。",
        Conclusion = "总体完成。",
        Shortcomings = "部分指标受天气影响。",
        Measures = "提前安排，分批组织。",
        Leader = "负责人甲",
        FinanceLeader = "负责人乙",
        Category = "省直专项",
        Attribute = "新增性项目",
        Type = "一次性项目",
    };

    static FormRow Changed(FormRow row) => row.Code switch
    {
        "T01" => row with { Done = 12, Reason = "超出上限2名，系课题增加" },
        "T04" => row with
        {
            Done = 2700,
            Previous = 1200,
            Reason = "暑期两批取消；次年补办",
            RuleWords = "按县里规则计分",
            Evidence = [new FormEvidence("签到表.xlsx", new string('b', 64)), new FormEvidence("照片.zip")],
        },
        "T05" => row with { Done = 56.5m },
        "T09" => row with { IsApplicable = false, Reason = "集群延期，年内不具备条件" },
        "T11" => row with { Comparator = Comparator.AtMost, Done = 25000, Deduction = 0.25m, Reason = "设计变更", Basis = "" },
        "T17" => row with { Attained = 0.85m, DoneWords = "较上年下降", Reason = "降幅小于预期" },
        "T26" => row with { Evidence = [] },
        _ => row,
    };
}
