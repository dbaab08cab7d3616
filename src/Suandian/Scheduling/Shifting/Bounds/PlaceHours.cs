namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>Hours of a place where jobs may run.</summary>
/// <param name="Price">What is minimised, for each cpu h. Shape [hours].</param>
/// <param name="LimitCpus">Processors that may run. Shape [hours]; null for no limit.</param>
public sealed record PlaceHours(double[] Price, double[]? LimitCpus)
{
    /// <summary>Price of an hour; beyond the end that of the last.</summary>
    internal double At(int hour) => Price[Math.Min(hour, Price.Length - 1)];
}
