using Suandian.Planning;
using static Suandian.Optimisation.Expression;

namespace Suandian.Optimisation.Hourly;

public class HourlyInfeasibleTests
{
    const int Cases = 39; // three of each of the 13 kinds

    [Fact]
    public void Plans_without_a_solution_are_infeasible_and_what_the_method_claims_is_proved()
    {
        var faults = Enumerable.Range(0, Cases)
            .Select(seed => (seed, Fault: Fault(PlanningModel.Build(InfeasibleCase.Of(seed).Network, new PlanningOptions()).Linear)))
            .Where(c => c.Fault is not null)
            .Select(c => $"seed {c.seed}: {c.Fault}");

        Assert.Empty(faults);
    }

    [Fact]
    public void Computing_capped_below_its_work_is_proved_infeasible()
    {
        // 48 hours × 10 of work, 48 × 9 of computing.
        var model = new LinearModel("work");
        var (run, backlog) = (model.Variables("run", 1, 48, 0, 9), model.Variables("backlog", 1, 48, 0, 1000));
        model.Subject("backlog_balance", 1, 48, (_, t) => backlog[0, t] == backlog[0, (t + 47) % 48] + 10 - run[0, t]);
        model.Minimise("cost", 1, 48, (_, t) => (1 + t % 3) * run[0, t]);

        var solution = HourlyOracle.Solve(model);

        Assert.Equal(SolverStatus.Infeasible, solution.Status);
        Assert.Null(solution.Remark);
        Assert.True(new Farkas(model).Proves(solution.RowDuals));
    }

    [Fact]
    public void A_load_above_all_supply_is_proved_infeasible()
    {
        var plant = new SmallPlant(48);
        plant.Model.Subject("no_shedding", 1, _ => Sum(48, t => plant.Shed[0, t]) <= 1);
        plant.Model.Subject("small", 3, g => plant.Size[g] <= 15); // 45 MW at most, the load reaches 70 MW

        var solution = HourlyOracle.Solve(plant.Model);

        Assert.Equal(SolverStatus.Infeasible, solution.Status);
        Assert.Null(solution.Remark);
        Assert.True(new Farkas(plant.Model).Proves(solution.RowDuals));
    }

    static string? Fault(LinearModel model)
    {
        var solution = HourlyOracle.Solve(model);
        return solution.Status != SolverStatus.Infeasible ? $"{solution.Status}, {solution.Remark?.En}"
            : solution.Remark is null && !new Farkas(model).Proves(solution.RowDuals) ? "claimed without proof"
            : null;
    }
}
