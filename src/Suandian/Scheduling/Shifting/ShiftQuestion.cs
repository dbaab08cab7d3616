using System.Collections.Immutable;
using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;
using Suandian.Scheduling.Shifting.Planning;

namespace Suandian.Scheduling.Shifting;

/// <summary>What a policy is asked: jobs, where they may run, what is minimised there, and limits.</summary>
/// <param name="Choice">The jobs and their clusters.</param>
/// <param name="Signal">What is minimised, for each kWh of the processors. Shape [clusters].</param>
/// <param name="Limit">Processors that may run. Shape [clusters][hours]; null for no limit.</param>
sealed record ShiftQuestion(ClusterChoice Choice, ImmutableArray<HourlySignal> Signal, ImmutableArray<double[]?> Limit)
{
    const int SeedStep = 7919;

    /// <summary>The bound of the question where it is known.</summary>
    internal ShiftBound? Known { get; init; }

    /// <summary>Prices of capacity of the true signal by ascent, where they are known and the forecast does not err; null else.</summary>
    internal double[][]? KnownPrices => Known is { SolverValue: null, DualPerCpuH.Length: > 0 } known && Options.ForecastErrorPu == 0 ? known.DualPerCpuH : null;

    /// <summary>What is asked.</summary>
    internal ShiftOptions Options => Choice.Options;

    /// <summary>The jobs.</summary>
    internal ShiftTrace Trace => Choice.Trace;

    /// <summary>A question about clusters whose series tell what is minimised.</summary>
    /// <exception cref="ArgumentException">A series does not tell it.</exception>
    internal static ShiftQuestion Of(ClusterChoice choice, ImmutableArray<ShiftCluster> clusters, ShiftGoal goal) => new(
        choice,
        [.. clusters.Select(c => c.Series.Signal(goal) ?? throw new ArgumentException($"the series of '{c.Name}' does not tell {goal}", nameof(clusters)))],
        [.. clusters.Select(c => c.Series.LimitCpus(c.CapacityCpus, choice.Options.KilowattPerCpu))]);

    /// <summary>Forecasts of a cluster; each errs by itself.</summary>
    internal Forecast Forecast(int place) => new(Signal[place], Options.ForecastErrorPu, unchecked(Options.Seed + place * SeedStep));

    /// <summary>The clusters with their signals, for each cpu h.</summary>
    internal PlaceHours[] Places() => Places([.. Signal]);

    /// <summary>The clusters with other signals, for each cpu h.</summary>
    internal PlaceHours[] Places(HourlySignal[] signal) => [.. signal.Select((s, p) => new PlaceHours([.. s.ToArray().Select(v => v * Options.KilowattPerCpu)], Limit[p]))];
}
