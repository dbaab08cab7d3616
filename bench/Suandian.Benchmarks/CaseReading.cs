using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Suandian.Cases;

namespace Suandian.Benchmarks;

/// <summary>Reading and checking a case with 8760 hours of 20 series, against splitting the lines of the series alone.</summary>
[MemoryDiagnoser]
public class CaseReading
{
    const int Hours = 8760, Series = 20;
    string _folder = "";

    [GlobalSetup]
    public void Write()
    {
        _folder = Directory.CreateTempSubdirectory("suandian-bench-").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "series"));
        Put("case.yaml", """
            name_zh: 测速
            name_en: Benchmark
            year: 2025
            utc_offset_h: 8
            money_year: 2025
            discount_rate: 0.06
            shed_price_yuan_per_mwh: 20000
            hours: year
            """);
        Put("buses.csv", "name\nbase\n");
        Put("carriers.csv", "name,technology\nwind,wind\n");
        Put("generators.csv", "name,bus,carrier,capacity_mw,yield_model,availability_series,status,source\n"
            + string.Concat(Enumerable.Range(0, Series).Select(i => $"g{i},base,wind,10,series,s{i},E,made up\n")));
        Put("series/hourly.csv", Hourly());
        if (CaseFolder.Read(_folder).Problems.Length > 0)
            throw new InvalidOperationException("the case of the benchmark has problems");
    }

    [GlobalCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public double SplitTheLinesOfTheSeries()
    {
        string[] lines = File.ReadAllLines(Path.Combine(_folder, "series/hourly.csv"));
        double[][] values = [.. lines[0].Split(',').Skip(1).Select(_ => new double[Hours])];
        for (int hour = 0; hour < Hours; hour++)
        {
            string[] cells = lines[hour + 1].Split(',');
            for (int i = 0; i < Series; i++)
                values[i][hour] = double.Parse(cells[i + 1], CultureInfo.InvariantCulture);
        }

        return values[^1][^1];
    }

    [Benchmark]
    public Case? ReadAndCheckTheWholeCase() => CaseFolder.Read(_folder).Case;

    static string Hourly()
    {
        var random = new Random(2024);
        var text = new StringBuilder("hour").AppendJoin("", Enumerable.Range(0, Series).Select(i => $",s{i}")).Append('\n');
        for (int hour = 0; hour < Hours; hour++)
        {
            text.Append(hour);
            for (int i = 0; i < Series; i++)
                text.Append(',').Append(random.NextDouble().ToString("F6", CultureInfo.InvariantCulture));
            text.Append('\n');
        }

        return text.ToString();
    }

    void Put(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
