using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Reinforcement;

public class DailyShiftTests
{
    /// <summary>
    /// Feeder of 4, 4, 1 and 1 MW; the bus takes 0.5 and 2 MW in the first two hours. What lies above a level L is given, 0.5 + (4 − L), and as much is taken
    /// up to L in the last two, 2 (L − 1): L = 13/6, so that 0.5 and 11/6 are given and 7/6 taken twice.
    /// </summary>
    [Fact]
    public void Computing_gives_in_each_hour_at_most_what_its_bus_takes()
    {
        var schedule = DailyShift.Schedule([4, 4, 1, 1], [0.5, 2, 0.1, 0.1], mw: 5, mwh: 40, efficiency: 1);

        foreach (var (expected, found) in ((double[])[0.5, 11 / 6.0, -7 / 6.0, -7 / 6.0]).Zip(schedule))
        {
            Assert.Equal(expected, found, 1e-9);
        }
    }

    /// <summary>5 MW of computing at a bus of 0.5 to 0.84 MW: before, it made 4 MW out of nothing.</summary>
    [Fact]
    public void A_measure_larger_than_the_load_makes_no_power()
    {
        double[] load = [.. Enumerable.Range(0, 48).Select(h => h % 24 is >= 18 and < 22 ? 0.84 : 0.5)];
        var grid = FeederGrids.Chain(tieMva: 5);
        var hours = FeederHours.Of(new HourlyInjections(48, [.. new double[48], .. load.Select(p => -3 * p), .. load.Select(p => -p)], new double[3 * 48]));
        var flexible = new Measure { Name = "flexible", Kind = MeasureKind.FlexibleCompute, Site = 2, CostYuan = 1, LifetimeYears = 10, Mw = 5, Mwh = 40 };

        var (given, _) = new ReinforcedFeeder(grid, hours, [flexible], (FeederLimits.Of(grid), 1)).Schedule(0);

        Assert.True(given.Max() > 0.1);
        Assert.All(given.Zip(load), hour => Assert.True(hour.First <= hour.Second + 1e-12, $"{hour.First} MW given where {hour.Second} MW are taken"));
        Assert.All(given.Chunk(24), day => Assert.Equal(0, day.Sum(), 1e-9));
    }

    /// <summary>Two measures at a bus would each count on the same load.</summary>
    [Fact]
    public void Of_several_flexible_computings_of_a_bus_one_at_most_is_built()
    {
        var grid = FeederGrids.Chain(tieMva: 5);
        Measure[] two = [.. ((double[])[1, 2]).Select(mw => new Measure { Name = $"{mw}", Kind = MeasureKind.FlexibleCompute, Site = 2, CostYuan = 1, LifetimeYears = 10, Mw = mw, Mwh = 4 })];

        var sets = new SetSearch(new ReinforcedFeeder(grid, FeederHours.Snapshot(grid), two, (FeederLimits.Of(grid), 1)), two, new bool[2], 0.06, TestContext.Current.CancellationToken);

        Assert.Equal((3, false), (sets.Count, sets.IsPossible([true, true])));
    }
}
