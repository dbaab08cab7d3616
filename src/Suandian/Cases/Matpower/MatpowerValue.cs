namespace Suandian.Cases.Matpower;

/// <summary>A value of a case file: a matrix whose rows know their lines, a single number being one of 1 × 1; or a text.</summary>
sealed class MatpowerValue
{
    readonly List<double> _cells = [];
    readonly List<int> _starts = [0];
    readonly List<int> _lines = [];

    /// <summary>The text of a string in quotes; null for numbers.</summary>
    internal string? Text { get; init; }

    /// <summary>Number of rows.</summary>
    internal int Rows => _lines.Count;

    /// <summary>True for a single number.</summary>
    internal bool IsNumber => Rows == 1 && Width(0) == 1;

    /// <summary>A cell; row and column from 0.</summary>
    internal double this[int row, int column]
    {
        get => _cells[_starts[row] + column];
        set => _cells[_starts[row] + column] = value;
    }

    /// <summary>A single number.</summary>
    internal static MatpowerValue Of(double number, int line)
    {
        var value = new MatpowerValue();
        value.Add(number);
        value.EndRow(line);
        return value;
    }

    /// <summary>Cells of a row.</summary>
    internal int Width(int row) => _starts[row + 1] - _starts[row];

    /// <summary>Line of the file on which a row ends.</summary>
    internal int Line(int row) => _lines[row];

    /// <summary>A cell of the row that is being written.</summary>
    internal void Add(double cell) => _cells.Add(cell);

    /// <summary>Ends a row; one without a cell is none.</summary>
    internal void EndRow(int line)
    {
        if (_cells.Count > _starts[^1])
        {
            _starts.Add(_cells.Count);
            _lines.Add(line);
        }
    }

    /// <summary>All cells in a row-wise order.</summary>
    internal IReadOnlyList<double> Cells => _cells;

    /// <summary>The length that most rows have; 0 where there is no row.</summary>
    internal int UsualWidth()
    {
        var counts = new Dictionary<int, int>();
        var best = 0;
        for (var row = 0; row < Rows; row++)
        {
            var width = Width(row);
            var count = counts[width] = counts.GetValueOrDefault(width) + 1;
            best = best == 0 || count > counts[best] ? width : best;
        }

        return best;
    }

    /// <summary>Each cell of one or two values of equal shape, put through a function; a single number goes with every cell.</summary>
    /// <returns>Null where the shapes differ.</returns>
    internal static MatpowerValue? Map(MatpowerValue a, MatpowerValue b, Func<double, double, double> function)
    {
        var shape = a.IsNumber ? b : a;
        if (!a.IsNumber && !b.IsNumber && !a._starts.SequenceEqual(b._starts))
        {
            return null;
        }

        var result = new MatpowerValue();
        for (var row = 0; row < shape.Rows; row++)
        {
            for (var column = 0; column < shape.Width(row); column++)
            {
                result.Add(function(a.IsNumber ? a[0, 0] : a[row, column], b.IsNumber ? b[0, 0] : b[row, column]));
            }

            result.EndRow(shape.Line(row));
        }

        return result;
    }
}
