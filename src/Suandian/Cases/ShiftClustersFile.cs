using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases.Tables;
using Suandian.Cases.Traces;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Cases;

/// <summary>The door for clusters to which jobs may be shifted: a CSV file, columns by name, each row naming its hourly table; docs/reference/shifting.md.</summary>
public static class ShiftClustersFile
{
    /// <summary>Most clusters.</summary>
    const int MostClusters = 50;

    /// <summary>Largest file that is read, MiB.</summary>
    const int MostMiB = 16;

    /// <summary>GB in an hour for each Gbit/s: 3600 s / 8 bit.</summary>
    const double GbPerHPerGbitPerS = 450;

    const string Name = "name", Series = "series", Cpus = "cpus", Pue = "pue", Latency = "latency_ms", DataCost = "data_yuan_per_gb", DataCarbon = "data_carbon_g_per_gb",
        Bandwidth = "bandwidth_gbit_per_s", Qualifications = "qualifications";

    static readonly string[] Known = [Name, Series, Cpus, Pue, Latency, DataCost, DataCarbon, Bandwidth, Qualifications];

    /// <summary>Reads clusters and their hourly tables, which are sought beside the file.</summary>
    /// <param name="path">A CSV file.</param>
    /// <param name="goal">What the hourly tables have to tell.</param>
    /// <returns>The clusters, unless a problem is an error; every problem of all files with line and column.</returns>
    public static ShiftClustersReading Read(string path, ShiftGoal goal)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        if (UserFile.Bytes(path, MostMiB, (ProblemCode.ShiftFileUnreadable, ProblemCode.ShiftFileUnreadable), findings) is not { } bytes)
        {
            return new ShiftClustersReading([], findings.Sorted());
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var read = new Dictionary<string, ShiftSeriesReading>(StringComparer.Ordinal);
        return Parse(bytes, Path.GetFileName(path), name => read.TryGetValue(name, out var reading) ? reading : read[name] = ShiftSeriesFile.Read(Path.Combine(folder, name), goal));
    }

    /// <summary>Reads the bytes of a table of clusters.</summary>
    /// <param name="bytes">What the file holds: UTF-8, UTF-16 with mark or GB18030.</param>
    /// <param name="file">Name that problems carry.</param>
    /// <param name="series">Reads the hourly table of a name.</param>
    public static ShiftClustersReading Parse(byte[] bytes, string file, Func<string, ShiftSeriesReading> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var findings = new Findings();
        if (Sheet(bytes, file, findings) is not { } sheet)
        {
            return new ShiftClustersReading([], findings.Sorted());
        }

        if (sheet.Rows.Length is 0 or > MostClusters)
        {
            findings.Add(ProblemCode.ShiftClusterRows, new Spot(file, null, null, null), sheet.Rows.Length.ToString(CultureInfo.InvariantCulture), ("most", MostClusters));
        }

        var named = new NamedColumns(sheet.Header);
        int[] column = [.. Known.Select(name => named.At(name))];
        var (clusters, hours) = (ImmutableArray.CreateBuilder<ShiftCluster>(), (int?)null);
        for (var r = 0; r < Math.Min(MostClusters, sheet.Rows.Length); r++)
        {
            var row = new ClusterRow(sheet.Rows[r], file, (Known, column), findings);
            if (row.IsWhole(sheet.Header.Length) && Cluster(row, series, findings) is { } cluster)
            {
                Compare(cluster, row, clusters, ref hours);
                clusters.Add(cluster);
            }
        }

        return new ShiftClustersReading(findings.HasErrors ? [] : clusters.ToImmutable(), findings.Sorted());
    }

    /// <summary>The cells, and what is wrong with the header; null where they cannot be used.</summary>
    static CsvSheet? Sheet(byte[] bytes, string file, Findings findings)
    {
        if (TextDecoding.ToUtf8(bytes) is not { } text)
        {
            findings.Add(ProblemCode.Encoding, new Spot(file, null, null, null), null);
            return null;
        }

        var sheet = Csv.Read(text);
        if (sheet.OtherSeparator is { } separator)
        {
            findings.Add(ProblemCode.Separator, new Spot(file, 1, null, null), null, ("separator", separator));
            return null;
        }

        foreach (var line in sheet.BrokenLines)
        {
            findings.Add(ProblemCode.BrokenQuotes, new Spot(file, line, null, null), null);
        }

        for (var c = 0; c < sheet.Header.Length; c++)
        {
            var name = sheet.Header[c];
            if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                findings.Add(ProblemCode.ShiftClusterColumnUnknown, new Spot(file, 1, name, null), name, ("known", string.Join(", ", Known)));
            }
            else if (sheet.Header.Take(c).Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                findings.Add(ProblemCode.ColumnTwice, new Spot(file, 1, name, null), name);
            }
        }

        foreach (var needed in (string[])[Name, Series])
        {
            if (!sheet.Header.Contains(needed, StringComparer.OrdinalIgnoreCase))
            {
                findings.Add(ProblemCode.ShiftClusterColumn, new Spot(file, 1, needed, null), null);
            }
        }

        return sheet;
    }

    static ShiftCluster? Cluster(ClusterRow row, Func<string, ShiftSeriesReading> series, Findings findings)
    {
        const double MostCpus = 10_000_000, Most = 1e9, MostPue = 10;
        var (name, hourly) = (row.Word(Name), row.Word(Series));
        var cpus = row.Number(Cpus, (1, MostCpus), isWhole: true);
        var (pue, latency) = (row.Number(Pue, (1, MostPue)), row.Number(Latency, (0, Most)));
        var (yuan, gram, rate) = (row.Number(DataCost, (0, Most)), row.Number(DataCarbon, (0, Most)), row.Number(Bandwidth, (1e-9, Most)));
        if (hourly is null)
        {
            return null;
        }

        var reading = series(hourly);
        findings.Add(reading.Problems);
        if (reading.Series is not { } hours || name is null)
        {
            return null;
        }

        if (pue is not null && hours.Pue is not null)
        {
            row.Refuse(ProblemCode.ShiftClusterPueTwice, Pue, ("series", hourly));
        }

        return new ShiftCluster
        {
            Name = name,
            CapacityCpus = (int?)cpus,
            Series = pue is { } constant ? hours with { Pue = [constant] } : hours,
            LatencyMs = latency ?? 0,
            DataYuanPerGb = yuan ?? 0,
            DataGPerGb = gram ?? 0,
            DataGbPerH = rate * GbPerHPerGbitPerS,
            Qualifications = WordList.Of(row.Word(Qualifications, isNeeded: false)),
        };
    }

    /// <summary>Names are told once, and all hourly tables are as long.</summary>
    static void Compare(ShiftCluster cluster, ClusterRow row, ImmutableArray<ShiftCluster>.Builder before, ref int? hours)
    {
        if (before.Any(c => c.Name == cluster.Name))
        {
            row.Refuse(ProblemCode.ShiftClusterTwice, Name);
        }

        hours ??= cluster.Series.Hours;
        if (cluster.Series.Hours != hours)
        {
            row.Refuse(ProblemCode.ShiftClusterHours, Series, ("hours", cluster.Series.Hours), ("wanted", hours));
        }
    }
}

/// <summary>What reading a table of clusters gave.</summary>
/// <param name="Clusters">The clusters in the order of the file; none where a problem is an error.</param>
/// <param name="Problems">Every problem found, those of the hourly tables included, with line and column.</param>
public sealed record ShiftClustersReading(ImmutableArray<ShiftCluster> Clusters, ImmutableArray<Problem> Problems);
