namespace Suandian.Optimisation;

public class ElasticModelTests
{
    const double Hard = double.PositiveInfinity;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_cheapest_relaxation_is_found_with_its_size()
    {
        // p ≤ 30 (plant), demand 50 and 20 in two hours: 20 MW are missing in hour 0.
        var model = new LinearModel("short of power");
        var power = model.Variables("power", 1, 2, 0, 30);
        model.Subject("balance", 1, 2, (_, t) => power[0, t] == (t == 0 ? 50 : 20));

        var served = Relax(model, block => block.Name == "balance" ? 1 : Hard);
        var raised = Relax(model, block => block.Name == "power" ? 1 : Hard);

        var missing = Assert.Single(served);
        Assert.Equal(("balance", 0, 0), (missing.Block.Name, missing.Component, missing.Snapshot));
        Assert.Equal(-20, missing.Size, 1e-9); // the left side may fall 20 short of the lower side
        var bound = Assert.Single(raised);
        Assert.Equal(("power", 0, 0), (bound.Block.Name, bound.Component, bound.Snapshot));
        Assert.Equal(20, bound.Size, 1e-9);
    }

    [Fact]
    public void The_dearer_rule_holds_and_the_cheaper_one_gives_way()
    {
        var model = new LinearModel("two rules");
        var x = model.Variables("x", 1, 1, 0, 100);
        model.Subject("above", 1, _ => x[0] >= 40);
        model.Subject("below", 1, _ => x[0] <= 10);
        model.Minimise("cost", () => 1e6 * x[0]);

        var cheapBelow = Relax(model, block => block.Name switch { "above" => 3, "below" => 2, _ => Hard });
        var cheapAbove = Relax(model, block => block.Name switch { "above" => 2, "below" => 3, _ => Hard });

        Assert.Equal(("below", 30.0), (Assert.Single(cheapBelow).Block.Name, Math.Round(cheapBelow[0].Size, 9)));
        Assert.Equal(("above", -30.0), (Assert.Single(cheapAbove).Block.Name, Math.Round(cheapAbove[0].Size, 9)));
    }

    [Fact]
    public void A_feasible_model_needs_no_relaxation() =>
        Assert.Empty(Relax(SolverTests.Dispatch(hours: 20), _ => 1));

    [Fact]
    public void Members_that_do_not_exist_keep_rows_and_slacks_in_step()
    {
        var model = new LinearModel("gaps");
        var members = new Members(2, 3) { Where = (i, t) => i != t };
        var x = model.Variables("x", members, 0, (i, t) => 10 * i + t);
        model.Subject("floor", members, (i, t) => x[i, t] >= (i == 1 && t == 2 ? 15 : 0));

        var relaxed = Assert.Single(Relax(model, block => block.Name == "floor" ? 1 : Hard));

        Assert.Equal((1, 2), (relaxed.Component, relaxed.Snapshot));
        Assert.Equal(-3, relaxed.Size, 1e-9); // x ≤ 12 against a floor of 15
    }

    [Fact]
    public void Negative_penalties_are_refused() =>
        Assert.Throws<ArgumentException>(() => new ElasticModel(SolverTests.Dispatch(hours: 2), _ => -1));

    static IReadOnlyList<Relaxation> Relax(LinearModel model, Func<Block, double> penalty)
    {
        var elastic = new ElasticModel(model, penalty);
        var solution = Solver.Solve(elastic.Model, new SolverOptions(), null, Token);
        Assert.Equal(SolverStatus.Optimal, solution.Status);
        return elastic.Relaxations(solution);
    }
}
