namespace Suandian.Optimisation;

public sealed partial class LinearModel
{
    /// <summary>The same matrix with other costs and bounds. It shares the matrix and the blocks; neither may grow afterwards.</summary>
    /// <param name="change">What is changed; a part that is null stays as it is.</param>
    /// <exception cref="ArgumentException">A part has another length.</exception>
    internal LinearModel Variant(ModelChange change)
    {
        var copy = (LinearModel)MemberwiseClone();
        copy._columnCost = Changed(change.ColumnCost, _columnCost, _columns);
        copy._columnLower = Changed(change.ColumnLower, _columnLower, _columns);
        copy._columnUpper = Changed(change.ColumnUpper, _columnUpper, _columns);
        copy._rowLower = Changed(change.RowLower, _rowLower, _rows);
        copy._rowUpper = Changed(change.RowUpper, _rowUpper, _rows);
        copy._isRelaxed = _isRelaxed || change.IsRelaxed;
        copy.CostConstant = change.ColumnCost is null ? CostConstant : 0;
        return copy;
    }

    /// <summary>The same model with one row more.</summary>
    /// <param name="name">Name of the block of the row.</param>
    /// <param name="terms">Columns and coefficients.</param>
    /// <param name="lower">Least value of the row.</param>
    /// <param name="upper">Largest value of the row.</param>
    internal LinearModel WithRow(string name, ReadOnlySpan<(int Column, double Coefficient)> terms, double lower, double upper)
    {
        var copy = new LinearModel(this);
        var (columns, coefficients) = (new int[terms.Length], new double[terms.Length]);
        for (var k = 0; k < terms.Length; k++)
        {
            (columns[k], coefficients[k]) = terms[k];
        }

        copy.Subject(name, Members.Annual(1), (_, _) => Expression.Between(lower, copy.Append(columns, coefficients), upper));
        return copy;
    }

    /// <summary>Multiplies the costs of columns that have been added, and a part of the constant, by a factor.</summary>
    /// <param name="first">First column to change.</param>
    /// <param name="constant">Constant before the part that is changed.</param>
    /// <param name="factor">Factor.</param>
    internal void ScaleCosts(int first, double constant, double factor)
    {
        for (var j = first; j < _columns; j++)
        {
            _columnCost[j] *= factor;
        }

        CostConstant = constant + factor * (CostConstant - constant);
    }

    static double[] Changed(double[]? change, double[] known, int length) =>
        change is null ? known : change.Length == length ? change : throw new ArgumentException($"{change.Length} numbers for {length}", nameof(change));
}

/// <summary>What a variant of a model has that the model has not.</summary>
sealed record ModelChange
{
    /// <summary>True where all variables may take any number.</summary>
    internal bool IsRelaxed { get; init; }

    /// <summary>Costs of the columns; the constant is then 0.</summary>
    internal double[]? ColumnCost { get; init; }

    /// <summary>Lower bounds of the columns.</summary>
    internal double[]? ColumnLower { get; init; }

    /// <summary>Upper bounds of the columns.</summary>
    internal double[]? ColumnUpper { get; init; }

    /// <summary>Lower bounds of the rows.</summary>
    internal double[]? RowLower { get; init; }

    /// <summary>Upper bounds of the rows.</summary>
    internal double[]? RowUpper { get; init; }
}
