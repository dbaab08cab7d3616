using System.Diagnostics;
using Suandian.Cases;
using Suandian.PowerFlow;

namespace Suandian.Benchmarks;

/// <summary>CPU time of warm flows and of a year of hours, least of several runs; "once flow" prints it. SUANDIAN_DATA names the folder of the cases.</summary>
static class FlowTimes
{
    const int Hours = 8760;

    internal static PowerGrid Read(string name) => MatpowerCase.Read(Path.Combine(Environment.GetEnvironmentVariable("SUANDIAN_DATA")!, "grid", name + ".m")).Grid!;

    internal static void Once(TextWriter answer)
    {
        foreach (var name in (string[])["case533mt_hi", "pglib_opf_case118_ieee", "case1354pegase", "case9241pegase"])
        {
            var watch = Stopwatch.StartNew();
            var grid = Read(name);
            var read = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            var flow = new AcFlow(grid);
            var prepare = watch.Elapsed.TotalMilliseconds;
            flow.Solve();
            var warm = Least(25, () =>
            {
                flow.Begin(FlowStart.AsGiven);
                flow.Iterate();
            });
            answer.WriteLine($"{name}: read {read:F0} ms, order and pattern {prepare:F0} ms (both the first time), warm Newton {warm:F3} ms CPU");
        }

        Year(answer);
    }

    static void Year(TextWriter answer)
    {
        var grid = Read("case533mt_hi");
        var injections = Injections(grid);
        foreach (var method in (HourlyMethod[])[HourlyMethod.Sweep, HourlyMethod.Newton])
        {
            foreach (var arrays in (HourlyArrays[])[HourlyArrays.Voltages, HourlyArrays.All])
            {
                var hourly = new HourlyFlow(grid, method);
                var year = Least(7, () => hourly.Solve(injections, arrays));
                answer.WriteLine($"533 buses, 8760 h, {method}, {arrays}: {year:F1} ms CPU");
            }
        }
    }

    internal static double Least(int runs, Action run)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < runs; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            run();
            least = Math.Min(least, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return least;
    }

    static HourlyInjections Injections(PowerGrid grid)
    {
        var (active, reactive) = (new double[grid.Buses.Count * Hours], new double[grid.Buses.Count * Hours]);
        for (var b = 0; b < grid.Buses.Count; b++)
        {
            for (var s = 0; s < Hours; s++)
            {
                var factor = (0.55 + 0.35 * Math.Sin(2 * Math.PI * (s % 24 - 6) / 24) + 0.1 * Math.Sin(2 * Math.PI * s / Hours)) * (1 + 0.1 * Math.Sin(0.7 * b + 0.13 * s));
                (active[b * Hours + s], reactive[b * Hours + s]) = (-factor * grid.Buses.LoadMw[b], -factor * grid.Buses.LoadMvar[b]);
            }
        }

        return new HourlyInjections(Hours, active, reactive);
    }
}
