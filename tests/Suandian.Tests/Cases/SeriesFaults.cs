using System.Globalization;

namespace Suandian.Cases;

/// <summary>Faults of hourly series.</summary>
static class SeriesFaults
{
    const string Hourly = "series/hourly.csv";

    internal static IEnumerable<Fault> All =>
    [
        new("leap year", ProblemCode.SeriesLeapYear, Hourly, 1, null, c => c.Write(Hourly, c.Text(Hourly) + Rows(8760, 24))),
        new("cut short", ProblemCode.SeriesLength, Hourly, 8001, "hour",
            c => c.Write(Hourly, string.Join('\n', c.Text(Hourly).Split('\n').Take(8001)))),
        new("gap", ProblemCode.HourGap, Hourly, 101, "hour", c => c.Line(Hourly, 102, _ => "")),
        new("first hour missing", ProblemCode.HourGap, Hourly, 1, "hour", c => c.Line(Hourly, 2, _ => "")),
        new("hour twice", ProblemCode.HourTwice, Hourly, 103, "hour", c => c.Cell(Hourly, 103, "hour", "100")),
        new("hour 8760", ProblemCode.HourOutside, Hourly, 8761, "hour", c => c.Cell(Hourly, 8761, "hour", "8760")),
        new("hour with words", ProblemCode.TimeNotReadable, Hourly, 11, "hour", c => c.Cell(Hourly, 11, "hour", "nine")),
        new("no time column", ProblemCode.TimeColumn, Hourly, 1, "t", c => c.Line(Hourly, 1, l => l.Replace("hour", "t", StringComparison.Ordinal))),
        new("series name twice in a file", ProblemCode.ColumnTwice, Hourly, 1, "mine",
            c => c.Line(Hourly, 1, l => l.Replace("spot", "mine", StringComparison.Ordinal))),
        new("series name twice in the folder", ProblemCode.SeriesTwice, "series/other.csv", 1, "mine",
            c => c.Write("series/other.csv", "hour,mine\n" + string.Concat(Enumerable.Range(0, 8760).Select(h => $"{h},1\n")))),
        new("series that nobody uses", ProblemCode.SeriesUnused, "series/other.csv", 1, "idle",
            c => c.Write("series/other.csv", "hour,idle\n" + string.Concat(Enumerable.Range(0, 8760).Select(h => $"{h},1\n")))),
        new("another year", ProblemCode.OtherYear, "series/other.csv", 2, "time",
            c => c.Write("series/other.csv", "time,idle\n" + string.Concat(Enumerable.Range(0, 8760).Select(h =>
                new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(h).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + ",1\n")))),
        new("half hours", ProblemCode.TimeNotReadable, "series/other.csv", 3, "time",
            c => c.Write("series/other.csv", "time,idle\n2025-01-01 00:00,1\n2025-01-01 00:30,1\n")),
        new("a row too long", ProblemCode.RowLength, Hourly, 50, null, c => c.Line(Hourly, 50, l => l + ",1")),
        .. Column("hydro", "1.5", ProblemCode.SeriesRange),
        .. Column("inflow", "-1", ProblemCode.SeriesRange),
        .. Column("mine", "-0.5", ProblemCode.SeriesRange),
        .. Column("spot", "5000", ProblemCode.SeriesRange),
        .. Column("pue", "0.9", ProblemCode.SeriesRange),
        .. Column("requests", "-2", ProblemCode.SeriesRange),
    ];

    static Fault[] Column(string series, string wrong, string code) =>
    [
        new($"{series} = {wrong}", code, Hourly, 202, series, c => c.Cell(Hourly, 202, series, wrong)),
        new($"{series} empty", ProblemCode.SeriesNotFinite, Hourly, 300, series, c => c.Cell(Hourly, 300, series, "")),
        new($"{series} NaN", ProblemCode.SeriesNotFinite, Hourly, 300, series, c => c.Cell(Hourly, 300, series, "NaN")),
        new($"{series} text", ProblemCode.SeriesNotANumber, Hourly, 300, series, c => c.Cell(Hourly, 300, series, "none")),
    ];

    static string Rows(int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(h => $"{h},0.5,1,1,1,1.2,1\n"));
}
