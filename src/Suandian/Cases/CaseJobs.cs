using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Network;
using Suandian.Scheduling.Streams;

namespace Suandian.Cases;

/// <summary>Jobs made from the workloads of a case, so that plan and simulation speak of the same demand.</summary>
public static class CaseJobs
{
    /// <summary>Most jobs of a stream.</summary>
    internal const int MostJobs = 2_000_000;

    const int HoursOfDay = 24;

    /// <summary>Makes the jobs that a cluster may be asked to run.</summary>
    /// <param name="data">The case, on whole years.</param>
    /// <param name="options">Which cluster, days, part of the demand and seed.</param>
    /// <param name="cancellation">Stops between workloads.</param>
    /// <returns>The jobs, unless a problem stops the making; wrong user data never throws.</returns>
    public static CaseJobsReading Make(Case data, CaseJobsOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        var findings = new Findings();
        var cluster = data.Clusters.ToList().FindIndex(c => c.Name == options.Cluster);
        if (cluster < 0)
        {
            findings.Add(ProblemCode.StreamCluster, new Spot("clusters.csv", null, "name", null), options.Cluster, ("names", string.Join(", ", data.Clusters.Select(c => c.Name))));
            return new CaseJobsReading(null, findings.Sorted());
        }

        var network = NetworkBuilder.Build(data);
        var chip = data.Chips.Single(c => c.Name == data.Clusters[cluster].Chip);
        var (work, hours) = (network.Workloads, Math.Min(network.Snapshots.Count, options.Days * HoursOfDay));
        int[] served = [.. work.Pairs.Where(p => p.Cluster == cluster).Select(p => p.Workload).Distinct().Order()];
        StreamDemand[] demands =
        [
            .. served.Select(w => new StreamDemand(work.Name[w], work.Class[w],
                [.. work.ArrivalGpuH.AsSpan(w * network.Snapshots.Count, hours).ToArray().Select(gpuH => Math.Max(0, gpuH) * options.SharePu / chip.WorkPu)])).Where(d => d.CardH.Sum() > 0),
        ];
        var about = demands.Sum(d => d.CardH.Sum() / JobShape.Of(d.Class).MeanCardH);
        if (demands is [] || about > MostJobs)
        {
            findings.Add(demands is [] ? ProblemCode.StreamNoWork : ProblemCode.StreamTooMany, new Spot("workloads.csv", null, null, null), demands is [] ? options.Cluster : $"{about:0}", ("most", MostJobs));
            return new CaseJobsReading(null, findings.Sorted());
        }

        var existing = (int)Math.Floor(network.Clusters.ExistingItMw[cluster] * network.Clusters.GpuHoursPerMwh[cluster] / chip.WorkPu + 1e-9);
        var jobs = JobGenerator.Make(demands, options.Seed, existing > 0 ? existing : int.MaxValue, cancellation);
        return new CaseJobsReading(new GeneratedJobs(jobs, [.. demands], [.. demands.Select(d => data.Workloads.Single(w => w.Name == d.Name))], chip, existing), findings.Sorted());
    }
}

/// <summary>What jobs are made of.</summary>
public sealed record CaseJobsOptions
{
    /// <summary>Cluster that may be asked to run them.</summary>
    public required string Cluster { get; init; }

    /// <summary>Days from the first hour of the year on, 1 … 366; default 366, which is the whole year.</summary>
    public int Days { get; init; } = 366;

    /// <summary>Part of each workload that is sent to the cluster, above 0 and at most 1; default all of it.</summary>
    public double SharePu { get; init; } = 1;

    /// <summary>Seed of sizes, run times and moments; default 1.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>Jobs and what they were made from.</summary>
/// <param name="Jobs">The jobs, in order of arrival.</param>
/// <param name="Demands">Card-hours of each workload.</param>
/// <param name="Workloads">The workloads, in the same order.</param>
/// <param name="Chip">Chip of the cluster; a card-hour of it is <see cref="Chip.WorkPu"/> reference GPU-hours.</param>
/// <param name="ExistingCards">Cards that the cluster has today; 0 for none.</param>
public sealed record GeneratedJobs(ImmutableArray<StreamJob> Jobs, ImmutableArray<StreamDemand> Demands, ImmutableArray<Workload> Workloads, Chip Chip, int ExistingCards)
{
    const double SecondsPerHour = 3600;

    /// <summary>The jobs as a CSV that <c>simulate</c>, <c>shift</c>, <c>trace</c> and <c>compare</c> read: docs/reference/job-logs.md.</summary>
    /// <remarks>A processor is a card. The deadline of a job is arrival + run time + deadline_h of its workload.</remarks>
    public byte[] Csv() => Tables.Csv.WritePlain(Rows());

    IEnumerable<string[]> Rows()
    {
        yield return ["id", "arrival_time", "length", "cpus", "accelerators", "estimate_s", "deadline_s", "chip", "partition", "section", "latency_limit_ms", "data_gb"];
        for (var j = 0; j < Jobs.Length; j++)
        {
            var (job, work) = (Jobs[j], Workloads[Jobs[j].Demand]);
            var gpuH = job.Cards * job.RunS / SecondsPerHour * Chip.WorkPu;
            yield return
            [
                Cell.Plain(j + 1), Cell.Plain(job.ArrivalS), Cell.Plain(job.RunS), Cell.Plain(job.Cards), Cell.Plain(job.Cards), Cell.Plain(job.EstimateS),
                Cell.Plain(job.ArrivalS + job.RunS + work.DeadlineH * SecondsPerHour), Chip.Name, work.Name, work.Section is { } section ? SnakeCase.FromPascal(section.ToString()) : "",
                work.LatencyLimitMs is { } ms ? Cell.Plain(ms) : "", Cell.Plain(Math.Round(gpuH * work.DataGbPerGpuHour, 6)),
            ];
        }
    }
}

/// <summary>What making jobs gave.</summary>
/// <param name="Stream">The jobs; null where a problem stopped it.</param>
/// <param name="Problems">Every problem.</param>
public sealed record CaseJobsReading(GeneratedJobs? Stream, ImmutableArray<Problem> Problems);
