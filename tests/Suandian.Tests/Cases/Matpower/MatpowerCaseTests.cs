using Suandian.PowerFlow;

namespace Suandian.Cases.Matpower;

public class MatpowerCaseTests
{
    /// <summary>All that the format holds: base that is not round, every kind of bus, taps, a shift, shunts, parts out of service, Inf, further columns and fields.</summary>
    const string Rich = """
        function mpc = rich
        %RICH  with a comment
        mpc.version = '2';
        mpc.baseMVA = 50/3;
        %{
        mpc.baseMVA = 1;
        %}
        mpc.bus = [ % a comment behind the bracket
            10, 3, 0, 0, 0, 0, 1, 1.02, 5, 135/sqrt(3), 1, 1.1, .9
            20	2	1.5e1 -2 .5 -7.25	1	1	0	12	1	Inf	0; 7 1 3 4 0 0 ...
                1 1 0 12 1 1.1 0.9;
            8 4 1 1 0 0 1 1 0 12 1 1.1 0.9;
        ];
        mpc.gen = [
            10 0 0 Inf -Inf 1.02 100 1 20 -5 0 0 0 0 0 0 0 0 0 0 0.25;
            20 9 1 5 -5 1.01 100 1 20 0 0 0 0 0 0 0 0 0 0 0 0.75;
            7 9 1 5 -5 1.01 100 0 20 0 0 0 0 0 0 0 0 0 0 0 0;
        ];
        mpc.branch = [
            10 20 0.01 0.1 0.02 30 40 50 0.98 -3.5 1 -30 30 7;
            20 7 0.1/3 0.2 0 0 0 0 0 0 1 -360 360 8;
            10 7 0.1 0.2 0 0 0 0 0 0 0 -360 360 9;
        ];
        mpc.gencost = [ 2 0 0 3 0.1 5 150 0; 1 10 20 2 0 0 10 100; 2 0 0 1 7 0 0 0 ];
        mpc.bus_name = { 'Alpha'; "Beta ] ;"; 'C % d'; '}' };
        end
        """;

    [Fact]
    public void Every_column_arrives_where_it_belongs()
    {
        var grid = GridTexts.Grid(Rich);

        Assert.Equal(("rich", 50.0 / 3), (grid.Name, grid.BaseMva));
        Assert.Equal([10, 20, 7, 8], grid.Buses.Number);
        Assert.Equal([GridBusKind.Slack, GridBusKind.Pv, GridBusKind.Pq, GridBusKind.Isolated], grid.Buses.Kind);
        Assert.Equal((15, -2, 0.5, -7.25, double.PositiveInfinity), (grid.Buses.LoadMw[1], grid.Buses.LoadMvar[1], grid.Buses.ShuntMw[1], grid.Buses.ShuntMvar[1], grid.Buses.MaxVoltagePu[1]));
        Assert.Equal((135 / Math.Sqrt(3), 5.0), (grid.Buses.BaseKv[0], grid.Buses.AngleDeg[0]));
        Assert.Equal((0, 1, 0.98, -3.5, 0.1 / 3), (grid.Branches.From[0], grid.Branches.To[0], grid.Branches.TapRatio[0], grid.Branches.ShiftDeg[0], grid.Branches.ResistancePu[1]));
        Assert.Equal([true, true, false], grid.Branches.InService);
        Assert.Equal([7, 8, 9], grid.Branches.FurtherColumns[0]);
        Assert.Equal((0.75, false, double.NegativeInfinity), (grid.Generators.Participation(1), grid.Generators.InService[2], grid.Generators.MinMvar[0]));
        Assert.Equal([0.1, 5, 150], grid.Generators.Costs[0].Values);
        Assert.Equal((GeneratorCostKind.Piecewise, 10, 20), (grid.Generators.Costs[1].Kind, grid.Generators.Costs[1].StartUp, grid.Generators.Costs[1].ShutDown));
        Assert.Equal([0, 0, 10, 100], grid.Generators.Costs[1].Values);
    }

    [Fact]
    public void A_grid_comes_back_from_its_text_without_loss()
    {
        var first = GridTexts.Grid(Rich);

        var text = MatpowerCase.Write(first);
        var second = GridTexts.Grid(text);

        Assert.Equal(text, MatpowerCase.Write(second));
        Assert.Equal(first.BaseMva, second.BaseMva);
        Assert.Equal(first.Buses.BaseKv, second.Buses.BaseKv);
        Assert.Equal(first.Branches.ResistancePu, second.Branches.ResistancePu);
        Assert.Equal(first.Branches.FurtherColumns, second.Branches.FurtherColumns);
        Assert.Equal(first.Generators.FurtherColumns, second.Generators.FurtherColumns);
        Assert.Equal(first.Generators.Costs.Select(c => c.Values), second.Generators.Costs.Select(c => c.Values));
        Assert.Equal(first.FurtherFields, second.FurtherFields);
    }

    [Fact]
    public void Statements_behind_the_matrices_are_carried_out()
    {
        var grid = GridTexts.Grid(GridTexts.ThirtyThreeBuses());

        // 0.0922 ohm on 12.66 kV and 100 MVA: 0.0922 / (12.66² / 100); 100 kW
        Assert.Equal(0.0922 / (12.66 * 12.66 / 100), grid.Branches.ResistancePu[0], 1e-15);
        Assert.Equal((0.1, 0.06), (grid.Buses.LoadMw[1], grid.Buses.LoadMvar[1]));
    }

    [Fact]
    public void Apparent_powers_are_split_as_the_file_says()
    {
        var grid = GridTexts.Grid(GridTexts.TwoBuses(100) + """
            pf = 0.8;
            mpc.bus(:, QD) = mpc.bus(:, PD) * sin(acos(pf));
            mpc.bus(:, PD) = mpc.bus(:, PD) * pf;
            """);

        Assert.Equal((80, 60), (grid.Buses.LoadMw[1], Math.Round(grid.Buses.LoadMvar[1], 12)));
    }

    [Fact]
    public void Reading_a_file_that_is_not_there_is_a_problem() =>
        Assert.Equal(ProblemCode.GridFileMissing, Assert.Single(MatpowerCase.Read("/no/such/case.m").Problems).Code);

    [Fact]
    public void A_bus_whose_row_is_too_short_is_not_told_again_at_its_branches()
    {
        var text = GridTexts.Case("1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 1 0 0 0 1 1 0 10 1", "1 0 0 9 -9 1 100 1 9 0", "1 2 0.1 0.1 0 0 0 0 0 0 1 -360 360");

        Assert.Equal(["SD1507"], MatpowerCase.Parse(text, "small.m").Problems.Select(p => p.Code));
    }

    [Fact]
    public void A_branch_of_almost_no_impedance_is_named()
    {
        var text = GridTexts.Case("1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 1 0 0 0 1 1 0 10 1 1.1 0.9", "1 0 0 9 -9 1 100 1 9 0", "1 2 0 1e-12 0 0 0 0 0 0 1 -360 360; 1 2 0 1e-3 0 0 0 0 0 0 1 -360 360");

        var problem = Assert.Single(MatpowerCase.Parse(text, "small.m").Problems);

        Assert.Equal(("SD1654", Severity.Warning, "1E-12"), (problem.Code, problem.Severity, problem.Value));
    }

    [Fact]
    public void A_value_that_is_a_whole_file_is_cut()
    {
        var problem = new Problem("SD1510", Severity.Error, "small.m", 1, "bus", new string('x', 5000), default, default);

        Assert.Equal((201, '…'), (problem.Value!.Length, problem.Value[^1]));
    }
}
