using Suandian.Network;
using Suandian.Prices;
using Suandian.Reports.Figures;

namespace Suandian.Reports;

public class StudyFiguresTests
{
    static readonly StudyFigures Figures = StudyFigures.From(TinyStudy.Study());

    [Fact]
    public void The_headline_holds_the_five_numbers_of_plan_and_base()
    {
        var headline = Figures.Headline.Data;

        Assert.Equal(TinyStudy.EnergyYuan / TinyStudy.DeliveredMwh, headline.EnergyPriceYuanPerMwh.Plan, 1e-9);
        Assert.Equal(TinyStudy.BaseEnergyYuan / TinyStudy.DeliveredMwh, headline.EnergyPriceYuanPerMwh.Base!.Value, 1e-9);
        Assert.Equal((TinyStudy.ComputingYuan + (TinyStudy.EnergyYuan / 2)) / TinyStudy.DemandGpuH, headline.GpuHourPriceYuan.Plan, 1e-9);
        Assert.Equal((TinyStudy.ComputingYuan + (TinyStudy.BaseEnergyYuan / 2)) / TinyStudy.DemandGpuH, headline.GpuHourPriceYuan.Base!.Value, 1e-9);
        Assert.Equal((4 * 2e6) + (1 * 2 * 0.3e6), headline.EnergyInvestmentYuan, 1e-6); // wind; battery of 2 h priced per MWh
        Assert.Equal((0.8 * (15e6 + (1000 * 40_000.0))) + (4 * 80_000), headline.ComputingInvestmentYuan, 1e-6);
        Assert.Equal(0.2, headline.CurtailedSharePu.Plan, 1e-12); // 1 of (4 + 1) MW
        Assert.Equal(1, headline.WorkDoneSharePu.Plan, 1e-12);
    }

    [Fact]
    public void Green_power_is_traced_through_the_battery()
    {
        var green = Figures.Green.Data;

        // hour 0 all wind, so the battery holds green power; hour 1 (1 + 0.8) of 2 MW; both hours use 2 MW
        Assert.Equal([1, 0.9], green.SharePu.Select(s => Math.Round(s, 12)));
        Assert.Equal(0.95, green.YearPu.Plan, 1e-12);
        Assert.Equal(0, green.YearPu.Base!.Value, 1e-12);
        Assert.Equal(1, green.WeakestHour);
    }

    [Fact]
    public void Supply_and_use_balance_in_every_hour()
    {
        var d = Figures.Dispatch.Data;
        for (var t = 0; t < 2; t++)
        {
            var supply = d.Supply.Sum(s => s.Mw[t]) + d.ShedMw[t];
            var use = d.OtherLoadMw[t] + d.FixedComputingMw[t] + d.FlexibleComputingMw[t] + d.Below.Sum(s => s.Mw[t]) + d.LossesMw[t];
            Assert.Equal(supply, use, 1e-12);
        }

        Assert.Equal([Technology.Wind, Technology.Battery, Technology.Import], d.Supply.Select(s => s.Technology));
        Assert.Equal(4380, d.Totals.CurtailedMwh, 1e-9);
        Assert.Equal(0.2 * 4380, d.Totals.LossesMwh, 1e-9); // what the battery loses
    }

    [Fact]
    public void The_build_list_says_what_it_costs_and_why()
    {
        var rows = Figures.Build.Data.Rows.ToDictionary(r => r.Name + " " + r.Table);

        Assert.Equal((4, 800_000, BuildReason.InteriorOptimum), (rows["wind generators"].New, rows["wind generators"].YearlyYuan, rows["wind generators"].Reason));
        Assert.Equal((BuildReason.AtUpperLimit, 12_345), (rows["battery storage_units"].Reason, rows["battery storage_units"].ReasonYuanPerUnit));
        Assert.Equal(0.8 * 12_000_000, rows["hall clusters"].YearlyYuan, 1e-6);
        Assert.Equal(TinyStudy.DemandGpuH, rows["hall clusters"].YearlyVolume, 1e-6);
    }

    [Fact]
    public void Computing_knows_places_power_delay_and_data()
    {
        var work = Figures.Computing.Data.Workloads[0];

        Assert.Equal(1, work.Places.Single().SharePu, 1e-12);
        Assert.Equal(8760, work.ElectricityMwh, 1e-9);
        Assert.Equal((0.0, 0.0, 2.0, 30.0), (work.MeanWaitH, work.Wait95H, work.RoundTripMs!.Value, work.LatencyLimitMs!.Value));
        Assert.Equal(1.6, work.MeanGbitS, 1e-12);
        Assert.Equal(1.6, Figures.Map.Data.Fibres[0].MaxGbitS, 1e-12);
        Assert.Equal(1.25, Figures.Computing.Data.Clusters[0].MeanPue, 1e-12);
    }

    [Fact]
    public void The_far_end_lies_where_the_great_circle_puts_it()
    {
        var far = Figures.Map.Data.Places.Single(p => p.Role == BusRole.Far);

        Assert.Equal(1885, far.DistanceKm!.Value, 1.0); // table of distances for Naomaohu–Zhengzhou, rounded to 1 km
        Assert.Equal(2, far.RoundTripMs);
    }

    [Fact]
    public void Every_yuan_rests_on_a_status()
    {
        var shares = Figures.Assumptions.Data.Shares;
        var tariff = Figures.Assumptions.Data.Rows.Single(r => r.Id == "TAR-99");

        Assert.Equal(1, shares.Sum(s => s.SharePu), 1e-12);
        Assert.Equal(TinyStudy.EnergyYuan + TinyStudy.ComputingYuan, shares.Sum(s => s.YearlyYuan), 1e-6);
        // recalled: network price and demand charge of the tariff; its energy price has a status of its own
        Assert.Equal(87_600 + 73_000, shares.Single(s => s.Status == Status.Recalled).YearlyYuan, 1e-6);
        Assert.Equal(("200", "yuan/MWh", 175_200.0), (tariff.Value, tariff.Unit, Math.Round(tariff.YearlyYuan, 6)));
    }

    [Fact]
    public void Assumptions_speak_both_languages_and_the_unit_of_their_own_row()
    {
        var rows = Figures.Assumptions.Data.Rows.ToDictionary(r => r.Id);

        Assert.Equal((new Text("手算", "by hand"), new Text("取整", "round")), (rows["TAR-99"].Source, rows["TAR-99"].Note));
        Assert.Equal((new Text("手算", "by hand"), new Text("", "")), (rows["costs.wind_farm"].Source, rows["costs.wind_farm"].Note));
        Assert.Equal(new Text("by hand", "by hand"), rows["costs.battery"].Source); // no Chinese given: the one wording
        Assert.Equal(
            ["yuan/MW", "yuan/MWh", "yuan/(Gbit/s)", "pu"],
            new[] { "costs.wind_farm", "costs.battery", "costs.fibre", "annual_rules.green" }.Select(id => rows[id].Unit));
    }

    [Fact]
    public void Parts_of_a_price_sum_to_its_total_in_plan_and_base()
    {
        foreach (var price in new[] { Figures.EnergyPrice.Data, Figures.GpuHourPrice.Data })
        {
            Assert.Equal(price.Total.Plan, price.Parts.Sum(p => p.Value.Plan), 1e-9);
            Assert.Equal(price.Total.Base!.Value, price.Parts.Sum(p => p.Value.Base!.Value), 1e-9);
        }

        Assert.Equal(7_200_000, Figures.GpuHourPrice.Data.Parts.Single(p => p.Part == PricePart.Servers).YearlyYuan.Base!.Value, 1e-6);
    }

    [Fact]
    public void Warnings_name_part_year_and_missing_proof()
    {
        var codes = Figures.Warnings.Data.Rows.Select(w => w.Code).ToArray();

        Assert.Contains("part_year", codes);
        Assert.Contains("unchecked", codes);
        Assert.DoesNotContain("undone_work", codes);
        Assert.False(Figures.Certificate.Data.Checked);
        Assert.True(Figures.Certificate.Data.Replay.All(c => c.Holds), string.Join(", ", Figures.Certificate.Data.Replay.Where(c => !c.Holds)));
    }

    [Fact]
    public void Half_of_the_curtailment_falls_on_the_fewest_days_that_hold_it()
    {
        // days of 6, 3, 2, 1 MWh, each standing for 10 days: half of 120 is 60, the first day alone
        Assert.Equal(10, CurtailmentFigures.HalfIn([3, 6, 1, 2], [10, 10, 10, 10]), 1e-12);
    }

    [Fact]
    public void A_duration_curve_weighs_its_hours()
    {
        var curve = DurationFigures.Curve([5, 9, 1], [2190, 2190, 4380]);

        Assert.Equal((9, 9, 5, 5, 1), (curve[0], curve[25], curve[26], curve[50], curve[51]));
    }

    [Fact]
    public void A_study_without_base_says_so_and_shows_no_base_numbers()
    {
        var figures = StudyFigures.From(TinyStudy.Study() with { Base = null });

        Assert.False(figures.Comparison.Data.BaseExists);
        Assert.Null(figures.Headline.Data.EnergyPriceYuanPerMwh.Base);
        Assert.Contains(figures.Warnings.Data.Rows, w => w.Code == "no_base");
    }

    [Fact]
    public void No_sentence_keeps_an_unfilled_place()
    {
        Text[] findings =
        [
            Figures.Comparison.Finding, Figures.Build.Finding, Figures.EnergyPrice.Finding, Figures.GpuHourPrice.Finding, Figures.Green.Finding,
            Figures.Map.Finding, Figures.Dispatch.Finding, Figures.Duration.Finding, Figures.Storage.Finding, Figures.Curtailment.Finding,
            Figures.Computing.Finding, Figures.Shadows.Finding, Figures.Assumptions.Finding, Figures.Warnings.Finding, Figures.Certificate.Finding,
            Figures.Headline.Data.Answer, Figures.Headline.Data.Caveat,
            .. Figures.Warnings.Data.Rows.SelectMany(w => new[] { w.Fact, w.Effect, w.Remedy }),
            .. Figures.Shadows.Data.Rows.SelectMany(s => new[] { s.Sentence, s.Reason }),
            .. Figures.Build.Data.Rows.Select(r => r.ReasonText),
        ];

        Assert.All(findings, text => Assert.DoesNotContain('{', text.Zh + text.En));
        Golden.Matches("sentences.txt", string.Join('\n', findings.Select(f => f.ToString())) + "\n");
    }
}
