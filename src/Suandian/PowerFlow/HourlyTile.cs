using System.Runtime.Intrinsics;

namespace Suandian.PowerFlow;

/// <summary>Some hours of many rows side by side, between the vectors and the arrays of the year.</summary>
/// <remarks>A row of the year lies in memory pages of its own; touching each of them once for several vectors saves most of the time of reading and writing.</remarks>
sealed class HourlyTile
{
    /// <summary>Hours of a tile; 14 of them make a week.</summary>
    internal const int Hours = 12;

    readonly double[] _numbers;
    readonly (double[] Array, int Row)[] _rows;
    readonly int _stride;

    /// <summary>Makes room.</summary>
    /// <param name="rows">Array and row of the year of each row here.</param>
    /// <param name="stride">Hours of the year.</param>
    internal HourlyTile((double[] Array, int Row)[] rows, int stride) =>
        (_rows, _stride, _numbers) = (rows, stride, GC.AllocateArray<double>(rows.Length * Hours, pinned: true));

    /// <summary>Four hours of a row, the first counted from the start of the tile.</summary>
    internal Vector256<double> this[int row, int hour]
    {
        get => Vector256.LoadUnsafe(ref _numbers[row * Hours + hour]);
        set => value.StoreUnsafe(ref _numbers[row * Hours + hour]);
    }

    /// <summary>Fetches hours of the year, times a factor; the last of them is repeated to the end of the tile.</summary>
    internal void Fetch(int hour, int count, double factor)
    {
        for (var r = 0; r < _rows.Length; r++)
        {
            ReadOnlySpan<double> from = _rows[r].Array.AsSpan(_rows[r].Row * _stride + hour, count);
            if (count == Hours)
            {
                this[r, 0] = Vector256.Create(from) * factor;
                this[r, 4] = Vector256.Create(from[4..]) * factor;
                this[r, 8] = Vector256.Create(from[8..]) * factor;
                continue;
            }

            for (var h = 0; h < Hours; h++)
            {
                _numbers[r * Hours + h] = from[Math.Min(h, count - 1)] * factor;
            }
        }
    }

    /// <summary>Puts hours into the year.</summary>
    internal void Store(int hour, int count)
    {
        for (var r = 0; r < _rows.Length; r++)
        {
            var to = _rows[r].Array.AsSpan(_rows[r].Row * _stride + hour, count);
            if (count == Hours)
            {
                this[r, 0].CopyTo(to);
                this[r, 4].CopyTo(to[4..]);
                this[r, 8].CopyTo(to[8..]);
            }
            else
            {
                _numbers.AsSpan(r * Hours, count).CopyTo(to);
            }
        }
    }
}
