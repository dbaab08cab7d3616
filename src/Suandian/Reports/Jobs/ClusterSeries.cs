using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Reports.Figures;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Texts;

namespace Suandian.Reports.Jobs;

/// <summary>Hours of a cluster from a solved plan, as <c>shift</c> and <c>compare</c> read them.</summary>
/// <remarks>
/// All columns are told for IT power, so that jobs are reckoned with the power of a card and its server: what reaches the cluster is divided, what it
/// costs multiplied, by the PUE of the hour.
/// Price       price of power at the bus of the cluster (dual of its balance)
/// Carbon      emissions of all that is generated and bought in the hour over its energy; what storage gives back is not counted
/// Green       green share of the hour (<see cref="GreenTracing"/>, imports by their green share) × power of the cluster in the plan, and what is curtailed
/// Limit       IT power of the plan
/// </remarks>
public static class ClusterSeries
{
    const double KilowattHoursPerMwh = 1000, GramPerTonne = 1_000_000;

    /// <summary>The hours of a cluster; null, with a problem, where there is no such cluster or the hours of the plan have gaps.</summary>
    /// <param name="study">A finished study.</param>
    /// <param name="cluster">Name of the cluster.</param>
    public static (byte[]? Csv, ImmutableArray<Problem> Problems) Of(Study study, string cluster)
    {
        ArgumentNullException.ThrowIfNull(study);
        var place = Array.IndexOf(study.Network.Clusters.Name, cluster);
        return place < 0 ? (null, [Told(ProblemCode.StreamCluster, cluster, ("names", string.Join(", ", study.Network.Clusters.Name)))])
            : study.Network.Snapshots.BlockStarts.Length > 1 ? (null, [Told(ProblemCode.SeriesGaps, $"{study.Network.Snapshots.Count}", ("blocks", study.Network.Snapshots.BlockStarts.Length))])
            : (QuestionFile.Of(Table(study, place)).Bytes, []);
    }

    static ReportTable Table(Study study, int cluster)
    {
        var (network, plan) = (study.Network, study.Plan);
        var (run, bus) = (new RunView(new CaseNames(study.Case), network, plan), network.Clusters.Bus[cluster]);
        var (share, carbon) = (GreenTracing.Share(run, countImports: true), CarbonTPerMwh(study));
        double Pue(int t) => network.Clusters.Pue[cluster * run.T + t];
        double Green(int t) => share[t] * plan.ItMw[cluster * run.T + t] * Pue(t) + run.Curtailed[t];
        return new TableOf<int>("series", [.. Enumerable.Range(0, run.T)]).Number("hour", t => t + 1)
            .Number("carbon_g_per_kwh", t => Rounded(carbon[t] * GramPerTonne / KilowattHoursPerMwh * Pue(t)))
            .Number("price_yuan_per_kwh", t => Rounded(plan.BusPriceYuanPerMwh[bus * run.T + t] / KilowattHoursPerMwh * Pue(t)))
            .Number("green_mw", t => Rounded(Green(t) / Pue(t))).Number("power_limit_mw", _ => plan.ClusterItMw[cluster]).Table();
    }

    /// <summary>Without the round-off of the solver.</summary>
    static double Rounded(double value) => Math.Round(value, 6) + 0.0;

    static double[] CarbonTPerMwh(Study study)
    {
        var (network, plan) = (study.Network, study.Plan);
        var hours = network.Snapshots.Count;
        var (tonnes, energy) = (new double[hours], new double[hours]);
        for (var g = 0; g < network.Generators.Count; g++)
        {
            RunView.Add(tonnes, plan.GeneratorMw, g, network.Generators.Co2TPerMwh[g]);
            RunView.Add(energy, plan.GeneratorMw, g);
        }

        for (var k = 0; k < network.Trades.Count; k++)
        {
            if (network.Trades.IsImport[k])
            {
                RunView.Add(tonnes, plan.TradeMw, k, network.Trades.Co2TPerMwh[k]);
                RunView.Add(energy, plan.TradeMw, k);
            }
        }

        return [.. tonnes.Select((t, hour) => energy[hour] > 1e-9 ? Math.Max(0, t / energy[hour]) : 0)];
    }

    static Problem Told(string code, string value, (string, object?) place) => new(code, Severity.Error, StudyStore.FileName, null, null, value,
        Phrases.Of($"check.{code}.expected", place), Phrases.Of($"check.{code}.remedy", place));
}
