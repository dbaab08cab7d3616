using System.Collections.Immutable;
using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>What grows without limit in a plan whose cost has no lower bound.</summary>
/// <remarks>
/// Where the cost is unbounded there is a direction that keeps all rows and bounds for any step and lowers the cost (Farkas). The
/// one sought has no part larger than 1 and lowers the cost most. Its largest parts, component by component, are told.
/// Source: G. B. Dantzig, Linear Programming and Extensions, Princeton 1963, chapter 6.
/// </remarks>
static class Endless
{
    const int Most = 4;
    const double Least = 1e-3;

    /// <summary>Names such as <c>generator_power[gas]</c>, largest first; empty where no direction was found.</summary>
    internal static ImmutableArray<string> Names(LinearModel model, SolverOptions options)
    {
        var (columnLower, columnUpper) = (Room(model.ColumnLower, -1), Room(model.ColumnUpper, 1));
        var (rowLower, rowUpper) = (Room(model.RowLower, double.NegativeInfinity), Room(model.RowUpper, double.PositiveInfinity));
        var directions = model.Variant(new()
        {
            IsRelaxed = true,
            ColumnCost = model.ColumnCost.ToArray(),
            ColumnLower = columnLower,
            ColumnUpper = columnUpper,
            RowLower = rowLower,
            RowUpper = rowUpper,
        });
        var solution = Solver.Solve(directions, options with { Method = SolverMethod.Simplex, Start = null, StartPoint = null });
        if (solution.Status != SolverStatus.Optimal)
        {
            return [];
        }

        return
        [
            .. model.VariableBlocks.Select(v => v.Block).SelectMany(b => Enumerable.Range(b.First, b.Length).GroupBy(b.Component)
                .Select(g => (Name: $"{b.Name}[{b.Who(g.Key)}]",
                    Cost: g.Sum(j => model.ColumnCost[j] * solution.Columns[j]), Size: g.Max(j => Math.Abs(solution.Columns[j])))))
                .Where(p => p.Size > Least).OrderBy(p => p.Cost).ThenByDescending(p => p.Size).Take(Most).Select(p => p.Name),
        ];
    }

    /// <summary>0 where there is a bound, else as far as is allowed.</summary>
    static double[] Room(ReadOnlySpan<double> bounds, double free)
    {
        var room = new double[bounds.Length];
        for (var k = 0; k < room.Length; k++)
        {
            room[k] = double.IsInfinity(bounds[k]) ? free : 0;
        }

        return room;
    }
}
