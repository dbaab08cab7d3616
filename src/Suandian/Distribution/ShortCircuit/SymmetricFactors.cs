using System.Numerics;
using Suandian.PowerFlow;

namespace Suandian.Distribution.ShortCircuit;

/// <summary>Factors L D Lᵀ of a symmetric complex matrix, without exchange of rows, in the order of minimum degree.</summary>
/// <remarks>Admittances of branches with resistance and reactance of one sign each leave no pivot zero: the real or the imaginary part is definite.</remarks>
sealed class SymmetricFactors
{
    readonly int[] _order;
    readonly int[] _position;
    readonly int[][] _later;
    readonly Complex[][] _lower;
    readonly Complex[] _diagonal;

    /// <summary>Factorises a matrix.</summary>
    /// <param name="diagonal">Diagonal. Shape [n].</param>
    /// <param name="entries">Entries beside the diagonal, one for each pair; entries of the same pair add up.</param>
    internal SymmetricFactors(Complex[] diagonal, IReadOnlyList<(int Row, int Column, Complex Value)> entries)
    {
        var pattern = SparsePattern.Of(diagonal.Length, [.. entries.Select(e => e.Row)], [.. entries.Select(e => e.Column)]);
        (_order, var later) = EliminationOrder.Of(pattern);
        _position = new int[_order.Length];
        for (var k = 0; k < _order.Length; k++)
        {
            _position[_order[k]] = k;
        }

        _later = [.. later.Select(list => list.Select(i => _position[i]).Order().ToArray())];
        _lower = [.. _later.Select(list => new Complex[list.Length])];
        _diagonal = [.. _order.Select(i => diagonal[i])];
        foreach (var (row, column, value) in entries)
        {
            Add(_position[row], _position[column], value);
        }

        for (var k = 0; k < _order.Length; k++)
        {
            Eliminate(k);
        }
    }

    /// <summary>A column of the inverse. Shape [n].</summary>
    internal Complex[] InverseColumn(int index)
    {
        var (n, x) = (_order.Length, new Complex[_order.Length]);
        x[_position[index]] = 1;
        for (var k = _position[index]; k < n; k++)
        {
            if (x[k] != 0)
            {
                for (var q = 0; q < _later[k].Length; q++)
                {
                    x[_later[k][q]] -= _lower[k][q] * x[k];
                }
            }
        }

        for (var k = n - 1; k >= 0; k--)
        {
            x[k] /= _diagonal[k];
            for (var q = 0; q < _later[k].Length; q++)
            {
                x[k] -= _lower[k][q] * x[_later[k][q]];
            }
        }

        return [.. _position.Select(k => x[k])];
    }

    void Eliminate(int k)
    {
        var (later, lower) = (_later[k], _lower[k]);
        for (var i = 0; i < later.Length; i++)
        {
            var factor = lower[i] / _diagonal[k];
            _diagonal[later[i]] -= factor * lower[i];
            for (var j = i + 1; j < later.Length; j++)
            {
                Add(later[i], later[j], -factor * lower[j]);
            }
        }

        for (var i = 0; i < later.Length; i++)
        {
            lower[i] /= _diagonal[k];
        }
    }

    void Add(int a, int b, Complex value)
    {
        var (first, second) = (Math.Min(a, b), Math.Max(a, b));
        _lower[first][Array.BinarySearch(_later[first], second)] += value;
    }
}
