using System.Globalization;
using System.IO.Compression;

namespace Suandian.Weather;

/// <summary>A gzipped CSV of reference results; blank cells are NaN.</summary>
sealed class ReferenceTable
{
    readonly Dictionary<string, double[]> _columns = [];

    ReferenceTable(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        string[] header = reader.ReadLine()!.Split(',');
        var columns = header.Select(_ => new List<double>()).ToArray();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            for (int c = 0; c < header.Length; c++)
            {
                bool isNumber = double.TryParse(cells[c], CultureInfo.InvariantCulture, out double value);
                columns[c].Add(isNumber ? value : double.NaN);
            }
        }

        for (int c = 0; c < header.Length; c++)
            _columns[header[c]] = [.. columns[c]];
    }

    internal double[] this[string column] => _columns[column];

    internal static ReferenceTable Read(string path) => new(OutsideData.File(path));

    internal static WeatherYear Naomaohu()
    {
        using var reader = new StreamReader(new GZipStream(
            File.OpenRead(OutsideData.File("weather/SYNTHETIC_Naomaohu_2023.epw.gz")), CompressionMode.Decompress));
        WeatherReading reading = EpwReader.Read(reader, new Text("淖毛湖", "Naomaohu"));
        Assert.Empty(reading.Problems);
        return reading.Year!;
    }

    /// <summary>Greatest |ours − reference| over the hours where the reference is not blank; ours must be a number there.</summary>
    internal double Deviation(string column, Func<int, double> ours)
    {
        double[] reference = this[column];
        double greatest = 0;
        int compared = 0;
        for (int i = 0; i < reference.Length; i++)
        {
            if (double.IsNaN(reference[i]))
                continue;
            double difference = Math.Abs(ours(i) - reference[i]);
            Assert.False(double.IsNaN(difference), $"{column}, hour {i + 1}: not a number");
            greatest = Math.Max(greatest, difference);
            compared++;
        }

        Assert.True(compared > 4000, $"{column}: only {compared} hours compared");
        TestContext.Current.TestOutputHelper?.WriteLine($"{column}: {greatest:e2} over {compared} h");
        return greatest;
    }

    /// <summary>The same relative to 1e-6 of the reference, after half a unit of its last printed decimal.</summary>
    internal void EqualAsPrinted(string column, int decimals, Func<int, double> ours)
    {
        double[] reference = this[column];
        double half = 0.5000001 * Math.Pow(10, -decimals);
        Deviation(column, ours);
        for (int i = 0; i < reference.Length; i++)
        {
            if (double.IsNaN(reference[i]))
                continue;
            double difference = Math.Abs(ours(i) - reference[i]);
            Assert.True(difference <= half + 1e-6 * Math.Abs(reference[i]),
                $"{column}, hour {i + 1}: {ours(i)} against {reference[i]}");
        }
    }
}
