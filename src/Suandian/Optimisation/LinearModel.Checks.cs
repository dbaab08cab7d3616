namespace Suandian.Optimisation;

public sealed partial class LinearModel
{
    /// <summary>Ratio of coefficients above which arithmetic of 16 digits cannot tell the small ones from round-off.</summary>
    public const double MostSpan = 1e15;

    /// <summary>The smallest and the largest matrix entry by size, with the names of their rows; null for a model without entries.</summary>
    public (double Least, string LeastRow, double Most, string MostRow)? EntrySpan()
    {
        var (least, most) = ((Size: double.PositiveInfinity, Row: -1), (Size: 0.0, Row: -1));
        var value = EntryValue;
        for (var i = 0; i < _rows; i++)
        {
            for (var k = _rowStart[i]; k < _rowStart[i + 1]; k++)
            {
                var size = Math.Abs(value[k]);
                least = size > 0 && size < least.Size ? (size, i) : least;
                most = size > most.Size ? (size, i) : most;
            }
        }

        return most.Row < 0 ? null : (least.Size, RowName(least.Row), most.Size, RowName(most.Row));
    }

    /// <summary>The smallest and the largest cost by size, other than 0, with the names of their columns; null where nothing costs.</summary>
    public (double Least, string LeastColumn, double Most, string MostColumn)? CostSpan()
    {
        var (least, most) = ((Size: double.PositiveInfinity, Column: -1), (Size: 0.0, Column: -1));
        for (var j = 0; j < _columns; j++)
        {
            var size = Math.Abs(_columnCost[j]);
            least = size > 0 && size < least.Size ? (size, j) : least;
            most = size > most.Size ? (size, j) : most;
        }

        return most.Column < 0 ? null : (least.Size, ColumnName(least.Column), most.Size, ColumnName(most.Column));
    }
}
