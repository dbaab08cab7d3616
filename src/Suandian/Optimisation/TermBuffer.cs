using System.Runtime.CompilerServices;

namespace Suandian.Optimisation;

/// <summary>Column indices and coefficients of all rows, one after another; the end of it is the row being built.</summary>
sealed class TermBuffer
{
    int[] _index;
    double[] _value;
    int _count;
    int _limit; // number of terms that fit while a row is open; 0 otherwise, so that one comparison guards both
    int _rowStart;

    internal TermBuffer(int capacity)
    {
        _index = GC.AllocateUninitializedArray<int>(capacity);
        _value = GC.AllocateUninitializedArray<double>(capacity);
    }

    /// <summary>A copy of all rows of another one.</summary>
    internal TermBuffer(TermBuffer other) => (_index, _value, _count) = (other.Index.ToArray(), other.Value.ToArray(), other.Count);

    internal int Count => _count;

    internal ReadOnlySpan<int> Index => _index.AsSpan(0, _count);

    internal ReadOnlySpan<double> Value => _value.AsSpan(0, _count);

    internal bool IsOpen => _limit > 0;

    /// <summary>Writes a term; a column of −1 is a variable that does not exist and writes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Expression Append(int column, double coefficient)
    {
        var n = _count;
        if (n >= _limit)
        {
            Grow();
        }

        if (column < 0)
        {
            return new(this, n, n, 0);
        }

        _index[n] = column;
        _value[n] = coefficient;
        _count = n + 1;
        return new(this, n, n + 1, 0);
    }

    /// <summary>Writes the entries of a row of another model whose columns have the same numbers here.</summary>
    internal Expression Append(ReadOnlySpan<int> columns, ReadOnlySpan<double> coefficients)
    {
        var start = _count;
        for (var k = 0; k < columns.Length; k++)
        {
            Append(columns[k], coefficients[k]);
        }

        return new(this, start, _count, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Scale(int start, int end, double factor)
    {
        if (start < _rowStart || end > _count)
        {
            throw new InvalidOperationException("An expression of an earlier row was used again: build it inside its row.");
        }

        for (var k = start; k < end; k++)
        {
            _value[k] *= factor;
        }
    }

    internal void Open()
    {
        if (IsOpen)
        {
            throw new InvalidOperationException("A row is being built already: the model cannot be changed inside an equation.");
        }

        EnsureRoom(1);
        _limit = _value.Length;
        _rowStart = _count;
    }

    internal void Close() => _limit = 0;

    /// <summary>Closes and drops all terms behind the first ones.</summary>
    internal void Abandon(int keep)
    {
        _limit = 0;
        _count = keep;
    }

    /// <summary>Starts the next row where the last one ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void NextRow() => _rowStart = _count;

    /// <summary>Throws unless the expression is all of the row being built and nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void MustBeWholeRow(Expression body)
    {
        var whole = body.Terms == this ? body.Start == _rowStart && body.End == _count
            : body.Terms is null && _count == _rowStart;
        if (!whole)
        {
            throw new InvalidOperationException(
                "The row holds terms that are not part of its equation, or an expression of another row or model.");
        }
    }

    internal Span<int> RowIndex() => _index.AsSpan(_rowStart, _count - _rowStart);

    internal Span<double> RowValue() => _value.AsSpan(_rowStart, _count - _rowStart);

    /// <summary>Keeps the first terms of the row being built.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Truncate(int rowLength) => _count = _rowStart + rowLength;

    /// <summary>Makes room for this many terms more.</summary>
    internal void EnsureRoom(int terms)
    {
        var needed = checked(_count + terms);
        if (needed <= _value.Length)
        {
            return;
        }

        var capacity = (int)Math.Min(Array.MaxLength, Math.Max(needed, 64 + 3L * _value.Length / 2));
        _index = Copy(_index, capacity, _count);
        _value = Copy(_value, capacity, _count);
        _limit = IsOpen ? capacity : 0;
    }

    static T[] Copy<T>(T[] old, int capacity, int count)
    {
        var grown = GC.AllocateUninitializedArray<T>(capacity);
        old.AsSpan(0, count).CopyTo(grown);
        return grown;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Grow()
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException(
                "No row is being built: variables are used inside the equation given to Subject or Minimise only.");
        }

        EnsureRoom(1);
    }
}
