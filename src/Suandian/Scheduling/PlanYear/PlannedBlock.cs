using Suandian.Network;
using Suandian.Planning;
using Suandian.Scheduling.Streams;

namespace Suandian.Scheduling.PlanYear;

/// <summary>One run of consecutive hours of a plan: what arrives, what the plan lets each pair of workload and cluster run, and what clusters have.</summary>
/// <remarks>
/// The plan is cyclic within the block, so the hours before its first are its last and those behind its last its first: <see cref="PadH"/> of
/// each are laid around it, that the measured hours begin and end under way. Hour h of the simulation is hour (h − pad) mod length of the block.
/// </remarks>
sealed class PlannedBlock
{
    /// <summary>Most hours laid before and behind a block: a week of running after a week of waiting.</summary>
    const int MostPadH = 336;

    readonly HourlyNetwork _network;
    readonly PlanningSolution _plan;
    readonly int _first;

    internal PlannedBlock(HourlyNetwork network, PlanningSolution plan, int block)
    {
        var (starts, count) = (network.Snapshots.BlockStarts, network.Snapshots.Count);
        (_network, _plan, _first) = (network, plan, starts[block]);
        Length = (block + 1 < starts.Length ? starts[block + 1] : count) - _first;
        PadH = Math.Min(MostPadH, Length);
        Workloads = [.. Enumerable.Range(0, network.Workloads.Count).Where(w => network.Workloads.DeadlineH[w] > 0)];
        Pairs = [.. Enumerable.Range(0, network.Workloads.Pairs.Length).Where(p => network.Workloads.DeadlineH[network.Workloads.Pairs[p].Workload] > 0)];
    }

    /// <summary>Hours of the block.</summary>
    internal int Length { get; }

    /// <summary>Hours laid before it, and behind it.</summary>
    internal int PadH { get; }

    /// <summary>Hours that are simulated.</summary>
    internal int Hours => Length + (2 * PadH);

    /// <summary>Workloads that may wait, by index.</summary>
    internal int[] Workloads { get; }

    /// <summary>Their pairs, by index.</summary>
    internal int[] Pairs { get; }

    /// <summary>Snapshot of a simulated hour.</summary>
    internal int Snapshot(int hour) => _first + ((((hour - PadH) % Length) + Length) % Length);

    /// <summary>Cards that the plan lets a pair run in a simulated hour.</summary>
    internal double PlannedCards(int pair, int hour) => _plan.RunGpuH[(pair * _network.Snapshots.Count) + Snapshot(hour)];

    /// <summary>Cards of a cluster with some headroom less those of work that cannot wait, in a simulated hour.</summary>
    internal double FreeCards(int cluster, int hour, double headroomPu)
    {
        var (work, t) = (_network.Workloads, Snapshot(hour));
        var reserved = Enumerable.Range(0, work.Pairs.Length).Where(p => work.Pairs[p].Cluster == cluster && work.DeadlineH[work.Pairs[p].Workload] == 0)
            .Sum(p => _plan.RunGpuH[(p * _network.Snapshots.Count) + t]);
        return (_plan.ClusterItMw[cluster] * _network.Clusters.GpuHoursPerMwh[cluster] * (1 + headroomPu)) - reserved;
    }

    /// <summary>The jobs of a workload, each a bundle of like ones where they would be too many, in order of arrival.</summary>
    /// <param name="workload">Workload.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="mostJobs">About how many are made at most.</param>
    internal (PlanJob[] Jobs, int Bundle) Jobs(int workload, int seed, int mostJobs)
    {
        var (work, snapshots) = (_network.Workloads, _network.Snapshots.Count);
        double[] cardH = [.. Enumerable.Range(0, Hours).Select(h => work.ArrivalGpuH[(workload * snapshots) + Snapshot(h)] - _plan.UndoneGpuH[(workload * snapshots) + Snapshot(h)])];
        var shape = JobShape.Of(work.Class[workload]);
        var bundle = Math.Max(1, (int)Math.Ceiling(cardH.Sum() / shape.MeanCardH / mostJobs));
        var demand = new StreamDemand(work.Name[workload], work.Class[workload], [.. cardH.Select(c => Math.Max(0, c) / bundle)]);
        var most = Math.Max(1, (int)Math.Min(int.MaxValue, Pairs.Where(p => work.Pairs[p].Workload == workload)
            .Select(p => _plan.ClusterItMw[work.Pairs[p].Cluster] * _network.Clusters.GpuHoursPerMwh[work.Pairs[p].Cluster]).DefaultIfEmpty(0).Max() / bundle));
        return ([.. JobGenerator.Make([demand], seed, most).Select(j => new PlanJob(workload, j.ArrivalS, j.Cards * bundle, j.RunS))], bundle);
    }
}

/// <summary>A job of a plan's workload.</summary>
/// <param name="Workload">Workload.</param>
/// <param name="ArrivalS">Arrival, s from the first simulated hour on.</param>
/// <param name="Cards">Cards that it holds.</param>
/// <param name="RunS">Run time, s.</param>
readonly record struct PlanJob(int Workload, long ArrivalS, int Cards, long RunS);
