using System.Runtime.Intrinsics;
using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <content>Forward half of the bordering columns, W = L⁻¹ V, and their products.</content>
sealed unsafe partial class HourFactor
{
    readonly BorderTerm[] _zTerms;
    readonly double*[] _products;
    readonly int[] _firstOfColumn;
    readonly (int Next, int Own, int Slot, Coefficient P, Coefficient A)[] _carryPairs; // products of P D⁻¹ B'
    readonly BorderTerm[] _gTerms;

    /// <summary>An entry of V: row, column, and where its numbers come from.</summary>
    readonly struct BorderTerm(int row, int column, int slot, Coefficient a, Coefficient c)
    {
        internal int Row => row;

        internal int Column => column;

        /// <summary>Hourly column, −1 for a coefficient of the row itself.</summary>
        internal int Slot => slot;

        internal Coefficient A => a;

        internal Coefficient C => c;

        /// <summary>True for an entry of a carried column in the rows after.</summary>
        internal bool IsNext { get; init; }
    }

    /// <summary>Products of the columns of a group, lower triangle [column × column × lane].</summary>
    internal double* Products(int group) => _products[group];

    /// <summary>W of one step, added to the products of its group; the step must have been chained.</summary>
    /// <param name="at">Where: group, tile, step.</param>
    /// <param name="now">φ, D⁻¹ and right-hand side of the tile.</param>
    /// <param name="before">φ and D⁻¹ of the step before: of this tile or the last; null at the first step of a group.</param>
    /// <param name="starts">Lanes whose segment starts here.</param>
    /// <param name="isLast">True at the last step of the group.</param>
    internal void BorderStep((int Group, int Tile, int Step) at, (nint Phi, nint Inverse, nint Rows) now, (nint Phi, nint Inverse) before,
        ReadOnlySpan<SegmentStart> starts, bool isLast)
    {
        var w = Columns(at.Group);
        var offset = (long)at.Step * Width;
        Begin(w, (double*)now.Rows + offset);
        Gather(_zTerms, at.Tile, offset, w, (now.Phi, before.Phi));
        Gather(_gTerms, at.Tile, offset, w, (now.Inverse, before.Inverse));
        foreach (ref readonly var start in starts)
        {
            Enter(w, start);
        }

        if (isLast)
        {
            foreach (ref readonly var e in _own.AsSpan())
            {
                Store(Entry(w, _pattern.Local + e.Row, Border.Right + e.Link), Load(e.Value.At(at.Tile) + offset));
            }
        }

        var local = LocalAt(at.Tile) + offset;
        for (var k = 0; k < _pattern.Local; k++)
        {
            EliminateRow(w, k, local);
        }

        ChainColumns(at.Group, w, StateAt(at.Tile, at.Step), (double*)before.Inverse, (at.Step > 0 ? at.Tile : at.Tile - 1, at.Step > 0 ? offset - Width : _length - Width), isLast);
        Multiply(w, _products[at.Group], isLast ? Border.Count : Border.Right);
    }

    /// <summary>Clears V and puts the right-hand side into column 0.</summary>
    void Begin(double* w, double* rows)
    {
        for (var k = 0; k < _pattern.Rows; k++)
        {
            Clear(Entry(w, k, 0), (k < _pattern.Local ? (Border.Active[k] + 3) / 4 * 4 : Border.Padded) * Width);
            Store(Entry(w, k, 0), Load(rows + (long)k * _length));
        }
    }

    /// <summary>Adds entry × number of the column, at its own step or the one before.</summary>
    void Gather(BorderTerm[] terms, int tile, long offset, double* w, (nint Now, nint Before) numbers)
    {
        foreach (ref readonly var term in terms.AsSpan())
        {
            var target = Entry(w, term.Row, term.Column);
            if (term.Slot < 0)
            {
                Store(target, Load(target) + Load(term.A.At(tile) + offset));
                continue;
            }

            if (term.IsNext && numbers.Before == 0)
            {
                continue;
            }

            var (when, place, source) = !term.IsNext ? (tile, offset, numbers.Now)
                : offset > 0 ? (tile, offset - Width, numbers.Before) : (tile - 1, _length - Width, numbers.Before);
            var product = Load(term.A.At(when) + place) * Load(term.C.At(when) + place);
            Store(target, Fma(product, Load((double*)source + (long)term.Slot * _length + place), Load(target)));
        }
    }

    /// <summary>The carried columns of the segment before, in the first step of a lane.</summary>
    void Enter(double* w, in SegmentStart start)
    {
        foreach (ref readonly var e in _next.AsSpan())
        {
            var p = e.Value.At(start.TileBefore)[start.PlaceBefore];
            Entry(w, _pattern.Local + e.Row, Border.Left + e.Link)[start.Lane] = p;
            if (_problem.Slots[e.Slot].Shared is >= 0 and var k)
            {
                Entry(w, _pattern.Local + e.Row, Border.Shared[k])[start.Lane] += p * start.Phi[e.Link];
            }
        }
    }

    void EliminateRow(double* w, int k, double* local)
    {
        var (active, root) = (Border.Active[k], Load(local + (long)_pattern.Diagonal[k] * _length));
        var row = Entry(w, k, 0);
        for (var c = 0; c < active; c++)
        {
            Store(row + (long)c * Width, Load(row + (long)c * Width) * root);
        }

        foreach (ref readonly var below in _pattern.Below[k].AsSpan())
        {
            Subtract(Entry(w, below.Row, 0), row, Load(local + (long)below.At * _length), active);
        }
    }

    /// <summary>target −= factor × source over the first columns.</summary>
    static void Subtract(double* target, double* source, Vector512<double> factor, int columns)
    {
        factor = -factor;
        for (var c = 0L; c < (long)columns * Width; c += Width)
        {
            Store(target + c, Fma(factor, Load(source + c), Load(target + c)));
        }
    }

    /// <summary>State rows: what the step before carries over, the factor of T, and T⁻¹ of it for the next step. Long, as the steps share their pointers and calls would cost more than the work.</summary>
    void ChainColumns(int group, double* w, double* state, double* inverseBefore, (int Tile, long Place) before, bool isLast)
    {
        var columns = Border.Right;
        var limit = isLast ? Border.Count : Border.Right;
        var carried = w + (long)_pattern.Rows * Border.Padded * Width;
        if (inverseBefore is not null)
        {
            foreach (ref readonly var pair in _carryPairs.AsSpan())
            {
                var product = Load(pair.P.At(before.Tile) + before.Place) * Load(pair.A.At(before.Tile) + before.Place);
                Subtract(Entry(w, _pattern.Local + pair.Next, 0), Entry(carried, pair.Own, 0),
                    product * Load(inverseBefore + (long)pair.Slot * _length + before.Place), columns);
            }
        }

        var rows = Entry(w, _pattern.Local, 0);
        for (var k = 0; k < _states; k++)
        {
            var root = Load(state + HourPattern.Pair(k, k) * (long)Width);
            var row = Entry(rows, k, 0);
            for (var c = 0; c < limit; c++)
            {
                Store(row + (long)c * Width, Load(row + (long)c * Width) * root);
            }

            for (var i = k + 1; i < _states; i++)
            {
                Subtract(Entry(rows, i, 0), row, Load(state + HourPattern.Pair(i, k) * (long)Width), limit);
            }
        }

        if (isLast)
        {
            return;
        }

        for (var k = _states - 1; k >= 0; k--)
        {
            var target = Entry(carried, k, 0);
            var source = Entry(rows, k, 0);
            for (var c = 0L; c < (long)columns * Width; c += Width)
            {
                Store(target + c, Load(source + c));
            }

            for (var i = k + 1; i < _states; i++)
            {
                Subtract(target, Entry(carried, i, 0), Load(state + HourPattern.Pair(i, k) * (long)Width), columns);
            }

            var root = Load(state + HourPattern.Pair(k, k) * (long)Width);
            for (var c = 0L; c < (long)columns * Width; c += Width)
            {
                Store(target + c, Load(target + c) * root);
            }
        }
    }

    /// <summary>products += W'W, in blocks of 4 × 4 columns kept in registers; each block from the first row that can be nonzero.</summary>
    void Multiply(double* w, double* products, int columns)
    {
        var (padded, rows, first) = (Border.Padded, _pattern.Rows, _firstOfColumn);
        for (var i0 = 0; i0 < columns; i0 += 4)
        {
            for (var j0 = 0; j0 <= i0; j0 += 4)
            {
                Block(w, products + ((long)i0 * padded + j0) * Width, (i0, j0), (Math.Max(first[i0], first[j0]), rows, padded));
            }
        }
    }

    static void Block(double* w, double* g, (int I, int J) at, (int First, int Rows, int Padded) size)
    {
        var stride = (long)size.Padded * Width;
        double* g1 = g + stride, g2 = g1 + stride, g3 = g2 + stride;
        Vector512<double> a00 = Load(g), a01 = Load(g + 8), a02 = Load(g + 16), a03 = Load(g + 24);
        Vector512<double> a10 = Load(g1), a11 = Load(g1 + 8), a12 = Load(g1 + 16), a13 = Load(g1 + 24);
        Vector512<double> a20 = Load(g2), a21 = Load(g2 + 8), a22 = Load(g2 + 16), a23 = Load(g2 + 24);
        Vector512<double> a30 = Load(g3), a31 = Load(g3 + 8), a32 = Load(g3 + 16), a33 = Load(g3 + 24);
        double* p = w + (size.First * (long)size.Padded + at.I) * Width, q = w + (size.First * (long)size.Padded + at.J) * Width;
        for (var k = size.First; k < size.Rows; k++, p += stride, q += stride)
        {
            Vector512<double> q0 = Load(q), q1 = Load(q + 8), q2 = Load(q + 16), q3 = Load(q + 24);
            var x = Load(p);
            (a00, a01, a02, a03) = (Fma(x, q0, a00), Fma(x, q1, a01), Fma(x, q2, a02), Fma(x, q3, a03));
            x = Load(p + 8);
            (a10, a11, a12, a13) = (Fma(x, q0, a10), Fma(x, q1, a11), Fma(x, q2, a12), Fma(x, q3, a13));
            x = Load(p + 16);
            (a20, a21, a22, a23) = (Fma(x, q0, a20), Fma(x, q1, a21), Fma(x, q2, a22), Fma(x, q3, a23));
            x = Load(p + 24);
            (a30, a31, a32, a33) = (Fma(x, q0, a30), Fma(x, q1, a31), Fma(x, q2, a32), Fma(x, q3, a33));
        }

        Put(g, a00, a01, a02, a03);
        Put(g1, a10, a11, a12, a13);
        Put(g2, a20, a21, a22, a23);
        Put(g3, a30, a31, a32, a33);
    }

    static void Put(double* at, Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d)
    {
        Store(at, a);
        Store(at + 8, b);
        Store(at + 16, c);
        Store(at + 24, d);
    }

    double* Entry(double* w, int row, int column) => w + ((long)row * Border.Padded + column) * Width;

    double* Columns(int group) => _work[group] + ChainLength() * Width;

    /// <summary>V of shared columns: Σ A φ + F.</summary>
    BorderTerm[] SharedTerms()
    {
        var terms = new List<BorderTerm>();
        for (var v = 0; v < _problem.Slots.Length; v++)
        {
            var slot = _problem.Slots[v];
            if (slot.Shared >= 0)
            {
                terms.AddRange(slot.Rows.Select(e => new BorderTerm(e.Row, Border.Shared[slot.Shared], v, e.A, _problem.One)));
                terms.AddRange(slot.NextRows.Select(e => new BorderTerm(e.Row, Border.Shared[slot.Shared], v, e.P, _problem.One) { IsNext = true }));
            }
        }

        terms.AddRange(_problem.RowShared.Select(e => new BorderTerm(e.Row, Border.Shared[e.Shared], -1, e.F, _problem.One)));
        return [.. terms];
    }

    /// <summary>V of year rows: Σ A D⁻¹ C.</summary>
    BorderTerm[] YearTerms()
    {
        var terms = new List<BorderTerm>();
        for (var v = 0; v < _problem.Slots.Length; v++)
        {
            var slot = _problem.Slots[v];
            foreach (var (g, c) in slot.YearRows)
            {
                terms.AddRange(slot.Rows.Select(e => new BorderTerm(e.Row, Border.Years[g], v, e.A, c)));
                terms.AddRange(slot.NextRows.Select(e => new BorderTerm(e.Row, Border.Years[g], v, e.P, c) { IsNext = true }));
            }
        }

        return [.. terms];
    }
}

/// <summary>A segment that starts in a lane at a step of its group.</summary>
/// <param name="Lane">Lane.</param>
/// <param name="TileBefore">Tile of the last snapshot of the segment before.</param>
/// <param name="PlaceBefore">Its place in the tile.</param>
/// <param name="Before">Segment before.</param>
/// <param name="Phi">φ of its carried columns.</param>
readonly record struct SegmentStart(int Lane, int TileBefore, int PlaceBefore, int Before, double[] Phi);
