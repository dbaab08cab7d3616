using System.Collections.Immutable;
using Suandian.Distribution;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Texts;
using static Suandian.Reports.Feeders.FeederPage;

namespace Suandian.Reports.Feeders;

/// <summary>The hours of a feeder as a page with pictures, the pictures by themselves, and tables.</summary>
public static class FeederFiles
{
    /// <summary>year.html; one-line, profile and heat-map as SVG in both languages; buses.csv, branches.csv, hours.csv, violations.csv.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="hours">Its hours.</param>
    /// <param name="year">What they give.</param>
    /// <param name="state">Which state of the grid the page shows; null where there is but one.</param>
    public static ImmutableArray<QuestionFile> Of(PowerGrid grid, FeederHours hours, FeederYearSolution year, Text? state = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(year);
        var page = new FeederPage(grid, hours);
        Html Line(Voice voice, double width) => OneLine(grid, year, page, voice).Draw(width);
        Html Profile(Voice voice, double width) => new ProfileDrawing(grid, year, voice).Draw(width);
        Html Heat(Voice voice, double width) => new HeatMap(grid, hours, year, voice).Draw(width);
        var title = Phrases.Of("feeder.year_title", ("case", grid.Title));
        return Files(WithTables("year.html", QuestionPage.Write(title, voice => Html.Of($"""
            <h1>{voice.Say(title)}</h1>{State(voice, state)}<p class="answer">{voice.Say(Finding(year, hours, page))}</p>
            {page.Unsupplied(voice, year.Unsupplied)}{Weighted(voice, year)}{Unsolved(voice, year, page)}{Spread(voice, year, page)}
            <p class="p">{voice.Say(Phrases.Of("feeder.year_energy", ("load", Energy(year.LoadMwh)), ("generation", Energy(year.GenerationMwh)), ("loss", Energy(year.LossMwh)), ("shunts", Energy(year.ShuntMwh)), ("share", Number(100 * year.LossMwh / year.LoadMwh, 2)), ("import", Energy(year.ImportMwh)), ("export", Energy(year.ExportMwh)), ("hours", Number(year.ExportHours, 0))))}</p>
            {Figure(voice, "one_line", width => Line(voice, width))}{page.Names(voice)}{Figure(voice, "profile", width => Profile(voice, width))}{Figure(voice, "heat", width => Heat(voice, width))}
            {BusTable(voice, year, page)}{BranchTable(voice, year, page)}
            <footer><p>{voice.Say(Phrases.Of("feeder.year_how"))}</p></footer>
            """), hasUnits: false), Tables(grid, hours, year)), Pictures("one-line", Line), Pictures("profile", Profile), Pictures("heat-map", Heat));
    }

    /// <summary>What the hours show, in one sentence.</summary>
    static Text Finding(FeederYearSolution year, FeederHours hours, FeederPage page)
    {
        var low = year.Paths.Order.MinBy(b => year.Buses[b].LowestPu);
        var high = year.Paths.Order.MaxBy(b => year.Buses[b].HighestPu);
        var solved = Enumerable.Range(0, hours.Count).Except(year.Unsolved).Sum(h => year.WeightH[h]);
        return Phrases.Of(year.HoursBeyond == 0 ? "feeder.year_within" : "feeder.year_beyond", ("hours", Number(solved, 0)), ("beyond", Number(year.BeyondH, 0)),
            ("buses", year.Buses.Count(b => b.HoursLow + b.HoursHigh > 0)), ("branches", year.Branches.Count(b => b.HoursOver > 0)),
            ("low", Number(year.Buses[low].LowestPu, 3)), ("low_bus", page.Bus(low)), ("high", Number(year.Buses[high].HighestPu, 3)), ("high_bus", page.Bus(high)));
    }

    /// <summary>That hours are those of the year, where each computed one stands for several.</summary>
    static Html Weighted(Voice voice, FeederYearSolution year) => Html.If(year.WeightH.Any(w => w != 1), () => Html.Of($"""<p class="p">{voice.Say(Phrases.Of("feeder.year_weighted", ("computed", year.WeightH.Length), ("hours", Number(year.WeightH.Sum(), 0))))}</p>"""));

    /// <summary>Hours without solution, which no figure of the page contains.</summary>
    static Html Unsolved(Voice voice, FeederYearSolution year, FeederPage page) => Html.If(year.Unsolved.Length > 0, () => Html.Of($"""
        <p class="answer">{voice.Say(Phrases.Of("feeder.year_unsolved", ("count", year.Unsolved.Length), ("hours", string.Join(", ", year.Unsolved.Take(Rows).Select(page.Hour)) + (year.Unsolved.Length > Rows ? " …" : ""))))}</p>
        """));

    /// <summary>Buses whose two deviations together are beyond the standard.</summary>
    static Html Spread(Voice voice, FeederYearSolution year, FeederPage page)
    {
        int[] buses = [.. year.Paths.Order.Where(b => year.Buses[b].IsSpread).OrderByDescending(b => year.Buses[b].SpreadPu)];
        return Html.If(buses.Length > 0, () => Html.Of($"""
            <p class="answer">{voice.Say(Phrases.Of("feeder.year_spread", ("count", buses.Length), ("limit", Number(100 * VoltageStandard.MostSpreadPu, 0)),
                ("buses", string.Join(", ", buses.Take(Rows).Select(b => FormattableString.Invariant($"{voice.Say(page.Bus(b))} {100 * year.Buses[b].SpreadPu:F1} %"))))))}</p>
            """));
    }

    static OneLineDrawing OneLine(PowerGrid grid, FeederYearSolution year, FeederPage page, Voice voice)
    {
        var most = Math.Max(1e-9, year.Branches.Select(b => b.PeakMva).Append(0).Max());
        string Colour(BranchYear b) => double.IsNaN(b.PeakLoadingPu) ? Svg.None : b.PeakLoadingPu > 1 ? Svg.High : b.PeakLoadingPu > 0.8 ? Svg.Amber : Svg.Good;
        return new OneLineDrawing(grid, year.Paths)
        {
            Meaning = voice.Say(Phrases.Of("feeder.one_line")),
            Legend =
            [
                new(Svg.Ink, Say(voice, "slack"), true) { IsSquare = true }, new(Svg.Good, Say(voice, "loading_good"), false), new(Svg.Amber, Say(voice, "loading_high"), false), new(Svg.High, Say(voice, "loading_over"), false), new(Svg.None, Say(voice, "loading_none"), false),
                new(Svg.Ink, Say(voice, "bus_good"), true), new(Svg.Low, Say(voice, "bus_low"), true), new(Svg.High, Say(voice, "bus_high"), true),
            ],
            Branch = k => new BranchMark(grid.Branches.InService[k] ? Colour(year.Branches[k]) : Svg.None, 1 + 4 * Math.Sqrt(year.Branches[k].PeakMva / most),
                $"{voice.Say(page.BranchTitle(k))}: {Number(year.Branches[k].PeakMva, 3)} MVA, {Number(100 * year.Branches[k].PeakLoadingPu, 0)} %, {page.Hour(year.Branches[k].PeakHour)}"),
            Bus = b => new BusMark(year.Buses[b].HoursHigh > 0 ? Svg.High : year.Buses[b].HoursLow > 0 ? Svg.Low : Svg.Ink, grid.Buses.Count > 100 ? 2 : 4,
                $"{voice.Say(page.Bus(b))}: {Number(year.Buses[b].LowestPu, 4)} … {Number(year.Buses[b].HighestPu, 4)} pu", false),
        };
    }

    static string Say(Voice voice, string key) => voice.Say(Phrases.Of("feeder." + key));

    static Html BusTable(Voice voice, FeederYearSolution year, FeederPage page)
    {
        int[] buses = [.. year.Paths.Order.OrderByDescending(b => year.Buses[b].HoursLow + year.Buses[b].HoursHigh).ThenByDescending(b => year.Buses[b].IsSpread).ThenByDescending(b => Math.Max(year.Buses[b].HighestPu - 1, 1 - year.Buses[b].LowestPu)).Take(Rows)];
        return Html.Of($"""
            <section><h2>{Say(voice, "buses")}</h2>{Table(voice, ["bus", "lowest_pu", "at_hour", "highest_pu", "at_hour", "hours_low", "hours_high", "limits_pu", "spread_pct"], buses.Select(b => (string[])
            [voice.Say(page.Bus(b)), Number(year.Buses[b].LowestPu, 4), page.Hour(year.Buses[b].LowestHour), Number(year.Buses[b].HighestPu, 4), page.Hour(year.Buses[b].HighestHour), Number(year.Buses[b].HoursLow, 0), Number(year.Buses[b].HoursHigh, 0),
                $"{Number(year.Limits.LowPu[b], 3)}–{Number(year.Limits.HighPu[b], 3)}", double.IsFinite(year.Limits.SpreadPu[b]) ? Number(100 * year.Buses[b].SpreadPu, 1) : "–"]))}</section>
            """);
    }

    static Html BranchTable(Voice voice, FeederYearSolution year, FeederPage page)
    {
        int[] branches = [.. Enumerable.Range(0, year.Branches.Length).Where(k => year.Branches[k].PeakHour >= 0).OrderByDescending(k => double.IsNaN(year.Branches[k].PeakLoadingPu) ? 0 : year.Branches[k].PeakLoadingPu).ThenByDescending(k => year.Branches[k].LossMwh).Take(Rows)];
        return Html.Of($"""
            <section><h2>{Say(voice, "branches")}</h2>{Table(voice, ["branch", "peak_mva", "at_hour", "loading_pct", "hours_over", "loss_mwh", "reverse_hours", "reverse_mw"], branches.Select(k => (string[])
            [voice.Say(page.BranchTitle(k)), Number(year.Branches[k].PeakMva, 3), page.Hour(year.Branches[k].PeakHour), Number(100 * year.Branches[k].PeakLoadingPu, 1), Number(year.Branches[k].HoursOver, 0), Number(year.Branches[k].LossMwh, 3), Number(year.Branches[k].ReverseHours, 0), Number(year.Branches[k].MostReverseMw, 3)]))}</section>
            """);
    }

    static ReportTable[] Tables(PowerGrid grid, FeederHours hours, FeederYearSolution year)
    {
        double Label(int hour) => hour < 0 ? double.NaN : hours.Label[hour];
        double Number(int bus) => grid.Buses.Number[bus];
        return
        [
            new TableOf<int>("buses", [.. Enumerable.Range(0, grid.Buses.Count)]).Number("bus", b => Number(b)).Number("lowest_pu", b => year.Buses[b].LowestPu).Number("lowest_hour", b => Label(year.Buses[b].LowestHour))
                .Number("highest_pu", b => year.Buses[b].HighestPu).Number("highest_hour", b => Label(year.Buses[b].HighestHour)).Number("mean_pu", b => year.Buses[b].MeanPu)
                .Number("hours_low", b => year.Buses[b].HoursLow).Number("hours_high", b => year.Buses[b].HoursHigh).Word("low_limit_source", b => FeederPage.Word(year.Limits.LowSource[b]))
                .Number("low_limit_pu", b => year.Limits.LowPu[b]).Word("high_limit_source", b => FeederPage.Word(year.Limits.HighSource[b])).Number("high_limit_pu", b => year.Limits.HighPu[b])
                .Number("spread_pu", b => year.Buses[b].SpreadPu).Number("spread_limit_pu", b => year.Limits.SpreadPu[b]).Table(),
            new TableOf<int>("branches", [.. Enumerable.Range(0, grid.Branches.Count)]).Number("from", k => Number(grid.Branches.From[k])).Number("to", k => Number(grid.Branches.To[k])).Number("peak_mva", k => year.Branches[k].PeakMva)
                .Number("peak_hour", k => Label(year.Branches[k].PeakHour)).Number("peak_loading_pu", k => year.Branches[k].PeakLoadingPu).Number("hours_over", k => year.Branches[k].HoursOver)
                .Number("loss_mwh", k => year.Branches[k].LossMwh).Number("reverse_hours", k => year.Branches[k].ReverseHours).Number("most_reverse_mw", k => year.Branches[k].MostReverseMw).Table(),
            new TableOf<int>("hours", [.. Enumerable.Range(0, hours.Count)]).Number("hour", h => Label(h)).Number("load_mw", h => year.LoadMw[h]).Number("generation_mw", h => year.GenerationMw[h]).Number("loss_mw", h => year.Flow.LossMw[h]).Number("shunt_mw", h => year.ShuntMw[h])
                .Number("unsupplied_mw", h => year.Unsupplied.Mw[h]).Number("supply_mw", h => year.SupplyMw[h]).Number("supply_mvar", h => year.SupplyMvar[h]).Table(),
            new TableOf<FeederViolation>("violations", [.. FeederYear.Violations(year)]).Word("kind", v => FeederPage.Word(v.Kind)).Number("bus", v => v.Kind == ViolationKind.Overload ? null : Number(v.Index))
                .Number("from", v => v.Kind == ViolationKind.Overload ? Number(grid.Branches.From[v.Index]) : null).Number("to", v => v.Kind == ViolationKind.Overload ? Number(grid.Branches.To[v.Index]) : null)
                .Number("hour", v => Label(v.Hour)).Number("value", v => v.Value).Number("limit", v => v.Limit).Table(),
        ];
    }
}
