using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Suandian.Optimisation.Hourly.Lane;

namespace Suandian.Optimisation.Hourly;

/// <summary>Factors of the hourly normal matrices of all steps, and the solve with them.</summary>
/// <remarks>
/// Within a snapshot the local rows are eliminated (M = L L'); what is left, R(t), is chained over time in the state rows:
///   T(t) = R(t) + B D⁻¹ B',  U(t+1) = P (D + B' R(t)⁻¹ B)⁻¹ P',  R(t+1) includes U(t+1),
/// with B the carried columns in their own rows, P in the rows after. U is P D⁻¹ P' − P D⁻¹ B' T⁻¹ B D⁻¹ P' written as a sum, so
/// that nothing cancels where D is small.
/// </remarks>
sealed unsafe partial class HourFactor
{
    /// <summary>A pivot below this share of its diagonal is dropped (S. J. Wright, Modified Cholesky factorizations in interior-point algorithms, SIAM J. Optim. 9, 1999, doi:10.1137/S1052623496304712).</summary>
    const double SmallestPivot = 1e-15;

    readonly HourlyProblem _problem;
    readonly HourPattern _pattern;
    readonly int _steps;
    readonly int _length; // numbers of a slot in a tile
    readonly int _states;
    readonly int _pairs;
    readonly int _links;
    readonly LinkEntry[] _own; // entries of carried columns in state rows of their own step
    readonly LinkEntry[] _next; // and of the step after
    readonly int[] _firstRow; // first state row of each carried column
    readonly int[] _firstLink; // first carried column of each state row in the step after
    readonly double* _local;
    readonly double* _state;
    readonly double*[] _size; // diagonal before elimination [row × step × lane] of each group
    readonly double*[] _schur; // state block of the tile at work [pair × step × lane] of each group
    readonly double*[] _work;

    internal HourFactor(HourlyProblem problem)
    {
        (_problem, _pattern) = (problem, problem.Pattern);
        (_steps, _length) = (problem.Layout.TileSteps, problem.Layout.TileLength);
        (_states, _links) = (_pattern.States, _pattern.LinkColumns.Length);
        _pairs = _states * (_states + 1) / 2;
        _own = Entries(slot => slot.Rows);
        _next = Entries(slot => slot.NextRows);
        _firstRow = new int[_links];
        _firstLink = new int[_states];
        Array.Fill(_firstRow, _states);
        Array.Fill(_firstLink, _links);
        foreach (var e in _own)
        {
            _firstRow[e.Link] = Math.Min(_firstRow[e.Link], e.Row);
        }

        foreach (var e in _next)
        {
            _firstLink[e.Row] = Math.Min(_firstLink[e.Row], e.Link);
        }

        _local = problem.Take(_pattern.LocalLength);
        _state = problem.Take(_pairs);
        _ownPairs = Pairs(_own);
        Border = new BorderColumns(problem);
        _zTerms = SharedTerms();
        _gTerms = YearTerms();
        _carryPairs = [.. from p in _next from a in _own where p.Link == a.Link select (p.Row, a.Row, a.Slot, p.Value, a.Value)];
        _firstOfColumn = [.. Enumerable.Range(0, Border.Padded).Select(c => c < Border.Left ? Border.First[c] : _pattern.Local)];
        _products = new double*[problem.Layout.Groups];
        _size = new double*[problem.Layout.Groups];
        _schur = new double*[problem.Layout.Groups];
        _work = new double*[problem.Layout.Groups];
        for (var g = 0; g < _work.Length; g++)
        {
            _products[g] = problem.TakeNumbers((long)Border.Padded * Border.Padded * Width);
            _size[g] = problem.TakeNumbers((long)_pattern.Rows * _length);
            _schur[g] = problem.TakeNumbers((long)_pairs * _length);
            _work[g] = problem.TakeNumbers(WorkLength());
        }
    }

    /// <summary>δ added to the diagonal of M, in scaled units.</summary>
    internal double Delta { get; set; } = 1e-6;

    /// <summary>The bordering columns.</summary>
    internal BorderColumns Border { get; }

    LinkEntry[] Entries(Func<HourSlot, (int Row, Coefficient Value)[]> rows)
    {
        var entries = new List<LinkEntry>();
        for (var q = 0; q < _links; q++)
        {
            var v = _pattern.LinkColumns[q];
            entries.AddRange(rows(_problem.Slots[v]).Select(e => new LinkEntry(e.Row - _pattern.Local, q, v, e.Value)));
        }

        return [.. entries];
    }

    internal readonly struct LinkEntry(int row, int link, int slot, Coefficient value)
    {
        /// <summary>State row.</summary>
        internal int Row => row;

        /// <summary>Carried column.</summary>
        internal int Link => link;

        /// <summary>Column.</summary>
        internal int Slot => slot;

        /// <summary>Coefficient, at the step of the column.</summary>
        internal Coefficient Value => value;
    }

    /// <summary>Numbers of the local factor at a tile [entry × step × lane].</summary>
    internal double* LocalAt(int tile) => _local + (long)tile * _pattern.LocalLength * _length;

    /// <summary>Numbers of the state factor at a step of a tile [pair × lane], side by side because the sweeps take them one by one.</summary>
    double* StateAt(int tile, int step) => _state + ((long)tile * _steps + step) * _pairs * Width;

    /// <summary>Assembles and eliminates the local rows of all steps of a tile; the state block is left as Schur complement.</summary>
    /// <param name="group">Group of the tile.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="inverse">D⁻¹ [slots × steps × lanes] of the tile.</param>
    internal void EliminateLocal(int group, int tile, double* inverse)
    {
        var local = LocalAt(tile);
        var state = _schur[group];
        var n = _length;
        Clear(local, (long)_pattern.LocalLength * n);
        Clear(state, (long)_pairs * n);
        foreach (ref readonly var term in _pattern.Assembly.AsSpan())
        {
            var slot = _problem.Slots[term.Column];
            var target = At(local, state, term.Target);
            var a = slot.Rows[term.EntryA].A.At(tile);
            var b = slot.Rows[term.EntryB].A.At(tile);
            var d = inverse + (long)term.Column * n;
            for (var i = 0; i < n; i += Width)
            {
                Store(target + i, Fma(Load(a + i) * Load(b + i), Load(d + i), Load(target + i)));
            }
        }

        var delta = All(Delta);
        var sizes = _size[group];
        for (var k = 0; k < _pattern.Rows; k++)
        {
            var diagonal = k < _pattern.Local ? local + (long)_pattern.Diagonal[k] * n
                : state + (long)HourPattern.Pair(k - _pattern.Local, k - _pattern.Local) * n;
            var missing = _problem.Missing[k].At(tile);
            for (var i = 0; i < n; i += Width)
            {
                var sum = Load(diagonal + i) + Load(missing + i) + delta;
                Store(diagonal + i, sum);
                Store(sizes + (long)k * n + i, sum);
            }
        }

        for (var k = 0; k < _pattern.Local; k++)
        {
            EliminateColumn(k, local, state, sizes + (long)k * n);
        }
    }

    double* At(double* local, double* state, int target) =>
        target < _pattern.LocalLength ? local + (long)target * _length : state + (long)(target - _pattern.LocalLength) * _length;

    void EliminateColumn(int k, double* local, double* state, double* size)
    {
        var n = _length;
        var diagonal = local + (long)_pattern.Diagonal[k] * n;
        for (var i = 0; i < n; i += Width)
        {
            Store(diagonal + i, InverseRoot(Load(diagonal + i), Load(size + i)));
        }

        foreach (ref readonly var below in _pattern.Below[k].AsSpan())
        {
            var entry = local + (long)below.At * n;
            for (var i = 0; i < n; i += Width)
            {
                Store(entry + i, Load(entry + i) * Load(diagonal + i));
            }
        }

        foreach (ref readonly var update in _pattern.Updates[k].AsSpan())
        {
            var target = At(local, state, update.Target);
            var a = local + (long)update.A * n;
            var b = local + (long)update.B * n;
            for (var i = 0; i < n; i += Width)
            {
                Store(target + i, Vector512.FusedMultiplyAdd(-Load(a + i), Load(b + i), Load(target + i)));
            }
        }
    }

    /// <summary>1/√pivot, or 0 where the pivot is lost in round-off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> InverseRoot(Vector512<double> pivot, Vector512<double> size) => Vector512.ConditionalSelect(
        Vector512.GreaterThan(pivot, size * All(SmallestPivot)),
        Vector512<double>.One / Vector512.Sqrt(Vector512.Max(pivot, All(1e-300))),
        Vector512<double>.Zero);
}
