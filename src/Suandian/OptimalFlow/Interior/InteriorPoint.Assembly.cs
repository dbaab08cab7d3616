namespace Suandian.OptimalFlow.Interior;

/// <content>The matrix and right-hand side of a Newton step, outputs eliminated, and the step spread over all variables.</content>
sealed partial class InteriorPoint
{
    /// <summary>Curvature of an output that has none, scaled money/pu²/h: keeps it from having no best value in a step. More of it slows the end down.</summary>
    const double LeastCurvature = 1e-8;

    readonly double[] _right;

    /// <summary>Right-hand sides of outputs and cost variables, of the step that was assembled last.</summary>
    double[] _eliminated = [];

    /// <summary>Block of each branch, and whether its rows are those of the from bus.</summary>
    readonly (int Block, bool IsFromFirst)[] _blocks;

    /// <summary>Second derivatives of each output: by itself, with its cost variable, by the cost variable [3 × outputs].</summary>
    readonly double[] _curvature;

    (int, bool)[] Blocks() => [.. Enumerable.Range(0, _program.Used.Length).Select(q => (_program.From[q], _program.To[q]) is var (f, t) && f < t
        ? (_program.Pattern.Find(f, t), true) : (_program.Pattern.Find(t, f), false))];

    void Assemble()
    {
        _factors.Clear();
        Array.Clear(_curvature);
        double[] right = [.. _slope.Select(slope => -slope)];
        for (var i = 0; i < _program.Pattern.Size; i++)
        {
            var block = _factors.Diagonal.AsSpan(16 * i, 16);
            double v = _x[2 * i + 1], active = _program.Shunt[2 * i], reactive = _program.Shunt[2 * i + 1];
            block[5] = 2 * (active * _price[2 * i] + reactive * _price[2 * i + 1]);
            block[6] = block[9] = 2 * active * v;
            block[7] = block[13] = 2 * reactive * v;
            (_right[4 * i + 2], _right[4 * i + 3]) = (-_balance[2 * i], -_balance[2 * i + 1]);
        }

        Branches(right);
        LinearLimits(right);
        Outputs(right);
        for (var i = 0; i < _program.Pattern.Size; i++)
        {
            (_right[4 * i], _right[4 * i + 1]) = (right[2 * i], right[2 * i + 1]);
        }

        Fix();
        _eliminated = right;
    }

    void Branches(double[] right)
    {
        var weights = new double[4 * _program.Used.Length];
        Weights(weights);
        var hessians = new double[16 * _program.Used.Length];
        for (var k = 0; k < _rated.Length; k++)
        {
            var (q, end) = _rated[k];
            RatedEnd(k, _gradients.AsSpan(16 * q + 8 * end, 8), hessians.AsSpan(16 * q, 16), right);
        }

        Span<double> at = stackalloc double[4];
        for (var q = 0; q < _program.Used.Length; q++)
        {
            var (f, t) = (2 * _program.From[q], 2 * _program.To[q]);
            (at[0], at[1], at[2], at[3]) = (_x[f], _x[f + 1], _x[t], _x[t + 1]);
            var hessian = hessians.AsSpan(16 * q, 16);
            _program.Functions[q].AddHessian(at, weights.AsSpan(4 * q, 4), hessian);
            AddBranch(q, hessian, _gradients.AsSpan(16 * q, 16));
        }
    }

    /// <summary>The limit (P² + Q² − S²)/(2S) at an end of a branch: first-order part of its curvature, and the barrier.</summary>
    void RatedEnd(int k, ReadOnlySpan<double> gradient, Span<double> hessian, double[] right)
    {
        var (q, end) = _rated[k];
        var (place, s) = (_program.Limits.Length + k, _program.RatingPu[q]);
        double p = _power[4 * q + 2 * end] / s, r = _power[4 * q + 2 * end + 1] / s;
        double stiffness = _limitPrice[place] / _slack[place], force = (_barrier + _limitPrice[place] * _limit[place]) / _slack[place];
        Span<double> slope = stackalloc double[4];
        for (var i = 0; i < 4; i++)
        {
            slope[i] = p * gradient[i] + r * gradient[4 + i];
        }

        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                hessian[4 * i + j] += stiffness * slope[i] * slope[j]
                    + _limitPrice[place] / s * (gradient[i] * gradient[j] + gradient[4 + i] * gradient[4 + j]);
            }

            right[2 * (i < 2 ? _program.From[q] : _program.To[q]) + i % 2] -= force * slope[i];
        }
    }

    /// <summary>Adds a branch to the blocks of its two ends and to the block between them.</summary>
    void AddBranch(int q, ReadOnlySpan<double> hessian, ReadOnlySpan<double> gradient)
    {
        var (block, isFromFirst) = _blocks[q];
        var between = _factors.Upper.AsSpan(16 * block, 16);
        for (var end = 0; end < 2; end++)
        {
            var own = _factors.Diagonal.AsSpan(16 * (end == 0 ? _program.From[q] : _program.To[q]), 16);
            var other = 2 - 2 * end;
            for (var i = 0; i < 2; i++)
            {
                for (var j = 0; j < 2; j++)
                {
                    var (row, column) = (2 * end + i, 2 * end + j);
                    own[4 * i + j] += hessian[4 * row + column];
                    own[4 * (2 + i) + j] += gradient[4 * row + column];
                    own[4 * j + 2 + i] += gradient[4 * row + column];
                    var jacobian = gradient[4 * row + other + j]; // of the balance at this end by the variables of the other
                    between[(end == 0) == isFromFirst ? 4 * (2 + i) + j : 4 * j + 2 + i] += jacobian;
                    if (end == 0)
                    {
                        between[isFromFirst ? 4 * i + j : 4 * j + i] += hessian[4 * i + 2 + j];
                    }
                }
            }
        }
    }

    void LinearLimits(double[] right)
    {
        var n = _program.Pattern.Size;
        for (var k = 0; k < _program.Limits.Length; k++)
        {
            var (first, a, second, b, _) = _program.Limits[k];
            double stiffness = _limitPrice[k] / _slack[k], force = (_barrier + _limitPrice[k] * _limit[k]) / _slack[k];
            right[first] -= force * a;
            right[second] -= force * b;
            if (first >= 2 * n)
            {
                var e = 3 * (first - 2 * n);
                _curvature[e] += stiffness * a * a;
                _curvature[e + 1] += stiffness * a * b;
                _curvature[e + 2] += stiffness * b * b;
                continue;
            }

            _factors.Diagonal[16 * (first / 2) + 5 * (first % 2)] += stiffness * a * a;
            if (b != 0)
            {
                _factors.Diagonal[16 * (second / 2) + 5 * (second % 2)] += stiffness * b * b;
                _factors.Upper[16 * _program.Pattern.Find(Math.Min(first, second) / 2, Math.Max(first, second) / 2)] += stiffness * a * b;
            }
        }
    }

    /// <summary>Takes outputs and cost variables out: ds = (R + dλ)/S.</summary>
    void Outputs(double[] right)
    {
        var (n, square) = (_program.Pattern.Size, 2 * _program.CostScale * _program.BaseMva * _program.BaseMva);
        for (var e = 0; e < _program.Outputs.Length; e++)
        {
            var output = _program.Outputs[e];
            _curvature[3 * e] += square * output.Cost.Square;
            if (output.CostVariable >= 0)
            {
                var ratio = _curvature[3 * e + 1] / _curvature[3 * e + 2];
                _curvature[3 * e] -= ratio * _curvature[3 * e + 1];
                right[2 * n + e] -= ratio * right[output.CostVariable];
            }

            _curvature[3 * e] = Math.Max(_curvature[3 * e], LeastCurvature);
            var row = 4 * output.Place + 2 + output.Row;
            _factors.Diagonal[16 * output.Place + 5 * (2 + output.Row)] -= 1 / _curvature[3 * e];
            _right[row] += right[2 * n + e] / _curvature[3 * e];
        }
    }

    /// <summary>Rows and columns of what is fixed become those of the unit matrix.</summary>
    void Fix()
    {
        for (var q = 0; q < _blocks.Length; q++)
        {
            var (row, column) = (Math.Min(_program.From[q], _program.To[q]), Math.Max(_program.From[q], _program.To[q]));
            for (var i = 0; i < 16; i++)
            {
                if (_program.Fixed[4 * row + i / 4] || _program.Fixed[4 * column + i % 4])
                {
                    _factors.Upper[16 * _blocks[q].Block + i] = 0;
                }
            }
        }

        for (var v = 0; v < _right.Length; v++)
        {
            for (var i = 0; _program.Fixed[v] && i < 4; i++)
            {
                var block = 16 * (v / 4);
                _factors.Diagonal[block + 4 * (v % 4) + i] = _factors.Diagonal[block + 4 * i + v % 4] = i == v % 4 ? 1 : 0;
                _right[v] = 0;
            }
        }
    }

    /// <summary>From the solution of the blocks to the steps of all variables and prices.</summary>
    void Spread()
    {
        var n = _program.Pattern.Size;
        for (var i = 0; i < n; i++)
        {
            (_step[2 * i], _step[2 * i + 1]) = (_right[4 * i], _right[4 * i + 1]);
            (_priceStep[2 * i], _priceStep[2 * i + 1]) = (_right[4 * i + 2], _right[4 * i + 3]);
        }

        for (var e = 0; e < _program.Outputs.Length; e++)
        {
            var output = _program.Outputs[e];
            _step[2 * n + e] = (_eliminated[2 * n + e] + _priceStep[2 * output.Place + output.Row]) / _curvature[3 * e];
            if (output.CostVariable >= 0)
            {
                _step[output.CostVariable] = (_eliminated[output.CostVariable] - _curvature[3 * e + 1] * _step[2 * n + e]) / _curvature[3 * e + 2];
            }
        }
    }

    /// <summary>dx' M dx of the step, what was added to the diagonal included.</summary>
    double Curvature()
    {
        var (n, step) = (_program.Pattern.Size, new double[_right.Length]);
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            (step[4 * i], step[4 * i + 1]) = (_step[2 * i], _step[2 * i + 1]);
        }

        double[] product = new double[step.Length], nothing = new double[step.Length];
        _factors.Residual(nothing, step, product);
        for (var i = 0; i < step.Length; i++)
        {
            sum -= step[i] * product[i];
        }

        for (var e = 0; e < _program.Outputs.Length; e++)
        {
            sum += _curvature[3 * e] * _step[2 * n + e] * _step[2 * n + e];
        }

        return sum;
    }

    /// <summary>Change of each limit with the step.</summary>
    double[] LimitChange()
    {
        var change = new double[_slack.Length];
        for (var k = 0; k < _program.Limits.Length; k++)
        {
            var limit = _program.Limits[k];
            change[k] = limit.A * _step[limit.First] + limit.B * _step[limit.Second];
        }

        for (var k = 0; k < _rated.Length; k++)
        {
            var (q, end) = _rated[k];
            var (f, t, s) = (2 * _program.From[q], 2 * _program.To[q], _program.RatingPu[q]);
            for (var r = 2 * end; r < 2 * end + 2; r++)
            {
                var g = 16 * q + 4 * r;
                change[_program.Limits.Length + k] += _power[4 * q + r] / s * (_gradients[g] * _step[f] + _gradients[g + 1] * _step[f + 1]
                    + _gradients[g + 2] * _step[t] + _gradients[g + 3] * _step[t + 1]);
            }
        }

        return change;
    }
}
