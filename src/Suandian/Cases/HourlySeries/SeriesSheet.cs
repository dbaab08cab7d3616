using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Suandian.Cases.Tables;

namespace Suandian.Cases.HourlySeries;

/// <summary>Hourly series of a sheet; times may be dates of the spreadsheet.</summary>
static class SeriesSheet
{
    /// <summary>Reads a sheet; null where its header cannot be used.</summary>
    internal static SeriesFile? Read(
        ImmutableArray<string> header, ImmutableArray<RawRow> rows, Source source, SeriesClock clock, Findings findings)
    {
        if (!SeriesHeader.IsUsable(header, source, findings))
            return null;
        var file = new SeriesFile(source, header[1..], findings);
        bool isTime = header[0] == "time";
        var hours = new HourOfRow(isTime, clock.UtcOffsetH);
        foreach (var row in rows)
        {
            string label = isTime ? Time(row.Cells[0]) : row.Cells[0];
            if (!hours.Read(Encoding.UTF8.GetBytes(label), out int hour))
                findings.Add(ProblemCode.TimeNotReadable, source.At(row.Line, header[0]), row.Cells[0]);
            else if (file.Enter(row.Line, hour))
                Values(file, row, hour);
        }

        clock.CheckYear(hours.Year, source, findings);
        file.Finish();
        return file;
    }

    static void Values(SeriesFile file, RawRow row, int hour)
    {
        for (int i = 0; i < file.Names.Length; i++)
        {
            string text = row.Cells[i + 1];
            bool plain = Cell.IsPlainNumber(text, out double value) && double.IsFinite(value);
            file.Values[i][hour] = plain ? value : SeriesCsv.Odd(file, i, row.Line, text);
        }
    }

    /// <summary>A date of the spreadsheet (days since 1899-12-30) as text, rounded to the minute.</summary>
    static string Time(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double days) || days is < 1 or > 100_000)
            return text;
        return DateTime.FromOADate(Math.Round(days * 1440) / 1440).AddSeconds(30).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
