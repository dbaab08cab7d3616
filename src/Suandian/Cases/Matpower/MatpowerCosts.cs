using Suandian.Cases.Tables;
using Suandian.PowerFlow;

namespace Suandian.Cases.Matpower;

/// <summary>Reads the costs of generators: rows of different meaning, padded with zeros to one length.</summary>
sealed class MatpowerCosts(MatpowerScript script, string file, Findings findings)
{
    const int FirstValue = 4;

    /// <summary>Costs of active and of reactive power, empty where the file has none.</summary>
    /// <param name="generators">Number of generators; null where it is not known.</param>
    internal (GeneratorCost[] Active, GeneratorCost[] Reactive) Read(int? generators)
    {
        if (script.Field("gencost") is not { Rows: > 0 } value)
        {
            if (script.Field("gencost") is { Text: { } text })
            {
                findings.Add(ProblemCode.GridCost, new Spot(file, null, "gencost", null), text);
            }

            return ([], []);
        }

        if (generators is { } count && value.Rows != count && value.Rows != 2 * count)
        {
            findings.Add(ProblemCode.GridCostRows, new Spot(file, value.Line(0), "gencost", null), MatpowerTable.Plain(value.Rows), ("count", count), ("twice", 2 * count));
            return ([], []);
        }

        var costs = Enumerable.Range(0, value.Rows).Select(row => Cost(value, row)).ToArray();
        var half = generators ?? costs.Length;
        return (costs[..half], costs[half..]);
    }

    GeneratorCost Cost(MatpowerValue value, int row)
    {
        var width = value.Width(row);
        var cells = Enumerable.Range(0, width).Select(c => value[row, c]).ToArray();
        var kind = width > 0 ? cells[0] : 0;
        var points = width >= FirstValue ? cells[3] : 0;
        var used = kind == 1 ? 2 * points : points;
        var isGood = kind is 1 or 2 && points >= (kind == 1 ? 2 : 0) && points == Math.Floor(points) && used <= width - FirstValue
            && Array.TrueForAll(cells, double.IsFinite);
        if (!isGood)
        {
            findings.Add(ProblemCode.GridCost, new Spot(file, value.Line(row), "gencost", null), string.Join(' ', cells.Take(8).Select(MatpowerTable.Plain)));
            return new GeneratorCost(GeneratorCostKind.Polynomial, 0, 0, []);
        }

        var values = cells[FirstValue..(FirstValue + (int)used)];
        for (var i = 2; kind == 1 && i < values.Length; i += 2)
        {
            if (values[i] <= values[i - 2])
            {
                findings.Add(ProblemCode.GridCost, new Spot(file, value.Line(row), "gencost", null), MatpowerTable.Plain(values[i]));
            }
        }

        return new GeneratorCost((GeneratorCostKind)(int)kind, cells[1], cells[2], values);
    }
}
