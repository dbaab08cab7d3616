using System.Globalization;

namespace Suandian.Weather;

/// <summary>Reads plain hourly tables: comma-separated, one header line, columns found by name.</summary>
/// <remarks>
/// Columns: ghi_w_m2, dni_w_m2, dhi_w_m2, temperature_c, relative_humidity_pct, wind_speed_m_s, pressure_pa, all needed
/// (direct and diffuse unless the Erbs split is asked for), and optionally time (yyyy-MM-ddTHH:mm, local).
/// </remarks>
public static class HourlyCsvReader
{
    const string TimeColumn = "time";
    static readonly string[] TimeFormats =
        ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm"];

    /// <summary>Reads a table.</summary>
    /// <param name="reader">Text of the file, from its header line.</param>
    /// <param name="options">Place, clock and hour convention.</param>
    /// <returns>The year, or all problems with line and column.</returns>
    public static WeatherReading Read(TextReader reader, HourlyCsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(options);
        var problems = new WeatherProblems();
        string[] header = (reader.ReadLine() ?? "").TrimStart('\uFEFF').Split(',').Select(h => h.Trim()).ToArray();
        Dictionary<WeatherVariable, int> columns = Columns(header, options, problems);
        if (problems.Any)
            return new WeatherReading(null, problems.Found);
        var rows = new Rows(columns, Array.IndexOf(header, TimeColumn), header.Length);
        rows.Read(reader, problems);
        return problems.Any
            ? new WeatherReading(null, problems.Found)
            : new WeatherReading(Split(rows.Year(options), options), []);
    }

    static Dictionary<WeatherVariable, int> Columns(
        string[] header, HourlyCsvOptions options, WeatherProblems problems)
    {
        foreach (string name in header.Where(h => h != TimeColumn && WeatherVariable.All.All(v => v.Column != h)))
            problems.UnknownColumn(name);
        foreach (IGrouping<string, string> repeated in header.GroupBy(h => h).Where(g => g.Count() > 1))
            problems.RepeatedColumn(repeated.Key);
        var columns = WeatherVariable.All
            .Select(v => (Variable: v, Column: Array.IndexOf(header, v.Column)))
            .Where(c => c.Column >= 0).ToDictionary(c => c.Variable, c => c.Column);
        bool direct = columns.ContainsKey(WeatherVariable.Direct), diffuse = columns.ContainsKey(WeatherVariable.Diffuse);
        bool split = options.WithoutDirect == MissingSplit.Erbs;
        foreach (WeatherVariable variable in WeatherVariable.All.Where(v => !columns.ContainsKey(v)))
        {
            if (variable != WeatherVariable.Direct && variable != WeatherVariable.Diffuse)
                problems.NoColumn(variable);
            else if (direct != diffuse)
                problems.OneOfTwo(variable);
            else if (!split)
                problems.NoColumn(variable);
        }

        return columns;
    }

    static WeatherYear Split(WeatherYear year, HourlyCsvOptions options)
    {
        if (year.DirectNormalWm2.Length == year.Length)
            return year;
        double[] direct = new double[year.Length], diffuse = new double[year.Length];
        SolarYear sun = SolarYear.From(year with { DirectNormalWm2 = direct, DiffuseHorizontalWm2 = diffuse });
        for (int i = 0; i < direct.Length; i++)
        {
            (direct[i], diffuse[i]) = Decomposition.Erbs(
                year.GlobalHorizontalWm2[i], sun.Angles[i].ZenithDeg, sun.ExtraterrestrialWm2[i]);
        }

        return year with
        {
            DirectNormalWm2 = direct,
            DiffuseHorizontalWm2 = diffuse,
            Origin = new Text($"{options.Origin.Zh}（直射与散射由 Erbs 模型分解）",
                $"{options.Origin.En} (direct and diffuse split by the Erbs model)"),
        };
    }

    /// <summary>The hourly rows, column by column.</summary>
    sealed class Rows(Dictionary<WeatherVariable, int> columns, int timeColumn, int width)
    {
        readonly Dictionary<WeatherVariable, List<double>> _values =
            columns.Keys.ToDictionary(v => v, _ => new List<double>(8784));

        DateTime? _first;

        internal void Read(TextReader reader, WeatherProblems problems)
        {
            DateTime? expected = null;
            int line = 1;
            while (reader.ReadLine() is { } text)
            {
                line++;
                if (text.Trim().Length == 0)
                    continue;
                string[] cells = text.Split(',');
                if (cells.Length != width)
                {
                    problems.ShortRow(line, cells.Length, width);
                    expected = expected?.AddHours(1);
                    continue;
                }

                if (timeColumn >= 0)
                    expected = Time(cells[timeColumn].Trim(), line, expected, problems);
                foreach (var (variable, column) in columns)
                    _values[variable].Add(variable.Read(cells[column], line, problems));
            }

            if (_values[WeatherVariable.Global].Count == 0)
                problems.NoRows();
        }

        DateTime? Time(string cell, int line, DateTime? expected, WeatherProblems problems)
        {
            bool known = DateTime.TryParseExact(
                cell, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time);
            if (!known || (expected is not null && time != expected))
            {
                problems.Time(line, cell, expected?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)
                    ?? "yyyy-MM-ddTHH:mm");
            }

            if (!known)
                return expected?.AddHours(1);
            _first ??= time;
            return time.AddHours(1);
        }

        internal WeatherYear Year(HourlyCsvOptions options) => new()
        {
            Name = options.Name,
            LatitudeDeg = options.LatitudeDeg,
            LongitudeDeg = options.LongitudeDeg,
            ElevationM = options.ElevationM,
            UtcOffsetH = options.UtcOffsetH,
            FirstLabel = _first ?? options.FirstLabel,
            Hours = options.Hours,
            GlobalHorizontalWm2 = Column(WeatherVariable.Global),
            DirectNormalWm2 = Column(WeatherVariable.Direct),
            DiffuseHorizontalWm2 = Column(WeatherVariable.Diffuse),
            TemperatureC = Column(WeatherVariable.Temperature),
            RelativeHumidityPct = Column(WeatherVariable.Humidity),
            WindSpeedMS = Column(WeatherVariable.Wind),
            WindHeightM = options.WindHeightM,
            PressurePa = Column(WeatherVariable.Pressure),
            IsSynthetic = options.IsSynthetic,
            Origin = options.Origin,
        };

        double[] Column(WeatherVariable variable) =>
            _values.TryGetValue(variable, out List<double>? values) ? [.. values] : [];
    }
}
