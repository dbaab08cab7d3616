using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Scheduling.PlanYear;

/// <summary>The year of a plan with jobs in place of flowing work: how far what the plan promises and what single jobs do lie apart, and why.</summary>
/// <remarks>
/// The plan lets work flow: a workload may be split among cards and hours at will. Jobs hold their cards from start to end. They are dispatched by
/// the plan (<see cref="JobDispatch"/>): whole; in pieces of an hour, which tells how much of the difference is due to jobs that run through; and
/// with more cards than planned, which tells how much is due to a plan that leaves none idle. Work that cannot wait runs as the plan has it.
/// </remarks>
public static class JobYear
{
    /// <summary>Seed of the draws unless told otherwise.</summary>
    public const int UsualSeed = 1;

    const double SecondsPerHour = 3600;

    /// <summary>About how many jobs of a workload are made for each hour; beyond, a job stands for a bundle of like ones.</summary>
    const int MostJobsPerHour = 30;

    /// <summary>Cards beyond the plan that are tried, pu.</summary>
    static readonly double[] Headrooms = [0.02, 0.05, 0.1];

    /// <summary>Simulates the hours of a plan.</summary>
    /// <param name="network">Network of the plan.</param>
    /// <param name="plan">Plan with a solution.</param>
    /// <param name="seed">Seed of sizes, lengths and arrivals.</param>
    /// <param name="cancellation">Stops between hours.</param>
    /// <returns>Null where no workload may wait.</returns>
    public static JobYearSolution? Run(HourlyNetwork network, PlanningSolution plan, int seed = UsualSeed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(plan);
        if (network.Workloads.DeadlineH.All(d => d == 0))
        {
            return null;
        }

        PlannedBlock[] blocks = [.. Enumerable.Range(0, network.Snapshots.BlockStarts.Length).Select(b => new PlannedBlock(network, plan, b))];
        var jobs = blocks.Select((block, b) => block.Workloads.Select(w => block.Jobs(w, unchecked((seed * 397) + b), MostJobsPerHour * block.Hours)).ToArray()).ToArray();
        PlanJob[][] arriving = [.. jobs.Select(all => all.SelectMany(j => j.Jobs).OrderBy(j => j.ArrivalS).ThenBy(j => j.Workload).ToArray())];
        DispatchRule[] rules = [new(InPieces: false, 0), new(InPieces: true, 0), .. Headrooms.Select(h => new DispatchRule(InPieces: false, h))];
        var runs = new JobYearRun[rules.Length];
        Parallel.For(0, rules.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            r => runs[r] = Simulate(network, blocks, arriving, rules[r], cancellation));
        return new JobYearSolution
        {
            Whole = runs[0],
            InPieces = runs[1],
            Headroom = [.. Headrooms.Select((h, i) => new HeadroomRun(h, runs[2 + i].LatePu))],
            PlannedCards = Planned(network, plan),
            Workloads = blocks[0].Workloads,
            Jobs = [.. blocks[0].Workloads.Select((_, i) => jobs.Sum(all => (long)all[i].Jobs.Length * all[i].Bundle))],
            PlannedWaitH = [.. blocks[0].Workloads.Select(w => Waited(network, plan, w))],
        };
    }

    /// <summary>All blocks under one rule.</summary>
    static JobYearRun Simulate(HourlyNetwork network, PlannedBlock[] blocks, PlanJob[][] jobs, DispatchRule rule, CancellationToken cancellation)
    {
        var (snapshots, weight) = (network.Snapshots.Count, network.Snapshots.WeightH);
        var cards = new double[network.Clusters.Count * snapshots];
        var waits = blocks[0].Workloads.ToDictionary(w => w, _ => new List<(double WaitH, double CardH)>());
        var late = new Dictionary<int, double>(blocks[0].Workloads.Select(w => KeyValuePair.Create(w, 0.0)));
        for (var b = 0; b < blocks.Length; b++)
        {
            var (block, dispatch) = (blocks[b], new JobDispatch(blocks[b], jobs[b], network, rule));
            dispatch.Run(cancellation);
            for (var h = block.PadH; h < block.PadH + block.Length; h++)
            {
                for (var c = 0; c < network.Clusters.Count; c++)
                {
                    cards[(c * snapshots) + block.Snapshot(h)] = dispatch.Used[(c * block.Hours) + h];
                }
            }

            for (var j = 0; j < jobs[b].Length; j++)
            {
                var (job, hour) = (jobs[b][j], (int)(jobs[b][j].ArrivalS / SecondsPerHour));
                if (hour >= block.PadH && hour < block.PadH + block.Length)
                {
                    var cardH = job.Cards * job.RunS / SecondsPerHour * weight[block.Snapshot(hour)];
                    var waitH = ((dispatch.FirstS[j] < 0 ? block.Hours * SecondsPerHour : dispatch.FirstS[j]) - job.ArrivalS) / SecondsPerHour;
                    waits[job.Workload].Add((waitH, cardH));
                    late[job.Workload] += waitH > network.Workloads.DeadlineH[job.Workload] ? cardH : 0;
                }
            }
        }

        return new JobYearRun(cards, [.. blocks[0].Workloads.Select(w => WorkloadYear.Of(waits[w], late[w]))]);
    }

    /// <summary>Cards that the plan has busy with work that may wait. Shape [clusters × snapshots].</summary>
    static double[] Planned(HourlyNetwork network, PlanningSolution plan)
    {
        var (work, snapshots) = (network.Workloads, network.Snapshots.Count);
        var cards = new double[network.Clusters.Count * snapshots];
        for (var p = 0; p < work.Pairs.Length; p++)
        {
            for (var t = 0; t < snapshots && work.DeadlineH[work.Pairs[p].Workload] > 0; t++)
            {
                cards[(work.Pairs[p].Cluster * snapshots) + t] += plan.RunGpuH[(p * snapshots) + t];
            }
        }

        return cards;
    }

    /// <summary>Mean wait in the plan, h: work that waits over work that arrives (J. D. C. Little, 1961, doi:10.1287/opre.9.3.383).</summary>
    static double Waited(HourlyNetwork network, PlanningSolution plan, int workload)
    {
        var (snapshots, weight) = (network.Snapshots.Count, network.Snapshots.WeightH);
        double Year(double[] values) => Enumerable.Range(0, snapshots).Sum(t => values[(workload * snapshots) + t] * weight[t]);
        return Year(network.Workloads.ArrivalGpuH) is > 0 and var arrives ? Year(plan.BacklogGpuH) / arrives : 0;
    }
}
