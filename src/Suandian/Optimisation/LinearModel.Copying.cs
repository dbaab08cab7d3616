namespace Suandian.Optimisation;

public sealed partial class LinearModel
{
    /// <summary>Adds the variables of another model, in its order and under its names, with bounds of their own; none takes whole numbers only.</summary>
    /// <param name="source">The other model.</param>
    /// <param name="lower">Lower bounds [columns of the source].</param>
    /// <param name="upper">Upper bounds [columns of the source].</param>
    internal void TakeVariables(LinearModel source, double[] lower, double[] upper)
    {
        foreach (var variables in source._variables)
        {
            Variables(variables.Block.Name, variables.Block.Members, (i, t) => lower[variables.Column(i, t)], (i, t) => upper[variables.Column(i, t)]);
        }
    }

    /// <summary>Adds the rows of another model, in its order and under its names, so that they keep their component and snapshot.</summary>
    /// <param name="source">The other model.</param>
    /// <param name="row">The row of a number, which starts with the terms of <see cref="TermsOf"/>.</param>
    internal void TakeRows(LinearModel source, RowOf row)
    {
        foreach (var block in source._constraints.Select(c => c.Block))
        {
            var next = block.First;
            Subject(block.Name, block.Members, (_, _) => row(next++));
        }
    }

    /// <summary>Writes the terms of a row of another model with the same column numbers into the row being built.</summary>
    internal Expression TermsOf(LinearModel source, int row)
    {
        var entries = source.RowStart[row]..source.RowStart[row + 1];
        return _terms.Append(source.EntryColumn[entries], source.EntryValue[entries]);
    }

    /// <summary>Writes a row, given its number.</summary>
    internal delegate Constraint RowOf(int row);
}
