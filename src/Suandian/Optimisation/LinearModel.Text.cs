using System.Globalization;
using System.Text;

namespace Suandian.Optimisation;

public sealed partial class LinearModel
{
    const string ConstantColumn = "cost_constant";

    /// <summary>The model in CPLEX LP format, one term a line, in the order it was built; the same model gives the same text.</summary>
    public string ToLpText()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        WriteLp(writer);
        return writer.ToString();
    }

    /// <summary>Writes the model in CPLEX LP format.</summary>
    /// <remarks>
    /// Names use parentheses, as in <c>bus_balance(Naomaohu,17)</c>; a character the format does not know becomes <c>_</c>.
    /// A row with two different sides is written as two, marked <c>.lower</c> and <c>.upper</c>. A constant of the objective is the
    /// cost of a column held at 1, as not every reader of the format takes a number alone.
    /// </remarks>
    public void WriteLp(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write($"\\ {Name}\n\nminimize\ncost:\n");
        for (var j = 0; j < _columns; j++)
        {
            if (_columnCost[j] != 0)
            {
                writer.Write($"{Signed(_columnCost[j])} {LpName(ColumnName(j))}\n");
            }
        }

        writer.Write(CostConstant == 0 ? "" : $"{Signed(CostConstant)} {ConstantColumn}\n");
        writer.Write("\nsubject to\n");
        for (var i = 0; i < _rows; i++)
        {
            WriteRow(writer, i);
        }

        WriteBounds(writer);
        WriteIntegers(writer);
        writer.Write("end\n");
    }

    /// <summary>Rows, columns and nonzeros by block, one line each, in the order they were built.</summary>
    public string Statistics()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{_rows} rows, {_columns} columns, {NonzeroCount} nonzeros\n");
        foreach (var block in _variables.Select(v => v.Block))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {block.Name}: {block.Length} columns\n");
        }

        foreach (var block in _constraints.Select(c => c.Block))
        {
            var entries = _rowStart[block.First + block.Length] - _rowStart[block.First];
            text.Append(CultureInfo.InvariantCulture, $"  {block.Name}: {block.Length} rows, {entries} nonzeros\n");
        }

        return text.ToString();
    }

    void WriteRow(TextWriter writer, int row)
    {
        var (lower, upper, name) = (_rowLower[row], _rowUpper[row], LpName(RowName(row)));
        if (lower == upper)
        {
            WriteSide(writer, row, name, "=", lower);
            return;
        }

        var isTwoSided = double.IsFinite(lower) && double.IsFinite(upper);
        if (double.IsFinite(lower))
        {
            WriteSide(writer, row, isTwoSided ? name + ".lower" : name, ">=", lower);
        }

        if (double.IsFinite(upper))
        {
            WriteSide(writer, row, isTwoSided ? name + ".upper" : name, "<=", upper);
        }
    }

    void WriteSide(TextWriter writer, int row, string name, string relation, double side)
    {
        writer.Write($"{name}:\n");
        for (var k = _rowStart[row]; k < _rowStart[row + 1]; k++)
        {
            writer.Write($"{Signed(EntryValue[k])} {LpName(ColumnName(EntryColumn[k]))}\n");
        }

        writer.Write(_rowStart[row] < _rowStart[row + 1] || _columns == 0 ? "" : $"+0 {LpName(ColumnName(0))}\n");
        writer.Write($"{relation} {Plain(side)}\n\n");
    }

    void WriteBounds(TextWriter writer)
    {
        writer.Write("bounds\n");
        writer.Write(CostConstant == 0 ? "" : $"{ConstantColumn} = 1\n");
        for (var j = 0; j < _columns; j++)
        {
            var (lower, upper, name) = (_columnLower[j], _columnUpper[j], LpName(ColumnName(j)));
            if (lower == upper)
            {
                writer.Write($"{name} = {Plain(lower)}\n");
            }
            else if (double.IsInfinity(lower) && double.IsInfinity(upper))
            {
                writer.Write($"{name} free\n");
            }
            else
            {
                writer.Write($"{Plain(lower)} <= {name} <= {Plain(upper)}\n");
            }
        }
    }

    void WriteIntegers(TextWriter writer)
    {
        writer.Write(HasIntegers ? "\ngeneral\n" : "\n");
        foreach (var block in _variables.Where(v => v.IsInteger).Select(v => v.Block))
        {
            for (var j = block.First; j < block.First + block.Length; j++)
            {
                writer.Write($"{LpName(ColumnName(j))}\n");
            }
        }
    }

    static string Signed(double value) => value < 0 ? Plain(value) : "+" + Plain(value);

    static string Plain(double value) => value switch
    {
        0 => "0",
        double.PositiveInfinity => "+inf",
        double.NegativeInfinity => "-inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    static string LpName(string name)
    {
        const string Allowed = "_.,()|#&@%$~";
        return string.Create(name.Length, name, static (text, name) =>
        {
            for (var k = 0; k < text.Length; k++)
            {
                var c = name[k];
                text[k] = c == '[' ? '(' : c == ']' ? ')' : char.IsLetterOrDigit(c) || Allowed.Contains(c, StringComparison.Ordinal) ? c : '_';
            }
        });
    }
}
