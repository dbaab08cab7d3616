namespace Suandian.Network;

/// <summary>Makes arrays of one network from those of several scenarios.</summary>
sealed class ScenarioArrays(double[] probability, HourlyNetwork[] networks)
{
    /// <summary>Hourly rows [components × snapshots of all scenarios], each laid one after another.</summary>
    internal double[] Hours(Func<HourlyNetwork, double[]> values) => Laid((n, _) => values(n));

    /// <summary>Hourly rows where a scenario has some; another value in those that have none.</summary>
    internal double[]? Hours(Func<HourlyNetwork, double[]?> values, double otherwise)
    {
        var known = networks.FirstOrDefault(n => values(n) is not null);
        if (known is null)
        {
            return null;
        }

        var rows = values(known)!.Length / known.Snapshots.Count;
        return Laid((n, _) => values(n) ?? [.. Enumerable.Repeat(otherwise, rows * n.Snapshots.Count)]);
    }

    /// <summary>Hourly rows, each value times the probability of its scenario.</summary>
    internal double[] Weighted(Func<HourlyNetwork, double[]> values) => Laid((n, s) => Array.ConvertAll(values(n), v => probability[s] * v));

    /// <summary>Values of every scenario side by side [components × scenarios]; null where there are none.</summary>
    internal double[]? Each(Func<HourlyNetwork, double[]?> values) => values(networks[0]) is null ? null
        : [.. Of(n => values(n)!).SelectMany(each => each)];

    /// <summary>Largest value of each component; null where there are none.</summary>
    internal double[]? Largest(Func<HourlyNetwork, double[]?> values) => values(networks[0]) is null ? null
        : [.. Of(n => values(n)!).Select(each => each.Max())];

    /// <summary>Smallest value of each component.</summary>
    internal double[] Least(Func<HourlyNetwork, double[]> values) => [.. Of(values).Select(each => each.Min())];

    /// <summary>Expectation of each component; the value itself where it is the same in all scenarios.</summary>
    internal double[] Expected(Func<HourlyNetwork, double[]> values) =>
        [.. Of(values).Select(each => each.All(v => v == each[0]) ? each[0] : each.Select((v, s) => probability[s] * v).Sum())];

    /// <summary>Values of each component in all scenarios.</summary>
    IEnumerable<double[]> Of(Func<HourlyNetwork, double[]> values)
    {
        var all = Array.ConvertAll(networks, n => values(n));
        return all.All(v => v.Length == all[0].Length) ? all[0].Select((_, i) => Array.ConvertAll(all, v => v[i])) : throw Different(nameof(values));
    }

    double[] Laid(Func<HourlyNetwork, int, double[]> values)
    {
        var parts = networks.Select((n, s) => (Values: values(n, s), Hours: n.Snapshots.Count)).ToArray();
        var rows = parts[0].Values.Length / parts[0].Hours;
        if (parts.Any(p => p.Values.Length != rows * p.Hours))
        {
            throw Different(nameof(values));
        }

        return [.. Enumerable.Range(0, rows).SelectMany(i => parts.SelectMany(p => p.Values[(i * p.Hours)..((i + 1) * p.Hours)]))];
    }

    static ArgumentException Different(string values) => new("the scenarios have different components", values);
}
