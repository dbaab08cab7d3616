using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Forms;

/// <summary>What a county hands in: one project and year with its indicators, before any point is given.</summary>
public sealed record Form
{
    /// <summary>Who and what.</summary>
    public FormHead Head { get; init; } = new();

    /// <summary>Money block.</summary>
    public FormMoney Money { get; init; } = new();

    /// <summary>Indicators in the order of the form.</summary>
    public ImmutableArray<FormRow> Rows { get; init; } = [];
}

/// <summary>Head, goals and closing words of the form. Empty text is a field nobody has filled.</summary>
public sealed record FormHead
{
    /// <summary>项目名称.</summary>
    public string Project { get; init; } = "";

    /// <summary>主管部门.</summary>
    public string Department { get; init; } = "";

    /// <summary>实施单位.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Year of the form; null where it is not said.</summary>
    public int? Year { get; init; }

    /// <summary>年度总体目标: 预期目标.</summary>
    public string Goal { get; init; } = "";

    /// <summary>年度总体目标: 实际完成情况.</summary>
    public string GoalDone { get; init; } = "";

    /// <summary>项目实施内容及过程概述 (layout of Sichuan).</summary>
    public string Course { get; init; } = "";

    /// <summary>评价结论 (Sichuan).</summary>
    public string Conclusion { get; init; } = "";

    /// <summary>存在问题 (Sichuan).</summary>
    public string Shortcomings { get; init; } = "";

    /// <summary>改进措施 (Sichuan, Hubei).</summary>
    public string Measures { get; init; } = "";

    /// <summary>项目负责人 (Sichuan).</summary>
    public string Leader { get; init; } = "";

    /// <summary>财务负责人 (Sichuan).</summary>
    public string FinanceLeader { get; init; } = "";

    /// <summary>项目类别 (Hubei): one of the choices of the layout.</summary>
    public string Category { get; init; } = "";

    /// <summary>项目属性 (Hubei): one of the choices of the layout.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>项目类型 (Hubei): one of the choices of the layout.</summary>
    public string Type { get; init; } = "";

    /// <summary>True for a form that only shows how forms look; it is marked 演示.</summary>
    public bool IsDemonstration { get; init; }
}
