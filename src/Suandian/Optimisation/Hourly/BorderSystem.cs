namespace Suandian.Optimisation.Hourly;

/// <summary>The system of what couples the segments: carried columns at segment ends e, shared columns z, year rows g.</summary>
/// <remarks>
/// With q = −dg it is symmetric and quasi-definite, so it has a factor without pivoting in any order
/// (R. J. Vanderbei, Symmetric quasidefinite matrices, SIAM J. Optim. 5, 1995, doi:10.1137/0805005):
///   e: E e + C' z + K' q = …;  z: C e + H z + J' q = …;  g: K e + J z − Q q = ….
/// E is a block for each circle or chain of time; each is eliminated by itself.
/// </remarks>
sealed unsafe partial class BorderSystem
{
    readonly HourlyProblem _problem;
    readonly BorderColumns _columns;
    readonly int _links;
    readonly int _shared;
    readonly int _years;
    readonly int[] _after; // segment after each, −1 where none
    readonly (int First, int Count)[] _blocks; // segments of each block of time
    readonly DenseCholesky[] _ends;
    readonly double[][][] _coupling; // [block][shared, then year rows][ends of the block]
    readonly DenseCholesky _z;
    readonly DenseCholesky _q;
    readonly double[][] _j; // J [year row][shared]

    internal BorderSystem(HourlyProblem problem, BorderColumns columns)
    {
        (_problem, _columns) = (problem, columns);
        (_links, _shared, _years) = (problem.Pattern.LinkColumns.Length, problem.SharedCost.Length, problem.YearLimit.Length);
        var segments = problem.Layout.Segments;
        _after = new int[segments.Length];
        Array.Fill(_after, -1);
        for (var s = 0; s < segments.Length; s++)
        {
            if (segments[s].Before >= 0)
            {
                _after[segments[s].Before] = s;
            }
        }

        _blocks = [.. segments.Index().GroupBy(s => s.Item.Block).Select(b => (b.Key, b.Count()))];
        _ends = [.. _blocks.Select(b => new DenseCholesky(b.Count * _links))];
        _coupling = [.. _blocks.Select(b => Rows(_shared + _years, b.Count * _links))];
        (_z, _q, _j) = (new DenseCholesky(_shared), new DenseCholesky(_years), Rows(_years, _shared));
        RightHandSide = new double[Length];
    }

    /// <summary>Number of unknowns: ends [segment × link], shared columns, year rows.</summary>
    internal int Length => SharedStart + _shared + _years;

    /// <summary>Place of the first shared column.</summary>
    internal int SharedStart => _after.Length * _links;

    /// <summary>Place of the first year row.</summary>
    internal int YearStart => SharedStart + _shared;

    /// <summary>Segment after each; −1 where none.</summary>
    internal int[] After => _after;

    /// <summary>Right-hand side on entry of <see cref="Solve"/>, de, dz, dg afterwards.</summary>
    internal double[] RightHandSide { get; }

    /// <summary>Products with the right-hand side of the rows: V' M⁻¹ r, from the factorisation.</summary>
    internal double[] RowProducts { get; private set; } = [];

    /// <summary>Takes the products of all groups and the diagonal parts, and factorises.</summary>
    /// <param name="products">Products of each group [column × column × lane].</param>
    /// <param name="part">What does not come from the products.</param>
    internal void Factor(Func<int, nint> products, BorderParts part)
    {
        foreach (var ends in _ends)
        {
            ends.Clear();
        }

        _z.Clear();
        _q.Clear();
        ClearAll();
        RowProducts = RowProducts.Length == Length ? RowProducts : new double[Length];
        Array.Clear(RowProducts);
        for (var s = 0; s < _after.Length; s++)
        {
            AddSegment(s, (double*)products(s / Lane.Width) + s % Lane.Width);
        }

        AddParts(part);
        Eliminate();
    }

    void ClearAll()
    {
        foreach (var row in _coupling.SelectMany(rows => rows).Concat(_j))
        {
            Array.Clear(row);
        }
    }

    void AddSegment(int segment, double* products)
    {
        var places = Places(segment);
        for (var i = 0; i < _columns.Count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                if (places[i] >= 0 || i == 0)
                {
                    Add(places[i], places[j], products[((long)i * _columns.Padded + j) * Lane.Width]);
                }
            }
        }
    }

    int[] _places = [];

    /// <summary>Unknown of each column of a segment; −1 for the right-hand side and for what is not there.</summary>
    int[] Places(int segment)
    {
        _places = _places.Length > 0 ? _places : new int[_columns.Count];
        Array.Fill(_places, -1);
        for (var k = 0; k < _shared; k++)
        {
            _places[_columns.Shared[k]] = SharedStart + k;
        }

        for (var g = 0; g < _years; g++)
        {
            _places[_columns.Years[g]] = YearStart + g;
        }

        var before = _problem.Layout.Segments[segment].Before;
        for (var q = 0; q < _links; q++)
        {
            _places[_columns.Left + q] = before < 0 ? -1 : before * _links + q;
            _places[_columns.Right + q] = segment * _links + q;
        }

        return _places;
    }

    /// <summary>Adds a product; a product with the right-hand side goes to <see cref="RowProducts"/>.</summary>
    void Add(int a, int b, double value)
    {
        if (a < 0 || b < 0)
        {
            if (a >= 0)
            {
                RowProducts[a] += value;
            }

            return;
        }

        var (high, low) = (Math.Max(a, b), Math.Min(a, b));
        var sign = high >= YearStart ? -1 : 1;
        if (high < SharedStart)
        {
            var block = BlockOf(low / _links);
            var first = _blocks[block].First * _links;
            _ends[block].Row(high - first)[low - first] += value;
        }
        else if (low < SharedStart)
        {
            var block = BlockOf(low / _links);
            _coupling[block][high - SharedStart][low - _blocks[block].First * _links] += sign * value;
        }
        else if (high < YearStart)
        {
            _z.Row(high - SharedStart)[low - SharedStart] += value;
        }
        else if (low < YearStart)
        {
            _j[high - YearStart][low - SharedStart] -= value;
        }
        else
        {
            _q.Row(high - YearStart)[low - YearStart] -= value;
        }
    }

    int BlockOf(int segment)
    {
        var (low, high) = (0, _blocks.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _blocks[middle].First <= segment ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    void AddParts(BorderParts part)
    {
        for (var e = 0; e < SharedStart; e++)
        {
            var block = BlockOf(e / _links);
            var place = e - _blocks[block].First * _links;
            _ends[block].Row(place)[place] += part.EndDiagonal[e];
            for (var g = 0; g < _years; g++)
            {
                _coupling[block][_shared + g][place] += part.EndYear[g * SharedStart + e];
            }
        }

        for (var k = 0; k < _shared; k++)
        {
            _z.Row(k)[k] += part.SharedDiagonal[k];
        }

        for (var g = 0; g < _years; g++)
        {
            for (var k = 0; k < _shared; k++)
            {
                _j[g][k] += part.YearShared[g * _shared + k];
            }

            for (var h = 0; h <= g; h++)
            {
                _q.Row(g)[h] += part.YearYear[g * _years + h];
            }
        }
    }

    static double[][] Rows(int count, int length)
    {
        var rows = new double[count][];
        for (var i = 0; i < count; i++)
        {
            rows[i] = new double[length];
        }

        return rows;
    }
}

/// <summary>Parts of the bordering system that do not come from the hourly products.</summary>
/// <param name="EndDiagonal">D of the carried columns at segment ends [segment × link].</param>
/// <param name="EndYear">C of them in year rows [year row × end].</param>
/// <param name="SharedDiagonal">H̃ [shared].</param>
/// <param name="YearShared">E + Σ C φ [year row × shared].</param>
/// <param name="YearYear">Σ C D⁻¹ C' + s/y [year row × year row].</param>
sealed record BorderParts(double[] EndDiagonal, double[] EndYear, double[] SharedDiagonal, double[] YearShared, double[] YearYear);
