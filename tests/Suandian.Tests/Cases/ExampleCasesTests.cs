using System.Text.RegularExpressions;
using Suandian.Cases;
using Suandian.Cases.Tables;

namespace Suandian.Tests.Cases;

public partial class ExampleCasesTests
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
    public void Of_the_links_of_the_county_only_the_block_of_the_solar_tower_generates()
    {
        var network = NetworkBuilder.Build(CaseFolder.Read(Repository.File(Path.Combine("cases", "yiwu"))).Case!);

        Assert.Equal(["csp_block"], network.Links.Name.Where((_, l) => network.Links.Renewable[l]));
        Assert.DoesNotContain("csp_field", network.Generators.Name.Where((_, g) => network.Generators.Renewable[g]));
    }

    [Theory]
    [InlineData("first-steps")]
    [InlineData("yiwu")]
    public void Chinese_sources_and_remarks_carry_every_figure_of_the_English_ones(string name)
    {
        foreach (var (schema, rows) in CaseText.Tables(CaseFolder.Read(Repository.File(Path.Combine("cases", name))).Case!))
        {
            var header = rows[0].ToList();
            foreach (string column in new[] { "source", "note" }.Where(header.Contains))
            {
                int at = header.IndexOf(column), zh = header.IndexOf(column + "_zh");
                foreach (var row in rows.Skip(1))
                {
                    var (english, chinese) = (row[at], row[zh]);
                    Assert.True(chinese.Length > 0 || !Words().IsMatch(english), $"{schema.Name}: no Chinese for '{english}'");
                    if (chinese.Length > 0)
                        Assert.Subset(Figures(chinese), Figures(english));
                }
            }
        }
    }

    /// <summary>Two words of English in a row: not an identifier, a formula or a path.</summary>
    [GeneratedRegex(@"[a-z]{2,} [a-z(]{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"[A-Z]{2,3}-\d+|\d+(\.\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();

    static HashSet<string> Figures(string text) => [.. Figure().Matches(text).Select(m => m.Value)];

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
