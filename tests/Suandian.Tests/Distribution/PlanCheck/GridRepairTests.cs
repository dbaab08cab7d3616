using Suandian.Distribution.Grids;
using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

public class GridRepairTests
{
    static readonly double[] Weight = [8760];

    [Fact]
    public void Nothing_is_done_to_a_grid_that_fits()
    {
        var repair = GridRepair.Run(Grids.OneLine(300, 2), Load(2), Weight);

        Assert.Empty(repair.Measures);
        Assert.Equal((1, 0.0, true), (repair.Rounds, repair.CostYuan, repair.After.Fits));
    }

    [Theory]
    [InlineData(100, 150, "Parallel line thin×2 tap 0 100")]
    [InlineData(200, 150, "Beside line thick×1 tap 0 150")]
    public void An_overloaded_line_gets_the_cheaper_of_a_second_circuit_and_another_conductor_beside_it(double parallelYuan, double largerYuan, string expected)
    {
        // √3 · 10 kV · 0.3 kA = 5.2 MVA for 6 MW
        var repair = GridRepair.Run(Grids.OneLine(300, 6, parallelYuan, largerYuan), Load(6), Weight);

        Assert.Equal([expected], repair.Told());
        Assert.Equal(GridMeasureReason.Overload, repair.Measures[0].Reason);
        Assert.True(repair.After.Fits);
    }

    [Fact]
    public void A_measure_carries_the_price_of_what_is_bought_with_its_source()
    {
        var measure = GridRepair.Run(Grids.OneLine(300, 6), Load(6), Weight).Measures[0];

        Assert.Equal(("price of thin", Network.Status.Estimate), (measure.CostSource.En, measure.CostStatus!.Value));
    }

    [Fact]
    public void Several_circuits_are_bought_at_once_where_the_flow_calls_for_them()
    {
        // 5.2 MVA a circuit; thick has 10.4 and costs 500: 17 MW need four thin or two thick; three more thin at 100 are cheaper than two thick at 500
        var repair = GridRepair.Run(Grids.OneLine(300, 17, 100, 500), Load(17), Weight);

        Assert.Equal(["Parallel line thin×4 tap 0 300"], repair.Told());
    }

    [Fact]
    public void A_low_voltage_behind_a_line_without_tap_changer_is_mended_by_a_larger_conductor_beside_it()
    {
        // 40 MW over 0.2 ohm: U = (1 + √(1 − 4 · 0.2 · 0.4)) / 2 = 0.9123 < 0.93; 0.1 ohm beside it leave 0.0667 ohm: 0.9728
        var repair = GridRepair.Run(Grids.OneLine(4000, 40, 1000, 150), Load(40), Weight);

        Assert.Equal(["Beside line thick×1 tap 0 150"], repair.Told());
        Assert.Equal(GridMeasureReason.LowVoltage, repair.Measures[0].Reason);
        Assert.Equal((1 + Math.Sqrt(1 - (4 * 0.2 / 3 * 0.4))) / 2, repair.After.Buses[1].LowestPu, 1e-9);
    }

    [Fact]
    public void A_high_voltage_behind_a_transformer_is_mended_by_its_tap_and_costs_nothing()
    {
        // nothing loaded: 1.09 / (1 + 0.0125 n) ≤ 1.07 first at n = 2: 1.0634
        var repair = GridRepair.Run(Grids.OneTransformer(0, 1.09), Load(0), Weight);

        Assert.Equal(["Tap t small×1 tap 2 0"], repair.Told());
        Assert.Equal(1.09 / 1.025, repair.After.Buses[1].HighestPu, 1e-9);
    }

    [Fact]
    public void An_overloaded_transformer_gets_a_further_unit_or_a_larger_one()
    {
        // 25 MW: three of 10 MVA cost 2 · 1000, one of 31.5 MVA costs 2500
        var repair = GridRepair.Run(Grids.OneTransformer(25, 1), Load(25), Weight);

        Assert.Contains("Parallel t small×3", repair.Told()[0], StringComparison.Ordinal);
        Assert.Equal(2000, repair.CostYuan);
        Assert.True(repair.After.Fits);
    }

    [Fact]
    public void A_load_without_any_solution_is_made_to_fit_all_the_same()
    {
        // 0.2 ohm carries 125 MW at most
        var repair = GridRepair.Run(Grids.OneLine(4000, 200, 100, 150), Load(200), Weight);

        Assert.True(repair.After.Fits);
        Assert.Equal(GridMeasureReason.NoSolution, repair.Measures[0].Reason);
    }

    [Fact]
    public void What_the_catalogue_cannot_mend_is_left_and_told()
    {
        var repair = GridRepair.Run(Grids.OneTransformer(0, 1.3), Load(0), Weight);

        // at the last tap 1.3 / 1.1 = 1.18 pu are left at the low side, and the slack itself is at 1.3
        Assert.False(repair.After.Fits);
        Assert.Equal(1.3 / 1.1, repair.After.Buses[1].HighestPu, 1e-9);
    }

    [Fact]
    public void A_transformer_of_another_impedance_beside_the_one_that_stands_takes_its_share_by_admittance()
    {
        // 10 MVA at 10 % beside 20 MVA at 10 %: 1 to 2, 30 MVA in all; beside 20 MVA at 25 %: 10/0.1 to 20/0.25 is 5 to 4, so that 10 MVA are reached at 18
        var (even, uneven) = (GridRepair.Run(Grids.TwoTypes(0.1), Load(26), Weight), GridRepair.Run(Grids.TwoTypes(0.25), Load(26), Weight));

        Assert.Equal(("Beside t other×1", 1500.0), (even.Told()[0].Split(" tap")[0], even.CostYuan));
        Assert.Equal(("Parallel t small×3", 2000.0), (uneven.Told()[0].Split(" tap")[0], uneven.CostYuan));
        Assert.True(even.IsCheapest && uneven.IsCheapest);
        var built = even.On(Grids.TwoTypes(0.1).Source);
        var flow = HoursCheck.Flow(new EquippedGrid(built).Grid, Load(26), 1);
        Assert.Equal(["t", "t_beside"], built.Transformers.Select(t => t.Name));
        Assert.Equal(built.Transformers[0].Tap, built.Transformers[1].Tap);
        Assert.Equal(2, flow.FromMw[1] / flow.FromMw[0], 1e-9);
        Assert.Equal(26, -flow.ToMw[0] - flow.ToMw[1], 1e-6);
    }

    [Theory]
    [InlineData(0.0125, 8, 0, true)]
    [InlineData(0.025, 8, 0, false)]
    [InlineData(0.0125, 4, 0, false)]
    [InlineData(0.0125, 8, 30, false)]
    public void Beside_a_transformer_stands_only_one_of_the_same_tap_steps_and_vector_group(double step, int steps, double shiftDeg, bool may)
    {
        var source = Grids.TwoTypes(0.1).Source;
        var grid = new EquippedGrid(source with { TransformerTypes = [source.TransformerTypes[0], source.TransformerTypes[1] with { TapStepPu = step, TapSteps = steps, ShiftDeg = shiftDeg }] });

        Assert.Equal(may, new WorksCatalogue(grid).Options(0).Any(o => o.Beside is not null));
    }

    [Fact]
    public void Side_by_side_carry_until_the_first_is_at_its_rating()
    {
        var option = new WorksCatalogue(Grids.TwoTypes(0.25)).Options(0).First(o => o.Beside is { Count: 1 });

        Assert.Equal((18, 30), (option.CapacityMva, option.RatingMva));
        // 100 MVA: 1 pu and 1.25 pu
        Assert.Equal(1.25 / 2.25, option.ImpedancePu.Imaginary, 1e-12);
    }

    static HourlyInjections Load(double mw) => new(1, [0, -mw], [0, 0]);
}
