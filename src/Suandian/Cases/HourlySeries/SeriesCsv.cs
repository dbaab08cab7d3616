using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Suandian.Cases.Tables;

namespace Suandian.Cases.HourlySeries;

/// <summary>Hourly series of a CSV file: first column <c>hour</c> or <c>time</c>, the others named series.</summary>
static class SeriesCsv
{
    /// <summary>Reads a file; null where its header cannot be used.</summary>
    internal static SeriesFile? Read(ReadOnlyMemory<byte> utf8, Source source, SeriesClock clock, Findings findings)
    {
        using var csv = Csv.Open(utf8);
        ImmutableArray<string> header = [.. csv.Headers.ToArray().Select(Cell.Trim)];
        if (!SeriesHeader.IsUsable(header, source, findings))
            return null;
        var file = new SeriesFile(source, header[1..], findings);
        var hours = new HourOfRow(header[0] == "time", clock.UtcOffsetH);
        while (csv.Read())
            ReadRow(csv, file, hours, source, findings);
        clock.CheckYear(hours.Year, source, findings);
        file.Finish();
        return file;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a case is read once: there is no time for the runtime to find out that this loop is hot
    static void ReadRow(CsvReader csv, SeriesFile file, HourOfRow hours, Source source, Findings findings)
    {
        int line = (int)csv.LineNumber;
        if (!hours.Read(csv.GetSpan(0), out int hour))
        {
            findings.Add(ProblemCode.TimeNotReadable, source.At(line, csv.Headers[0]), csv.GetString(0));
            return;
        }

        if (!file.Enter(line, hour))
            return;
        if (csv.FieldCount > file.Names.Length + 1)
            findings.Add(ProblemCode.RowLength, source.At(line), null, ("cells", csv.FieldCount), ("columns", file.Names.Length + 1));
        int fields = csv.FieldCount;
        for (int i = 0; i < file.Names.Length; i++)
        {
            var text = i + 1 < fields ? csv.GetSpan(i + 1) : [];
            if (!SeriesNumber.TryRead(text, out double value) || !double.IsFinite(value))
                value = Odd(file, i, line, Encoding.UTF8.GetString(text));
            file.Values[i][hour] = value;
        }
    }

    /// <summary>A cell that is no plain number: a notation, or noted as a problem and NaN.</summary>
    internal static double Odd(SeriesFile file, int series, int line, string text)
    {
        string trimmed = Cell.Trim(text);
        var reading = Notation.Read(trimmed, "");
        if (reading.Outcome == NotationOutcome.Number)
            return reading.Value;
        if (trimmed.Length == 0 || reading.Outcome == NotationOutcome.NotFinite)
            file.NotFinite(series, line, trimmed);
        else
            file.NotANumber(series, line, trimmed);
        return double.NaN;
    }
}

/// <summary>The header of a file of series.</summary>
static class SeriesHeader
{
    /// <summary>True where the first column is hour or time and every series has a name of its own.</summary>
    internal static bool IsUsable(ImmutableArray<string> header, Source source, Findings findings)
    {
        if (header.IsEmpty || header[0] is not ("hour" or "time"))
        {
            findings.Add(ProblemCode.TimeColumn, source.At(1, header.FirstOrDefault()), header.FirstOrDefault());
            return false;
        }

        var twice = header.GroupBy(h => h).Where(g => g.Count() > 1).Select(g => g.Key).ToArray();
        foreach (string name in twice)
            findings.Add(ProblemCode.ColumnTwice, source.At(1, name), name);
        return twice.Length == 0;
    }
}

/// <summary>Clock and calendar of the case, as far as its settings could be read.</summary>
sealed record SeriesClock(double UtcOffsetH, int? Year)
{
    internal SeriesClock(CaseSettings? settings)
        : this(settings?.UtcOffsetH ?? 8, settings?.Year)
    {
    }

    /// <summary>Warns where the times of a file are of another year than the case.</summary>
    internal void CheckYear(int year, Source source, Findings findings)
    {
        if (year != 0 && Year is { } wanted && year != wanted)
            findings.Add(ProblemCode.OtherYear, source.At(2, "time"), $"{year}", ("year", wanted));
    }
}
