namespace Suandian.PowerFlow;

/// <summary>Sparse LU with exchange of rows, column by column; slower than blocks without exchange, used where those lose accuracy.</summary>
/// <remarks>
/// Column k of A is solved with the columns of L so far: the rows it reaches are found by a depth-first search in the graph of L, then the
/// largest of the rows without pivot becomes the pivot, the diagonal where it is at least a tenth of that.
/// Source: J. R. Gilbert and T. Peierls, SIAM J. Sci. Stat. Comput. 9 (1988) 862, doi:10.1137/0909058.
/// </remarks>
sealed class PivotingLu
{
    const double DiagonalShare = 0.1;

    readonly int _size;
    readonly int[] _pivotOf;
    readonly double[] _work;
    readonly int[] _mark;
    readonly int[] _reached;
    readonly Stack<(int Row, int Next)> _path = [];
    readonly List<(int Row, double Value)>[] _lower;
    readonly List<(int Column, double Value)>[] _upper;
    readonly int[] _rowOf;
    readonly double[] _diagonal;

    PivotingLu(int size)
    {
        _size = size;
        (_pivotOf, _rowOf, _mark, _reached) = (new int[size], new int[size], new int[size], new int[size]);
        (_work, _diagonal) = (new double[size], new double[size]);
        (_lower, _upper) = (new List<(int, double)>[size], new List<(int, double)>[size]);
        Array.Fill(_pivotOf, -1);
        Array.Fill(_mark, -1);
    }

    /// <summary>Factorises a matrix given by columns.</summary>
    /// <param name="size">Number of rows and columns.</param>
    /// <param name="entries">Row and value of the entries of a column; a row may be named once only.</param>
    /// <returns>Null where the matrix is singular.</returns>
    internal static PivotingLu? Of(int size, Func<int, IEnumerable<(int Row, double Value)>> entries)
    {
        var lu = new PivotingLu(size);
        for (var k = 0; k < size; k++)
        {
            if (!lu.Column(k, [.. entries(k)]))
            {
                return null;
            }
        }

        return lu;
    }

    /// <summary>Solves for a right-hand side.</summary>
    internal double[] Solve(ReadOnlySpan<double> right)
    {
        var (y, x) = (right.ToArray(), new double[_size]);
        for (var k = 0; k < _size; k++)
        {
            x[k] = y[_rowOf[k]];
            foreach (var (row, value) in _lower[k])
            {
                y[row] -= value * x[k];
            }
        }

        for (var k = _size - 1; k >= 0; k--)
        {
            x[k] /= _diagonal[k];
            foreach (var (column, value) in _upper[k])
            {
                x[column] -= value * x[k];
            }
        }

        return x;
    }

    bool Column(int k, (int Row, double Value)[] entries)
    {
        var top = Reach(k, entries);
        foreach (var (row, value) in entries)
        {
            _work[row] = value;
        }

        List<(int, double)> upper = [];
        for (var q = top; q < _size; q++)
        {
            var (row, pivot) = (_reached[q], _pivotOf[_reached[q]]);
            if (pivot >= 0 && _work[row] is not 0 and var value)
            {
                upper.Add((pivot, value));
                foreach (var (other, factor) in _lower[pivot])
                {
                    _work[other] -= factor * value;
                }
            }
        }

        _upper[k] = upper;
        return Pivot(k, top);
    }

    bool Pivot(int k, int top)
    {
        var (best, largest) = (-1, 0.0);
        for (var q = top; q < _size; q++)
        {
            var row = _reached[q];
            if (_pivotOf[row] < 0 && Math.Abs(_work[row]) > largest)
            {
                (best, largest) = (row, Math.Abs(_work[row]));
            }
        }

        if (best < 0 || !double.IsFinite(largest))
        {
            return false;
        }

        var row0 = _pivotOf[k] < 0 && _mark[k] == k && Math.Abs(_work[k]) >= DiagonalShare * largest ? k : best;
        (_pivotOf[row0], _rowOf[k], _diagonal[k]) = (k, row0, _work[row0]);
        List<(int, double)> lower = [];
        for (var q = top; q < _size; q++)
        {
            var row = _reached[q];
            if (_pivotOf[row] < 0 && _work[row] != 0)
            {
                lower.Add((row, _work[row] / _diagonal[k]));
            }

            _work[row] = 0;
        }

        _lower[k] = lower;
        return true;
    }

    /// <summary>Rows that a column reaches, each before those it changes; from the place returned to the end.</summary>
    int Reach(int k, (int Row, double Value)[] entries)
    {
        var top = _size;
        foreach (var (start, _) in entries)
        {
            if (_mark[start] == k)
            {
                continue;
            }

            _mark[start] = k;
            _path.Push((start, 0));
            while (_path.Count > 0)
            {
                var (row, next) = _path.Pop();
                var list = _pivotOf[row] < 0 ? null : _lower[_pivotOf[row]];
                while (list is not null && next < list.Count && _mark[list[next].Row] == k)
                {
                    next++;
                }

                if (list is not null && next < list.Count)
                {
                    _path.Push((row, next + 1));
                    _mark[list[next].Row] = k;
                    _path.Push((list[next].Row, 0));
                }
                else
                {
                    _reached[--top] = row;
                }
            }
        }

        return top;
    }
}
