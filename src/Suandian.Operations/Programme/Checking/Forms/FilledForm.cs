using System.Collections.Immutable;
using Suandian.Cases;

namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>A filled form 项目支出绩效自评表 as it was found: nothing is computed, every cell keeps its place.</summary>
/// <param name="Name">File name.</param>
/// <param name="Money">Rows of the money block, 万元; the total first where the form has one.</param>
/// <param name="Indicators">Rows of the indicator block.</param>
/// <param name="Total">Last line 总分; null where the form has none.</param>
/// <param name="HasEvidence">The layout has a column for evidence.</param>
public sealed record FilledForm(
    string Name, ImmutableArray<MoneyRow> Money, ImmutableArray<IndicatorRow> Indicators, TotalRow? Total, bool HasEvidence)
{
    /// <summary>Why less than the budget was spent: of the money block, of a row of reasons, or of a remark below the form; empty where it is not told.</summary>
    public string MoneyReason { get; init; } = "";
}

/// <summary>A cell of a form.</summary>
/// <param name="Address">Such as Sheet1!F7, or row and column of a CSV file.</param>
/// <param name="Text">Text; per cents with their sign.</param>
public sealed record FormCell(string Address, string Text)
{
    /// <summary>True where nothing, or only a dash, stands there.</summary>
    public bool IsEmpty => Text is "" or "-" or "—" or "－" or "–" or "/";
}

/// <summary>A row of the money block.</summary>
/// <param name="Label">年度资金总额, 其中：当年财政拨款, …</param>
/// <param name="Initial">年初预算数.</param>
/// <param name="Budget">全年预算数 (A).</param>
/// <param name="Spent">全年执行数 (B).</param>
/// <param name="Weight">分值.</param>
/// <param name="Rate">执行率 B/A.</param>
/// <param name="Score">得分.</param>
public sealed record MoneyRow(FormCell Label, FormCell Initial, FormCell Budget, FormCell Spent, FormCell Weight, FormCell Rate, FormCell Score)
{
    /// <summary>True for the row that holds the sum.</summary>
    public bool IsTotal => Label.Text.Contains("总额", StringComparison.Ordinal) || Label.Text.Contains("合计", StringComparison.Ordinal);
}

/// <summary>A row of the indicator block.</summary>
public sealed record IndicatorRow
{
    /// <summary>三级指标.</summary>
    public required FormCell Name { get; init; }

    /// <summary>一级指标 and 二级指标, joined.</summary>
    public required string Group { get; init; }

    /// <summary>指标性质: ≥, ≤, =; empty where the layout has none.</summary>
    public required FormCell Nature { get; init; }

    /// <summary>年度指标值.</summary>
    public required FormCell Target { get; init; }

    /// <summary>度量单位.</summary>
    public required FormCell Unit { get; init; }

    /// <summary>实际完成值.</summary>
    public required FormCell Done { get; init; }

    /// <summary>分值.</summary>
    public required FormCell Weight { get; init; }

    /// <summary>得分.</summary>
    public required FormCell Score { get; init; }

    /// <summary>偏差原因分析及改进措施.</summary>
    public required FormCell Reason { get; init; }

    /// <summary>佐证资料.</summary>
    public required FormCell Evidence { get; init; }
}

/// <summary>The last line of a form.</summary>
/// <param name="Weight">100 on every layout.</param>
/// <param name="Score">Sum of the scores.</param>
public sealed record TotalRow(FormCell Weight, FormCell Score);

/// <summary>A form, or why there is none.</summary>
/// <param name="Form">The form; null where a problem stops the reading.</param>
/// <param name="Problems">All problems of the file.</param>
public sealed record FormReading(FilledForm? Form, ImmutableArray<Problem> Problems);
