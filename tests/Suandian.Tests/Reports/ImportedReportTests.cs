using System.Collections.Immutable;
using System.Text;
using Suandian.Cases;
using Suandian.Cases.Pypsa;
using Suandian.Network;
using Suandian.Planning;
using Suandian.Reports.Figures;
using Suandian.Reports.Imported;

namespace Suandian.Reports;

/// <summary>The report of an imported network tells what its tables and its plan hold.</summary>
public class ImportedReportTests
{
    public static TheoryData<string> Names => [.. PypsaLadder.All.Select(step => step.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Costs_of_the_components_are_the_objective_and_balances_close(string name)
    {
        var study = Study(PypsaLadder.All.Single(step => step.Name == name).Network);
        var parts = new ImportedParts(study).All();

        Assert.Equal(study.Plan.ObjectiveYuan, parts.Sum(p => p.CapitalCost + p.OperationCost), 1e-8 * Math.Abs(study.Plan.ObjectiveYuan));
        Assert.True(ImportedFiles.Certificate(study).Holds);
        foreach (var balance in ImportedBalance.Of(study, parts))
        {
            for (var t = 0; t < study.Network.Snapshots.Count; t++)
            {
                Assert.Equal(balance.LoadMw[t], balance.Supply.Sum(s => s.Mw[t]) - balance.Use.Sum(s => s.Mw[t]), 1e-5);
            }
        }
    }

    [Fact]
    public void Every_kind_of_bus_has_its_own_balance()
    {
        var study = Study(new PypsaDraft(2).Add("buses", "fuel", "carrier=gas").Add("buses", "grid", "carrier=AC").Add("buses", "town", "carrier=heat")
            .Add("carriers", "gas", "color=#abc").Add("carriers", "chp", "color=teal;x")
            .Add("generators", "well", "bus=fuel carrier=gas p_nom=100 marginal_cost=5").Add("links", "plant", "bus0=fuel bus1=grid bus2=town carrier=chp efficiency=0.4 efficiency2=0.5 p_nom=60")
            .Add("loads", "homes", "bus=grid p_set=20").Add("loads", "district", "bus=town p_set=25"));

        var balances = ImportedBalance.Of(study, new ImportedParts(study).All()).ToDictionary(b => b.Carrier);

        Assert.Equal((50, 20, 25), (Round(balances["gas"].Supply.Single().Mw[0]), Round(balances["AC"].Supply.Single().Mw[0]), Round(balances["heat"].Supply.Single().Mw[0])));
        Assert.Equal(("chp", 50), (balances["gas"].Use.Single().Label, Round(balances["gas"].Use.Single().Mw[0])));
        Assert.Equal("#abc", balances["gas"].Supply.Single().Colour);
        Assert.StartsWith("var(--", balances["AC"].Supply.Single().Colour, StringComparison.Ordinal); // what is no colour stays out of the page
    }

    [Fact]
    public void The_page_is_in_both_languages_and_escapes_what_the_tables_say()
    {
        var study = Study(new PypsaDraft(2).Add("buses", "a").Add("loads", "town", "bus=a p_set=10").Add("generators", "<b>wind</b>", "bus=a p_nom_extendable=True capital_cost=7 marginal_cost=3"));

        var files = ImportedFiles.Of(study).ToDictionary(f => f.Path, Text);

        var page = files["index.html"];
        Assert.Contains("导入网络的最优方案", page, StringComparison.Ordinal);
        Assert.Contains("Optimal plan of an imported network", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;wind", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>wind", page, StringComparison.Ordinal);
        Assert.Equal(["certificate.json", "index.html", "run.lock", "tables/README.md", "tables/imported_capacities.csv", "tables/imported_powers.csv", "tables/imported_prices.csv"],
            files.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("generators,<b>wind</b>,a,,MW,true,0,10,70,60", files["tables/imported_capacities.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain("report_column", files["tables/README.md"], StringComparison.Ordinal);
    }

    static double Round(double value) => Math.Round(value, 5);

    static string Text(ReportFile file)
    {
        using var memory = new MemoryStream();
        file.Write(memory);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    static ImportedStudy Study(PypsaDraft draft)
    {
        var data = PypsaImport.ToCase(PypsaText.Read(draft.Text()).Network!, "tiny");
        var network = NetworkBuilder.Build(data);
        var plan = PlanningModel.Build(network, new() { LineModel = LineModel.Kirchhoff }).Solve(cancellation: TestContext.Current.CancellationToken);
        return new ImportedStudy
        {
            Case = data,
            Network = network,
            Plan = plan,
            Replay = Replay.Check(network, plan, LineModel.Kirchhoff),
            Provenance = new Provenance
            {
                Product = "Suandian", Solver = plan.Run.Solver, Command = "suandian study tiny",
                Options = ImmutableSortedDictionary<string, string>.Empty, FilesRead = data.FilesRead,
            },
        };
    }
}
