namespace Suandian.Optimisation.Hourly;

/// <content>Elimination and solving.</content>
sealed unsafe partial class BorderSystem
{
    void Eliminate()
    {
        for (var b = 0; b < _blocks.Length; b++)
        {
            var (ends, rows) = (_ends[b], _coupling[b]);
            ends.Factor();
            foreach (var row in rows)
            {
                ends.Forward(row);
            }

            for (var i = 0; i < rows.Length; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    Reduce(i, j, DenseCholesky.Dot(rows[i], rows[j]));
                }
            }
        }

        _z.Factor();
        for (var g = 0; g < _years; g++)
        {
            _z.Forward(_j[g]);
            for (var h = 0; h <= g; h++)
            {
                _q.Row(g)[h] += DenseCholesky.Dot(_j[g], _j[h]);
            }
        }

        _q.Factor();
    }

    void Reduce(int i, int j, double product)
    {
        if (i < _shared)
        {
            _z.Row(i)[j] -= product;
        }
        else if (j < _shared)
        {
            _j[i - _shared][j] -= product;
        }
        else
        {
            _q.Row(i - _shared)[j - _shared] += product;
        }
    }

    /// <summary>Solves for the right-hand side in place: de, dz, dg.</summary>
    internal void Solve()
    {
        var r = RightHandSide;
        var z = RightHandSide.AsSpan(SharedStart, _shared);
        var q = RightHandSide.AsSpan(YearStart, _years);
        for (var b = 0; b < _blocks.Length; b++)
        {
            var e = r.AsSpan(_blocks[b].First * _links, _blocks[b].Count * _links);
            _ends[b].Forward(e);
            for (var i = 0; i < _shared + _years; i++)
            {
                r[SharedStart + i] -= DenseCholesky.Dot(_coupling[b][i], e);
            }
        }

        _z.Forward(z);
        for (var g = 0; g < _years; g++)
        {
            q[g] = DenseCholesky.Dot(_j[g], z) - q[g];
        }

        _q.Forward(q);
        _q.Backward(q);
        for (var g = 0; g < _years; g++)
        {
            DenseCholesky.AddScaled(z, _j[g], -q[g]);
        }

        _z.Backward(z);
        for (var b = 0; b < _blocks.Length; b++)
        {
            var e = r.AsSpan(_blocks[b].First * _links, _blocks[b].Count * _links);
            for (var i = 0; i < _shared + _years; i++)
            {
                DenseCholesky.AddScaled(e, _coupling[b][i], -r[SharedStart + i]);
            }

            _ends[b].Backward(e);
        }

        for (var g = 0; g < _years; g++)
        {
            q[g] = -q[g];
        }
    }
}
