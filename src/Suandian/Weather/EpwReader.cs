using System.Globalization;

namespace Suandian.Weather;

/// <summary>Reads EnergyPlus weather files (EPW).</summary>
/// <remarks>
/// Hour 1 … 24 is the interval that ends then, local standard time. Fields: EnergyPlus, Auxiliary Programs, EPW Data
/// Dictionary. Taken: temperature, humidity, pressure, global, direct, diffuse irradiance, wind at 10 m.
/// </remarks>
public static class EpwReader
{
    const int HeaderLines = 8, FirstDataLine = 9, NeededFields = 22;

    /// <summary>Reads a file.</summary>
    /// <param name="reader">Text of the file, from its first line.</param>
    /// <param name="origin">Where the file is from, for the report; the LOCATION source is added.</param>
    /// <returns>The year, or all problems with line and column.</returns>
    /// <remarks>
    /// Months may come from different years (TMY). The sun then follows the year of the first row, or, if that is a leap
    /// year and 29 February is not in the file, the year after. A file is synthetic if its LOCATION says SYNTHETIC.
    /// </remarks>
    public static WeatherReading Read(TextReader reader, Text origin)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var problems = new WeatherProblems();
        string[] location = (reader.ReadLine() ?? "").Split(',');
        if (location.Length < 10 || !location[0].TrimStart('\uFEFF').Equals("LOCATION", StringComparison.OrdinalIgnoreCase))
        {
            problems.NoLocation(string.Join(',', location));
            return new WeatherReading(null, problems.Found);
        }

        double[] place = Place(location, problems);
        ReadHeader(reader, problems);
        EpwRows rows = EpwRows.Read(reader, problems);
        if (problems.Any)
            return new WeatherReading(null, problems.Found);
        bool synthetic = location.Any(f => f.Contains("SYNTHETIC", StringComparison.OrdinalIgnoreCase));
        string label = string.Join(", ", location[1..5].Where(f => f.Trim().Length > 0).Select(f => f.Trim()));
        return new WeatherReading(rows.Year(location[1].Trim(), place, synthetic, Origin(origin, label, synthetic)), []);
    }

    static Text Origin(Text origin, string label, bool synthetic) => synthetic
        ? new Text($"{origin.Zh}（EPW：{label}；合成数据，非实测）", $"{origin.En} (EPW: {label}; SYNTHETIC, not measured)")
        : new Text($"{origin.Zh}（EPW：{label}）", $"{origin.En} (EPW: {label})");

    /// <summary>Latitude, longitude, UTC offset, elevation.</summary>
    static double[] Place(string[] location, WeatherProblems problems)
    {
        return [Field(6, "latitude", 90), Field(7, "longitude", 180), Field(8, "time zone", 14), Field(9, "elevation", 9000)];

        double Field(int index, string name, double limit)
        {
            if (double.TryParse(location[index], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && Math.Abs(value) <= limit)
            {
                return value;
            }

            problems.Coordinate(name, location[index], -limit, limit);
            return 0;
        }
    }

    static void ReadHeader(TextReader reader, WeatherProblems problems)
    {
        for (int i = 1; i < HeaderLines; i++)
        {
            string[] fields = (reader.ReadLine() ?? "").Split(',');
            if (fields[0] == "HOLIDAYS/DAYLIGHT SAVINGS" && fields.Length > 3 && fields[2].Trim() != fields[3].Trim())
                problems.DaylightSaving($"{fields[2]} - {fields[3]}");
            if (fields[0] == "DATA PERIODS" && fields.Length > 2
                && int.TryParse(fields[2], CultureInfo.InvariantCulture, out int records) && records != 1)
            {
                problems.SubHourly(records);
            }
        }
    }

    /// <summary>The hourly rows, column by column.</summary>
    sealed class EpwRows
    {
        readonly Dictionary<WeatherVariable, List<double>> _values =
            WeatherVariable.All.ToDictionary(v => v, _ => new List<double>(8784));

        DateTime _first;
        bool _hasLeapDay;

        internal static EpwRows Read(TextReader reader, WeatherProblems problems)
        {
            var rows = new EpwRows();
            DateTime expected = default;
            int line = FirstDataLine;
            while (reader.ReadLine() is { } text)
            {
                if (text.Trim().Length > 0)
                    expected = rows.Add(text, line, expected, problems);
                line++;
            }

            if (rows._values[WeatherVariable.Global].Count == 0)
                problems.NoRows();
            return rows;
        }

        DateTime Add(string text, int line, DateTime expected, WeatherProblems problems)
        {
            string[] fields = text.Split(',');
            if (fields.Length < NeededFields)
            {
                problems.ShortRow(line, fields.Length, NeededFields);
                return expected == default ? default : expected.AddHours(1);
            }

            DateTime? label = Label(fields);
            if (label is null || (expected != default && !Follows(label.Value, expected)))
            {
                problems.Time(line, string.Join('-', fields[..4]), Hour(expected));
            }

            foreach (WeatherVariable variable in WeatherVariable.All)
                _values[variable].Add(variable.Read(fields[variable.EpwField], line, problems));
            DateTime now = label ?? expected;
            if (_first == default)
                _first = now;
            _hasLeapDay |= label is not null && fields[1].Trim() == "2" && fields[2].Trim() == "29";
            return now == default ? default : now.AddHours(1);
        }

        /// <summary>Month, day and hour go on; the year may change (TMY), 29 February may be left out.</summary>
        static bool Follows(DateTime label, DateTime expected)
        {
            if (Same(label, expected))
                return true;
            DateTime begins = expected.AddHours(-1);
            return begins is { Month: 2, Day: 29, Hour: 0 } && Same(label, expected.AddDays(1));
        }

        static bool Same(DateTime a, DateTime b)
        {
            DateTime x = a.AddHours(-1), y = b.AddHours(-1);
            return x.Month == y.Month && x.Day == y.Day && x.Hour == y.Hour;
        }

        static DateTime? Label(string[] fields)
        {
            Span<int> n = stackalloc int[4];
            for (int i = 0; i < 4; i++)
            {
                if (!int.TryParse(fields[i].Trim(), CultureInfo.InvariantCulture, out n[i]))
                    return null;
            }

            return n[0] is > 0 and < 9999 && n[1] is >= 1 and <= 12 && n[3] is >= 1 and <= 24
                && n[2] >= 1 && n[2] <= DateTime.DaysInMonth(n[0], n[1])
                ? new DateTime(n[0], n[1], n[2], 0, 0, 0, DateTimeKind.Unspecified).AddHours(n[3])
                : null;
        }

        static string Hour(DateTime label) => label == default
            ? "year,month,day,hour 1-24"
            : label.AddHours(-1).ToString("MM-dd HH", CultureInfo.InvariantCulture) + " h + 1";

        internal WeatherYear Year(string name, double[] place, bool synthetic, Text origin)
        {
            int year = _first.AddHours(-1).Year;
            bool passesLeapDay = _first.AddHours(_values[WeatherVariable.Global].Count)
                > new DateTime(year, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);
            bool skipped = DateTime.IsLeapYear(year) && !_hasLeapDay && passesLeapDay;
            return new WeatherYear
            {
                Name = name,
                LatitudeDeg = place[0],
                LongitudeDeg = place[1],
                UtcOffsetH = place[2],
                ElevationM = place[3],
                FirstLabel = skipped ? _first.AddYears(1) : _first,
                Hours = HourConvention.HourEnding,
                GlobalHorizontalWm2 = [.. _values[WeatherVariable.Global]],
                DirectNormalWm2 = [.. _values[WeatherVariable.Direct]],
                DiffuseHorizontalWm2 = [.. _values[WeatherVariable.Diffuse]],
                TemperatureC = [.. _values[WeatherVariable.Temperature]],
                RelativeHumidityPct = [.. _values[WeatherVariable.Humidity]],
                WindSpeedMS = [.. _values[WeatherVariable.Wind]],
                PressurePa = [.. _values[WeatherVariable.Pressure]],
                IsSynthetic = synthetic,
                Origin = origin,
            };
        }
    }
}
