using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Forms;

/// <summary>A form with its points.</summary>
public sealed record ScoredForm
{
    /// <summary>What was scored.</summary>
    public required Form Form { get; init; }

    /// <summary>How.</summary>
    public required ScoringOptions Options { get; init; }

    /// <summary>The rows that apply, in the order of the form.</summary>
    public required ImmutableArray<ScoredRow> Rows { get; init; }

    /// <summary>The rows that do not apply.</summary>
    public required ImmutableArray<FormRow> LeftOut { get; init; }

    /// <summary>Money block.</summary>
    public required ScoredExecution Execution { get; init; }

    /// <summary>Sum of the rounded scores there are, points.</summary>
    public decimal Total => Rows.Sum(r => r.Score ?? 0) + (Execution.Score ?? 0);

    /// <summary>Points that cannot be given or refused yet, because an amount or a done value was never named.</summary>
    public decimal Open => Rows.Where(r => r.Score is null).Sum(r => r.Weight) + (Execution.Score is null ? Execution.Weight : 0);

    /// <summary>Sum of all weights, points.</summary>
    public decimal Weight => Rows.Sum(r => r.Weight) + Execution.Weight;

    /// <summary>The grade; null while points are open.</summary>
    public FormGrade? Grade => Open == 0 ? ScoringRules.GradeOf(Total) : null;
}

/// <summary>A row with its points.</summary>
public sealed record ScoredRow
{
    /// <summary>The row.</summary>
    public required FormRow Row { get; init; }

    /// <summary>Points it may bring, rescaled where other rows do not apply.</summary>
    public required decimal Weight { get; init; }

    /// <summary>完成率 as a share: what is reached of the target, not capped for a target to be reached; null while open.</summary>
    public decimal? Rate { get; init; }

    /// <summary>得分, two decimals; null while open.</summary>
    public decimal? Score { get; init; }

    /// <summary>目标偏低: the result is far above the target.</summary>
    public bool IsTargetLow { get; init; }

    /// <summary>The result is above the upper bound of its range.</summary>
    public bool IsAboveRange { get; init; }

    /// <summary>A done value without evidence, which scores 0 in strict mode.</summary>
    public bool LacksEvidence { get; init; }
}

/// <summary>The money block with its points.</summary>
/// <param name="Weight">Points it may bring.</param>
/// <param name="Rate">执行率 B/A as a share; null where an amount was never named.</param>
/// <param name="Score">得分, two decimals; null while open.</param>
public sealed record ScoredExecution(decimal Weight, decimal? Rate, decimal? Score);
