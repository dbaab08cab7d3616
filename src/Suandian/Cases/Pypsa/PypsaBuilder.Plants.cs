using Suandian.Network;

namespace Suandian.Cases.Pypsa;

sealed partial class PypsaBuilder
{
    /// <summary>Generators. One with sign −1 takes power: its output, limits and costs are turned round.</summary>
    Generators Generators(PypsaCapacity capacity)
    {
        var (rows, table) = (_generators, _generators.Table);
        double[] sign = [.. Enumerable.Range(0, table.Count).Select(Sign)];
        double[] highest = rows.Hours("p_max_pu", Share);
        double[] lowest = rows.Hours("p_min_pu", Share);
        return new Generators
        {
            Name = rows.Names,
            Bus = rows.Map(i => Bus(table, "bus", i)),
            ExistingMw = capacity.Existing,
            MinMw = capacity.Least,
            MaxMw = capacity.Most,
            AnnualCostYuanPerMw = capacity.Annual,
            ExistingCostYuanPerMw = new double[rows.Count],
            MarginalCostYuanPerMwh = new double[rows.Count],
            HourlyCostYuanPerMwh = rows.Hours("marginal_cost", (i, _, cost) => sign[i] * cost),
            AvailabilityPu = Either(highest, lowest),
            FloorPu = Either(lowest, highest),
            MinimumPu = new double[rows.Count],
            FixedMw = rows.Given("p_set") is { } given ? Signed(given) : null,
            EnergyMinMwh = rows.Map(i => Sign(i) > 0 ? table.Number("e_sum_min", i) : -table.Number("e_sum_max", i)),
            EnergyMaxMwh = rows.Map(i => Sign(i) > 0 ? table.Number("e_sum_max", i) : -table.Number("e_sum_min", i)),
            Renewable = rows.Map(i => false),
            Co2TPerMwh = rows.Map(i => OfCarrier(table.Text("carrier", i), "co2_emissions") / table.At("efficiency", i, 0)),
        };

        double Share(int i, int t, double pu) => !rows.Stands(i, t) ? 0 : sign[i] * pu;
        double[] Either(double[] straight, double[] turned) => [.. straight.Select((pu, k) => sign[rows.Indices[k / T]] > 0 ? pu : turned[k])];
        double[] Signed(double[] given) => [.. given.Select((p, k) => Sign(rows.Indices[k / T]) * p)];
    }

    double Sign(int generator) => _generators.Table.Number("sign", generator) < 0 ? -1 : 1;

    /// <summary>Storage units; energy is <c>max_hours</c> times power.</summary>
    StorageUnits StorageUnits(PypsaCapacity capacity)
    {
        var (rows, table) = (_storage, _storage.Table);
        double[] hours = rows.Numbers("max_hours");
        return new StorageUnits
        {
            Name = rows.Names,
            Bus = rows.Map(i => Bus(table, "bus", i)),
            SizedApart = rows.Map(_ => false),
            DurationH = hours,
            ExistingMw = capacity.Existing,
            MinMw = capacity.Least,
            MaxMw = capacity.Most,
            ExistingMwh = [.. capacity.Existing.Zip(hours, Energy)],
            MaxMwh = [.. capacity.Most.Zip(hours, Energy)],
            AnnualCostYuanPerMw = capacity.Annual,
            AnnualCostYuanPerMwh = new double[rows.Count],
            ExistingCostYuanPerMw = new double[rows.Count],
            ChargeEfficiency = rows.Numbers("efficiency_store"),
            DischargeEfficiency = rows.Numbers("efficiency_dispatch"),
            HourlyChargeEfficiency = rows.Hours("efficiency_store"),
            HourlyDischargeEfficiency = rows.Hours("efficiency_dispatch"),
            StandingLossPerH = rows.Numbers("standing_loss"),
            KeepPu = Kept(rows),
            ChargeMaxPu = Array.ConvertAll(rows.Shares("p_min_pu"), pu => 0 - pu),
            DischargeMaxPu = rows.Shares("p_max_pu"),
            Cyclic = rows.Map(i => table.Flag("cyclic_state_of_charge", i)),
            InitialLevelPu = new double[rows.Count],
            InitialMwh = rows.Numbers("state_of_charge_initial"),
            FixedLevelMwh = rows.Given("state_of_charge_set"),
            FixedMw = rows.Given("p_set"),
            MarginalCostYuanPerMwh = new double[rows.Count],
            HourlyCostYuanPerMwh = rows.Hours("marginal_cost"),
            LevelCostYuanPerMwh = rows.Costs("marginal_cost_storage"),
            SpillCostYuanPerMwh = rows.Costs("spill_cost"),
            InflowMw = rows.Shares("inflow"),
        };

        static double Energy(double power, double h) => h == 0 ? 0 : power * h;
    }

    /// <summary>(1 − loss per hour)^hours elapsed.</summary>
    double[] Kept(PypsaRows rows) => rows.Hours("standing_loss", (_, t, loss) => Math.Pow(1 - loss, _source.Snapshots.StepH[t]));

    Stores Stores(PypsaCapacity capacity)
    {
        var (rows, table) = (_stores, _stores.Table);
        return new Stores
        {
            Name = rows.Names,
            Bus = rows.Map(i => Bus(table, "bus", i)),
            ExistingMwh = capacity.Existing,
            MinMwh = capacity.Least,
            MaxMwh = capacity.Most,
            AnnualCostYuanPerMwh = capacity.Annual,
            ExistingCostYuanPerMwh = new double[rows.Count],
            StandingLossPerH = rows.Numbers("standing_loss"),
            KeepPu = Kept(rows),
            FloorPu = rows.Shares("e_min_pu"),
            CeilingPu = rows.Shares("e_max_pu"),
            Cyclic = rows.Map(i => table.Flag("e_cyclic", i)),
            InitialLevelPu = new double[rows.Count],
            InitialMwh = rows.Numbers("e_initial"),
            FixedLevelMwh = rows.Given("e_set"),
            FixedMw = rows.Given("p_set"),
            HourlyCostYuanPerMwh = rows.Costs("marginal_cost"),
            LevelCostYuanPerMwh = rows.Costs("marginal_cost_storage"),
        };
    }
}
