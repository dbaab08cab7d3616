using System.Text;
using Suandian.Planning;

namespace Suandian.Reports.Sweeps;

public class SweepReportTests
{
    [Fact]
    public void The_table_has_a_row_per_variant_with_gaps_where_there_is_no_plan() =>
        Golden.Matches("results.csv", Encoding.UTF8.GetString(SweepReport.Files(Results()).First().Bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n"));

    [Fact]
    public void Equal_results_give_equal_bytes() =>
        Assert.All(SweepReport.Files(Results()).Zip(SweepReport.Files(Results())), pair => Assert.Equal(pair.First.Bytes, pair.Second.Bytes));

    [Fact]
    public void The_page_says_the_range_of_the_price_in_both_languages_and_asks_for_nothing_outside()
    {
        var page = Encoding.UTF8.GetString(SweepReport.Files(Results()).Last().Bytes);

        Assert.Contains("Price of a delivered kWh: 0.210 yuan/kWh to 0.250 yuan/kWh", page, StringComparison.Ordinal);
        Assert.Contains("到户电价：0.210 元/千瓦时 至 0.250 元/千瓦时", page, StringComparison.Ordinal);
        Assert.Contains("5 variants: 2 with a plan, 2 without, 1 with no result.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Weather_that_was_not_measured_and_hours_that_are_not_the_year_stand_at_the_top()
    {
        var page = SweepPage.Write(Results() with { Weeks = 4, SyntheticWeather = [new Text("园区", "Park")] });

        Assert.Contains("Synthetic weather: the hours of Park", page, StringComparison.Ordinal);
        Assert.Contains("Computed on 4 weeks weighted to a year", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"band\"", SweepPage.Write(Results()), StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_are_drawn_of_what_varies_only()
    {
        var page = Encoding.UTF8.GetString(SweepReport.Files(Results()).Last().Bytes);

        Assert.Contains("data-chart=\"energy_price_yuan_per_mwh\"", page, StringComparison.Ordinal);
        Assert.Contains("data-chart=\"new_wind_mw\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-chart=\"work_done_share_pu\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_row_of_a_study_holds_its_summary_and_its_new_capacity()
    {
        var figures = StudyFigures.From(TinyStudy.Study());

        var row = VariantFigures.From(figures);

        Assert.All(figures.Comparison.Data.Rows, summary => Assert.Contains(row, f => f.Value.Equals(summary.Value.Plan) && f.Title == summary.Name));
        Assert.All(figures.Headline.Data.New, built => Assert.Contains(row, f => f.Value == built.Mw && f.Column.StartsWith("new_", StringComparison.Ordinal)));
        Assert.Equal(row.Length, row.Select(f => f.Column).Distinct().Count());
    }

    /// <summary>Two plans, one of which builds no wind; one infeasible, one out of time, one that was never computed.</summary>
    static SweepResults Results() => new()
    {
        Name = new Text("例", "example"),
        Product = "Suandian",
        Sha256 = new string('a', 64),
        Axes =
        [
            new SweepAxis("wind.capital_cost", "wind.capital_cost_yuan_per_kw", "yuan/kW", new Text("造价", "cost"), IsWords: false, IsFactor: false),
            new SweepAxis("clusters.hall.chip", "clusters.hall.chip", "", new Text("芯片", "chip"), IsWords: true, IsFactor: false),
        ],
        Values = [["3800", "a"], ["3800", "b,c"], ["4200", "a"], ["4200", "b,c"], ["4600", "a"]],
        Results =
        [
            Result(1, PlanningStatus.Optimal, ("energy_price_yuan_per_mwh", Quantity.PriceYuanPerMwh, 210), ("work_done_share_pu", Quantity.SharePu, 1), ("new_wind_mw", Quantity.PowerMw, 12.5)),
            Result(2, PlanningStatus.Incumbent, ("energy_price_yuan_per_mwh", Quantity.PriceYuanPerMwh, 250), ("work_done_share_pu", Quantity.SharePu, 1)),
            Result(3, PlanningStatus.Infeasible),
            Result(4, PlanningStatus.Stopped),
            null,
        ],
    };

    static VariantResult Result(int number, PlanningStatus status, params (string Column, Quantity Quantity, double Value)[] figures) => new()
    {
        Number = number,
        Sweep = "",
        Values = [],
        Status = status,
        Figures = [.. figures.Select(f => new VariantFigure(f.Column, new Text(f.Column, f.Column), f.Quantity, f.Value))],
    };
}
