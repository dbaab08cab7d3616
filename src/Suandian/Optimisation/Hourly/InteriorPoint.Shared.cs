namespace Suandian.Optimisation.Hourly;

/// <content>The same for shared columns and year rows, which are few.</content>
sealed unsafe partial class InteriorPoint
{
    BorderParts _parts = new([], [], [], [], []);
    readonly double[] _endYear; // C of carried columns at segment ends [year row × end]

    /// <summary>Coefficients in year rows of the carried columns at the ends of segments.</summary>
    double[] EndCoefficients()
    {
        var result = new double[_years * _border.SharedStart];
        for (var s = 0; s < _border.After.Length; s++)
        {
            var place = _problem.Layout.Place[_problem.Layout.Segments[s].Snapshots[^1]];
            for (var q = 0; q < _links; q++)
            {
                foreach (var (g, c) in _problem.Slots[_problem.Pattern.LinkColumns[q]].YearRows)
                {
                    result[g * _border.SharedStart + s * _links + q] = c.At((int)(place / _length))[place % _length];
                }
            }
        }

        return result;
    }

    /// <summary>Residuals of shared columns and year rows, and the parts of the bordering system.</summary>
    BorderParts LineariseShared()
    {
        var (curvature, yearShared, yearYear) = (new double[_shared], new double[_years * _shared], new double[_years * _years]);
        for (var k = 0; k < _shared; k++)
        {
            _s.ResidualLower[k] = _s.HasLower[k] ? _s.Z[k] - _problem.SharedLower[k] - _s.SlackLower[k] : 0;
            _s.ResidualUpper[k] = _s.HasUpper[k] ? _problem.SharedUpper[k] - _s.Z[k] - _s.SlackUpper[k] : 0;
            var reduced = _problem.SharedCost[k] + _sums.Sum(s => s.Gradient[k]) - _s.MultiplierLower[k] + _s.MultiplierUpper[k];
            curvature[k] = _rho + _sums.Sum(s => s.Curvature[k]);
            curvature[k] += _s.HasLower[k] ? _s.MultiplierLower[k] / _s.SlackLower[k] : 0;
            curvature[k] += _s.HasUpper[k] ? _s.MultiplierUpper[k] / _s.SlackUpper[k] : 0;
            for (var g = 0; g < _years; g++)
            {
                reduced -= _problem.YearShared[g][k] * _s.Y[g];
                yearShared[g * _shared + k] = _problem.YearShared[g][k] + _sums.Sum(s => s.YearShared[g * _shared + k]);
            }

            _s.Residual[k] = reduced;
        }

        for (var g = 0; g < _years; g++)
        {
            _s.YearResidual[g] = _sums.Sum(s => s.YearActivity[g]) - _problem.YearLimit[g] - _s.YearSlack[g] + DenseCholesky.Dot(_problem.YearShared[g], _s.Z);
            for (var h = 0; h <= g; h++)
            {
                yearYear[g * _years + h] = _sums.Sum(s => s.YearYear[g * _years + h]);
            }

            yearYear[g * _years + g] += _problem.YearIsEquation[g] ? _options.Delta : _s.YearSlack[g] / _s.Y[g];
        }

        return _parts = new BorderParts(_endDiagonal, _endYear, curvature, yearShared, yearYear);
    }

    /// <summary>Complementarity targets of the bounds of shared columns and of year rows.</summary>
    void SharedTargets(Direction into)
    {
        double Target(double s, double z, double ds, double dz, double old) => _aim.Goal switch
        {
            Goal.Affine => -s * z,
            Goal.Corrector => _aim.Mu - s * z - ds * dz,
            _ => old + Centre((s + _aim.PrimalStep * ds) * (z + _aim.DualStep * dz)),
        };

        for (var k = 0; k < _shared; k++)
        {
            into.SharedTargetLower[k] = Target(_s.SlackLower[k], _s.MultiplierLower[k], _old.SlackLower[k], _old.MultiplierLower[k], _old.SharedTargetLower[k]);
            into.SharedTargetUpper[k] = Target(_s.SlackUpper[k], _s.MultiplierUpper[k], _old.SlackUpper[k], _old.MultiplierUpper[k], _old.SharedTargetUpper[k]);
        }

        for (var g = 0; g < _years; g++)
        {
            into.YearTarget[g] = _problem.YearIsEquation[g] ? 0 : Target(_s.YearSlack[g], _s.Y[g], _old.YearSlack[g], _old.YearDual[g], _old.YearTarget[g]);
        }
    }

    double Centre(double product)
    {
        var (low, high) = (LeastProduct * _aim.Mu, _aim.Mu / LeastProduct);
        return Math.Max(Math.Clamp(product, low, high) - product, -high);
    }

    /// <summary>Steps of slacks and multipliers from dz and dg.</summary>
    void SharedDirections(Direction direction)
    {
        var eta = _aim.Eta;
        for (var k = 0; k < _shared; k++)
        {
            var dz = direction.Border[_border.SharedStart + k];
            direction.SharedPrimal[k] = direction.SharedDual[k] = dz;
            direction.SlackLower[k] = _s.HasLower[k] ? dz + eta * _s.ResidualLower[k] : 0;
            direction.SlackUpper[k] = _s.HasUpper[k] ? -dz + eta * _s.ResidualUpper[k] : 0;
            direction.MultiplierLower[k] = _s.HasLower[k] ? (direction.SharedTargetLower[k] - _s.MultiplierLower[k] * direction.SlackLower[k]) / _s.SlackLower[k] : 0;
            direction.MultiplierUpper[k] = _s.HasUpper[k] ? (direction.SharedTargetUpper[k] - _s.MultiplierUpper[k] * direction.SlackUpper[k]) / _s.SlackUpper[k] : 0;
        }

        for (var g = 0; g < _years; g++)
        {
            direction.YearDual[g] = direction.Border[_border.YearStart + g];
            direction.YearSlack[g] = _problem.YearIsEquation[g] ? 0 : (direction.YearTarget[g] - _s.YearSlack[g] * direction.YearDual[g]) / _s.Y[g];
        }
    }

    /// <summary>The largest ratios of a blend, weight 0 being the direction kept.</summary>
    (double Primal, double Dual) SharedRatios(double w)
    {
        var (p, d) = (0.0, 0.0);
        double Of(double[] old, double[] fresh, int i) => old[i] + w * (fresh[i] - old[i]);
        for (var k = 0; k < _shared; k++)
        {
            if (_s.HasLower[k])
            {
                p = Math.Max(p, -Of(_old.SlackLower, _new.SlackLower, k) / _s.SlackLower[k]);
                d = Math.Max(d, -Of(_old.MultiplierLower, _new.MultiplierLower, k) / _s.MultiplierLower[k]);
            }

            if (_s.HasUpper[k])
            {
                p = Math.Max(p, -Of(_old.SlackUpper, _new.SlackUpper, k) / _s.SlackUpper[k]);
                d = Math.Max(d, -Of(_old.MultiplierUpper, _new.MultiplierUpper, k) / _s.MultiplierUpper[k]);
            }
        }

        for (var g = 0; g < _years; g++)
        {
            if (!_problem.YearIsEquation[g])
            {
                p = Math.Max(p, -Of(_old.YearSlack, _new.YearSlack, g) / _s.YearSlack[g]);
                d = Math.Max(d, -Of(_old.YearDual, _new.YearDual, g) / _s.Y[g]);
            }
        }

        return (p, d);
    }

    void MixShared((double Primal, double Dual) weight)
    {
        void Mix(double[] old, double[] fresh, double w)
        {
            for (var i = 0; i < old.Length; i++)
            {
                old[i] += w * (fresh[i] - old[i]);
            }
        }

        Mix(_old.SharedPrimal, _new.SharedPrimal, weight.Primal);
        Mix(_old.SlackLower, _new.SlackLower, weight.Primal);
        Mix(_old.SlackUpper, _new.SlackUpper, weight.Primal);
        Mix(_old.YearSlack, _new.YearSlack, weight.Primal);
        Mix(_old.SharedDual, _new.SharedDual, weight.Dual);
        Mix(_old.MultiplierLower, _new.MultiplierLower, weight.Dual);
        Mix(_old.MultiplierUpper, _new.MultiplierUpper, weight.Dual);
        Mix(_old.YearDual, _new.YearDual, weight.Dual);
        Mix(_old.SharedTargetLower, _new.SharedTargetLower, weight.Dual);
        Mix(_old.SharedTargetUpper, _new.SharedTargetUpper, weight.Dual);
        Mix(_old.YearTarget, _new.YearTarget, weight.Dual);
    }

    /// <summary>Sum of the products of shared columns and year rows after a step.</summary>
    double SharedProducts((double Primal, double Dual) step)
    {
        var sum = 0.0;
        for (var k = 0; k < _shared; k++)
        {
            sum += _s.HasLower[k] ? (_s.SlackLower[k] + step.Primal * _old.SlackLower[k]) * (_s.MultiplierLower[k] + step.Dual * _old.MultiplierLower[k]) : 0;
            sum += _s.HasUpper[k] ? (_s.SlackUpper[k] + step.Primal * _old.SlackUpper[k]) * (_s.MultiplierUpper[k] + step.Dual * _old.MultiplierUpper[k]) : 0;
        }

        for (var g = 0; g < _years; g++)
        {
            sum += _problem.YearIsEquation[g] ? 0 : (_s.YearSlack[g] + step.Primal * _old.YearSlack[g]) * (_s.Y[g] + step.Dual * _old.YearDual[g]);
        }

        return sum;
    }

    void MoveShared((double Primal, double Dual) step)
    {
        for (var k = 0; k < _shared; k++)
        {
            _s.Z[k] += step.Primal * _old.SharedPrimal[k];
            _s.SlackLower[k] += step.Primal * _old.SlackLower[k];
            _s.SlackUpper[k] += step.Primal * _old.SlackUpper[k];
            _s.MultiplierLower[k] += step.Dual * _old.MultiplierLower[k];
            _s.MultiplierUpper[k] += step.Dual * _old.MultiplierUpper[k];
        }

        for (var g = 0; g < _years; g++)
        {
            _s.YearSlack[g] += step.Primal * _old.YearSlack[g];
            _s.Y[g] += step.Dual * _old.YearDual[g];
        }
    }
}
