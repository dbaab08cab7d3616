using Suandian.Cases;

namespace Suandian.Tests.Cases;

public class ExampleCasesTests
{
    [Theory]
    [InlineData("first-steps")]
    [InlineData("yiwu")]
    public void Example_cases_read_without_problems_and_build_a_network(string name)
    {
        var reading = CaseFolder.Read(Repository.File(Path.Combine("cases", name)));

        Assert.Equal([], reading.Problems.Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column} '{p.Value}' {p.Expected.En}"));
        var network = NetworkBuilder.Build(reading.Case!);
        Assert.Equal(8760, network.Snapshots.WeightH.Sum(), 1e-6);
        Assert.All(network.Generators.AvailabilityPu, a => Assert.InRange(a, 0, 1.01));
        foreach (int w in Enumerable.Range(0, network.Workloads.Count))
            Assert.Contains(network.Workloads.Pairs, pair => pair.Workload == w);
    }

    [Fact]
    public void Power_sent_to_Zhengzhou_costs_what_the_published_charges_add_up_to()
    {
        var network = NetworkBuilder.Build(CaseFolder.Read(Repository.File(Path.Combine("cases", "yiwu"))).Case!);
        var (links, trades) = (network.Links, network.Trades);
        double Received(string link, double yuanPerMwh)
        {
            int l = Array.IndexOf(links.Name, link);
            return (yuanPerMwh + links.MarginalCostYuanPerMwh[l]) / links.Efficiency[l];
        }

        // DER-02: 240 / (1 − 0.072) + 61.3 = 319.9; DER-03: 319.9 / (1 − 0.0482) + 98 + 28.889 = 463.0
        double converter = Received("tianzhong", 240);
        Assert.Equal(319.9, converter, 0.1);
        Assert.Equal(463.0, Received("henan_grid", converter), 0.1);
        int henan = Array.IndexOf(trades.Name, "henan_import");
        Assert.Equal(463.0, trades.PriceYuanPerMwh[henan * network.Snapshots.Count], 0.1);
    }
}
