using CsCheck;
using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

public class ModulesTests
{
    /// <summary>10 MW from a plant in modules of 4 MW (100 000 yuan/MW/a, nothing to run) or from the grid.</summary>
    static HourlyNetwork Town(double gridPrice, double existing = 0)
    {
        var network = new TinyNetwork
        {
            Hours = 2,
            Generators = [new("plant", 0) { ExistingMw = existing, MaxMw = 50, AnnualCost = 100_000 }],
            Trades = [new("grid", 0, true) { MaxMw = 50, Price = [gridPrice] }],
            Loads = [new("town", 0, [10])],
        }.Build();
        return network with { Modules = Modular((LimitVariable.GeneratorCapacity, 4, existing)) };
    }

    [Theory]
    [InlineData(20, 0, 8, 1_150_400)] // 2 modules and 2 MW × 175 200, against 3 modules at 1 200 000
    [InlineData(40, 0, 12, 1_200_000)] // 3 modules, against 800 000 + 2 MW × 350 400
    [InlineData(20, 1, 9, 975_200)] // 1 MW stands: 2 modules and 1 MW from the grid
    public void Modules_are_whole_and_the_better_number_of_them_is_built(double gridPrice, double existing, double mw, double yuan)
    {
        var solution = Solve(Town(gridPrice, existing));

        Assert.Equal((mw, yuan), (Math.Round(solution.GeneratorCapacityMw[0], 6), Math.Round(solution.ObjectiveYuan, 2)));
        Assert.StartsWith("branch and cut, relative gap ", solution.Run.Method.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_are_those_of_the_plan_with_its_modules()
    {
        var solution = Solve(Town(20));

        // the grid is at work: one MWh more costs 20 yuan
        Assert.All(solution.BusPriceYuanPerMwh, price => Assert.Equal(20, price, 1e-6));
    }

    [Fact]
    public void The_certificate_proves_the_plan_for_the_modules_it_has() => Assert.True(Solve(Town(20)).Certificate!.IsOptimal);

    [Fact]
    public void Whole_modules_never_cost_less_and_the_plan_replays() => Gen.Int[1, 500].Sample(seed =>
    {
        var network = RandomNetwork.Draw(seed).Build();
        var modular = network with
        {
            Modules = Modular((LimitVariable.GeneratorCapacity, 2.5, network.Generators.ExistingMw[0]),
                (LimitVariable.StoragePower, 1.5, network.StorageUnits.ExistingMw[0]), (LimitVariable.ClusterCapacity, 1, network.Clusters.ExistingItMw[0])),
        };

        var (free, whole) = (Plans.Solve(network), Solve(modular));

        Assert.True(whole.ObjectiveYuan >= free.ObjectiveYuan * (1 - 1e-9));
        var built = (whole.GeneratorCapacityMw[0] - network.Generators.ExistingMw[0], whole.StoragePowerMw[0] - network.StorageUnits.ExistingMw[0]);
        Assert.Equal(Math.Round(built.Item1 / 2.5), built.Item1 / 2.5, 1e-6);
        Assert.Equal(Math.Round(built.Item2 / 1.5), built.Item2 / 1.5, 1e-6);
        Assert.All(Replay.Check(modular, whole).Checks, check => Assert.True(check.Holds, check.ToString()));
    }, iter: 3);

    [Fact]
    public void Without_whole_modules_the_problem_is_linear()
    {
        var plan = PlanningModel.Build(Town(20), new() { WholeModules = false });

        Assert.False(plan.Linear.HasIntegers);
        Assert.Equal(10, plan.Solve(cancellation: TestContext.Current.CancellationToken).GeneratorCapacityMw[0], 1e-6);
    }

    [Fact]
    public void A_base_case_that_builds_nothing_has_no_modules_and_stays_linear()
    {
        var network = Town(20, 1);
        var built = network with { Generators = network.Generators with { MaxMw = network.Generators.ExistingMw } };

        Assert.False(PlanningModel.Build(built, new()).Linear.HasIntegers);
    }

    [Fact]
    public void What_stands_beside_the_modules_is_written_as_the_golden_file_shows() =>
        Golden.Matches("modules.txt", PlanningModel.Build(Town(20, 1), new()).Linear.ToLpText());

    /// <summary>Modules of the first component of each kind.</summary>
    static Modules Modular(params ReadOnlySpan<(LimitVariable Variable, double Size, double Base)> modules)
    {
        var all = modules.ToArray();
        return new()
        {
            Name = Array.ConvertAll(all, m => m.Variable == LimitVariable.GeneratorCapacity ? "plant" : m.Variable.ToString()),
            Variable = Array.ConvertAll(all, m => m.Variable),
            Component = new int[all.Length],
            Size = Array.ConvertAll(all, m => m.Size),
            Base = Array.ConvertAll(all, m => m.Base),
        };
    }

    static PlanningSolution Solve(HourlyNetwork network)
    {
        var options = new PlanningOptions { Solver = new() { Method = SolverMethod.Simplex, IntegerGap = 1e-9 } };
        var solution = PlanningModel.Build(network, options).Solve(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(PlanningStatus.Optimal, solution.Status);
        return solution;
    }
}
