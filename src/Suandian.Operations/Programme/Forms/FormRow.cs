using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Forms;

/// <summary>One indicator of the self-evaluation form (项目支出绩效自评表): promise, result, proof and points.</summary>
public sealed record FormRow
{
    /// <summary>Code of the indicator, such as T04; unique in the form.</summary>
    public required string Code { get; init; }

    /// <summary>二级指标.</summary>
    public required SecondLevel Second { get; init; }

    /// <summary>三级指标: the indicator in words.</summary>
    public required string Indicator { get; init; }

    /// <summary>Number or judgement.</summary>
    public IndicatorKind Kind { get; init; }

    /// <summary>指标性质; of no meaning for a qualitative indicator.</summary>
    public Comparator Comparator { get; init; }

    /// <summary>指标值 in <see cref="Unit"/>; the lower bound of a range; null for a qualitative indicator.</summary>
    public decimal? Target { get; init; }

    /// <summary>Upper bound of a range, included, in <see cref="Unit"/>.</summary>
    public decimal? Upper { get; init; }

    /// <summary>度量单位, such as 人次 or %; the values are in this unit (50 means 50 %).</summary>
    public string Unit { get; init; } = "";

    /// <summary>What a qualitative indicator promises, in words.</summary>
    public string TargetWords { get; init; } = "";

    /// <summary>实际完成值 in <see cref="Unit"/>; null where none was named.</summary>
    public decimal? Done { get; init; }

    /// <summary>What was reached of a qualitative indicator, in words.</summary>
    public string DoneWords { get; init; } = "";

    /// <summary>Share of a qualitative target that is reached, 0 … 1; null where nobody has judged.</summary>
    public decimal? Attained { get; init; }

    /// <summary>佐证资料.</summary>
    public ImmutableArray<FormEvidence> Evidence { get; init; } = [];

    /// <summary>分值, points, more than 0.</summary>
    public required decimal Weight { get; init; }

    /// <summary>指标赋分规则 in words of the county; empty for the words of the rule that is used.</summary>
    public string RuleWords { get; init; } = "";

    /// <summary>指标值设置依据.</summary>
    public string Basis { get; init; } = "";

    /// <summary>上年完成值 in <see cref="Unit"/>; null where none was named.</summary>
    public decimal? Previous { get; init; }

    /// <summary>偏差原因分析及改进措施; also the note on a result above a range and the reason why a row does not apply.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the ledger adds to the value, told in a note below the form: done late, counted by quarters; empty elsewhere.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Quantity of the register measurements that the value is read from; empty where it comes from elsewhere.</summary>
    public string Measurement { get; init; } = "";

    /// <summary>Points a reviewer takes off, 0 … the score.</summary>
    public decimal Deduction { get; init; }

    /// <summary>False where the indicator does not apply to the project; it is then left out and the rest rescaled.</summary>
    public bool IsApplicable { get; init; } = true;

    /// <summary>Row of the sheet or line of the file it was read from, as the user sees it; null where it comes from elsewhere.</summary>
    public int? Line { get; init; }

    /// <summary>一级指标.</summary>
    public FormBlock Block => Second.Block();
}

/// <summary>A file that proves a done value.</summary>
/// <param name="Name">Name of the file as people know it.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal; null where the file is not kept.</param>
public sealed record FormEvidence(string Name, string? Sha256 = null);
