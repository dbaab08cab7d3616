namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>Limits of the form checker that offices set differently.</summary>
public sealed record FormSettings
{
    /// <summary>Most points of one indicator; default 30.</summary>
    public decimal MostPoints { get; init; } = 30;

    /// <summary>Ratio of done-value to target above which the target was set too low; default 1.3.</summary>
    public decimal FarAbove { get; init; } = 1.3m;

    /// <summary>Execution rate below which a reason is asked for; default 0.9.</summary>
    public decimal LeastExecution { get; init; } = 0.9m;
}
