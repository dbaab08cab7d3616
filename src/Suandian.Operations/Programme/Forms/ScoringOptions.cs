using Suandian.Weather;

namespace Suandian.Operations.Programme.Forms;

/// <summary>What a county may decide about the scoring.</summary>
public sealed record ScoringOptions
{
    /// <summary>Points of the money block (预算执行率), 0 … 100; default 10 as in 财预〔2020〕10号, 20 in Hubei.</summary>
    public decimal ExecutionWeight { get; init; } = 10m;

    /// <summary>True where a done value without evidence scores 0; default false.</summary>
    public bool IsStrict { get; init; }

    /// <summary>What a result beside an exact target is worth; default proportional.</summary>
    public EqualScoring Equal { get; init; } = EqualScoring.Proportional;

    /// <summary>A result above this multiple of its target is marked 目标偏低, 1 … 100; default 1.30.</summary>
    public decimal LowTargetAbove { get; init; } = 1.30m;

    /// <summary>A rate of execution below this share must be explained, 0 … 1; default 0.90.</summary>
    public decimal ExecutionReasonBelow { get; init; } = 0.90m;

    /// <summary>An indicator of more points is warned about, 0 … 100; default 30.</summary>
    public decimal LargestWeight { get; init; } = 30m;

    /// <summary>Everything that is out of range; empty where all is well.</summary>
    public IReadOnlyList<Text> Problems()
    {
        var problems = new List<Text>();
        OptionRange.Check(problems, "execution_weight", (double)ExecutionWeight, 0, 100);
        OptionRange.Check(problems, "low_target_above", (double)LowTargetAbove, 1, 100);
        OptionRange.Check(problems, "execution_reason_below", (double)ExecutionReasonBelow, 0, 1);
        OptionRange.Check(problems, "largest_weight", (double)LargestWeight, 0, 100);
        return problems;
    }
}

/// <summary>How a result beside an exact target (=) is scored.</summary>
public enum EqualScoring
{
    /// <summary>The smaller of result and target over the larger.</summary>
    Proportional,

    /// <summary>Nothing.</summary>
    AllOrNothing,
}
