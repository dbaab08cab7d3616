namespace Suandian.Cases.Pypsa;

/// <summary>Tiny networks whose optimum is derived in the test; costs in the currency of the network.</summary>
public class PypsaOptimumTests
{
    const string TwoHours = "== snapshots.csv\nsnapshot,objective,generators,stores\n2013-01-01 00:00,1,1,1\n2013-01-01 01:00,1,1,1\n";
    const string OneBus = "== buses.csv\nname\na\n";

    [Fact]
    public void The_cheaper_generator_runs_first() =>
        // 1st hour 10 MW × 5; 2nd hour 20 × 5 + 10 × 50
        PypsaText.Costs(50 + 100 + 500, TwoHours + OneBus + """
            == generators.csv
            name,bus,p_nom,marginal_cost
            cheap,a,20,5
            dear,a,100,50
            == loads.csv
            name,bus
            town,a
            == loads-p_set.csv
            snapshot,town
            2013-01-01 00:00,10
            2013-01-01 01:00,30
            """);

    [Fact]
    public void Costs_take_the_weight_objective() =>
        // 3 × 10 × 5 + 0.5 × 30 × 5
        PypsaText.Costs(150 + 75, OneBus + """
            == snapshots.csv
            snapshot,objective,generators,stores
            0,3,7,11
            1,0.5,13,17
            == generators.csv
            name,bus,p_nom,marginal_cost
            g,a,100,5
            == loads.csv
            name,bus
            town,a
            == loads-p_set.csv
            snapshot,town
            0,10
            1,30
            """);

    [Fact]
    public void The_old_column_weightings_means_all_three() =>
        // 4 hours elapse in the one step: 40 MWh of the 100 in the store, 4 × 5 × 0
        PypsaText.Costs(0, OneBus + """
            == snapshots.csv
            name,weightings
            0,4
            == stores.csv
            name,bus,e_nom,e_initial
            s,a,100,40
            == loads.csv
            name,bus,p_set
            town,a,10
            """);

    [Fact]
    public void The_objective_leaves_out_the_constant_of_what_exists()
    {
        // 30 MW are needed of 10 that exist: objective (30 − 10) × 7 + 2 × 30 × 1; the constant is 10 × 7
        var plan = PypsaText.Plan(TwoHours + OneBus + """
            == generators.csv
            name,bus,p_nom,p_nom_extendable,capital_cost,marginal_cost
            g,a,10,True,7,1
            == loads.csv
            name,bus,p_set
            town,a,30
            """);

        Assert.Equal(140 + 60, plan.ObjectiveYuan, 1e-6);
        Assert.Equal(70, plan.ObjectiveConstantYuan!.Value, 1e-9);
    }

    [Fact]
    public void What_exists_may_be_given_up_down_to_p_nom_min() =>
        // 100 MW exist, 8 are needed and 20 must stay: (20 − 100) × 7 + 2 × 8 × 1
        PypsaText.Costs(-560 + 16, TwoHours + OneBus + """
            == generators.csv
            name,bus,p_nom,p_nom_extendable,p_nom_min,capital_cost,marginal_cost
            g,a,100,True,20,7,1
            == loads.csv
            name,bus,p_set
            town,a,8
            """);
}
