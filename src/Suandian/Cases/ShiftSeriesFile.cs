using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases.Tables;
using Suandian.Scheduling.Shifting;

namespace Suandian.Cases;

/// <summary>The door for hourly series of price, carbon, green supply and power limit: a CSV file, columns by name; docs/reference/shifting.md.</summary>
public static class ShiftSeriesFile
{
    /// <summary>Largest file that is read, MiB.</summary>
    const int MostMiB = 1024;

    /// <summary>Most hours: ten years.</summary>
    const int MostHours = 87_660;

    const string Hour = "hour", Carbon = "carbon_g_per_kwh", Market = "market_carbon_g_per_kwh", Price = "price_yuan_per_kwh", Green = "green_mw", Limit = "power_limit_mw", Pue = "pue";

    static readonly string[] Known = [Hour, Carbon, Market, Price, Green, Limit, Pue];

    /// <summary>Reads a series.</summary>
    /// <param name="path">A CSV file.</param>
    /// <param name="goal">What it has to tell; null for nothing in particular.</param>
    /// <returns>The hours, unless a problem is an error; every problem with line and column.</returns>
    public static ShiftSeriesReading Read(string path, ShiftGoal? goal)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        return UserFile.Bytes(path, MostMiB, (ProblemCode.ShiftFileUnreadable, ProblemCode.ShiftFileUnreadable), findings) is { } bytes ? Parse(bytes, Path.GetFileName(path), goal) : new ShiftSeriesReading(null, findings.Sorted());
    }

    /// <summary>Reads the bytes of a series.</summary>
    /// <param name="bytes">What the file holds: UTF-8, UTF-16 with mark or GB18030.</param>
    /// <param name="file">Name that problems carry.</param>
    /// <param name="goal">What it has to tell; null for nothing in particular.</param>
    public static ShiftSeriesReading Parse(byte[] bytes, string file, ShiftGoal? goal)
    {
        var findings = new Findings();
        if (TextDecoding.ToUtf8(bytes) is not { } text)
        {
            findings.Add(ProblemCode.Encoding, new Spot(file, null, null, null), null);
            return new ShiftSeriesReading(null, findings.Sorted());
        }

        var sheet = Csv.Read(text);
        if (sheet.OtherSeparator is { } separator)
        {
            findings.Add(ProblemCode.Separator, new Spot(file, 1, null, null), null, ("separator", separator));
            return new ShiftSeriesReading(null, findings.Sorted());
        }

        var column = Columns(sheet, file, goal, findings);
        if (sheet.Rows.Length is 0 or > MostHours)
        {
            findings.Add(ProblemCode.ShiftSeriesRows, new Spot(file, null, null, null), sheet.Rows.Length.ToString(CultureInfo.InvariantCulture), ("most", MostHours));
        }

        var values = column.Select(_ => new double[sheet.Rows.Length]).ToArray();
        for (var r = 0; r < sheet.Rows.Length; r++)
        {
            Row(sheet, r, file, (column, values), findings);
        }

        double[]? Of(string name) => column[Array.IndexOf(Known, name)] < 0 ? null : values[Array.IndexOf(Known, name)];
        return new ShiftSeriesReading(findings.HasErrors ? null : new ShiftSeries
        {
            Hours = sheet.Rows.Length, CarbonGPerKwh = Of(Carbon), MarketCarbonGPerKwh = Of(Market), PriceYuanPerKwh = Of(Price), GreenMw = Of(Green), PowerLimitMw = Of(Limit), Pue = Of(Pue),
        }, findings.Sorted());
    }

    /// <summary>Where each known column stands; −1 where it does not.</summary>
    static int[] Columns(CsvSheet sheet, string file, ShiftGoal? goal, Findings findings)
    {
        foreach (var line in sheet.BrokenLines)
        {
            findings.Add(ProblemCode.BrokenQuotes, new Spot(file, line, null, null), null);
        }

        for (var c = 0; c < sheet.Header.Length; c++)
        {
            var name = sheet.Header[c];
            if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                findings.Add(ProblemCode.ShiftSeriesColumnUnknown, new Spot(file, 1, name, null), name, ("known", string.Join(", ", Known)));
            }
            else if (sheet.Header.Take(c).Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                findings.Add(ProblemCode.ColumnTwice, new Spot(file, 1, name, null), name);
            }
        }

        var named = new NamedColumns(sheet.Header);
        int[] column = [.. Known.Select(name => named.At(name))];
        if (column[0] < 0)
        {
            findings.Add(ProblemCode.ShiftColumn, new Spot(file, 1, Hour, null), null);
        }

        var needed = goal switch { null => Hour, ShiftGoal.Carbon => Carbon, ShiftGoal.MarketCarbon => Market, _ => Price };
        if (needed != Hour && column[Array.IndexOf(Known, needed)] < 0)
        {
            findings.Add(ProblemCode.ShiftSeriesGoal, new Spot(file, 1, needed, null), null);
        }

        return column;
    }

    static void Row(CsvSheet sheet, int r, string file, (int[] Column, double[][] Values) into, Findings findings)
    {
        var row = sheet.Rows[r];
        if (row.Cells.Length != sheet.Header.Length)
        {
            findings.Add(ProblemCode.RowLength, new Spot(file, row.Line, null, null), null, ("cells", row.Cells.Length), ("columns", sheet.Header.Length));
        }

        for (var k = 0; k < Known.Length; k++)
        {
            var c = into.Column[k];
            if (c < 0 || c >= row.Cells.Length)
            {
                continue;
            }

            var isNumber = Cell.IsPlainNumber(Cell.HalfWidth(row.Cells[c]), out var value) && double.IsFinite(value);
            into.Values[k][r] = isNumber ? value : double.NaN;
            var spot = new Spot(file, row.Line, Known[k], null);
            if (Known[k] == Hour)
            {
                var wanted = r == 0 ? value : into.Values[k][r - 1] + 1;
                if (!isNumber || value != Math.Floor(value) || (value != wanted && !double.IsNaN(wanted)))
                {
                    findings.Add(ProblemCode.ShiftSeriesHour, spot, row.Cells[c], ("wanted", r == 0 || double.IsNaN(wanted) ? "1" : wanted.ToString(CultureInfo.InvariantCulture)));
                }
            }
            else if (!isNumber || (value < 0 && Known[k] != Price))
            {
                findings.Add(ProblemCode.ShiftSeriesNumber, spot, row.Cells[c]);
            }
            else if (value < 1 && Known[k] == Pue)
            {
                findings.Add(ProblemCode.ShiftSeriesPue, spot, row.Cells[c]);
            }
        }
    }
}

/// <summary>What reading an hourly series gave.</summary>
/// <param name="Series">The hours; null where a problem is an error.</param>
/// <param name="Problems">Every problem found, with line and column.</param>
public sealed record ShiftSeriesReading(ShiftSeries? Series, ImmutableArray<Problem> Problems);
