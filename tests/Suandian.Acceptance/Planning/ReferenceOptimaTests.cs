using System.Text.Json;
using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>Optima proved by two independent programs (PyPSA with HiGHS 1.15 and a direct model) for problems of one family.</summary>
public class ReferenceOptimaTests
{
    const double Relative = 1e-8; // of the objective: the gap certified without a basis

    [Theory]
    [InlineData(SolverMethod.InteriorPoint, Switch.Off)]
    [InlineData(SolverMethod.InteriorPoint, Switch.On)]
    [InlineData(SolverMethod.Simplex, Switch.Choose)]
    [InlineData(SolverMethod.Hourly, Switch.Off)]
    public void Six_buses_and_240_hours_cost_what_the_reference_proves(SolverMethod method, Switch crossover)
    {
        var plan = PlanningModel.Build(ReferenceNetwork.Read("m-240"), Options(method, crossover));

        var solution = plan.Solve(cancellation: TestContext.Current.CancellationToken);

        Assert.True(solution.Certificate!.IsOptimal, solution.Certificate.ToString());
        Assert.Equal(1_597_134_626.790085, solution.ObjectiveYuan, Relative * 1_597_134_626.790085);
        AssertCapacities("m-240", plan.Network, solution);
        Assert.True(Replay.Check(plan.Network, solution, LineModel.Kirchhoff).Holds);
        // shadow of the export rule: per MWh of its right-hand side in the reference, per percentage point of available generation here
        var available = AvailableMwh(plan.Network, solution);
        Assert.Equal(72.03660277395034, solution.RuleShadowYuan[1] / (0.01 * available), 1e-3);
    }

    [Fact]
    public void One_bus_and_a_year_cost_what_the_reference_proves()
    {
        var plan = PlanningModel.Build(ReferenceNetwork.Read("s-8760"), Options(SolverMethod.Hourly, Switch.Off));

        var solution = plan.Solve(cancellation: TestContext.Current.CancellationToken);

        Assert.True(solution.Certificate!.IsOptimal, solution.Certificate.ToString());
        Assert.Equal(624_962_756.494622, solution.ObjectiveYuan, Relative * 624_962_756.494622);
        AssertCapacities("s-8760", plan.Network, solution);
        Assert.True(Replay.Check(plan.Network, solution, LineModel.Kirchhoff).Holds);
        Assert.Equal(109.22488280143195, solution.RuleShadowYuan[1] / (0.01 * AvailableMwh(plan.Network, solution)), 1e-4);
    }

    /// <summary>Years that HiGHS does not finish: intervals certified by another program (data/energy).</summary>
    [Theory]
    [InlineData("m-8760", 1_884_019_281.85, 1_884_019_283.58)]
    [InlineData("l-8760", 5_277_433_540.66, 5_277_433_544.81)]
    public void Several_buses_and_a_year_cost_what_lies_in_the_certified_interval(string name, double low, double high)
    {
        var plan = PlanningModel.Build(ReferenceNetwork.Read(name), Options(SolverMethod.Hourly, Switch.Off));

        var solution = plan.Solve(cancellation: TestContext.Current.CancellationToken);

        Assert.True(solution.Certificate!.IsOptimal, solution.Certificate.ToString());
        // both programs prove an interval that holds the optimum, so the two overlap
        Assert.True(solution.Certificate.DualBound <= high && solution.ObjectiveYuan >= low, $"[{solution.Certificate.DualBound:R}, {solution.ObjectiveYuan:R}]");
        Assert.Equal("hourly interior point", solution.Run.Method.En);
    }

    static PlanningOptions Options(SolverMethod method, Switch crossover) => new()
    {
        LineModel = LineModel.Kirchhoff,
        Solver = new() { Method = method, Crossover = crossover },
    };

    static double AvailableMwh(HourlyNetwork network, PlanningSolution solution)
    {
        var T = network.Snapshots.Count;
        return network.Generators.AvailabilityPu
            .Select((a, i) => network.Snapshots.WeightH[i % T] * a * solution.GeneratorCapacityMw[i / T]).Sum();
    }

    /// <summary>Capacities within 1e-4 relative of the reference, or 1e-3 MW.</summary>
    static void AssertCapacities(string name, HourlyNetwork network, PlanningSolution solution)
    {
        var file = OutsideData.File("energy", $"{name}-seed2024.json");
        var expected = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("capacities");
        (string, string[], double[])[] tables =
        [
            ("Generator", network.Generators.Name, solution.GeneratorCapacityMw),
            ("Line", network.Lines.Name, solution.LineCapacityMw),
            ("Link", network.Links.Name, solution.LinkCapacityMw),
            ("StorageUnit", network.StorageUnits.Name, solution.StoragePowerMw),
            ("Store", network.Stores.Name, solution.StoreEnergyMwh),
        ];
        foreach (var (kind, names, values) in tables)
        {
            for (var i = 0; i < names.Length; i++)
            {
                var isThere = expected.TryGetProperty($"{kind}/{names[i]}", out var value)
                    || expected.TryGetProperty($"{kind}/{names[i]}+", out value); // a two-way link is two in the reference
                if (isThere)
                {
                    var mw = value.GetDouble();
                    Assert.True(Math.Abs(values[i] - mw) <= Math.Max(1e-3, 1e-4 * mw), $"{names[i]}: {values[i]} for {mw}");
                }
            }
        }

        Assert.Equal(expected.GetProperty("Generator/import").GetDouble(), solution.TradePeakMw[0], 1e-2);
    }
}
