namespace Suandian.Cases.Matpower;

/// <summary>Rows and columns in round brackets behind a name, counted from 1; null means all.</summary>
sealed class MatpowerIndex(MatpowerExpressions expressions, MatpowerCursor cursor)
{
    int[]? _rows;
    int[]? _columns;

    /// <summary>Reads "(rows, columns)"; null where it is not understood.</summary>
    internal MatpowerIndex? Read()
    {
        cursor.Step();
        return Part(out _rows) && cursor.Take(',') && Part(out _columns) && cursor.Take(')') ? this : null;
    }

    /// <summary>The part of a matrix; null where it has no such cell.</summary>
    internal MatpowerValue? Of(MatpowerValue matrix)
    {
        var part = new MatpowerValue();
        foreach (var row in Rows(matrix))
        {
            foreach (var column in Columns(matrix, row))
            {
                if (!Has(matrix, row, column))
                {
                    return null;
                }

                part.Add(matrix[row, column]);
            }

            part.EndRow(matrix.Line(row));
        }

        return part;
    }

    /// <summary>Puts a value into the part of a matrix; false where the shapes differ or a cell is missing.</summary>
    internal bool Put(MatpowerValue matrix, MatpowerValue value)
    {
        var at = 0;
        foreach (var row in Rows(matrix))
        {
            foreach (var column in Columns(matrix, row))
            {
                if (!Has(matrix, row, column) || (!value.IsNumber && at >= value.Cells.Count))
                {
                    return false;
                }

                matrix[row, column] = value.Cells[value.IsNumber ? 0 : at++];
            }
        }

        return value.IsNumber || at == value.Cells.Count;
    }

    bool Part(out int[]? numbers)
    {
        numbers = null;
        if (cursor.Take(':'))
        {
            return true;
        }

        if (expressions.Sum() is not { Text: null } value || value.Cells.Any(number => !(number is >= 1 and <= 1e9) || number != Math.Floor(number)))
        {
            return false;
        }

        numbers = [.. value.Cells.Select(number => (int)number - 1)];
        return true;
    }

    static bool Has(MatpowerValue matrix, int row, int column) => row < matrix.Rows && column < matrix.Width(row);

    IEnumerable<int> Rows(MatpowerValue matrix) => _rows ?? Enumerable.Range(0, matrix.Rows);

    IEnumerable<int> Columns(MatpowerValue matrix, int row) => _columns ?? Enumerable.Range(0, row < matrix.Rows ? matrix.Width(row) : 1);
}
