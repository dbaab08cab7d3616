using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Suandian.Reports.Tables;

namespace Suandian.Reports.Sweeps;

/// <summary>The files that gather a sweep: one row per variant as CSV and Parquet, and a page with charts.</summary>
public static class SweepReport
{
    /// <summary>Names of the files.</summary>
    public static readonly ImmutableArray<string> FileNames = ["results.csv", "results.parquet", "index.html"];

    /// <summary>The files with their bytes; equal results give equal bytes.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Files(SweepResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var table = Table(results);
        yield return (FileNames[0], Written(stream => TableFiles.WriteCsv(table, stream)));
        yield return (FileNames[1], Written(stream => TableFiles.WriteParquetAsync(table, stream).GetAwaiter().GetResult()));
        yield return (FileNames[2], Encoding.UTF8.GetBytes(SweepPage.Write(results)));
    }

    /// <summary>Number, values, status and figures of every variant.</summary>
    internal static ReportTable Table(SweepResults results)
    {
        int[] all = [.. Enumerable.Range(0, results.Values.Length)];
        return new ReportTable("results",
        [
            new("variant") { Numbers = [.. all.Select(i => i + 1.0)] },
            .. results.Axes.Select((axis, a) => axis.IsWords
                ? new ReportColumn(axis.Column) { Words = [.. all.Select(i => results.Values[i][a])] }
                : new ReportColumn(axis.Column) { Numbers = [.. all.Select(i => double.Parse(results.Values[i][a], CultureInfo.InvariantCulture))] }),
            new("status") { Words = [.. all.Select(results.StatusOf)] },
            .. results.Columns.Select(c => new ReportColumn(c.Column) { Numbers = [.. all.Select(i => results.ValueOf(i, c.Column))] }),
        ]);
    }

    static byte[] Written(Action<Stream> write)
    {
        using var memory = new MemoryStream();
        write(memory);
        return memory.ToArray();
    }
}
