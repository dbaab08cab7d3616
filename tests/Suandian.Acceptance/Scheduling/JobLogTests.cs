using Suandian.Cases;
using Suandian.Scheduling.Statistics;

namespace Suandian.Scheduling;

/// <summary>Logs of others through the one door for jobs: pai_1k of GAIA (umassos/GAIA, MIT) and the pods of openb (Alibaba cluster-trace-gpu-v2023, Apache-2.0).</summary>
public class JobLogTests
{
    [Fact]
    public void The_trace_of_GAIA_has_its_published_processor_hours()
    {
        var trace = Read("pai_1k.csv", InvalidJobs.Refuse);

        Assert.Equal(1000, trace.Count);
        Assert.Equal(3191.92, Enumerable.Range(0, 1000).Sum(j => trace.RunS[j] / 5 * 5.0 * trace.Processors[j]) / 3600, 0.005); // run times rounded down to slots of 5 s
    }

    [Fact]
    public void Pods_of_openb_are_jobs_in_order_of_creation()
    {
        var trace = Read("openb_pod_list_default.csv", InvalidJobs.Drop);

        var statistics = TraceStatistics.Of(trace, 0);
        Assert.InRange(statistics.Jobs, 1, 8152);
        Assert.Equal(trace.SubmitS.Order(), trace.SubmitS);
        Assert.True(statistics.AcceleratorH > 0);
    }

    static JobTrace Read(string file, InvalidJobs invalid) =>
        JobLog.Read(OutsideData.File("traces", file), new JobLogOptions { Invalid = invalid, IsMachineNeeded = false }).Trace!;
}
