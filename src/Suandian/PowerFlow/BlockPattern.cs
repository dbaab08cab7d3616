namespace Suandian.PowerFlow;

/// <summary>What a factorisation needs to know once for a topology: order, places of L and U with fill, and which block each step changes.</summary>
/// <remarks>
/// Rows and columns count by position in the elimination order. The pattern of L + U is symmetric; a row holds its blocks of L, the diagonal,
/// its blocks of U, columns ascending. <see cref="Target"/> lists the changed block of each step in exactly the order of the row-wise
/// factorisation, so that the numbers are computed without any search.
/// </remarks>
sealed class BlockPattern
{
    BlockPattern(int[] order, int[] rowStart, int[] column)
    {
        (Order, RowStart, Column) = (order, rowStart, column);
        (Position, Diagonal) = (new int[order.Length], new int[order.Length]);
        for (var i = 0; i < order.Length; i++)
        {
            Position[order[i]] = i;
            Diagonal[i] = Find(i, i);
        }

        Target = Targets();
    }

    /// <summary>Number of rows.</summary>
    internal int Size => Order.Length;

    /// <summary>Number of blocks of L + U.</summary>
    internal int Blocks => Column.Length;

    /// <summary>Point at each position.</summary>
    internal int[] Order { get; }

    /// <summary>Position of each point.</summary>
    internal int[] Position { get; }

    /// <summary>First block of each row; length n + 1.</summary>
    internal int[] RowStart { get; }

    /// <summary>Column of each block.</summary>
    internal int[] Column { get; }

    /// <summary>Diagonal block of each row.</summary>
    internal int[] Diagonal { get; }

    /// <summary>Block that each step of the factorisation changes.</summary>
    internal int[] Target { get; }

    /// <summary>Orders and fills a symmetric pattern.</summary>
    internal static BlockPattern Of(SparsePattern pattern)
    {
        var (order, later) = EliminationOrder.Of(pattern);
        var (n, position) = (order.Length, new int[order.Length]);
        var start = new int[n + 1];
        for (var k = 0; k < n; k++)
        {
            position[order[k]] = k;
        }

        for (var k = 0; k < n; k++)
        {
            start[k + 1] += later[k].Length + 1;
            foreach (var point in later[k])
            {
                start[position[point] + 1]++;
            }
        }

        for (var k = 0; k < n; k++)
        {
            start[k + 1] += start[k];
        }

        return new BlockPattern(order, start, Columns(later, position, start));
    }

    /// <summary>Block of a place that is in the pattern.</summary>
    internal int Find(int row, int column) => Array.BinarySearch(Column, RowStart[row], RowStart[row + 1] - RowStart[row], column);

    static int[] Columns(int[][] later, int[] position, int[] start)
    {
        var (column, next) = (new int[start[^1]], start[..^1]);
        for (var k = 0; k < later.Length; k++)
        {
            foreach (var point in later[k])
            {
                column[next[position[point]]++] = k; // rows of L fill in ascending order of k
            }
        }

        for (var k = 0; k < later.Length; k++)
        {
            column[next[k]++] = k;
            var first = next[k];
            foreach (var point in later[k])
            {
                column[next[k]++] = position[point];
            }

            Array.Sort(column, first, next[k] - first);
        }

        return column;
    }

    int[] Targets()
    {
        var (n, count) = (Size, 0);
        for (var i = 0; i < n; i++)
        {
            for (var q = RowStart[i]; q < Diagonal[i]; q++)
            {
                count += RowStart[Column[q] + 1] - Diagonal[Column[q]] - 1;
            }
        }

        var (target, place, at) = (new int[count], new int[n], 0);
        for (var i = 0; i < n; i++)
        {
            for (var q = RowStart[i]; q < RowStart[i + 1]; q++)
            {
                place[Column[q]] = q;
            }

            for (var q = RowStart[i]; q < Diagonal[i]; q++)
            {
                for (var w = Diagonal[Column[q]] + 1; w < RowStart[Column[q] + 1]; w++)
                {
                    target[at++] = place[Column[w]];
                }
            }
        }

        return target;
    }
}
