namespace Suandian.Cases.Variations;

/// <summary>Names, values and cells of <c>--set</c> on the two example cases.</summary>
public class VariationsTests
{
    static readonly CaseReading FirstSteps = CaseFolder.Read(Repository.File("cases/first-steps"));
    static readonly CaseReading County = CaseFolder.Read(Repository.File("cases/yiwu"));

    [Fact]
    public void A_cost_in_yuan_per_kilowatt_reaches_the_cost_row_in_yuan_per_megawatt()
    {
        var sweep = Read(FirstSteps, "wind.capital_cost=3800..4600:5");

        Assert.Equal([3800, 4000, 4200, 4400, 4600], sweep.Variations[0].Values.Select(v => v.Number));
        Assert.Equal(("wind.capital_cost_yuan_per_kw", "yuan/kW"), (sweep.Variations[0].Column, sweep.Variations[0].Unit));
        Assert.Equal([3_800_000, 4_600_000], new[] { 1, 5 }.Select(n => sweep.Case(n).Case!.Costs.Single(c => c.Name == "wind").OvernightCostYuanPerUnit));
    }

    [Fact]
    public void Every_combination_is_a_variant_and_the_last_variation_runs_fastest()
    {
        var sweep = Read(FirstSteps, "discount_rate=0.05,0.06", "clusters.hall.it_capacity_max=15,20,25");

        Assert.Equal(6, sweep.Count);
        Assert.Equal(["0.05 15", "0.05 20", "0.05 25", "0.06 15", "0.06 20", "0.06 25"],
            Enumerable.Range(1, 6).Select(n => string.Join(' ', sweep.Values(n).Select(v => v.Text))));
        var variant = sweep.Case(3).Case!;
        Assert.Equal((0.05, 25), (variant.Settings.DiscountRate, variant.Clusters[0].ItCapacityMaxMw));
    }

    [Fact]
    public void One_by_one_every_value_stands_in_a_variant_once() =>
        Assert.Equal([1, 2, 3, 4], Read(FirstSteps, "discount_rate=0.05,0.06", "loads.town.power_mw=10,11,12").OneByOne());

    [Fact]
    public void Values_side_by_side_give_pairs()
    {
        var (sweep, _) = CaseVariations.Read(FirstSteps, ["discount_rate=0.05,0.06", "loads.town.power_mw=10,12"], zip: true);

        Assert.Equal(["0.05 10", "0.06 12"], Enumerable.Range(1, 2).Select(n => string.Join(' ', sweep!.Values(n).Select(v => v.Text))));
    }

    [Fact]
    public void The_demand_for_computing_is_the_mean_it_power_of_all_work()
    {
        // 90 M GPU-h/a in all; a card of 0.4 kW × 1.6 does one GPU-h an hour: 90e6 / 8760 × 0.64 kWh = 6.575 MW.
        const double present = 90e6 / 8760 * 0.64e-3;
        var sweep = Read(FirstSteps, "compute_demand=10");

        var work = sweep.Case(1).Case!.Workloads;

        Assert.Equal("compute_demand_mw", sweep.Variations[0].Column);
        Assert.Equal(90e6 * 10 / present, work.Sum(w => w.GpuHoursPerYear), 1e-3); // rounding to 15 digits of 1e8
        Assert.Equal(2, work[0].GpuHoursPerYear / work[1].GpuHoursPerYear, 1e-12);
    }

    [Theory]
    [InlineData("*0.5,2")]
    [InlineData("x0.5..2:2")]
    [InlineData("×0.5，2")]
    public void A_star_multiplies_what_the_case_holds(string values)
    {
        var sweep = Read(County, "loads.*.power_mw=" + values);

        var before = County.Case!.Loads.Select(l => l.PowerMw);
        Assert.Equal("loads.*.power_mw_factor", sweep.Variations[0].Column);
        Assert.Equal(before.Select(mw => mw / 2), sweep.Case(1).Case!.Loads.Select(l => l.PowerMw));
        Assert.Equal(before.Select(mw => mw * 2), sweep.Case(2).Case!.Loads.Select(l => l.PowerMw));
    }

    [Fact]
    public void A_technology_means_all_rows_of_its_carriers_and_their_costs()
    {
        var wind = County.Case!.Generators.Where(g => g.YieldModel == Network.GeneratorYieldModel.Wind).ToArray();
        var sweep = Read(County, "wind.capacity_max_mw=77", "wind.lifetime_years=31");

        var variant = sweep.Case(1).Case!;

        Assert.NotEmpty(wind);
        Assert.All(wind, g => Assert.Equal(77, variant.Generators.Single(v => v.Name == g.Name).CapacityMaxMw));
        Assert.All(wind.Where(g => g.Cost is not null), g => Assert.Equal(31, variant.Costs.Single(c => c.Name == g.Cost).LifetimeYears));
        Assert.Equal(County.Case.Generators.Length - wind.Length, variant.Generators.Count(g => g.CapacityMaxMw != 77));
    }

    [Fact]
    public void A_star_in_a_name_means_all_rows_that_fit()
    {
        var sweep = Read(County, "fibre_*.capital_cost=9000", "csp*.lifetime_years=40");

        var costs = sweep.Case(1).Case!.Costs;

        Assert.Equal(["fibre_long", "fibre_middle", "fibre_short"], costs.Where(c => c.OvernightCostYuanPerUnit == 9000).Select(c => c.Name));
        Assert.Equal(["csp_field", "csp_store", "csp_block"], costs.Where(c => c.LifetimeYears == 40 && c.Name.StartsWith("csp", StringComparison.Ordinal)).Select(c => c.Name));
    }

    [Fact]
    public void Words_units_and_columns_that_the_file_lacks_are_understood()
    {
        var sweep = Read(FirstSteps, "grid.energy_price=0.2元/千瓦时..0.3元/千瓦时:3", "clusters.hall.pue_model=constant", "clusters.hall.pue=1.2", "co2_price=50");

        var variant = sweep.Case(2).Case!;

        Assert.Equal(250, variant.Tariffs[0].EnergyPriceYuanPerMwh);
        Assert.Equal((Network.ClusterPueModel.Constant, 1.2, 50), (variant.Clusters[0].PueModel, variant.Clusters[0].Pue, variant.Settings.Co2PriceYuanPerT));
    }

    [Fact]
    public void Ranges_carry_no_dust_of_arithmetic() =>
        Assert.Equal(["0.1", "0.2", "0.3", "0.4", "0.5"], Read(FirstSteps, "annual_rules.green.limit=0.1..0.5:5").Variations[0].Values.Select(v => v.Text));

    [Theory]
    [InlineData("SD1001", "wind.capital_cost")]
    [InlineData("SD1001", "=3")]
    [InlineData("SD1002", "wind.capitl_cost=3")]
    [InlineData("SD1002", "name_zh=x")]
    [InlineData("SD1002", "year=2024")]
    [InlineData("SD1002", "generators.nobody.capacity_max_mw=3")]
    [InlineData("SD1003", "discount_rate=many")]
    [InlineData("SD1003", "discount_rate=0.1..0.2")]
    [InlineData("SD1003", "discount_rate=0.1..0.2:1")]
    [InlineData("SD1003", "discount_rate=0.1..0.1:3")]
    [InlineData("SD1003", "discount_rate=0.1,,0.2")]
    [InlineData("SD1003", "discount_rate=0.1..0.2:5000")]
    [InlineData("SD1004", "discount_rate=0.1,10%")]
    [InlineData("SD1005", "wind.capital_cost=4000", "costs.wind.overnight_cost=4000000")]
    [InlineData("SD1006", "co2_price=*2")]
    [InlineData("SD1007", "costs.overnight_cost=3")]
    [InlineData("SD1008", "discount_rate=0.01..0.2:999", "loads.town.power_mw=1..2:999")]
    [InlineData("SD1009", "discount_rate=0.01,0.02", "loads.town.power_mw=1")]
    public void What_is_wrong_is_named_by_its_code(string code, params string[] sets)
    {
        var reading = code == "SD1007" ? County : FirstSteps;

        var (sweep, problems) = CaseVariations.Read(reading, sets, zip: code == "SD1009");

        Assert.Null(sweep);
        Assert.Equal([code], problems.Select(p => p.Code));
        Assert.All(problems, p => Assert.DoesNotContain('{', p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En));
    }

    [Theory]
    [InlineData("wind.capitl_cost=3", "wind.capital_cost")]
    [InlineData("generators.wind.capacity_mx_mw=3", "generators.wind.capacity_max_mw")]
    [InlineData("dicount_rate=3", "discount_rate")]
    [InlineData("compute_demnd=3", "compute_demand")]
    public void The_nearest_name_is_offered(string set, string near) =>
        Assert.Contains(near, CaseVariations.Read(FirstSteps, [set], zip: false).Problems.Single().Remedy.En, StringComparison.Ordinal);

    [Fact]
    public void All_problems_come_at_once() =>
        Assert.Equal(["SD1002", "SD1003"], CaseVariations.Read(FirstSteps, ["nobody=1", "discount_rate=x"], zip: false).Problems.Select(p => p.Code));

    [Fact]
    public void A_variant_is_checked_as_a_whole_case()
    {
        var sweep = Read(FirstSteps, "discount_rate=0.06,0.9");

        Assert.True(sweep.Case(1).HasCase);
        var problem = Assert.Single(sweep.Case(2).Problems, p => p.Severity == Severity.Error);
        Assert.Equal((ProblemCode.OutOfRange, "case.yaml", "discount_rate"), (problem.Code, problem.File, problem.Column));
    }

    static CaseVariations Read(CaseReading reading, params string[] sets)
    {
        var (sweep, problems) = CaseVariations.Read(reading, sets, zip: false);
        Assert.True(sweep is not null, string.Join("; ", problems));
        return sweep;
    }
}
