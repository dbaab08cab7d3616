using Suandian.Distribution.Hosting;
using Suandian.Distribution.Outages;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Benchmarks;

/// <summary>CPU time of a year, of hosting capacity and of outages on the 533 buses, one thread, least of several runs; "once feeder" prints it.</summary>
static class FeederTimes
{
    internal static void Once(TextWriter answer)
    {
        var grid = FlowTimes.Read("case533mt_hi");
        var year = Hours(grid, 8760);
        var solution = FeederYear.Solve(grid, year);
        answer.WriteLine($"533 buses, 8760 h: losses {solution.LossMwh:F3} MWh, hours beyond {solution.HoursBeyond}, violations {FeederYear.Violations(solution).Count()}");
        answer.WriteLine($"year with all lists: {FlowTimes.Least(5, () => FeederYear.Solve(grid, year)):F0} ms CPU");
        var worst = Worst(year, 48);
        foreach (var kind in (HostingKind[])[HostingKind.Pv, HostingKind.Load])
        {
            var hosting = HostingCapacity.Solve(grid, worst, options: new HostingOptions { Kind = kind });
            var time = FlowTimes.Least(3, () => HostingCapacity.Solve(grid, worst, options: new HostingOptions { Kind = kind }));
            answer.WriteLine($"{kind}, all buses, 48 h: {time:F0} ms CPU, {hosting.Flows} flows, mean {hosting.Buses.Average(b => b?.Mw ?? 0):F4} MW");
        }

        var flexible = FlowTimes.Least(2, () => HostingCapacity.Solve(grid, worst, options: new HostingOptions { FlexibleMw = 0.5 }));
        answer.WriteLine($"PV beside 0.5 MW of shiftable computing, all buses, 48 h: {flexible:F0} ms CPU");
        answer.WriteLine($"PV, all buses, 8760 h: {FlowTimes.Least(1, () => HostingCapacity.Solve(grid, year)):F0} ms CPU");
        var options = new OutageOptions { Ties = [] };
        answer.WriteLine($"533 outages, 100 h: {FlowTimes.Least(3, () => BranchOutages.Solve(grid, year, options: options)):F0} ms CPU");
        var restored = BranchOutages.Solve(grid, year);
        var with = restored.Outages.Where(o => o.Restoration is { Close.Length: > 0 }).ToArray();
        var all = FlowTimes.Least(1, () => BranchOutages.Solve(grid, year));
        answer.WriteLine($"the same with restoration: {all:F0} ms CPU; {with.Length} of {restored.Outages.Count(o => o.PeakMw > 0)} come back, {with.Count(o => o.Restoration!.Dark.Length == 0)} wholly, {with.Count(o => o.Restoration!.IsProved)} proved, {with.Sum(o => o.Restoration!.Trials)} switchings computed");
    }

    /// <summary>Load factor of bus b in hour s: k (1 + 0.1 sin(0.7 b + 0.13 s)); PV by a half sine from 6 to 18 h.</summary>
    static FeederHours Hours(PowerGrid grid, int count)
    {
        var (active, reactive) = (new double[grid.Buses.Count * count], new double[grid.Buses.Count * count]);
        for (var b = 0; b < grid.Buses.Count; b++)
        {
            for (var s = 0; s < count; s++)
            {
                var factor = (0.55 + 0.35 * Math.Sin(2 * Math.PI * (s % 24 - 6) / 24) + 0.1 * Math.Sin(2 * Math.PI * s / count)) * (1 + 0.1 * Math.Sin(0.7 * b + 0.13 * s));
                (active[b * count + s], reactive[b * count + s]) = (-factor * grid.Buses.LoadMw[b], -factor * grid.Buses.LoadMvar[b]);
            }
        }

        return FeederHours.Of(new HourlyInjections(count, active, reactive)) with { PvPu = [.. Enumerable.Range(0, count).Select(s => Math.Max(0, Math.Sin(Math.PI * (s % 24 - 6) / 12.0)))] };
    }

    /// <summary>Hours with the most sun for their load.</summary>
    static FeederHours Worst(FeederHours year, int count) =>
        year.Chosen([.. Enumerable.Range(0, year.Count).OrderByDescending(h => year.PvPu![h] * 20 - year.TotalLoadMw(h)).Take(count).Order()]);
}
