namespace Suandian.Optimisation.Hourly;

/// <summary>The columns that border the hourly matrix: the right-hand side, shared columns, year rows, and the carried columns at both ends of a segment.</summary>
/// <remarks>
/// Sorted by the first local row in which they are not zero, so that in the elimination local row k meets the first
/// <see cref="Active"/>[k] columns only. Columns of the ends are zero in local rows and come last.
/// </remarks>
sealed class BorderColumns
{
    internal BorderColumns(HourlyProblem problem)
    {
        var (pattern, shared, years) = (problem.Pattern, problem.SharedCost.Length, problem.YearLimit.Length);
        var first = new int[1 + shared + years];
        Array.Fill(first, pattern.Local);
        first[0] = 0;
        void Take(int column, int row) => first[column] = Math.Min(first[column], row);
        foreach (var slot in problem.Slots)
        {
            foreach (var (row, _) in slot.Rows)
            {
                if (slot.Shared >= 0)
                {
                    Take(1 + slot.Shared, row);
                }

                foreach (var (g, _) in slot.YearRows)
                {
                    Take(1 + shared + g, row);
                }
            }
        }

        foreach (var (row, k, _) in problem.RowShared)
        {
            Take(1 + k, row);
        }

        int[] order = [.. Enumerable.Range(0, first.Length).OrderBy(c => c == 0 ? -1 : first[c])];
        var place = new int[first.Length];
        for (var c = 0; c < order.Length; c++)
        {
            place[order[c]] = c;
        }

        Shared = place[1..(1 + shared)];
        Years = place[(1 + shared)..];
        First = [.. order.Select(c => first[c])];
        Left = first.Length;
        Right = Left + pattern.LinkColumns.Length;
        Count = Right + pattern.LinkColumns.Length;
        Padded = (Count + 3) / 4 * 4;
        Active = [.. Enumerable.Range(0, pattern.Local).Select(k => First.Count(f => f <= k))];
    }

    /// <summary>Column of each shared column; the right-hand side is column 0.</summary>
    internal int[] Shared { get; }

    /// <summary>Column of each year row.</summary>
    internal int[] Years { get; }

    /// <summary>First local row in which each of the columns before <see cref="Left"/> is not zero.</summary>
    internal int[] First { get; }

    /// <summary>First of the columns of the carried columns before the segment.</summary>
    internal int Left { get; }

    /// <summary>First of the columns of the carried columns at the last step.</summary>
    internal int Right { get; }

    /// <summary>Number of columns.</summary>
    internal int Count { get; }

    /// <summary>Number of columns, rounded up to a multiple of 4.</summary>
    internal int Padded { get; }

    /// <summary>How many columns local row k meets.</summary>
    internal int[] Active { get; }
}
