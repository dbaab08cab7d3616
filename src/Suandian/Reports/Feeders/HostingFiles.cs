using System.Collections.Immutable;
using Suandian.Distribution.Hosting;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Texts;
using static Suandian.Reports.Feeders.FeederPage;

namespace Suandian.Reports.Feeders;

/// <summary>Hosting capacity as a page with a map, the map by itself, and a table.</summary>
public static class HostingFiles
{
    /// <summary>Colours of five classes, least first.</summary>
    static readonly string[] Ramp = ["#B2182B", "#EF8A62", "#E0C56E", "#67A9CF", "#0B5563"];

    /// <summary>hosting.html, hosting-map as SVG in both languages, hosting.csv.</summary>
    public static ImmutableArray<QuestionFile> Of(PowerGrid grid, FeederHours hours, HostingSolution solution)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(solution);
        var (page, paths) = (new FeederPage(grid, hours), FeederPaths.Of(grid));
        int[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => solution.Buses[b] is not null).OrderBy(b => solution.Buses[b]!.Mw)];
        var kind = Phrases.Of("cli.feeder.kind." + solution.Options.Kind.ToString().ToLowerInvariant());
        Html Map(Voice voice, double width) => Drawing(grid, paths, solution, (page, voice), buses).Draw(width);
        var title = Phrases.Of("feeder.hosting_title", ("case", grid.Title), ("kind", kind));
        return Files(QuestionFile.All("hosting.html", QuestionPage.Write(title, voice => Html.Of($"""
            <h1>{voice.Say(title)}</h1><p class="answer">{voice.Say(Finding(solution, page, buses, kind))}</p>{page.Unsupplied(voice, UnsuppliedLoad.Of(grid, hours))}
            {Html.If(solution.BrokenBefore > 0, () => Html.Of($"""<p class="p">{voice.Say(Phrases.Of("cli.feeder.host_broken", ("count", solution.BrokenBefore)))}</p>"""))}
            {Figure(voice, "hosting_map", width => Map(voice, width))}{page.Names(voice)}
            <section><h2>{voice.Say(Phrases.Of("feeder.hosting_least"))}</h2>{Rows(voice, solution, page, buses)}</section>
            <footer><p>{voice.Say(Phrases.Of("feeder.hosting_how", ("hours", solution.Hours.Length)))}</p></footer>
            """), hasUnits: false), Table(grid, hours, solution)), Pictures("hosting-map", Map));
    }

    static Text Finding(HostingSolution solution, FeederPage page, int[] buses, Text kind) => buses.Length == 0 || solution.Hours.Length == 0 ? Phrases.Of(buses.Length == 0 ? "feeder.hosting_no_bus" : "feeder.hosting_no_hour") : Phrases.Of("feeder.hosting_finding",
        ("kind", kind), ("least", Mw(solution.Buses[buses[0]]!.Mw)), ("least_bus", page.Bus(buses[0])), ("most", Mw(solution.Buses[buses[^1]]!.Mw)), ("most_bus", page.Bus(buses[^1])),
        ("voltage", buses.Count(b => solution.Buses[b]!.Limit.Kind is ViolationKind.LowVoltage or ViolationKind.HighVoltage)), ("rating", buses.Count(b => solution.Buses[b]!.Limit.Kind == ViolationKind.Overload)));

    static OneLineDrawing Drawing(PowerGrid grid, FeederPaths paths, HostingSolution solution, (FeederPage Page, Voice Voice) with, int[] buses)
    {
        double[] ends = [.. Enumerable.Range(1, Ramp.Length).Select(i => buses.Length == 0 ? 0 : solution.Buses[buses[Math.Min(buses.Length - 1, i * buses.Length / Ramp.Length)]]!.Mw)];
        int Class(double mw) => Math.Min(Ramp.Length - 1, ends.TakeWhile(end => mw > end).Count());
        string Range(int i) => $"{Mw(i == 0 ? buses.Length == 0 ? 0 : solution.Buses[buses[0]]!.Mw : ends[i - 1])}–{Mw(ends[i])} MW";
        var size = grid.Buses.Count > 100 ? 3.5 : 7;
        return new OneLineDrawing(grid, paths)
        {
            Meaning = with.Voice.Say(Phrases.Of("feeder.hosting_map")),
            Legend = [.. Enumerable.Range(0, Ramp.Length).Select(i => new LegendItem(Ramp[i], Range(i), true))],
            Branch = k => new BranchMark(grid.Branches.InService[k] ? "#AEB8C0" : "#D9DFE4", 1.5, with.Voice.Say(with.Page.BranchTitle(k))),
            Bus = b => solution.Buses[b] is not { } host ? new BusMark(Svg.None, 2, with.Voice.Say(with.Page.Bus(b)), false)
                : new BusMark(Ramp[Class(host.Mw)], size, $"{with.Voice.Say(with.Page.Bus(b))}: {Number(host.Mw, 3)} MW, {with.Voice.Say(with.Page.Limit(host.Limit))}", false),
        };
    }

    static Html Rows(Voice voice, HostingSolution solution, FeederPage page, int[] buses)
    {
        var hasFlexible = solution.Flexible.Length > 0;
        string[] columns = ["bus", "mw", "limit", "at_hour", .. hasFlexible ? (string[])["flat_mw", "shifted_mw", "room"] : []];
        return FeederPage.Table(voice, columns, buses.Take(FeederPage.Rows).Select(b =>
        {
            var host = solution.Buses[b]!;
            string[] more = hasFlexible ? [Number(solution.Flexible[b]!.FlatMw, 3), Number(solution.Flexible[b]!.ShiftedMw, 3), Number(solution.Flexible[b]!.RoomPerMw(host.Mw, solution.Options.FlexibleMw), 3)] : [];
            return (string[])[voice.Say(page.Bus(b)), Number(host.Mw, 3), voice.Say(page.Limit(host.Limit)), host.IsOpen ? "–" : page.Hour(host.Limit.Hour), .. more];
        }), 2);
    }

    static ReportTable Table(PowerGrid grid, FeederHours hours, HostingSolution solution)
    {
        int[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => solution.Buses[b] is not null)];
        var table = new TableOf<int>("hosting", buses).Number("bus", b => grid.Buses.Number[b]).Number("mw", b => solution.Buses[b]!.Mw).Word("limit", b => FeederPage.Word(solution.Buses[b]!.Limit.Kind))
            .Number("limit_bus", b => solution.Buses[b]!.Limit is { Kind: ViolationKind.LowVoltage or ViolationKind.HighVoltage } v ? grid.Buses.Number[v.Index] : null)
            .Number("limit_from", b => solution.Buses[b]!.Limit is { Kind: ViolationKind.Overload } v ? grid.Buses.Number[grid.Branches.From[v.Index]] : null)
            .Number("limit_to", b => solution.Buses[b]!.Limit is { Kind: ViolationKind.Overload } v ? grid.Buses.Number[grid.Branches.To[v.Index]] : null)
            .Number("hour", b => solution.Buses[b]!.IsOpen ? null : hours.Label[solution.Buses[b]!.Limit.Hour]);
        return (solution.Flexible.Length == 0 ? table : table.Number("flat_mw", b => solution.Flexible[b]!.FlatMw).Number("shifted_mw", b => solution.Flexible[b]!.ShiftedMw)
            .Number("room_mw_per_mw", b => solution.Flexible[b]!.RoomPerMw(solution.Buses[b]!.Mw, solution.Options.FlexibleMw))).Table();
    }
}
