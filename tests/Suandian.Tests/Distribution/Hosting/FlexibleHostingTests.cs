using Suandian.Distribution.Year;

namespace Suandian.Distribution.Hosting;

/// <summary>The end of a line takes 74.9 MW net (see HostingCapacityTests); computing of 4 MW that is busy half of the day needs 48 MWh a day.</summary>
public class FlexibleHostingTests
{
    static readonly HostingOptions Four = new() { FlexibleMw = 4, BusyPu = 0.5 };

    [Fact]
    public void Where_few_hours_bind_each_MW_of_computing_makes_room_for_one()
    {
        var answer = Solve([.. Enumerable.Range(0, 24).Select(h => h is 11 or 12 ? 1.0 : 0.0)]);

        Assert.Equal(74.9 + 4, answer.ShiftedMw, 5e-3); // full power in two hours: 8 of 48 MWh
        Assert.Equal(74.9 + 2, answer.FlatMw, 5e-3);
        Assert.Equal(1, answer.RoomPerMw(74.9, 4), 2e-3);
        Assert.Equal(0.5, answer.ShiftPerMw(4), 2e-3);
    }

    [Fact]
    public void Where_all_hours_bind_alike_shifting_brings_nothing()
    {
        var answer = Solve([.. Enumerable.Repeat(1.0, 24)]);

        Assert.Equal(74.9 + 2, answer.ShiftedMw, 5e-3); // 24 (P − 74.9) ≤ 48
        Assert.Equal(answer.FlatMw, answer.ShiftedMw, 1e-3);
    }

    [Fact]
    public void The_energy_of_the_day_limits_where_many_hours_bind()
    {
        // 18 hours of sun: 18 (P − 74.9) ≤ 48
        var answer = Solve([.. Enumerable.Range(0, 24).Select(h => h < 18 ? 1.0 : 0.0)]);

        Assert.Equal(74.9 + 48.0 / 18, answer.ShiftedMw, 5e-3);
    }

    [Fact]
    public void Computing_that_the_line_cannot_carry_makes_no_answer()
    {
        var grid = FeederGrids.Pair(ratingMva: 50);
        var hours = FeederGrids.Scaled(grid, new double[24]) with { PvPu = [.. Enumerable.Range(0, 24).Select(h => h == 12 ? 1.0 : 0.0)] };

        var answer = HostingCapacity.Solve(grid, hours, null, new HostingOptions { FlexibleMw = 200, BusyPu = 0.5 }, TestContext.Current.CancellationToken).Flexible[1]!;

        Assert.True(double.IsNaN(answer.FlatMw)); // 100 MW through 50 MVA
        Assert.True(double.IsNaN(answer.ShiftedMw)); // 2400 MWh, and 24 · 50 + what PV gives in one hour are less
    }

    [Fact]
    public void A_draw_that_one_hour_cannot_carry_is_moved_to_others()
    {
        // the line carries 5 MW; hour 0 has a load of 4 MW of its own, hour 12 the sun: 60 MWh of 120 MWh at full power leave room to move
        var grid = FeederGrids.Pair(ratingMva: 5);
        var hours = FeederHours.Of(new PowerFlow.HourlyInjections(24, [.. new double[24], .. Enumerable.Range(0, 24).Select(h => h == 0 ? -4.0 : 0)], new double[48])) with
        {
            PvPu = [.. Enumerable.Range(0, 24).Select(h => h == 12 ? 1.0 : 0.0)],
        };

        var answer = HostingCapacity.Solve(grid, hours, null, new HostingOptions { FlexibleMw = 5, BusyPu = 0.5 }, TestContext.Current.CancellationToken).Flexible[1]!;

        Assert.True(double.IsNaN(answer.FlatMw)); // 4 + 2.5 MW in hour 0
        Assert.Equal(10, answer.ShiftedMw, 5e-3); // 5 over the line and 5 into computing
    }

    static FlexibleHosting Solve(double[] shape)
    {
        var grid = FeederGrids.Pair();
        return HostingCapacity.Solve(grid, FeederGrids.Scaled(grid, new double[24]) with { PvPu = shape }, null, Four with { MostMw = 200 }, TestContext.Current.CancellationToken).Flexible[1]!;
    }
}
