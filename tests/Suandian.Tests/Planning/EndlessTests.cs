using Suandian.Cases.Pypsa;

namespace Suandian.Planning;

/// <summary>A cost without lower bound is told with what grows.</summary>
public class EndlessTests
{
    [Fact]
    public void What_earns_and_has_no_limit_is_named()
    {
        var plan = PypsaText.Model(new PypsaDraft(2).Add("buses", "a").Add("loads", "town", "bus=a p_set=5").Add("generators", "coal", "bus=a p_nom=9 marginal_cost=3")
            .Add("generators", "gold", "bus=a p_nom_extendable=True capital_cost=-1").Text()).Solve(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(PlanningStatus.Unbounded, plan.Status);
        Assert.Equal(["generator_capacity[gold]"], plan.Endless);
    }
}
