using Suandian.Distribution.Hosting;
using Suandian.Distribution.Outages;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution;

/// <summary>The 533 buses of Malmer and Thorin, whose 45 open branches are ties and whose branches are all rated.</summary>
public class FeederOf533BusesTests
{
    static readonly PowerGrid Grid = ReferenceFlow.Read("case533mt_hi");

    [Fact]
    public void The_year_of_the_reference_formula_has_the_voltages_that_were_found_before()
    {
        var year = FeederYear.Solve(Grid, Hours(8760), cancellation: TestContext.Current.CancellationToken);

        // by an independent Newton and an independent sweep, and by power-grid-model to the digits that its rounded base allows
        Assert.Equal(0.9904628883, year.Buses.Average(b => b.MeanPu), 1e-8);
        Assert.Equal(0.95824943, year.Buses.Min(b => b.LowestPu), 1e-8);
        Assert.Equal(year.LossMwh, year.Branches.Sum(b => b.LossMwh), 1e-6);
        Assert.Equal(year.LoadMwh - year.GenerationMwh + year.LossMwh, year.ImportMwh - year.ExportMwh, 1e-2); // 8760 hours of 1e-8 pu on some hundred buses
    }

    [Fact]
    public void Every_bus_holds_its_limits_with_what_it_was_found_to_take()
    {
        var hours = Hours(24).Chosen([5, 10, 12, 14]);

        var answer = HostingCapacity.Solve(Grid, hours, options: new HostingOptions { Threads = 2 }, cancellation: TestContext.Current.CancellationToken);

        var limits = FeederLimits.Of(Grid);
        for (var b = 1; b < Grid.Buses.Count; b += 7)
        {
            double[] active = [.. hours.Injections.ActiveMw];
            for (var h = 0; h < 4; h++)
            {
                active[4 * b + h] += answer.Buses[b]!.Mw * hours.PvPu![h];
            }

            var year = FeederYear.Solve(Grid, hours with { Injections = hours.Injections with { ActiveMw = active } }, limits, cancellation: TestContext.Current.CancellationToken);
            Assert.True(year.HoursBeyond == 0, $"bus {Grid.Buses.Number[b]}");
        }
    }

    [Fact]
    public void Outages_drop_what_hangs_on_the_branch_and_restorations_hold_all_limits()
    {
        var hours = Hours(24);

        var solution = BranchOutages.Solve(Grid, hours, options: new OutageOptions { MostHours = 8, Threads = 2 }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((532, 45), (solution.Outages.Length, solution.Ties.Length));
        var some = solution.Outages.Where(o => o.Restoration is { Close.Length: > 0 }).Where((_, i) => i % 25 == 0).ToArray();
        Assert.NotEmpty(some);
        foreach (var outage in some)
        {
            var isOn = (bool[])Grid.Branches.InService.Clone();
            isOn[outage.Branch] = false;
            Array.ForEach(outage.Restoration!.Close, k => isOn[k] = true);
            Array.ForEach(outage.Restoration.Open, k => isOn[k] = false);
            var grid = Grid with { Branches = Grid.Branches with { InService = isOn } };
            var year = FeederYear.Solve(grid, hours.Chosen(solution.Hours), FeederLimits.Of(Grid), cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(outage.Restoration.Dark.Length, year.Buses.Count(b => b.LowestHour < 0));
            Assert.Equal(0, year.HoursBeyond);
        }
    }

    /// <summary>Load factor of the i-th load bus in hour s: k (1 + 0.1 sin(0.7 i + 0.13 s)), k = 0.55 + 0.35 sin(2π((s mod 24) − 6)/24) + 0.1 sin(2πs/8760).</summary>
    static FeederHours Hours(int hours)
    {
        var (active, reactive, i) = (new double[Grid.Buses.Count * hours], new double[Grid.Buses.Count * hours], 0);
        for (var b = 0; b < Grid.Buses.Count; b++)
        {
            if (Grid.Buses.Kind[b] == GridBusKind.Slack || (Grid.Buses.LoadMw[b] == 0 && Grid.Buses.LoadMvar[b] == 0))
            {
                continue;
            }

            for (var s = 0; s < hours; s++)
            {
                var k = 0.55 + 0.35 * Math.Sin(2 * Math.PI * (s % 24 - 6) / 24) + 0.1 * Math.Sin(2 * Math.PI * s / 8760);
                var factor = k * (1 + 0.1 * Math.Sin(0.7 * i + 0.13 * s));
                (active[b * hours + s], reactive[b * hours + s]) = (-factor * Grid.Buses.LoadMw[b], -factor * Grid.Buses.LoadMvar[b]);
            }

            i++;
        }

        return FeederHours.Of(new HourlyInjections(hours, active, reactive)) with { PvPu = [.. Enumerable.Range(0, hours).Select(s => Math.Max(0, Math.Sin(Math.PI * (s % 24 - 6) / 12.0)))] };
    }
}
