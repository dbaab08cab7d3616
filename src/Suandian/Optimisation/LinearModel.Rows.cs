using System.Runtime.CompilerServices;

namespace Suandian.Optimisation;

public sealed partial class LinearModel
{
    const double SmallestRatio = 1e-12;
    const int LongRow = 16;

    int[] _placeInRow = []; // per column: place of its entry in the long row being built, −1 outside

    /// <summary>Adds one row per component and snapshot.</summary>
    public Constraints Subject(string name, int count, int snapshots, Func<int, int, Constraint> row) =>
        Subject(name, new Members(count, snapshots), row);

    /// <summary>Adds one row per component for the whole year.</summary>
    public Constraints Subject(string name, int count, Func<int, Constraint> row) =>
        Subject(name, Members.Annual(count), (i, _) => row(i));

    /// <summary>Adds one row per member.</summary>
    /// <param name="name">Name of the block; no other block may have it.</param>
    /// <param name="members">Components, snapshots, names, and which members exist.</param>
    /// <param name="row">The equation of (component, snapshot).</param>
    /// <exception cref="ArgumentException">The name is taken, or an equation has a coefficient or bound that is not a number.</exception>
    /// <exception cref="InvalidOperationException">An equation uses expressions it did not build itself.</exception>
    public Constraints Subject(string name, Members members, Func<int, int, Constraint> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        name += BlockSuffix;
        TakeName(name, members);
        var (count, snapshots, where) = (members.Count, members.Snapshots, members.Where);
        var slots = where is null ? null : new List<int>(count * snapshots);
        var (first, entries) = (_rows, _terms.Count);
        _terms.Open();
        try
        {
            for (var i = 0; i < count; i++)
            {
                ReserveRows(i, count, snapshots, (first, entries));
                for (var t = 0; t < snapshots; t++)
                {
                    if (where is null || where(i, t))
                    {
                        WriteRow(row(i, t), name, i, t);
                        slots?.Add(i * snapshots + t);
                    }
                }
            }
        }
        catch
        {
            (_rows, _) = (first, _names.Remove(name));
            _terms.Abandon(entries);
            throw;
        }

        _terms.Close();
        var block = new Block(name, members, first, slots?.ToArray());
        _constraints.Add(new Constraints(block));
        return _constraints[^1];
    }

    /// <summary>Writes entries of another model with the same column numbers into the row being built.</summary>
    internal Expression Append(ReadOnlySpan<int> columns, ReadOnlySpan<double> coefficients) => _terms.Append(columns, coefficients);

    /// <summary>Writes one entry into the row being built.</summary>
    internal Expression Append(int column, double coefficient) => _terms.Append(column, coefficient);

    /// <summary>Room for the rows of one component more and, once the first is written, for the entries of all that follow.</summary>
    void ReserveRows(int component, int count, int snapshots, (int Row, int Entry) first)
    {
        EnsureRoom(ref _rowLower, _rows + snapshots);
        EnsureRoom(ref _rowUpper, _rows + snapshots);
        EnsureRoom(ref _rowStart, _rows + snapshots + 1);
        if (component == 1 && snapshots > 1)
        {
            var written = _terms.Count - first.Entry;
            _terms.EnsureRoom((int)Math.Min(1 << 28, (long)written * (count - 1)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // millions of calls at once: do not wait for the tiers
    void WriteRow(Constraint row, string name, int component, int snapshot)
    {
        _terms.MustBeWholeRow(row.Body);
        if (double.IsNaN(row.Lower) || double.IsNaN(row.Upper) || !Tidy())
        {
            throw new ArgumentException($"a coefficient or bound of {name}[{component},{snapshot}] is not a finite number", nameof(row));
        }

        _rowLower[_rows] = row.Lower;
        _rowUpper[_rows] = row.Upper;
        _rowStart[++_rows] = _terms.Count;
        _terms.NextRow();
    }

    /// <summary>Adds up terms of the same column and drops round-off in the row being built; false when an entry is not finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Tidy()
    {
        var index = _terms.RowIndex();
        var value = _terms.RowValue();
        var length = index.Length <= LongRow ? MergeShort(index, value) : MergeLong(index, value);
        var largest = 0.0;
        var smallest = double.PositiveInfinity;
        for (var k = 0; k < length; k++)
        {
            var size = Math.Abs(value[k]);
            if (!(size <= double.MaxValue))
            {
                return false;
            }

            largest = Math.Max(largest, size);
            smallest = Math.Min(smallest, size);
        }

        if (smallest <= SmallestRatio * largest)
        {
            length = DropSmall(index[..length], value[..length], SmallestRatio * largest);
        }

        _terms.Truncate(length);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int MergeShort(Span<int> index, Span<double> value)
    {
        var length = 0;
        for (var k = 0; k < index.Length; k++)
        {
            var column = index[k];
            var place = 0;
            while (place < length && index[place] != column)
            {
                place++;
            }

            if (place < length)
            {
                value[place] += value[k];
                continue;
            }

            index[length] = column;
            value[length++] = value[k];
        }

        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int MergeLong(Span<int> index, Span<double> value)
    {
        if (_placeInRow.Length < _columns)
        {
            _placeInRow = new int[_columns];
            Array.Fill(_placeInRow, -1);
        }

        var length = 0;
        for (var k = 0; k < index.Length; k++)
        {
            ref var place = ref _placeInRow[index[k]];
            if (place >= 0)
            {
                value[place] += value[k];
                continue;
            }

            place = length;
            index[length] = index[k];
            value[length++] = value[k];
        }

        foreach (var column in index[..length])
        {
            _placeInRow[column] = -1;
        }

        return length;
    }

    static int DropSmall(Span<int> index, Span<double> value, double limit)
    {
        var length = 0;
        for (var k = 0; k < index.Length; k++)
        {
            if (Math.Abs(value[k]) > limit)
            {
                index[length] = index[k];
                value[length++] = value[k];
            }
        }

        return length;
    }
}
