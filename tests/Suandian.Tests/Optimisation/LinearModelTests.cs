using static Suandian.Optimisation.Expression;

namespace Suandian.Optimisation;

public class LinearModelTests
{
    [Fact]
    public void A_small_network_is_written_as_its_golden_LP()
    {
        var model = TwoBusesTwoHours();

        var text = model.ToLpText();

        Golden.Matches("two-buses-two-hours.lp", text);
    }

    [Fact]
    public void Statistics_count_rows_columns_and_nonzeros_by_block()
    {
        var model = TwoBusesTwoHours();

        var text = model.Statistics();

        Golden.Matches("two-buses-two-hours.txt", text);
    }

    [Fact]
    public void Every_row_and_column_knows_its_block_component_and_snapshot()
    {
        var model = TwoBusesTwoHours();

        Assert.Equal("generator_power[wind,1]", model.ColumnName(model.VariableBlocks[1].Column(0, 1)));
        Assert.Equal("generator_capacity[wind]", model.ColumnName(0));
        Assert.Equal(-1, model.ColumnBlock(0).Snapshot(0));
        var balance = model.ConstraintBlocks.Single(c => c.Block.Name == "bus_balance").Block;
        Assert.Equal("bus_balance[b,0]", model.RowName(balance.First + 2));
        Assert.Equal((1, 0), (balance.Component(balance.First + 2), balance.Snapshot(balance.First + 2)));
    }

    [Fact]
    public void Terms_of_the_same_variable_are_added_up_in_short_and_long_rows()
    {
        var model = new LinearModel("merge");
        var x = model.Variables("x", 20, 1, 0, 1);

        model.Subject("short", 1, _ => x[0] + 2 * x[1] + 3 * x[0] >= x[1]);
        model.Subject("long", 1, _ => Sum(20, i => x[i]) + Sum(20, i => i * x[i]) <= 7);

        Assert.Equal([0, 2], model.RowStart[..2].ToArray());
        Assert.Equal([4.0, 1.0], model.EntryValue[..2].ToArray());
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (double)i), model.EntryValue[2..].ToArray());
        Assert.Equal(Enumerable.Range(0, 20), model.EntryColumn[2..].ToArray());
    }

    [Fact]
    public void Round_off_below_1e_12_of_the_largest_entry_of_a_row_is_dropped()
    {
        var model = new LinearModel("drop");
        var x = model.Variables("x", 3, 1, 0, 1);

        model.Subject("row", 1, _ => 1e6 * x[0] + 1e-7 * x[1] + 1e-5 * x[2] == 0);
        model.Subject("long", 1, _ => Sum(3, i => 1e6 * x[i]) + Sum(20, i => 1e-8 * x[0]) - 1e6 * x[1] <= 4);

        Assert.Equal([0, 2, 0, 2], model.EntryColumn.ToArray());
        Assert.Equal([0, 2, 4], model.RowStart.ToArray());
    }

    [Fact]
    public void Constants_move_to_the_right_hand_side()
    {
        var model = new LinearModel("constants");
        var x = model.Variables("x", 1, 1, 0, 1);

        // 2(x + 1) − 3 ≤ 10 − (4 − x)  →  2x − x ≤ 10 − 4 − 2 + 3 = 7
        model.Subject("less", 1, _ => 2 * (x[0] + 1) - 3 <= 10 - (4 - x[0]));
        // −1 ≤ x/2 + 1 ≤ 5  →  −2 ≤ x/2 ≤ 4
        model.Subject("between", 1, _ => Between(-1, x[0] / 2 + 1, 5));

        Assert.Equal((double.NegativeInfinity, 7.0), (model.RowLower[0], model.RowUpper[0]));
        Assert.Equal((-2.0, 4.0), (model.RowLower[1], model.RowUpper[1]));
        Assert.Equal([1, 0.5], model.EntryValue.ToArray());
    }

    [Fact]
    public void A_variable_that_does_not_exist_stands_for_zero()
    {
        var model = new LinearModel("night");
        var members = new Members(2, 3) { Where = (i, t) => t != i };
        var p = model.Variables("p", members, 0, (i, t) => 10 * i + t);

        model.Subject("sum", new Members(1, 3), (_, t) => p[0, t] + p[1, t] == 1);

        Assert.Equal(4, model.ColumnCount);
        Assert.Equal([1.0, 2.0, 10.0, 12.0], model.ColumnUpper.ToArray());
        Assert.Equal(-1, p.Column(1, 1));
        Assert.Equal([2, 0, 1, 3], model.EntryColumn.ToArray());
        Assert.Equal("p[1,2]", model.ColumnName(3));
    }

    [Fact]
    public void Rows_are_skipped_where_the_predicate_says_so()
    {
        var model = new LinearModel("skip");
        var x = model.Variables("x", 2, 2, 0, 1);

        var rows = model.Subject("row", new Members(2, 2) { Where = (i, t) => i == t }, (i, t) => x[i, t] <= 1);

        Assert.Equal(["row[0,0]", "row[1,1]"], [model.RowName(0), model.RowName(1)]);
        Assert.Equal([1.0, 0, 0, 2.0], rows.Block.Spread([1.0, 2.0]));
    }

    [Fact]
    public void Empty_rows_that_exclude_zero_and_crossed_bounds_are_named()
    {
        var model = new LinearModel("contradiction");
        var x = model.Variables("x", new Members(2, 1) { Names = ["淖毛湖", "b"] }, 0, (i, _) => i - 1);

        model.Subject("fine", 1, _ => 0 * x[0, 0] <= 1);
        model.Subject("impossible", 1, _ => x[1, 0] - x[1, 0] >= 1);

        Assert.Equal(["x[淖毛湖,0]", "impossible[0]"], model.Contradictions());
    }

    [Fact]
    public void A_block_name_is_used_once()
    {
        var model = new LinearModel("names");
        model.Variables("x", 1, 1, 0, 1);

        Assert.Throws<ArgumentException>(() => model.Variables("x", 1, 1, 0, 1));
        Assert.Throws<ArgumentException>(() => model.Variables("y", new Members(2, 1) { Names = ["a"] }, 0, 1));
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_refused_with_the_place()
    {
        var model = new LinearModel("nan");
        var x = model.Variables("x", 2, 2, 0, 1);

        Assert.Contains("y[1,0]", Assert.Throws<ArgumentException>(
            () => model.Variables("y", 2, 1, 0, (i, _) => i == 1 ? double.NaN : 1)).Message, StringComparison.Ordinal);
        Assert.Contains("row[1,0]", Assert.Throws<ArgumentException>(
            () => model.Subject("row", 2, 2, (i, t) => (i == 1 ? double.NaN : 1) * x[i, t] <= 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.Subject("side", 1, _ => x[0, 0] <= 0 * double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => model.Minimise("cost", () => double.PositiveInfinity * x[0, 0]));
    }

    [Fact]
    public void A_block_that_failed_leaves_no_trace()
    {
        var model = new LinearModel("rollback");
        var x = model.Variables("x", 2, 2, 0, 1);
        model.Subject("first", 2, 2, (i, t) => x[i, t] <= 1);

        Assert.Throws<FormatException>(() => model.Subject("second", 2, 2,
            (i, t) => i == 0 ? x[0, 0] + x[i, t] <= 1 : throw new FormatException()));
        model.Subject("second", 1, _ => x[1, 1] >= 0.5);

        Assert.Equal((5, 5), (model.RowCount, model.NonzeroCount));
        Assert.Equal(3, model.EntryColumn[4]);
    }

    [Fact]
    public void Costs_of_several_parts_are_added_up()
    {
        var model = new LinearModel("costs");
        var p = model.Variables("p", 2, 2, 0, 1);

        model.Minimise("energy", 2, 2, (i, t) => (10 * i + t) * p[i, t]);
        model.Minimise("fixed", () => 5 + 3 * p[0, 0] + 2 * p[0, 0]);

        Assert.Equal([5.0, 1.0, 10.0, 11.0], model.ColumnCost.ToArray());
        Assert.Equal(5, model.CostConstant);
        Assert.Equal(["energy", "fixed"], model.Costs);
        Assert.Equal(0, model.NonzeroCount);
    }

    /// <summary>Wind at a, coal at b, a line between them; two hours.</summary>
    internal static LinearModel TwoBusesTwoHours()
    {
        double[][] load = [[0, 0], [60, 80]];
        double[] availability = [1, 0.25];
        string[] generators = ["wind", "coal"];
        var model = new LinearModel("two buses, two hours");
        var capacity = model.Variables("generator_capacity", Members.Annual(2) with { Names = generators }, 0, double.PositiveInfinity);
        var power = model.Variables("generator_power", new Members(2, 2) { Names = generators }, 0, double.PositiveInfinity);
        var flow = model.Variables("line_flow", 1, 2, -50, 50);
        model.Subject("generator_limit", new Members(2, 2) { Names = generators },
            (g, t) => power[g, t] <= (g == 0 ? availability[t] : 1) * capacity[g]);
        model.Subject("bus_balance", new Members(2, 2) { Names = ["a", "b"] },
            (b, t) => power[b, t] + (b == 0 ? -1 : 1) * flow[0, t] == load[b][t]);
        model.Minimise("capacity", 2, 1, (g, _) => (g == 0 ? 100 : 150) * capacity[g]);
        model.Minimise("energy", 2, 2, (g, t) => (g == 0 ? 0 : 40) * power[g, t]);
        return model;
    }
}
