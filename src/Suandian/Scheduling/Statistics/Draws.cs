namespace Suandian.Scheduling.Statistics;

/// <summary>Random numbers of distributions.</summary>
static class Draws
{
    /// <summary>A number of the standard normal distribution, from two even ones.</summary>
    /// <remarks>G. E. P. Box, M. E. Muller, Ann. Math. Stat. 29 (1958) 610, doi:10.1214/aoms/1177706645.</remarks>
    internal static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
