using System.Runtime.CompilerServices;
using Suandian.Cases;
using Suandian.Distribution.Grids;
using Suandian.Distribution.PlanCheck;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Benchmarks;

/// <summary>CPU time of a year of cases/yiwu-grid checked against its limits, beside the same flows hour by hour, of its repair with the loads doubled, and of its check with the loads tripled, where hardly an hour has a solution; "once plan-check" prints it.</summary>
static class PlanCheckTimes
{
    internal static void Once(TextWriter answer)
    {
        var reading = GridFolder.Read(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "cases", "yiwu-grid")).Grid!;
        var grid = new EquippedGrid(reading);
        var doubled = new EquippedGrid(reading with { Loads = [.. reading.Loads.Select(l => l with { PowerMw = 2 * l.PowerMw })] });
        var tripled = new EquippedGrid(reading with { Loads = [.. reading.Loads.Select(l => l with { PowerMw = 3 * l.PowerMw })] });
        var (hours, limits) = (grid.Today.Injections(), FeederLimits.Of(grid.Grid));
        double[] weight = [.. Enumerable.Repeat(1.0, hours.Hours)];
        var check = FlowTimes.Least(7, () => HoursCheck.Run(grid.Grid, hours, limits, weight));
        var rounds = 0;
        var repair = FlowTimes.Least(3, () => rounds = GridRepair.Run(doubled, doubled.Today.Injections(), weight).Rounds);
        var unsolved = 0;
        var beyond = FlowTimes.Least(3, () => unsolved = HoursCheck.Run(tripled.Grid, tripled.Today.Injections(), limits, weight).Unsolved.Length);
        var alone = FlowTimes.Least(1, () => Alone(grid.Grid, hours));
        answer.WriteLine($"{grid.Grid.Buses.Count} buses, {hours.Hours} h: check {check:F0} ms CPU, repair {repair:F0} ms in {rounds} rounds, check with {unsolved} h without solution {beyond:F0} ms, flows one by one {alone:F0} ms, ratio {alone / check:F0}");
    }

    static void Alone(PowerGrid grid, HourlyInjections hours)
    {
        for (var t = 0; t < hours.Hours; t++)
        {
            double[] Loads(double[] into) => [.. Enumerable.Range(0, grid.Buses.Count).Select(b => -into[(b * hours.Hours) + t])];
            AcFlow.Solve(grid with
            {
                Buses = grid.Buses with { LoadMw = Loads(hours.ActiveMw), LoadMvar = Loads(hours.ReactiveMvar) },
                Generators = grid.Generators with { InService = [.. grid.Generators.Bus.Select((bus, g) => grid.Generators.InService[g] && grid.Buses.Kind[bus] == GridBusKind.Slack)] },
            });
        }
    }

    static string Here([CallerFilePath] string file = "") => file;
}
