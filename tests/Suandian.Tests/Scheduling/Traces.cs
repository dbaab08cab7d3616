namespace Suandian.Scheduling;

/// <summary>Traces for tests.</summary>
static class Traces
{
    /// <summary>Jobs numbered from 1, by arrival, run time, estimate (s) and processors.</summary>
    internal static JobTrace Of((long SubmitS, long RunS, long EstimateS, int Processors)[] jobs) => new()
    {
        Name = "trace",
        Number = [.. jobs.Select((_, i) => i + 1L)],
        SubmitS = [.. jobs.Select(j => j.SubmitS)],
        RunS = [.. jobs.Select(j => j.RunS)],
        EstimateS = [.. jobs.Select(j => j.EstimateS)],
        Processors = [.. jobs.Select(j => j.Processors)],
    };

    /// <summary>Random jobs; by the seed with true, mixed or long estimates, and in every fourth trace with many at one instant and of 0 s.</summary>
    internal static JobTrace Random(int seed, int count, int processors)
    {
        var random = new Random(seed);
        var (early, unit, arrival) = (seed % 3 * 0.5, seed % 4 == 0 ? 500 : 1, 0.0);
        var jobs = new (long, long, long, int)[count];
        for (var i = 0; i < count; i++)
        {
            arrival += 4000 * -Math.Log(1 - random.NextDouble());
            var run = (long)Math.Exp(random.NextDouble() * 10) / unit;
            var estimate = random.NextDouble() < early ? run + (long)(run * random.NextDouble() * 3) + 1 : run;
            jobs[i] = ((long)arrival / unit, run, Math.Max(1, estimate), random.Next(1, processors + 1));
        }

        return Of(jobs);
    }
}
