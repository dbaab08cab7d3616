namespace Suandian.Planning;

/// <summary>How much the costly scenarios count beside the expected cost.</summary>
public sealed record RiskOptions
{
    /// <summary>Weight λ of the tail, 0 … 1; default 0: the expected cost alone.</summary>
    public double WeightPu { get; init; }

    /// <summary>Level α, 0 … 0.99: the tail is the costliest 1 − α of the probability; default 0.9.</summary>
    public double LevelPu { get; init; } = 0.9;
}
