using static Suandian.Optimisation.Expression;

namespace Suandian.Optimisation.Hourly;

/// <summary>Rows that the planning formulation lacks but the hourly method reads, each against HiGHS and certified.</summary>
public class HourlyRowKindsTests
{
    [Fact]
    public void Ramp_limits_beside_the_balance_are_chained_over_time()
    {
        var plant = new SmallPlant(96);
        plant.Model.Subject("ramp_up", 1, 96, (_, t) => plant.Power[2, t] - plant.Power[2, plant.Before(t)] <= 0.08 * plant.Size[2]);
        plant.Model.Subject("ramp_down", 1, 96, (_, t) => plant.Power[2, plant.Before(t)] - plant.Power[2, t] <= 0.08 * plant.Size[2]);

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void A_carried_column_may_count_in_a_row_over_the_year()
    {
        var plant = new SmallPlant(96);
        var chain = new Members(1, 96) { Where = (_, t) => t > 0 };
        plant.Model.Subject("ramp", chain, (_, t) => Between(-6, plant.Power[2, t] - plant.Power[2, t - 1], 6));
        plant.Model.Subject("emissions", 1, _ => Sum(96, t => plant.Power[2, t]) <= 900);

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void A_bound_may_hang_on_two_shared_columns()
    {
        var plant = new SmallPlant(72);
        plant.Model.Subject("joint", 1, 72, (_, t) => plant.Power[2, t] <= 0.3 * plant.Size[0] + 0.5 * plant.Size[2] + 0.01 * (t % 3));

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void Rows_whose_column_is_held_at_some_hours_bind_no_shared_column_there()
    {
        // Where extra is held at 0 the row reads 0 ≤ size + size: it says nothing.
        var plant = new SmallPlant(48);
        var extra = plant.Model.Variables("extra", 1, 48, 0, (_, t) => t % 3 == 0 ? 0 : 20);
        plant.Model.Subject("joint", 1, 48, (_, t) => extra[0, t] <= 0.1 * plant.Size[0] + 0.1 * plant.Size[1]);
        plant.Model.Minimise("sale", 1, 48, (_, t) => -3 * extra[0, t]);

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void A_limit_that_lacks_its_capacity_at_some_hours_is_read_as_it_is()
    {
        // Coefficients of 1e-14 are dropped when the row is written: power ≤ 0 in those hours.
        var plant = new SmallPlant(48);
        var extra = plant.Model.Variables("extra", 1, 48, 0, double.PositiveInfinity);
        plant.Model.Subject("extra_limit", 1, 48, (_, t) => extra[0, t] <= (t % 4 == 1 ? 1e-14 : 0.5) * plant.Size[0]);
        plant.Model.Minimise("sale", 1, 48, (_, t) => -3 * extra[0, t]);

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void A_range_may_bind_from_both_sides_by_the_hour_and_over_the_year()
    {
        var plant = new SmallPlant(72);
        plant.Model.Subject("band", 1, 72, (_, t) => Between(10, plant.Power[0, t] + plant.Power[2, t], 55));
        plant.Model.Subject("year_band", 1, _ => Between(700, Sum(72, t => plant.Power[2, t]) + 2 * plant.Size[1], 800));

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void An_equation_may_span_the_year()
    {
        var plant = new SmallPlant(72);
        plant.Model.Subject("quota", 1, _ => Sum(72, t => plant.Power[1, t]) - 0.5 * plant.Size[1] == 600);

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void Rows_may_span_days_and_months()
    {
        var plant = new SmallPlant(96);
        plant.Model.Subject("day", 4, d => Sum(24, h => plant.Power[2, 24 * d + h]) <= 400 + 50 * d);
        plant.Model.Subject("month", 2, m => Sum(48, h => plant.Power[0, 48 * m + h] + (h % 2) * plant.Power[1, 48 * m + h]) >= 900);

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void Blocks_of_time_may_have_weights_of_their_own()
    {
        var plant = new SmallPlant(120, block: 40, weight: b => 1 + 3 * b);
        plant.AddStore(_ => 0.99);

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void Free_hourly_columns_carry_flows_between_angles()
    {
        // flow = 40 (a0 − a1), 30 (a1 − a2), 20 (a2 − a0) with free angles, a0 = 0.
        var plant = new SmallPlant(48);
        var (angle, flow) = (plant.Model.Variables("angle", 3, 48, double.NegativeInfinity, double.PositiveInfinity), plant.Model.Variables("flow", 3, 48, -12, 12));
        var inject = plant.Model.Variables("inject", 3, 48, -9, 30);
        double[] stiffness = [40, 30, 20];
        plant.Model.Subject("reference", 1, 48, (_, t) => angle[0, t] == 0);
        plant.Model.Subject("angles", 3, 48, (l, t) => flow[l, t] == stiffness[l] * angle[l, t] - stiffness[l] * angle[(l + 1) % 3, t]);
        plant.Model.Subject("nodes", 3, 48, (b, t) => inject[b, t] + flow[(b + 2) % 3, t] - flow[b, t] == 4 + b + (t % 3));
        plant.Model.Minimise("injection", 3, 48, (b, t) => (5 + 10 * b + t % 4) * inject[b, t]);

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void Lower_bounds_may_be_negative_and_change_by_the_hour()
    {
        var plant = new SmallPlant(72);
        var trade = plant.Model.Variables("trade", 1, 72, (_, t) => -5 - t % 7, (_, t) => 4 + t % 3);
        plant.Model.Subject("traded", 1, 72, (_, t) => trade[0, t] + plant.Power[2, t] >= 3 + Math.Sin(t));
        plant.Model.Minimise("price", 1, 72, (_, t) => (20 + 30 * Math.Sin(0.4 * t)) * trade[0, t]);

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void Scenarios_may_share_capacities_as_blocks_of_time()
    {
        double[] probability = [0.5, 0.3, 0.2];
        var plant = new SmallPlant(72, block: 24, weight: b => 3 * probability[b]);
        plant.AddStore(_ => 1);
        plant.Model.Subject("scenario_energy", 3, s => Sum(24, h => plant.Power[2, 24 * s + h]) <= 300 + 100 * s);

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void Coefficients_may_change_by_the_hour_in_own_and_in_next_rows()
    {
        var plant = new SmallPlant(96);
        var (_, charge) = plant.AddStore(t => 0.95 + 0.04 * Math.Sin(t));
        var heat = plant.Model.Variables("heat", 1, 96, 0, 30);
        plant.Model.Subject("heat_pump", 1, 96, (_, t) => (2.5 + Math.Sin(0.3 * t)) * plant.Power[2, t] + heat[0, t] - (1 + 0.1 * (t % 4)) * charge[0, t] >= 20);
        plant.Model.Minimise("boiler", 1, 96, (_, t) => 30 * heat[0, t]);

        HourlyOracle.AssertEqual(plant.Model);
    }

    [Fact]
    public void A_column_in_watts_beside_one_in_gigawatts_is_scaled_away()
    {
        // Bus a in MW: 1e-6 w(t) = 20 + flow; bus b in kW: 1e6 g(t) + 1e3 flow = 3e4. Coefficients span 1e12.
        var model = new LinearModel("units");
        var (watt, giga) = (model.Variables("watt", 1, 48, 0, 6e7), model.Variables("giga", 1, 48, 0, 0.05));
        var flow = model.Variables("flow", 1, 48, -25, 25);
        model.Subject("bus_a", 1, 48, (_, t) => 1e-6 * watt[0, t] - flow[0, t] == 20 + 5 * Math.Sin(t));
        model.Subject("bus_b", 1, 48, (_, t) => 1e6 * giga[0, t] + 1e3 * flow[0, t] == 3e4 + 1e3 * (t % 5));
        model.Minimise("cost", 1, 48, (_, t) => (3e-4 + 1e-5 * (t % 7)) * watt[0, t] + 3.3e5 * giga[0, t]);

        HourlyOracle.AssertEqual(model);
    }
}
