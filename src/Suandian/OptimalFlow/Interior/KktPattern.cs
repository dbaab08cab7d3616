using Suandian.PowerFlow;

namespace Suandian.OptimalFlow.Interior;

/// <summary>Which blocks above the diagonal the symmetric factors hold, and which block each step changes; made once for a topology.</summary>
sealed class KktPattern
{
    /// <summary>Orders and fills the graph of buses joined by branches.</summary>
    internal KktPattern(int buses, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        (Order, var later) = EliminationOrder.Of(SparsePattern.Of(buses, from, to));
        (Position, Start) = (new int[buses], new int[buses + 1]);
        for (var k = 0; k < buses; k++)
        {
            Position[Order[k]] = k;
            Start[k + 1] = Start[k] + later[k].Length;
        }

        Column = new int[Start[^1]];
        for (var k = 0; k < buses; k++)
        {
            for (var q = 0; q < later[k].Length; q++)
            {
                Column[Start[k] + q] = Position[later[k][q]];
            }

            Array.Sort(Column, Start[k], later[k].Length);
        }

        Target = Targets();
    }

    /// <summary>Bus at each position.</summary>
    internal int[] Order { get; }

    /// <summary>Position of each bus.</summary>
    internal int[] Position { get; }

    /// <summary>First block of each row; length n + 1.</summary>
    internal int[] Start { get; }

    /// <summary>Column of each block, beyond the diagonal, ascending in a row.</summary>
    internal int[] Column { get; }

    /// <summary>For each row in turn and each pair a &lt; b of its columns: the block (a, b).</summary>
    internal int[] Target { get; }

    /// <summary>Number of rows.</summary>
    internal int Size => Order.Length;

    /// <summary>Block of a place with row &lt; column that is in the pattern.</summary>
    internal int Find(int row, int column) => Array.BinarySearch(Column, Start[row], Start[row + 1] - Start[row], column);

    int[] Targets()
    {
        var targets = new List<int>();
        for (var k = 0; k < Size; k++)
        {
            for (var a = Start[k]; a < Start[k + 1]; a++)
            {
                for (var b = a + 1; b < Start[k + 1]; b++)
                {
                    targets.Add(Find(Column[a], Column[b]));
                }
            }
        }

        return [.. targets];
    }
}
