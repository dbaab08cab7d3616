using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Scheduling.Statistics;

namespace Suandian.Scheduling.Streams;

/// <summary>How large and how long the jobs of a class of work are. The table with its standing: docs/reference/job-logs.md.</summary>
/// <remarks>
/// Cards       a power of two with the weights given, first weight for <see cref="LeastCards"/> (powers of two dominate real logs:
///             U. Lublin and D. G. Feitelson, J. Parallel Distrib. Comput. 63, 2003, doi:10.1016/S0743-7315(03)00108-4)
/// Run time    log-normal by median and standard deviation of the logarithm, cut at <see cref="LongestH"/>
/// Estimate    run time ÷ u with u even between 0.2 and 1, up to the next quarter of an hour
/// All figures are estimates of the project (E).
/// </remarks>
/// <param name="Class">Class of work.</param>
/// <param name="LeastCards">Least cards of a job.</param>
/// <param name="Weights">Weight of <paramref name="LeastCards"/>, of twice, four times, … as many.</param>
/// <param name="MedianH">Median of the run time, h.</param>
/// <param name="SigmaLog">Standard deviation of its natural logarithm.</param>
/// <param name="LongestH">Longest run time, h.</param>
public sealed record JobShape(WorkloadClass Class, int LeastCards, ImmutableArray<double> Weights, double MedianH, double SigmaLog, double LongestH)
{
    const double LeastUse = 0.2, QuarterS = 900;

    /// <summary>The shape of every class.</summary>
    public static ImmutableArray<JobShape> All { get; } =
    [
        new(WorkloadClass.Training, 8, [30, 25, 20, 13, 8, 4], 8, 1.2, 168),
        new(WorkloadClass.Science, 1, [30, 20, 18, 15, 10, 7], 3, 1.3, 120),
        new(WorkloadClass.Rendering, 1, [55, 20, 15, 10], 1.5, 0.8, 72),
        new(WorkloadClass.Inference, 1, [25, 25, 25, 25], 0.5, 0.4, 1),
        new(WorkloadClass.DigitalHuman, 1, [70, 30], 0.5, 0.5, 1),
        new(WorkloadClass.Metaverse, 1, [80, 20], 0.5, 0.5, 1),
        new(WorkloadClass.Government, 1, [50, 30, 20], 0.5, 0.7, 4),
    ];

    /// <summary>The shape of a class.</summary>
    public static JobShape Of(WorkloadClass @class) => All.Single(shape => shape.Class == @class);

    /// <summary>About how many card-hours a job has: means of both, the cut not reckoned with.</summary>
    public double MeanCardH => Weights.Select((w, power) => w * LeastCards * Math.Pow(2, power)).Sum() / Weights.Sum() * Math.Min(LongestH, MedianH * Math.Exp(SigmaLog * SigmaLog / 2));

    /// <summary>Cards of a job.</summary>
    internal int Cards(Random random, int most)
    {
        var draw = random.NextDouble() * Weights.Sum();
        var power = 0;
        while (power < Weights.Length - 1 && draw >= Weights[power])
        {
            draw -= Weights[power++];
        }

        return Math.Min(most, LeastCards << power);
    }

    /// <summary>Run time of a job, h.</summary>
    internal double RunH(Random random) => Math.Min(LongestH, MedianH * Math.Exp(SigmaLog * Draws.Normal(random)));

    /// <summary>Time the user asks for, s.</summary>
    internal static long EstimateS(Random random, long runS) =>
        (long)(Math.Ceiling(runS / (LeastUse + (1 - LeastUse) * random.NextDouble()) / QuarterS) * QuarterS);
}
