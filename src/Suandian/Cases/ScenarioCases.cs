using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Planning.Scenarios;

namespace Suandian.Cases;

/// <summary>The networks of a case in each of its scenarios.</summary>
public static class ScenarioCases
{
    /// <summary>Key of the weather of a site in a scenario with weather files of its own, in <see cref="Case.WeatherYears"/>.</summary>
    internal static string WeatherKey(string prefix, string site) => $"{prefix}/{site}";

    /// <summary>The scenarios of a case; empty where it has none.</summary>
    /// <param name="data">Case without errors.</param>
    public static ImmutableArray<ScenarioNetwork> Of(Case data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Imported is { } imported
            ? [.. imported.Scenarios.Select(s => new ScenarioNetwork(s.Name, s.ProbabilityPu, Pypsa.PypsaBuilder.Build(s.Network)))]
            : [.. data.Scenarios.Select(s => new ScenarioNetwork(s.Name, s.ProbabilityPu, Network(data, s)))];
    }

    /// <summary>The case as it is in a scenario, but for the factors on wind and sun.</summary>
    internal static Case In(Case data, Scenario scenario) => data with
    {
        WeatherYears = scenario.WeatherPrefix is { } prefix
            ? data.WeatherYears.SetItems(data.WeatherSites.Where(site => data.WeatherYears.ContainsKey(WeatherKey(prefix, site.Name)))
                .Select(site => KeyValuePair.Create(site.Name, data.WeatherYears[WeatherKey(prefix, site.Name)])))
            : data.WeatherYears,
        WeatherSites = [.. data.WeatherSites.Select(site => site with { Seed = site.Seed + scenario.SeedShift })],
        Loads = [.. data.Loads.Select(load => load with { PowerMw = load.PowerMw * scenario.LoadPu })],
        Workloads = [.. data.Workloads.Select(work => work with { GpuHoursPerYear = work.GpuHoursPerYear * scenario.WorkPu })],
        Tariffs = [.. data.Tariffs.Select(tariff => tariff with
        {
            EnergyPriceYuanPerMwh = tariff.EnergyPriceYuanPerMwh
                * (tariff.Direction == TariffDirection.Import ? scenario.ImportPricePu : scenario.ExportPricePu),
        })],
    };

    static HourlyNetwork Network(Case data, Scenario scenario)
    {
        var network = NetworkBuilder.Build(In(data, scenario));
        var (available, snapshots) = ((double[])network.Generators.AvailabilityPu.Clone(), network.Snapshots.Count);
        var technology = data.Carriers.ToDictionary(c => c.Name, c => c.Technology);
        for (var i = 0; i < available.Length; i++)
        {
            available[i] = technology[data.Generators[i / snapshots].Carrier] switch
            {
                Technology.Wind => Math.Min(1, available[i] * scenario.WindPu),
                Technology.Pv or Technology.Csp => Math.Min(1, available[i] * scenario.SolarPu),
                _ => available[i],
            };
        }

        return network with { Generators = network.Generators with { AvailabilityPu = available } };
    }
}
