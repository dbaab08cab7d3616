using System.Globalization;
using System.Text;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Cases.Feeder;

/// <summary>Writes the hours of a feeder as an hourly table, from which a grid with the same loads reads them again.</summary>
/// <remarks>Loads are factors of those of the case; its generators are put at 0, and all else that buses give or take stands in columns power_BUS, reactive_BUS.</remarks>
public static class FeederTableWriter
{
    /// <summary>Smaller powers are round-off and are not written, MW and Mvar.</summary>
    const double Least = 1e-12;

    /// <summary>The table.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="hours">Its hours.</param>
    /// <returns>CSV text with LF ends of line.</returns>
    public static string Write(PowerGrid grid, FeederHours hours)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        var (buses, count) = (grid.Buses, hours.Count);
        double[] Factors(int b) => [.. Enumerable.Range(0, count).Select(h => hours.LoadMw[b * count + h] / buses.LoadMw[b])];
        int[] loads = [.. Enumerable.Range(0, buses.Count).Where(b => buses.LoadMw[b] > 0)];
        double[] common = loads.Length == 0 ? new double[count] : Factors(loads.MaxBy(b => buses.LoadMw[b]));
        var columns = new List<(string Name, double[] Cells)> { ("load", common) };
        var rest = new List<(string Name, double[] Cells)>();
        for (var b = 0; b < buses.Count; b++)
        {
            var own = buses.LoadMw[b] > 0 ? Factors(b) : common;
            if (Differ(own, common, 1e-14))
            {
                columns.Add((Name("load", buses.Number[b]), own));
            }

            if (buses.Kind[b] is GridBusKind.Pq or GridBusKind.Pv)
            {
                var at = b * count;
                double[] power = [.. own.Select((f, h) => hours.Injections.ActiveMw[at + h] + f * buses.LoadMw[b])], reactive = [.. own.Select((f, h) => hours.Injections.ReactiveMvar[at + h] + f * buses.LoadMvar[b])];
                rest.AddRange(((string Name, double[] Cells)[])[(Name("power", buses.Number[b]), power), (Name("reactive", buses.Number[b]), reactive)]);
            }
        }

        columns.Add(("generation", new double[count]));
        columns.AddRange(rest.Where(column => Differ(column.Cells, new double[count], Least)));
        return Text(hours.Label, columns);
    }

    static string Text(int[] labels, List<(string Name, double[] Cells)> columns)
    {
        var text = new StringBuilder("hour");
        columns.ForEach(column => text.Append(',').Append(column.Name));
        for (var h = 0; h < labels.Length; h++)
        {
            text.Append('\n').Append(labels[h].ToString(CultureInfo.InvariantCulture));
            columns.ForEach(column => text.Append(',').Append((Math.Abs(column.Cells[h]) < Least ? 0 : column.Cells[h]).ToString("0.#################", CultureInfo.InvariantCulture)));
        }

        return text.Append('\n').ToString();
    }

    static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}_{number}");

    static bool Differ(double[] a, double[] b, double by) => a.Zip(b).Any(pair => Math.Abs(pair.First - pair.Second) > by);
}
