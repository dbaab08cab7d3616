using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Cases.Variations;

/// <summary>Builds the networks of variants one after another; hourly yields and PUE are computed once for as long as what they rest on stays as it is.</summary>
/// <remarks>Not for several threads at once.</remarks>
public sealed class VariantNetworks
{
    Case? _before;
    Yields? _yields;

    /// <summary>The network of a variant, equal to that of <see cref="NetworkBuilder.Build(Case)"/>.</summary>
    /// <param name="data">Case without errors.</param>
    public HourlyNetwork Build(Case data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (_before is null || _yields is null || !HaveSameWeather(_before, data))
            (_before, _yields) = (data, new Yields(data));
        return NetworkBuilder.Build(data, _yields);
    }

    /// <summary>True where sites, normals, files, series, turbines, year and clock are the same; series and files that were read once are the same objects.</summary>
    static bool HaveSameWeather(Case a, Case b) =>
        a.Settings.Year == b.Settings.Year && a.Settings.UtcOffsetH == b.Settings.UtcOffsetH
        && a.WeatherSites.SequenceEqual(b.WeatherSites) && a.MonthlyNormals.SequenceEqual(b.MonthlyNormals)
        && a.PowerCurves.SequenceEqual(b.PowerCurves) && AreSame(a.Series, b.Series) && AreSame(a.WeatherYears, b.WeatherYears);

    static bool AreSame<T>(ImmutableDictionary<string, T> a, ImmutableDictionary<string, T> b)
        where T : class =>
        a.Count == b.Count && a.All(entry => ReferenceEquals(b.GetValueOrDefault(entry.Key), entry.Value));
}
