using System.Numerics;

namespace Suandian.PowerFlow;

/// <summary>The admittances of a grid in the order of elimination, with the place of each in the factors; made once for a topology.</summary>
sealed class FlowEquations
{
    FlowEquations(SparsePattern pattern, BlockPattern factors)
    {
        Factors = factors;
        var n = pattern.Size;
        (Start, Column, Block) = (new int[n + 1], new int[pattern.Column.Length], new int[pattern.Column.Length]);
        (G, B, Own) = (new double[Column.Length], new double[Column.Length], new int[n]);
        for (var i = 0; i < n; i++)
        {
            var (bus, first) = (factors.Order[i], Start[i]);
            var row = pattern.Column.AsSpan(pattern.Start[bus], pattern.Start[bus + 1] - pattern.Start[bus]);
            for (var q = 0; q < row.Length; q++)
            {
                Column[first + q] = factors.Position[row[q]];
            }

            Start[i + 1] = first + row.Length;
            Array.Sort(Column, first, row.Length);
            for (var q = first; q < Start[i + 1]; q++)
            {
                Block[q] = factors.Find(i, Column[q]);
                Own[i] = Column[q] == i ? q : Own[i];
            }
        }

        var isFill = new bool[factors.Blocks];
        Array.Fill(isFill, true);
        foreach (var block in Block)
        {
            isFill[block] = false;
        }

        Fill = [.. Enumerable.Range(0, factors.Blocks).Where(block => isFill[block])];
    }

    /// <summary>Order and pattern of the factors.</summary>
    internal BlockPattern Factors { get; }

    /// <summary>First admittance of each position; length n + 1.</summary>
    internal int[] Start { get; }

    /// <summary>Position at the other end of each admittance, ascending in a row.</summary>
    internal int[] Column { get; }

    /// <summary>Block of the factors of each admittance.</summary>
    internal int[] Block { get; }

    /// <summary>Place of the admittance of each position with itself.</summary>
    internal int[] Own { get; }

    /// <summary>Blocks of the factors without an admittance.</summary>
    internal int[] Fill { get; }

    /// <summary>Real part of each admittance, pu.</summary>
    internal double[] G { get; }

    /// <summary>Imaginary part of each admittance, pu.</summary>
    internal double[] B { get; }

    /// <summary>Number of buses.</summary>
    internal int Size => Start.Length - 1;

    /// <summary>Equations of a grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="used">Branches that are used.</param>
    /// <param name="ports">All branches.</param>
    /// <param name="shunts">Admittance from each bus to ground, pu.</param>
    internal static FlowEquations Of(PowerGrid grid, int[] used, BranchTwoPorts ports, Complex[] shunts)
    {
        var pattern = SparsePattern.Of(grid.Buses.Count, [.. used.Select(k => grid.Branches.From[k])], [.. used.Select(k => grid.Branches.To[k])]);
        var equations = new FlowEquations(pattern, BlockPattern.Of(pattern));
        foreach (var k in used)
        {
            var (from, to) = (equations.Factors.Position[grid.Branches.From[k]], equations.Factors.Position[grid.Branches.To[k]]);
            equations.Add(equations.Own[from], ports.FromFrom[k]);
            equations.Add(equations.Place(from, to), ports.FromTo[k]);
            equations.Add(equations.Place(to, from), ports.ToFrom[k]);
            equations.Add(equations.Own[to], ports.ToTo[k]);
        }

        for (var b = 0; b < shunts.Length; b++)
        {
            equations.Add(equations.Own[equations.Factors.Position[b]], shunts[b]);
        }

        return equations;
    }

    int Place(int row, int column) => Array.BinarySearch(Column, Start[row], Start[row + 1] - Start[row], column);

    void Add(int place, Complex value)
    {
        G[place] += value.Real;
        B[place] += value.Imaginary;
    }
}
