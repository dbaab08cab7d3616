using System.Globalization;
using Suandian.Cases.Tables;
using Suandian.Texts;

namespace Suandian.Cases.Matpower;

/// <summary>A matrix of a case file by columns, checked cell by cell.</summary>
sealed class MatpowerTable
{
    readonly double[][] _columns;
    readonly MatpowerColumns _format;
    readonly string _file;

    MatpowerTable(MatpowerColumns format, string file, double[][] columns, int[] lines) =>
        (_format, _file, _columns, Lines) = (format, file, columns, lines);

    /// <summary>Number of rows.</summary>
    internal int Count => Lines.Length;

    /// <summary>Line of the file of each row.</summary>
    internal int[] Lines { get; }

    /// <summary>First cells of the rows that were left out for their length.</summary>
    internal double[] Lost { get; private init; } = [];

    /// <summary>A column, counted from 0.</summary>
    internal double[] this[int column] => _columns[column];

    /// <summary>The columns behind the standard ones.</summary>
    internal double[][] Further => _columns[_format.Columns.Length..];

    /// <summary>The place of a cell.</summary>
    internal Spot At(int row, int column) => new(_file, Lines[row], _format.Name(column), null);

    /// <summary>True where a cell is 1.</summary>
    internal bool[] Flags(int column) => [.. _columns[column].Select(value => value == 1)];

    /// <summary>Reads a field; rows of a wrong length are told and left out, cells that are not allowed are told.</summary>
    internal static MatpowerTable? Read(MatpowerScript script, MatpowerColumns format, string file, Findings findings)
    {
        var value = script.Field(format.Field);
        if (value is null)
        {
            if (!script.Fields.Contains(format.Field))
            {
                findings.Add(ProblemCode.GridFieldMissing, new Spot(file, null, format.Field, null), null, ("field", "mpc." + format.Field));
            }

            return null;
        }

        var width = Math.Max(value.UsualWidth(), format.Columns.Length);
        List<int> good = [], bad = [];
        for (var row = 0; row < value.Rows; row++)
        {
            if (value.Width(row) == width)
            {
                good.Add(row);
            }
            else
            {
                bad.Add(row);
                findings.Add(ProblemCode.GridRowLength, new Spot(file, value.Line(row), format.Field, null), Plain(value.Width(row)), ("wanted", width));
            }
        }

        var columns = Enumerable.Range(0, width).Select(c => good.Select(row => value[row, c]).ToArray()).ToArray();
        var table = new MatpowerTable(format, file, columns, [.. good.Select(value.Line)]) { Lost = [.. bad.Where(row => value.Width(row) > 0).Select(row => value[row, 0])] };
        table.Check(findings);
        return table;
    }

    /// <summary>A number as people write it.</summary>
    internal static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    void Check(Findings findings)
    {
        for (var c = 0; c < _columns.Length; c++)
        {
            var range = _format.RangeOf(c);
            for (var row = 0; row < Count; row++)
            {
                if (!MatpowerColumns.Allows(range, _columns[c][row]))
                {
                    findings.Add(ProblemCode.GridNumber, At(row, c), Plain(_columns[c][row]), ("wanted", Phrases.Of($"grid.range.{range}")));
                }
            }
        }
    }
}
