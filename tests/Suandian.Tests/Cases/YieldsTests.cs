using Suandian.Cases;
using Suandian.Network;
using Suandian.Weather;

namespace Suandian.Tests.Cases;

public class YieldsTests
{
    static Generator Panel(GeneratorYieldModel model = GeneratorYieldModel.PvFixed) => new()
    {
        Name = "panel",
        Bus = "near",
        Carrier = "wind",
        CapacityMw = 1,
        YieldModel = model,
        WeatherSite = "here",
        LossesPu = 0.14,
    };

    static Case WithWeather(double utcOffsetH = 8) => SmallCase.Create() with
    {
        WeatherSites =
        [
            new WeatherSite
            {
                Name = "here", LatitudeDeg = 43.77, LongitudeDeg = 95, ElevationM = 480, Seed = 1, UtcOffsetH = utcOffsetH,
            },
        ],
        MonthlyNormals = [.. Enumerable.Range(1, 12).Select(month => new MonthlyNormal
        {
            Site = "here", Month = month, TemperatureC = 10, DiurnalRangeC = 14, WindSpeed10mMS = 5, WeibullK = 1.8,
            ClearSkyIndex = 0.87, LinkeTurbidity = 3, RelativeHumidityPct = 40,
        })],
        PowerCurves =
        [
            new PowerCurvePoint { Turbine = "t", WindSpeedMS = 3, PowerPu = 0 },
            new PowerCurvePoint { Turbine = "t", WindSpeedMS = 24, PowerPu = 1 },
            new PowerCurvePoint { Turbine = "t", WindSpeedMS = 10, PowerPu = 1 },
        ],
        Clusters = [SmallCase.Cluster("hall", "near") with { PueModel = ClusterPueModel.Weather, WeatherSite = "here" }],
    };

    [Fact]
    public void Photovoltaics_are_rated_at_the_inverter_and_a_fixed_array_without_tilt_stands_at_its_latitude()
    {
        var data = WithWeather() with { Generators = [Panel()] };
        WeatherYear weather = SyntheticYear.Draw(
            new SyntheticSite { Name = "here", LatitudeDeg = 43.77, LongitudeDeg = 95, ElevationM = 480, Seed = 1 },
            [.. Enumerable.Range(1, 12).Select(month => new MonthlyClimate
            {
                Month = month, TemperatureC = 10, DiurnalRangeC = 14, WindSpeed10mMS = 5, WeibullK = 1.8,
                ClearSkyIndex = 0.87, LinkeTurbidity = 3, RelativeHumidityPct = 40,
            })]);
        double[] expected = PvYield.Compute(
            weather, new PvOptions { TiltDeg = 43.77, LossesPu = 0.14, Rating = PvRating.Ac });

        Assert.Equal(expected[..168], NetworkBuilder.Build(data).Generators.AvailabilityPu);
    }

    [Fact]
    public void Every_yield_model_and_the_hall_take_their_hours_from_the_weather()
    {
        var data = WithWeather() with
        {
            Settings = SmallCase.Create().Settings with { Weeks = [26] },
            Generators =
            [
                Panel(GeneratorYieldModel.PvTracker), Panel(GeneratorYieldModel.CspField),
                Panel(GeneratorYieldModel.Wind) with { PowerCurve = "t" },
            ],
        };

        var network = NetworkBuilder.Build(data);

        for (int g = 0; g < 3; g++)
            Assert.InRange(network.Generators.AvailabilityPu[(g * 168)..((g + 1) * 168)].Average(), 0.05, 0.8);
        Assert.InRange(network.Clusters.Pue.Min(), 1.05, 1.2);
    }

    [Fact]
    public void Measured_weather_takes_the_place_of_the_generated_year()
    {
        var data = WithWeather() with { Generators = [Panel(GeneratorYieldModel.Wind) with { PowerCurve = "t" }] };
        double[] still = new double[8760];
        var calm = new WeatherYear
        {
            Name = "here",
            LatitudeDeg = 43.77,
            LongitudeDeg = 95,
            ElevationM = 480,
            UtcOffsetH = 8,
            FirstLabel = new DateTime(2023, 1, 1, 1, 0, 0, DateTimeKind.Unspecified),
            Hours = HourConvention.HourEnding,
            GlobalHorizontalWm2 = still,
            DirectNormalWm2 = still,
            DiffuseHorizontalWm2 = still,
            TemperatureC = still,
            RelativeHumidityPct = still,
            WindSpeedMS = still,
            IsSynthetic = false,
            Origin = new Text("测", "measured"),
            PressurePa = [.. Enumerable.Repeat(95_000.0, 8760)],
        };

        var network = NetworkBuilder.Build(data with { WeatherYears = data.WeatherYears.Add("here", calm) });

        Assert.All(network.Generators.AvailabilityPu, a => Assert.Equal(0, a));
    }

    [Fact]
    public void Weather_on_another_clock_is_turned_to_that_of_the_case()
    {
        double Noon(double utcOffsetH)
        {
            double[] hours = NetworkBuilder.Build(WithWeather(utcOffsetH) with { Generators = [Panel()] })
                .Generators.AvailabilityPu;
            return Enumerable.Range(0, 168).Sum(t => t % 24 * hours[t]) / hours.Sum();
        }

        // the sun at 95° E stands highest at 13:40 Beijing time, that is in the middle of hour 13, on whatever clock
        Assert.Equal(13.3, Noon(8), 0.5);
        Assert.Equal(Noon(8), Noon(0), 0.5);
    }
}
