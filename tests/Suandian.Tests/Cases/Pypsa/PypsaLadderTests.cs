namespace Suandian.Cases.Pypsa;

public class PypsaLadderTests
{
    public static TheoryData<string> Names => [.. PypsaLadder.All.Select(step => step.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_plan_costs_what_PyPSA_itself_found(string name)
    {
        var (_, optimum, network) = PypsaLadder.All.Single(step => step.Name == name);

        PypsaText.Costs(optimum, network.Text());
    }

    [Fact]
    public void The_constant_is_the_annual_cost_of_all_that_stands_and_may_be_given_up()
    {
        // Σ capital cost × existing capacity; as PyPSA 1.3.0 leaves it out of its objective (source: as the networks)
        var plan = PypsaText.Plan(PypsaMeshed.Draft().Text());

        Assert.Equal(21915277.52, plan.ObjectiveConstantYuan!.Value, 0.005);
    }
}
