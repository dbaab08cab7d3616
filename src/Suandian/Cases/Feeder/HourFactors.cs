using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.PowerFlow;

namespace Suandian.Cases.Feeder;

/// <summary>How loads and generation of a grid change by the hour, as factors on the values of its case.</summary>
/// <param name="Load">Factor of all loads. Shape [hours].</param>
/// <param name="Generation">Factor of all generators away from slacks. Shape [hours].</param>
public sealed record HourFactors(double[] Load, double[] Generation)
{
    const int Year = 8760;

    /// <summary>Days of the months of a common year.</summary>
    static readonly int[] Days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>Number of hours.</summary>
    public int Hours => Load.Length;

    /// <summary>Reads a CSV file with the column <c>load</c>, and <c>generation</c> where it is not 1 always; one row an hour.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The factors, unless a problem is an error.</returns>
    public static (HourFactors? Factors, ImmutableArray<Problem> Problems) Read(string path)
    {
        var findings = new Findings();
        if (FeederFiles.Sheet(path, ProblemCode.FeederHoursFile, findings) is not { } sheet)
        {
            return (null, findings.Sorted());
        }

        var (name, load, generation) = (Path.GetFileName(path), sheet.Header.IndexOf("load"), sheet.Header.IndexOf("generation"));
        if (load < 0 || sheet.Rows.IsEmpty || sheet.Header.Any(column => column is not ("load" or "generation" or "hour" or "time")))
        {
            findings.Add(ProblemCode.FeederHoursFile, new Spot(name, 1, null, null), string.Join(',', sheet.Header), ("detail", ""));
            return (null, findings.Sorted());
        }

        double Number(RawRow row, int column) => FeederFiles.Number((row, column), sheet.Header, name, ProblemCode.FeederHoursNumber, findings, (0, double.MaxValue)) ?? 0;
        var factors = new HourFactors([.. sheet.Rows.Select(row => Number(row, load))], [.. sheet.Rows.Select(row => generation < 0 ? 1 : Number(row, generation))]);
        return (findings.HasErrors ? null : factors, findings.Sorted());
    }

    /// <summary>The powers of a grid in all hours.</summary>
    public HourlyInjections Of(PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var (generators, hours) = (grid.Generators, Hours);
        double[] Powers(double[] loads, double[] outputs)
        {
            var powers = new double[grid.Buses.Count * hours];
            for (var b = 0; b < grid.Buses.Count; b++)
            {
                var output = Enumerable.Range(0, generators.Count).Where(g => generators.InService[g] && generators.Bus[g] == b && grid.Buses.Kind[b] != GridBusKind.Slack).Sum(g => outputs[g]);
                for (var h = 0; h < hours; h++)
                {
                    powers[b * hours + h] = output * Generation[h] - loads[b] * Load[h];
                }
            }

            return powers;
        }

        return new HourlyInjections(hours, Powers(grid.Buses.LoadMw, generators.PowerMw), Powers(grid.Buses.LoadMvar, generators.PowerMvar));
    }

    /// <summary>First hours of so many periods: months where twelve are asked of a common year, else as equal as they can be.</summary>
    public int[] Periods(int count) => Hours == Year && count == Days.Length
        ? [.. Enumerable.Range(0, count).Select(m => 24 * Days.Take(m).Sum())]
        : [.. Enumerable.Range(0, Math.Min(count, Hours)).Select(p => (int)((long)p * Hours / Math.Min(count, Hours)))];
}
