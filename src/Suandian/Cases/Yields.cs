using Suandian.Network;

namespace Suandian.Cases;

/// <summary>Hourly availability of generators and PUE of clusters, each computed once per distinct site and set of parameters.</summary>
sealed class Yields(Case data)
{
    readonly Dictionary<object, double[]> _year = [];

    /// <summary>Availability of a generator over the year, pu of capacity, shape [8760].</summary>
    internal double[] Of(Generator generator) => generator.YieldModel switch
    {
        GeneratorYieldModel.Constant => Once(generator.AvailabilityPu, () => CaseLookup.Constant(generator.AvailabilityPu)),
        GeneratorYieldModel.Series => CaseLookup.SeriesOf(
            data, CaseLookup.Required(generator.AvailabilitySeries, generator.Name, "availability_series")),
        _ => throw new ArgumentException($"'{generator.Name}': no yield model {generator.YieldModel}", nameof(generator)),
    };

    /// <summary>Power usage effectiveness of a cluster over the year, ≥ 1, shape [8760].</summary>
    internal double[] PueOf(Cluster cluster) => cluster.PueModel switch
    {
        ClusterPueModel.Constant => CaseLookup.Constant(CaseLookup.Required(cluster.Pue, cluster.Name, "pue")),
        ClusterPueModel.Series => CaseLookup.SeriesOf(
            data, CaseLookup.Required(cluster.PueSeries, cluster.Name, "pue_series")),
        _ => throw new ArgumentException($"'{cluster.Name}': no PUE model {cluster.PueModel}", nameof(cluster)),
    };

    double[] Once(object key, Func<double[]> compute)
    {
        if (!_year.TryGetValue(key, out double[]? values))
            _year.Add(key, values = compute());
        return values;
    }
}
