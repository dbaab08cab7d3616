namespace Suandian.PowerFlow;

/// <summary>Places of a square matrix that are not zero, row by row, columns ascending, diagonal included; symmetric.</summary>
/// <param name="Start">First entry of each row; length n + 1.</param>
/// <param name="Column">Column of each entry.</param>
sealed record SparsePattern(int[] Start, int[] Column)
{
    /// <summary>Number of rows.</summary>
    internal int Size => Start.Length - 1;

    /// <summary>The pattern of n points joined in pairs; a pair may be named more than once.</summary>
    internal static SparsePattern Of(int size, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        var start = new int[size + 1];
        for (var k = 0; k < from.Length; k++)
        {
            start[from[k] + 1]++;
            start[to[k] + 1]++;
        }

        for (var i = 0; i < size; i++)
        {
            start[i + 1] += start[i] + 1;
        }

        var (next, column) = ((int[])start.Clone(), new int[start[size]]);
        for (var i = 0; i < size; i++)
        {
            column[next[i]++] = i;
        }

        for (var k = 0; k < from.Length; k++)
        {
            column[next[from[k]]++] = to[k];
            column[next[to[k]]++] = from[k];
        }

        return Tidied(start, column);
    }

    /// <summary>Place of an entry; negative where there is none.</summary>
    internal int Find(int row, int column) => Array.BinarySearch(Column, Start[row], Start[row + 1] - Start[row], column);

    /// <summary>Sorts the rows and drops what is named twice.</summary>
    static SparsePattern Tidied(int[] start, int[] column)
    {
        var (tidy, filled) = (new int[start.Length], 0);
        for (var i = 0; i + 1 < start.Length; i++)
        {
            Array.Sort(column, start[i], start[i + 1] - start[i]);
            for (int q = start[i], last = -1; q < start[i + 1]; q++)
            {
                if (column[q] != last)
                {
                    column[filled++] = last = column[q];
                }
            }

            tidy[i + 1] = filled;
        }

        return new SparsePattern(tidy, column[..filled]);
    }
}
