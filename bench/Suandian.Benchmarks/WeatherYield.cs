using BenchmarkDotNet.Attributes;
using Suandian.Weather;

namespace Suandian.Benchmarks;

/// <summary>How long does one site take for 8760 hours? Baseline: the periodic terms of the sun summed every hour.</summary>
[MemoryDiagnoser]
public class WeatherYield
{
    readonly WeatherYear _weather = SyntheticYear.Draw(Place, Months);
    readonly SolarYear _sun = SolarYear.From(SyntheticYear.Draw(Place, Months));
    readonly PowerCurve _curve = new(
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 25],
        [0.01, 0.04, 0.10, 0.19, 0.31, 0.47, 0.65, 0.82, 0.94, 0.99, 1, 1]);

    static SyntheticSite Place { get; } = new()
    {
        Name = "bench",
        LatitudeDeg = 43.77,
        LongitudeDeg = 95,
        ElevationM = 480,
        Seed = 1,
    };

    static MonthlyClimate[] Months { get; } = [.. Enumerable.Range(1, 12).Select(m => new MonthlyClimate
    {
        Month = m,
        TemperatureC = 8 - 19 * Math.Cos(2 * Math.PI * (m - 0.7) / 12),
        DiurnalRangeC = 14,
        WindSpeed10mMS = 5,
        WeibullK = 1.8,
        ClearSkyIndex = 0.87,
        LinkeTurbidity = 3,
        RelativeHumidityPct = 40,
    })];

    [Benchmark(Baseline = true)]
    public double SunTermsEveryHour()
    {
        double sum = 0;
        for (int i = 0; i < _weather.Length; i++)
            sum += SolarPosition.At(_weather.FirstMiddleUtc.AddHours(i), _sun.Site).ZenithDeg;
        return sum;
    }

    [Benchmark]
    public SolarYear Sun() => SolarYear.From(_weather);

    [Benchmark]
    public double[] PvFixedSharedSun() => PvYield.Compute(_weather, _sun, new PvOptions());

    [Benchmark]
    public double[] PvTrackerSharedSun() =>
        PvYield.Compute(_weather, _sun, new PvOptions { Mount = PvMount.SingleAxisTracker });

    [Benchmark]
    public double[] Wind() => WindYield.Compute(_weather, _curve, new WindOptions());

    [Benchmark]
    public double[] Csp() => CspField.Compute(_weather, _sun, new CspOptions());

    [Benchmark]
    public CoolingYear Cooling() => CoolingPue.Compute(_weather, new CoolingOptions());

    [Benchmark]
    public double WholeSite()
    {
        SolarYear sun = SolarYear.From(_weather);
        return PvYield.Compute(_weather, sun, new PvOptions())[4000]
            + PvYield.Compute(_weather, sun, new PvOptions { Mount = PvMount.SingleAxisTracker })[4000]
            + WindYield.Compute(_weather, _curve, new WindOptions())[4000]
            + CoolingPue.Compute(_weather, new CoolingOptions()).Pue[4000];
    }

    [Benchmark]
    public WeatherYear DrawSyntheticYear() => SyntheticYear.Draw(Place, Months);
}
