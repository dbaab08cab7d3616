using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Network;
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
/// Carbon      emissions of all that is generated and bought in the hour over the electricity generated and bought; of heat only what links turn
///             into electricity counts as energy; what storage gives back is not counted
/// Market      the same, of what is bought only the part that is not green power (1 − green share of the tariff) counted with emissions
/// Green       green share of the hour (<see cref="GreenTracing"/>, imports by their green share) × power of the cluster in the plan, and what is curtailed
/// Limit       IT power of the plan
/// Weeks       a plan on several weeks becomes a year of them (<see cref="YearOfWeeks"/>), which a warning tells
/// Source      market-based: GHG Protocol Scope 2 Guidance, 2015, chapter 6; the factor of the tariff stands for what is not contracted
/// </remarks>
public static class ClusterSeries
{
    const double KilowattHoursPerMwh = 1000, GramPerTonne = 1_000_000;

    /// <summary>The hours of a cluster; null, with a problem, where there is no such cluster or the hours of the plan are neither consecutive nor weeks.</summary>
    /// <param name="study">A finished study.</param>
    /// <param name="cluster">Name of the cluster.</param>
    public static (byte[]? Csv, ImmutableArray<Problem> Problems) Of(Study study, string cluster)
    {
        ArgumentNullException.ThrowIfNull(study);
        var place = Array.IndexOf(study.Network.Clusters.Name, cluster);
        var (snapshots, blocks) = (study.Network.Snapshots, study.Network.Snapshots.BlockStarts.Length);
        int[]? hours = blocks == 1 ? [.. Enumerable.Range(0, snapshots.Count)] : YearOfWeeks.Of(snapshots);
        return place < 0 ? (null, [Told(ProblemCode.StreamCluster, cluster, ("names", string.Join(", ", study.Network.Clusters.Name)))])
            : hours is null ? (null, [Told(ProblemCode.SeriesGaps, $"{snapshots.Count}", ("blocks", blocks))])
            : (QuestionFile.Of(Table(study, place, hours)).Bytes, blocks == 1 ? [] : [Told(ProblemCode.SeriesOfWeeks, $"{blocks}", ("blocks", blocks))]);
    }

    static ReportTable Table(Study study, int cluster, int[] hours)
    {
        var (network, plan) = (study.Network, study.Plan);
        var (run, bus) = (new RunView(new CaseNames(study.Case), network, plan), network.Clusters.Bus[cluster]);
        var share = GreenTracing.Share(run, countImports: true);
        var (carbon, market) = (CarbonTPerMwh(study, _ => 0), CarbonTPerMwh(study, k => network.Trades.GreenSharePu[k]));
        double Pue(int t) => network.Clusters.Pue[cluster * run.T + t];
        double Green(int t) => share[t] * plan.ItMw[cluster * run.T + t] * Pue(t) + run.Curtailed[t];
        double GramPerKwh(double tPerMwh, int t) => Rounded(tPerMwh * GramPerTonne / KilowattHoursPerMwh * Pue(t));
        return new TableOf<(int Hour, int T)>("series", [.. hours.Select((t, i) => (i + 1, t))]).Number("hour", r => r.Hour)
            .Number("carbon_g_per_kwh", r => GramPerKwh(carbon[r.T], r.T)).Number("market_carbon_g_per_kwh", r => GramPerKwh(market[r.T], r.T))
            .Number("price_yuan_per_kwh", r => Rounded(plan.BusPriceYuanPerMwh[bus * run.T + r.T] / KilowattHoursPerMwh * Pue(r.T)))
            .Number("green_mw", r => Rounded(Green(r.T) / Pue(r.T))).Number("power_limit_mw", _ => Rounded(plan.ClusterItMw[cluster])).Table();
    }

    /// <summary>Without the round-off of the solver.</summary>
    static double Rounded(double value) => Math.Round(value, 6) + 0.0;

    /// <summary>Emissions over energy by hour, t/MWh, of each import without its part that counts as none.</summary>
    static double[] CarbonTPerMwh(Study study, Func<int, double> withoutPu)
    {
        var (network, plan) = (study.Network, study.Plan);
        var hours = network.Snapshots.Count;
        var (tonnes, energy) = (new double[hours], new double[hours]);
        bool IsElectric(int bus) => network.Buses[bus].Kind == BusKind.Electricity;
        for (var g = 0; g < network.Generators.Count; g++)
        {
            RunView.Add(tonnes, plan.GeneratorMw, g, network.Generators.Co2TPerMwh[g]);
            if (IsElectric(network.Generators.Bus[g]))
            {
                RunView.Add(energy, plan.GeneratorMw, g);
            }
        }

        for (var i = 0; i < network.Links.Count * hours; i++)
        {
            var link = i / hours;
            energy[i % hours] += !IsElectric(network.Links.Bus0[link]) && IsElectric(network.Links.Bus1[link]) ? plan.LinkForwardMw[i] * network.Links.Received(link, i) : 0;
        }

        for (var k = 0; k < network.Trades.Count; k++)
        {
            if (network.Trades.IsImport[k])
            {
                RunView.Add(tonnes, plan.TradeMw, k, network.Trades.Co2TPerMwh[k] * (1 - withoutPu(k)));
                RunView.Add(energy, plan.TradeMw, k);
            }
        }

        return [.. tonnes.Select((t, hour) => energy[hour] > 1e-9 ? Math.Max(0, t / energy[hour]) : 0)];
    }

    static Problem Told(string code, string value, (string, object?) place) => new(code, ProblemCode.SeverityOf(code), StudyStore.FileName, null, null, value,
        Phrases.Of($"check.{code}.expected", place), Phrases.Of($"check.{code}.remedy", place));
}
