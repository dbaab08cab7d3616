namespace Suandian.Benchmarks;

/// <summary>A linear model as bare arrays, rows one after another.</summary>
sealed class PlainModel(int rows, int columns, int entries)
{
    internal double[] Lower = new double[columns];
    internal double[] Upper = new double[columns];
    internal double[] Cost = new double[columns];
    internal double[] RowLower = new double[rows];
    internal double[] RowUpper = new double[rows];
    internal int[] Start = new int[rows + 1];
    internal int[] Index = new int[entries];
    internal double[] Value = new double[entries];
    internal int Rows;
    internal int Entries;

    internal void Term(int column, double value)
    {
        Index[Entries] = column;
        Value[Entries++] = value;
    }

    internal void EndRow(double lower, double upper)
    {
        RowLower[Rows] = lower;
        RowUpper[Rows] = upper;
        Start[++Rows] = Entries;
    }
}

/// <summary>Writes the county-sized model into arrays of the right length, as one would in C.</summary>
sealed class PlainModelWriter(CountySizedModel shape)
{
    const double Inf = double.PositiveInfinity;
    const int S = CountySizedModel.Storages, H = CountySizedModel.Hvdc, L = CountySizedModel.Lines, K = CountySizedModel.Sites;
    const int G = CountySizedModel.Generators;
    const int Sizes = G + S + H + L + K + 1;

    readonly int _hours = shape.Hours;
    readonly int[] _power = new int[G * shape.Hours];
    int _trade, _charge, _discharge, _level, _hvdc, _line, _site;
    PlainModel _m = null!;

    internal PlainModel Write()
    {
        var T = _hours;
        var column = Sizes;
        for (var k = 0; k < _power.Length; k++)
        {
            _power[k] = shape.Availability(k / T, k % T) > 0 ? column++ : -1;
        }

        var lit = column - Sizes;
        _trade = column;
        _charge = _trade + 2 * T;
        _discharge = _charge + S * T;
        _level = _discharge + S * T;
        _hvdc = _level + S * T;
        _line = _hvdc + 2 * H * T;
        _site = _line + L * T;
        column = _site + 3 * K * T;
        var rows = lit + (1 + 4 * S + 2 * H + 2 * L + 2 + 2 * K + CountySizedModel.Buses) * T + 2;
        _m = new PlainModel(rows, column, 480 * T);
        Bounds(lit);
        Limits();
        Balances();
        AnnualRules();
        return _m;
    }

    void Bounds(int lit)
    {
        var T = _hours;
        _m.Upper.AsSpan(0, Sizes + lit).Fill(1e5);
        _m.Upper.AsSpan(_trade, 2 * T).Fill(1e4);
        _m.Upper.AsSpan(_charge, 2 * S * T).Fill(1e5);
        _m.Upper.AsSpan(_level, S * T).Fill(1e6);
        _m.Upper.AsSpan(_hvdc, 2 * H * T).Fill(1e5);
        _m.Lower.AsSpan(_line, L * T).Fill(-1e5);
        _m.Upper.AsSpan(_line, L * T).Fill(1e5);
        _m.Upper.AsSpan(_site, 3 * K * T).Fill(1e4);
        _m.Cost.AsSpan(0, Sizes).Fill(1e4);
        _m.Cost.AsSpan(_trade, T).Fill(400);
        _m.Cost.AsSpan(_trade + T, T).Fill(-200);
    }

    void Limits()
    {
        var T = _hours;
        for (var k = 0; k < _power.Length; k++)
        {
            if (_power[k] >= 0)
            {
                Limit(_power[k], k / T, shape.Availability(k / T, k % T));
            }
        }

        Limits(_trade, 1, _ => Sizes - 1, 1);
        Limits(_charge, S, s => G + s, 1);
        Limits(_discharge, S, s => G + s, 1);
        Limits(_level, S, s => G + s, 4);
        StorageBalances();
        Limits(_hvdc, 2 * H, l => G + S + l / 2, 1);
        Limits(_line, L, l => G + S + H + l, 1);
        for (var k = 0; k < L * T; k++)
        {
            _m.Term(_line + k, 1);
            _m.Term(G + S + H + k / T, 1);
            _m.EndRow(0, Inf);
        }
    }

    void Limits(int first, int count, Func<int, int> size, double factor)
    {
        for (var i = 0; i < count; i++)
        {
            var bound = size(i);
            for (var t = 0; t < _hours; t++)
            {
                Limit(first + i * _hours + t, bound, factor);
            }
        }
    }

    void Limit(int column, int size, double factor)
    {
        _m.Term(column, 1);
        _m.Term(size, -factor);
        _m.EndRow(-Inf, 0);
    }

    void StorageBalances()
    {
        var T = _hours;
        for (var k = 0; k < S * T; k++)
        {
            _m.Term(_level + k, 1);
            _m.Term(_level + (k % T == 0 ? k + T - 1 : k - 1), -0.999);
            _m.Term(_charge + k, -0.95);
            _m.Term(_discharge + k, 1 / 0.95);
            _m.EndRow(0, 0);
        }
    }

    void Balances()
    {
        var T = _hours;
        for (var c = 0; c < shape.CyclesOf.Length; c++)
        {
            for (var t = 0; t < T; t++)
            {
                foreach (var l in shape.CyclesOf[c])
                {
                    _m.Term(_line + l * T + t, 0.1 + 0.01 * l);
                }

                _m.EndRow(0, 0);
            }
        }

        Limits(_site, K, k => G + S + H + L + k, 1);
        for (var k = 0; k < K * T; k++)
        {
            _m.Term(_site + K * T + k, 1);
            _m.Term(_site + K * T + (k % T == 0 ? k + T - 1 : k - 1), -1);
            _m.Term(_site + k, -0.8);
            _m.Term(_site + 2 * K * T + k, 1);
            _m.EndRow(0, 0);
        }

        for (var k = 0; k < CountySizedModel.Buses * T; k++)
        {
            BusBalance(k / T, k % T);
        }
    }

    void AnnualRules()
    {
        for (var r = 0; r < 2; r++)
        {
            foreach (var column in _power)
            {
                if (column >= 0)
                {
                    _m.Term(column, 1 - 0.1 * r);
                }
            }

            for (var t = 0; t < _hours; t++)
            {
                _m.Term(_trade + _hours + t, -1);
            }

            _m.EndRow(0, Inf);
        }
    }

    void BusBalance(int b, int t)
    {
        var T = _hours;
        foreach (var g in shape.GeneratorsAt[b])
        {
            if (_power[g * T + t] >= 0)
            {
                _m.Term(_power[g * T + t], 1);
            }
        }

        foreach (var s in shape.StoragesAt[b])
        {
            _m.Term(_discharge + s * T + t, 1);
            _m.Term(_charge + s * T + t, -1);
        }

        Flows(shape.HvdcTo[b], _hvdc + t, _hvdc + H * T + t);
        Flows(shape.HvdcFrom[b], _hvdc + H * T + t, _hvdc + t);
        foreach (var l in shape.LinesTo[b])
        {
            _m.Term(_line + l * T + t, 1);
        }

        foreach (var l in shape.LinesFrom[b])
        {
            _m.Term(_line + l * T + t, -1);
        }

        foreach (var k in shape.SitesAt[b])
        {
            _m.Term(_site + k * T + t, -1);
        }

        if (b == 0)
        {
            _m.Term(_trade + t, 1);
            _m.Term(_trade + T + t, -1);
        }

        _m.EndRow(shape.Load(b, t), shape.Load(b, t));
    }

    void Flows(int[] links, int arriving, int leaving)
    {
        foreach (var l in links)
        {
            _m.Term(arriving + l * _hours, 0.97);
            _m.Term(leaving + l * _hours, -1);
        }
    }
}
