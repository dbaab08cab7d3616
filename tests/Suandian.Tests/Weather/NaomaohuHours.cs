using System.Globalization;

namespace Suandian.Weather;

/// <summary>The 48 reference hours of naomaohu_48h.csv, as two days of weather.</summary>
sealed class NaomaohuHours
{
    readonly string[] _header;
    readonly double[][] _rows;

    internal NaomaohuHours()
    {
        string[] lines = Lines("naomaohu_48h.csv");
        _header = lines[0].Split(',');
        _rows = [.. lines.Skip(1).Select(line => line.Split(',').Select(Number).ToArray())];
    }

    /// <summary>Weather of day 0 (1 January) or 1 (June).</summary>
    internal WeatherYear Day(int day) => new()
    {
        Name = "Naomaohu (SYNTHETIC)",
        LatitudeDeg = 43.77,
        LongitudeDeg = 95,
        ElevationM = 480,
        UtcOffsetH = 8,
        FirstLabel = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(_rows[24 * day][0]),
        Hours = HourConvention.HourEnding,
        GlobalHorizontalWm2 = Column(day, "ghi_w_m2"),
        DirectNormalWm2 = Column(day, "dni_w_m2"),
        DiffuseHorizontalWm2 = Column(day, "dhi_w_m2"),
        TemperatureC = Column(day, "temperature_c"),
        RelativeHumidityPct = Column(day, "relative_humidity_pct"),
        WindSpeedMS = Column(day, "wind_speed_m_s"),
        PressurePa = Column(day, "pressure_pa"),
        IsSynthetic = true,
        Origin = new Text("合成", "synthetic"),
    };

    /// <summary>A column of one day, 24 values; blank is NaN.</summary>
    internal double[] Column(int day, string name)
    {
        int c = Array.IndexOf(_header, name);
        return [.. Enumerable.Range(24 * day, 24).Select(i => _rows[i][c])];
    }

    /// <summary>Compares 24 hours with a column; blank cells are not compared.</summary>
    internal void Near(int day, string name, double tolerance, Func<int, double> ours)
    {
        double[] reference = Column(day, name);
        for (int i = 0; i < reference.Length; i++)
        {
            if (!double.IsNaN(reference[i]))
                Assert.Equal(reference[i], ours(i), tolerance);
        }
    }

    internal static PowerCurve V126()
    {
        double[][] points = [.. Lines("v126_3450.csv").Skip(1).Select(line => line.Split(',').Select(Number).ToArray())];
        return new PowerCurve([.. points.Select(p => p[0])], [.. points.Select(p => p[1] / 3.45e6)]);
    }

    static string[] Lines(string name)
    {
        using var reader = new StreamReader(
            typeof(NaomaohuHours).Assembly.GetManifestResourceStream($"weather/{name}")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    static double Number(string cell) =>
        cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);
}
