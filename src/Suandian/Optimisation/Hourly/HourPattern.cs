namespace Suandian.Optimisation.Hourly;

/// <summary>The pattern of the hourly normal matrix M(t) = A D⁻¹ A', the same at all snapshots, and the order of its elimination.</summary>
/// <remarks>
/// Rows that no carried column touches are local and go first, in the order of least degree; the rest are state rows and form
/// a dense block that is chained over time. One analysis serves all snapshots.
/// </remarks>
sealed class HourPattern
{
    HourPattern(HourlyShape shape)
    {
        Place = new int[shape.Rows.Count];
        Link = new int[shape.Columns.Count];
    }

    /// <summary>Place in the elimination of each row of the shape.</summary>
    internal int[] Place { get; }

    /// <summary>Number among the carried columns, by column; −1 where it is not carried.</summary>
    internal int[] Link { get; }

    /// <summary>The carried columns.</summary>
    internal int[] LinkColumns { get; private set; } = [];

    /// <summary>Number of local rows.</summary>
    internal int Local { get; private set; }

    /// <summary>Number of state rows.</summary>
    internal int States => Place.Length - Local;

    /// <summary>Number of rows.</summary>
    internal int Rows => Place.Length;

    /// <summary>Entries of the factor in local columns: the diagonal and what lies below.</summary>
    internal int LocalLength { get; private set; }

    /// <summary>Place of the diagonal of each local column in the factor.</summary>
    internal int[] Diagonal { get; private set; } = [];

    /// <summary>Below the diagonal of each local column: row and place in the factor.</summary>
    internal (int Row, int At)[][] Below { get; private set; } = [];

    /// <summary>What each local column takes away: target (local factor, or state block where ≥ LocalLength) −= a · b.</summary>
    internal (int Target, int A, int B)[][] Updates { get; private set; } = [];

    /// <summary>Products to assemble: target += column's D⁻¹ times the coefficients of two of its entries.</summary>
    internal (int Target, int Column, int EntryA, int EntryB)[] Assembly { get; private set; } = [];

    /// <summary>Place of a pair of state rows i ≥ k in the dense lower triangle.</summary>
    internal static int Pair(int i, int k) => i * (i + 1) / 2 + k;

    internal static HourPattern Of(HourlyShape shape)
    {
        var pattern = new HourPattern(shape);
        pattern.FindLinks(shape);
        var touches = Adjacency(shape);
        pattern.Order(shape, touches);
        pattern.Assemble(shape);
        return pattern;
    }

    void FindLinks(HourlyShape shape)
    {
        var links = new List<int>();
        for (var v = 0; v < Link.Length; v++)
        {
            Link[v] = shape.Columns[v].IsCarried ? links.Count : -1;
            if (Link[v] >= 0)
            {
                links.Add(v);
            }
        }

        LinkColumns = [.. links];
    }

    /// <summary>Which rows meet in a column that is not carried.</summary>
    static bool[,] Adjacency(HourlyShape shape)
    {
        var touches = new bool[shape.Rows.Count, shape.Rows.Count];
        foreach (var column in shape.Columns.Where(c => !c.IsCarried))
        {
            foreach (var (r, _) in column.Rows)
            {
                foreach (var (p, _) in column.Rows)
                {
                    touches[r, p] = true;
                }
            }
        }

        return touches;
    }

    void Order(HourlyShape shape, bool[,] touches)
    {
        var rows = Place.Length;
        var isState = new bool[rows];
        foreach (var (r, _) in shape.Columns.Where(c => c.IsCarried).SelectMany(c => c.Rows.Concat(c.NextRows)))
        {
            isState[r] = true;
        }

        var left = Enumerable.Range(0, rows).Where(r => !isState[r]).ToList();
        Local = left.Count;
        var (order, isOrdered) = (new List<int>(), new bool[rows]);
        var below = new List<int[]>();
        while (left.Count > 0)
        {
            var next = left.MinBy(r => Enumerable.Range(0, rows).Count(p => p != r && touches[r, p] && !isOrdered[p]));
            var neighbours = Enumerable.Range(0, rows).Where(p => p != next && touches[next, p] && !isOrdered[p]).ToArray();
            foreach (var i in neighbours)
            {
                foreach (var k in neighbours)
                {
                    touches[i, k] = true;
                }
            }

            left.Remove(next);
            order.Add(next);
            isOrdered[next] = true;
            below.Add(neighbours);
        }

        order.AddRange(Enumerable.Range(0, rows).Where(r => isState[r]));
        for (var k = 0; k < rows; k++)
        {
            Place[order[k]] = k;
        }

        Number([.. below.Select(b => b.Select(r => Place[r]).Order().ToArray())]);
    }

    void Number(int[][] below)
    {
        Diagonal = new int[Local];
        Below = new (int, int)[Local][];
        _at = new Dictionary<(int, int), int>();
        for (var k = 0; k < Local; k++)
        {
            Diagonal[k] = LocalLength;
            _at[(k, k)] = LocalLength++;
            Below[k] = new (int, int)[below[k].Length];
            for (var n = 0; n < below[k].Length; n++)
            {
                _at[(below[k][n], k)] = LocalLength;
                Below[k][n] = (below[k][n], LocalLength++);
            }
        }

        Updates = new (int, int, int)[Local][];
        for (var k = 0; k < Local; k++)
        {
            Updates[k] = [.. Below[k].SelectMany(i => Below[k].Where(j => j.Row <= i.Row).Select(j => (Target(i.Row, j.Row), i.At, j.At)))];
        }
    }

    Dictionary<(int, int), int> _at = [];

    int Target(int i, int j) => j >= Local ? LocalLength + Pair(i - Local, j - Local) : _at[(i, j)];

    void Assemble(HourlyShape shape)
    {
        var terms = new List<(int Target, int Column, int EntryA, int EntryB)>();
        for (var v = 0; v < Link.Length; v++)
        {
            var rows = shape.Columns[v].Rows;
            for (var a = 0; a < rows.Count && Link[v] < 0; a++)
            {
                for (var b = 0; b < rows.Count; b++)
                {
                    var (i, j) = (Place[rows[a].Row], Place[rows[b].Row]);
                    if (i > j || (i == j && a == b))
                    {
                        terms.Add((Target(i, j), v, a, b));
                    }
                }
            }
        }

        Assembly = [.. terms.OrderBy(t => t.Target)];
        _at = [];
    }
}
