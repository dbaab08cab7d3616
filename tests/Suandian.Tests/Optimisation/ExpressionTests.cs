using System.Collections.Immutable;
using static Suandian.Optimisation.Expression;

namespace Suandian.Optimisation;

public class ExpressionTests
{
    readonly LinearModel _model = new("expressions");
    readonly Variables _x;

    public ExpressionTests() => _x = _model.Variables("x", 4, 1, 0, 1);

    [Fact]
    public void Signs_and_factors_reach_every_term()
    {
        _model.Subject("row", 1, _ => -(2 * (_x[0] - 3 * _x[1]) - _x[2] * 5) == -_x[3]);

        Assert.Equal([-2.0, 6.0, 5.0, 1.0], _model.EntryValue.ToArray());
    }

    [Fact]
    public void Sums_run_over_arrays_spans_and_blocks()
    {
        int[] members = [3, 1];
        ImmutableArray<int> others = [0, 2];

        _model.Subject("row", 1, _ => Sum(members, i => (i + 1) * _x[i] + 1) + Sum(others, i => _x[i]) - Sum(members, _x, 0) <= 0);

        // columns 3, 1 with 4 − 1 and 2 − 1, then 0 and 2 with 1; constant 1 + 1
        Assert.Equal([3, 1, 0, 2], _model.EntryColumn.ToArray());
        Assert.Equal([3.0, 1.0, 1.0, 1.0], _model.EntryValue.ToArray());
        Assert.Equal(-2, _model.RowUpper[0]);
    }

    [Fact]
    public void An_empty_sum_is_zero()
    {
        int[] none = [];

        _model.Subject("row", 1, _ => Sum(none, i => _x[i]) + _x[0] + Sum(0, i => _x[i]) >= Sum(none, _x, 0));

        Assert.Equal([1.0], _model.EntryValue.ToArray());
        Assert.Equal((0.0, double.PositiveInfinity), (_model.RowLower[0], _model.RowUpper[0]));
    }

    [Fact]
    public void A_variable_outside_an_equation_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => { _ = _x[0]; });

    [Fact]
    public void An_expression_used_twice_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => _model.Subject("row", 1, _ =>
        {
            var kept = _x[0] + _x[1];
            return kept + kept <= 1;
        }));
    }

    [Fact]
    public void A_term_that_is_left_lying_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => _model.Subject("row", 1, i =>
        {
            _ = 2 * _x[3];
            return _x[0] <= 1;
        }));
    }

    [Fact]
    public void An_expression_of_another_model_is_refused()
    {
        var other = new LinearModel("other");
        var y = other.Variables("y", 1, 1, 0, 1);

        Assert.Throws<InvalidOperationException>(() => _model.Subject("row", 1, _ => _x[0] + y[0] <= 1));
        Assert.Throws<InvalidOperationException>(() =>
            other.Subject("outer", 1, _ =>
            {
                _model.Subject("inner", 1, i => y[i] <= 1);
                return y[0] <= 1;
            }));
    }

    [Fact]
    public void A_row_inside_a_row_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => _model.Subject("outer", 1, _ =>
        {
            _model.Subject("inner", 1, _ => _x[0] <= 1);
            return _x[0] <= 1;
        }));
        Assert.Throws<InvalidOperationException>(() => _model.Subject("outer", 1, _ =>
        {
            _model.Variables("y", 1, 1, 0, 1);
            return _x[0] <= 1;
        }));
    }

    [Fact]
    public void Components_and_snapshots_outside_the_block_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _model.Subject("row", 1, _ => _x[4] <= 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _model.Subject("row", 1, _ => _x[0, 1] <= 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _x.Column(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => _model.ColumnName(4));
    }
}
