using System.Runtime.Intrinsics;
using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <content>Refining a direction: what its equations leave is solved for once more.</content>
sealed unsafe partial class InteriorPoint
{
    const int MostRefinements = 2;
    const double LateInfeasibility = 1e-3; // above it the residuals of the solves do not matter

    readonly double* _left; // residual of the rows of a direction
    readonly double* _correctedRows; // dy of a correction
    readonly double[] _correction;
    readonly double[] _borderRight; // of the border without products, of the new direction
    readonly double[] _borderLeft; // what its equations leave

    /// <summary>True when the rows or the border of the direction just solved leave more than a tenth of the present infeasibility.</summary>
    bool MustRefine()
    {
        _team.Run(_groups, ResidualGroup);
        var border = BorderResidual();
        return _sums.Max(s => s.RowSize) > 0.1 * Math.Max(State.RowResidual, 0.02 * _tolerance * _rightSize)
            || border > 0.1 * Math.Max(State.DualInfeasibility, 0.02 * _tolerance);
    }

    /// <summary>Right-hand side of the border without the products of the rows, which a refinement needs again.</summary>
    void KeepBorderRight()
    {
        var products = _sums[0].Border; // as CollectProducts left them
        for (var i = 0; i < products.Length; i++)
        {
            _borderRight[i] = _border.RightHandSide[i] - (i < _border.YearStart ? products[i] : -products[i]);
        }
    }

    /// <summary>What the equations of segment ends, shared columns and year rows leave of the new direction; the largest of segment ends and shared columns.</summary>
    double BorderResidual()
    {
        _team.Run(_groups, g => ProductsGroup(g, _scratch));
        var (products, b, start, years) = (CollectProducts(_scratch), _new.Border, _border.SharedStart, _border.YearStart);
        for (var i = 0; i < b.Length; i++)
        {
            var diagonal = i < start ? _parts.EndDiagonal[i] : i < years ? _parts.SharedDiagonal[i - start] : 0;
            _borderLeft[i] = _borderRight[i] + (i < years ? products[i] : -products[i]) - diagonal * b[i];
        }

        for (var g = 0; g < _years; g++)
        {
            for (var i = 0; i < years; i++)
            {
                var a = i < start ? _parts.EndYear[g * start + i] : _parts.YearShared[g * _shared + i - start];
                _borderLeft[i] += a * b[years + g];
                _borderLeft[years + g] -= a * b[i];
            }

            for (var h = 0; h < _years; h++)
            {
                _borderLeft[years + g] -= _parts.YearYear[Math.Max(g, h) * _years + Math.Min(g, h)] * b[years + h];
            }
        }

        var most = 0.0;
        for (var i = 0; i < years; i++)
        {
            most = Math.Max(most, Math.Abs(_borderLeft[i]));
        }

        return most;
    }

    /// <summary>V'dy of the bordering columns.</summary>
    void ProductsGroup(int group, double* all)
    {
        var (end, sums) = (EndTile(group), _sums[group]);
        Array.Clear(sums.Border);
        var next = (double*)_carry[group] + 2L * _rows * Width;
        var reduced = next + 2L * _rows * _length;
        for (var tile = FirstTile(group); tile < end; tile++)
        {
            double* rows = RowsAt(all, tile), after = tile == end - 1 ? null : RowsAt(all, tile + 1);
            NextOf(rows, after, next);
            AddSharedProducts(tile, rows, sums.Border.AsSpan(_border.SharedStart), 1);
            for (var v = 0; v < _columns; v++)
            {
                Clear(reduced, _length);
                SubtractTransposed(tile, _problem.Slots[v], ((nint)rows, (nint)next), reduced);
                SumProducts(group, tile, v, (nint)reduced, tile == end - 1);
            }
        }
    }

    /// <summary>What the rows of the new direction leave: η rp − A dx − P dx(t−1) − F dz.</summary>
    void ResidualGroup(int group)
    {
        var carry = (double*)_carry[group];
        Clear(carry, (long)_rows * Width);
        var size = Vector512<double>.Zero;
        for (var tile = FirstTile(group); tile < EndTile(group); tile++)
        {
            double* rows = RowsAt(_left, tile), residual = RowsAt(_rp, tile);
            for (long i = 0; i < (long)_rows * _length; i += Width)
            {
                Store(rows + i, All(_aim.Eta) * Load(residual + i));
            }

            SubtractShared(tile, rows, _new.Border, _border.SharedStart);
            SubtractColumns(tile, rows, ColumnsAt(_new.Dual, tile), carry);
            EnterBorder(group, tile, rows, _new.Border);
            for (long i = 0; i < (long)_rows * _length; i += Width)
            {
                size = Vector512.Max(size, Vector512.Abs(Load(rows + i)));
            }
        }

        _sums[group].RowSize = Max(size);
    }

    /// <summary>Solves once more for what rows and border leave, and adds it to the new direction.</summary>
    void Refine()
    {
        var solve = new Solve((nint)_correctedRows, (nint)_r1, (nint)_left, 1, IsCorrection: true);
        _team.Run(_groups, g => ForwardGroup(g, solve, null));
        _team.Run(_groups, g => BackwardGroup(g, solve, null));
        var (products, r) = (CollectProducts(_correctedRows), _border.RightHandSide);
        for (var i = 0; i < r.Length; i++)
        {
            r[i] = _borderLeft[i] + (i < _border.YearStart ? products[i] : -products[i]);
        }

        _border.Solve();
        r.CopyTo(_correction, 0);
        DenseCholesky.AddScaled(_new.Border, r, 1);
        SharedDirections(_new);
        _team.Run(_groups, g => ForwardGroup(g, solve, _correction));
        _team.Run(_groups, g => BackwardGroup(g, solve, _new));
    }
}
