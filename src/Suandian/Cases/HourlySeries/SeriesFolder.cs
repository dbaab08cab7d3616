using System.Collections.Immutable;
using Suandian.Cases.Tables;

namespace Suandian.Cases.HourlySeries;

/// <summary>All series of the folder series/.</summary>
sealed class SeriesFolder(FolderReader folder, Findings findings, SeriesClock clock)
{
    /// <summary>Series by name; a name in two files is a problem.</summary>
    internal ImmutableDictionary<string, LoadedSeries> Read()
    {
        var all = ImmutableDictionary.CreateBuilder<string, LoadedSeries>();
        foreach (string file in folder.FilesIn("series"))
        {
            var source = new Source(file);
            if (ReadFile(file, source) is { } read)
                Merge(read, source, all, findings);
        }

        return all.ToImmutable();
    }

    /// <summary>Takes the series of one file into those of the case.</summary>
    internal static void Merge(
        SeriesFile read, Source source, ImmutableDictionary<string, LoadedSeries>.Builder all, Findings findings)
    {
        for (int i = 0; i < read.Names.Length; i++)
        {
            if (all.TryGetValue(read.Names[i], out var other))
                findings.Add(ProblemCode.SeriesTwice, source.At(1, read.Names[i]), read.Names[i], ("other", other.Source.Name));
            else
                all.Add(read.Names[i], new LoadedSeries(read.Values[i], source));
        }
    }

    SeriesFile? ReadFile(string file, Source source)
    {
        switch (Path.GetExtension(file).ToLowerInvariant())
        {
            case ".csv" when folder.Text(file, out byte[] bytes) is { } utf8:
                return Noted(file, bytes, SeriesCsv.Read(utf8, source, clock, findings));
            case ".parquet" when folder.Bytes(file) is { } bytes:
                return Noted(file, bytes, SeriesParquet.Read(bytes, source, clock, findings));
            case ".csv" or ".parquet":
                return null;
            default:
                findings.Add(ProblemCode.UnknownFile, source.Whole, file);
                return null;
        }
    }

    SeriesFile? Noted(string file, byte[] bytes, SeriesFile? read)
    {
        if (read is not null)
            folder.Note(file, read.Rows, bytes);
        return read;
    }
}
