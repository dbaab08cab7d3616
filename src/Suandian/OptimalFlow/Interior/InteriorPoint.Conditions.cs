namespace Suandian.OptimalFlow.Interior;

/// <content>Balances, limits, and the gradient of the Lagrangian.</content>
sealed partial class InteriorPoint
{
    readonly double[] _power;
    readonly double[] _gradients;
    readonly double[] _balance;
    readonly double[] _limit;
    readonly double[] _slope;

    /// <summary>Cost of the outputs that are chosen, scaled.</summary>
    double ScaledCost() => _program.Outputs.Select((output, e) => output.CostVariable >= 0
        ? output.CostWeight * _x[output.CostVariable]
        : _program.CostScale * output.Cost.At(_x[2 * _program.Pattern.Size + e] * _program.BaseMva)).Sum();

    /// <summary>Evaluates everything that depends on the variables and prices.</summary>
    internal void Evaluate()
    {
        Span<double> at = stackalloc double[4];
        Array.Clear(_slope);
        for (var i = 0; i < _program.Pattern.Size; i++)
        {
            double v = _x[2 * i + 1], active = _program.Shunt[2 * i], reactive = _program.Shunt[2 * i + 1];
            (_balance[2 * i], _balance[2 * i + 1]) = (_program.Load[2 * i] + active * v * v, _program.Load[2 * i + 1] + reactive * v * v);
            _slope[2 * i + 1] = 2 * v * (active * _price[2 * i] + reactive * _price[2 * i + 1]);
        }

        for (var e = 0; e < _program.Outputs.Length; e++)
        {
            _balance[2 * _program.Outputs[e].Place + _program.Outputs[e].Row] -= _x[2 * _program.Pattern.Size + e];
        }

        for (var q = 0; q < _program.Used.Length; q++)
        {
            var (f, t) = (2 * _program.From[q], 2 * _program.To[q]);
            (at[0], at[1], at[2], at[3]) = (_x[f], _x[f + 1], _x[t], _x[t + 1]);
            var power = _power.AsSpan(4 * q, 4);
            _program.Functions[q].Evaluate(at, power, _gradients.AsSpan(16 * q, 16));
            (_balance[f], _balance[f + 1], _balance[t], _balance[t + 1]) =
                (_balance[f] + power[0], _balance[f + 1] + power[1], _balance[t] + power[2], _balance[t + 1] + power[3]);
        }

        Limits();
        Slopes();
    }

    void Limits()
    {
        for (var k = 0; k < _program.Limits.Length; k++)
        {
            var limit = _program.Limits[k];
            _limit[k] = limit.A * _x[limit.First] + limit.B * _x[limit.Second] - limit.Most;
            _slope[limit.First] += limit.A * _limitPrice[k];
            _slope[limit.Second] += limit.B * _limitPrice[k];
        }

        for (var k = 0; k < _rated.Length; k++)
        {
            var (q, end) = _rated[k];
            double p = _power[4 * q + 2 * end], r = _power[4 * q + 2 * end + 1], s = _program.RatingPu[q];
            _limit[_program.Limits.Length + k] = (p * p + r * r - s * s) / (2 * s);
        }
    }

    void Slopes()
    {
        var weights = new double[4 * _program.Used.Length];
        Weights(weights);
        for (var q = 0; q < _program.Used.Length; q++)
        {
            var (f, t) = (2 * _program.From[q], 2 * _program.To[q]);
            for (var r = 0; r < 4; r++)
            {
                var (w, g) = (weights[4 * q + r], 16 * q + 4 * r);
                (_slope[f], _slope[f + 1]) = (_slope[f] + w * _gradients[g], _slope[f + 1] + w * _gradients[g + 1]);
                (_slope[t], _slope[t + 1]) = (_slope[t] + w * _gradients[g + 2], _slope[t + 1] + w * _gradients[g + 3]);
            }
        }

        var (n, scale) = (_program.Pattern.Size, _program.CostScale * _program.BaseMva);
        for (var e = 0; e < _program.Outputs.Length; e++)
        {
            var output = _program.Outputs[e];
            _slope[2 * n + e] -= _price[2 * output.Place + output.Row];
            if (output.CostVariable >= 0)
            {
                _slope[output.CostVariable] += output.CostWeight;
                continue;
            }

            _slope[2 * n + e] += scale * (output.Cost.Linear + 2 * output.Cost.Square * _x[2 * n + e] * _program.BaseMva);
        }

        for (var i = 0; i < 2 * n; i++)
        {
            _slope[i] = _program.Fixed[4 * (i / 2) + i % 2] ? 0 : _slope[i];
        }
    }

    /// <summary>Weight of each branch power in the Lagrangian: the price of its balance, and its share in the limit of its end.</summary>
    void Weights(Span<double> weights)
    {
        for (var q = 0; q < _program.Used.Length; q++)
        {
            var (f, t) = (2 * _program.From[q], 2 * _program.To[q]);
            (weights[4 * q], weights[4 * q + 1], weights[4 * q + 2], weights[4 * q + 3]) = (_price[f], _price[f + 1], _price[t], _price[t + 1]);
        }

        for (var k = 0; k < _rated.Length; k++)
        {
            var (q, end) = _rated[k];
            var share = _limitPrice[_program.Limits.Length + k] / _program.RatingPu[q];
            weights[4 * q + 2 * end] += share * _power[4 * q + 2 * end];
            weights[4 * q + 2 * end + 1] += share * _power[4 * q + 2 * end + 1];
        }
    }
}
