using System.Collections.Immutable;
using Suandian.Weather;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Gives a form its points; judges nothing, see <see cref="FormChecks"/>.</summary>
public static class FormScoring
{
    /// <summary>The points of every row and of the money block. A form of any quality can be scored; what is unknown stays open.</summary>
    public static ScoredForm Score(Form form, ScoringOptions options)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(options);
        OptionRange.Require(options.Problems(), nameof(options));
        ImmutableArray<FormRow> rows = [.. form.Rows.Where(r => r.IsApplicable)];
        decimal[] weights = [.. rows.Select(r => r.Weight), options.ExecutionWeight];
        if (rows.Length < form.Rows.Length && weights.Sum() > 0)
        {
            weights = ScoringRules.Rescaled(weights, form.Rows.Sum(r => r.Weight) + options.ExecutionWeight);
        }

        return new ScoredForm
        {
            Form = form,
            Options = options,
            Rows = [.. rows.Select((row, i) => Scored(row, weights[i], options))],
            LeftOut = [.. form.Rows.Where(r => !r.IsApplicable)],
            Execution = Execution(form.Money.Total, weights[^1]),
        };
    }

    static ScoredExecution Execution(MoneyRow total, decimal weight) =>
        total is { Budget: { } budget, Executed: { } executed } && budget > 0
            ? new(weight, executed / budget, ScoringRules.Round(ScoringRules.Execution(budget, executed, weight)))
            : new(weight, null, null);

    static ScoredRow Scored(FormRow row, decimal weight, ScoringOptions options)
    {
        var open = new ScoredRow { Row = row, Weight = weight };
        if (Points(row, weight, options) is not { } points)
        {
            return open;
        }

        bool unproved = row.Evidence.IsEmpty;
        decimal score = options.IsStrict && unproved ? 0 : Math.Max(0, ScoringRules.Round(points) - row.Deduction);
        return open with
        {
            Rate = Rate(row),
            Score = score,
            LacksEvidence = unproved,
            IsTargetLow = row is { Kind: IndicatorKind.Quantitative, Comparator: Comparator.AtLeast }
                && ScoringRules.IsTargetLow(row.Done!.Value, row.Target!.Value, options.LowTargetAbove),
            IsAboveRange = row is { Kind: IndicatorKind.Quantitative, Comparator: Comparator.Range } && row.Done > row.Upper,
        };
    }

    static decimal? Points(FormRow row, decimal weight, ScoringOptions options)
    {
        if (row.Kind == IndicatorKind.Qualitative)
        {
            return row.Attained is { } share ? ScoringRules.Qualitative(share, weight) : null;
        }

        return row is not { Done: { } done, Target: { } target } ? null : row.Comparator switch
        {
            Comparator.AtLeast => ScoringRules.AtLeast(done, target, weight),
            Comparator.AtMost => ScoringRules.AtMost(done, target, weight),
            Comparator.Equal => ScoringRules.Equal(done, target, weight, options.Equal),
            _ => ScoringRules.Range(done, target, weight),
        };
    }

    /// <summary>Done over target, or for a limit target over done where it is exceeded; 1 where a target of 0 is met.</summary>
    static decimal? Rate(FormRow row) => row switch
    {
        { Kind: IndicatorKind.Qualitative } => row.Attained,
        { Comparator: Comparator.AtMost } => ScoringRules.AtMost(row.Done!.Value, row.Target!.Value, 1),
        { Target: > 0 } => row.Done / row.Target,
        _ => ScoringRules.AtLeast(row.Done!.Value, row.Target!.Value, 1),
    };
}
