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

    /// <summary>Colour of a bus that nothing limits within the search.</summary>
    const string Open = "#7A5195";

    /// <summary>hosting.html, hosting-map as SVG in both languages, hosting.csv.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="hours">Its hours.</param>
    /// <param name="solution">What each bus takes.</param>
    /// <param name="state">Which state of the grid the page shows; null where there is but one.</param>
    public static ImmutableArray<QuestionFile> Of(PowerGrid grid, FeederHours hours, HostingSolution solution, Text? state = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(solution);
        var (page, paths) = (new FeederPage(grid, hours), FeederPaths.Of(grid));
        int[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => solution.Buses[b] is not null).OrderBy(b => solution.Buses[b]!.Mw)];
        var kind = Phrases.Of("cli.feeder.kind." + solution.Options.Kind.ToString().ToLowerInvariant());
        Html Map(Voice voice, double width) => Drawing(grid, paths, solution, (page, voice)).Draw(width);
        var title = Phrases.Of("feeder.hosting_title", ("case", grid.Title), ("kind", kind));
        return Files(WithTables("hosting.html", QuestionPage.Write(title, voice => Html.Of($"""
            <h1>{voice.Say(title)}</h1>{FeederPage.State(voice, state)}<p class="answer">{voice.Say(Finding(grid, solution, kind))}</p>{page.Unsupplied(voice, UnsuppliedLoad.Of(grid, hours))}
            {Html.If(solution.BrokenBefore > 0, () => Html.Of($"""<p class="p">{voice.Say(Phrases.Of("cli.feeder.host_broken", ("count", solution.BrokenBefore)))}</p>"""))}
            {Figure(voice, "hosting_map", width => Map(voice, width))}{page.Names(voice)}
            <section><h2>{voice.Say(Phrases.Of("feeder.hosting_least"))}</h2>{Rows(voice, solution, page, buses)}</section>
            <footer><p>{voice.Say(Phrases.Of("feeder.hosting_how", ("hours", solution.Hours.Length), ("end", Mw(solution.MostMw))))}</p></footer>
            """), hasUnits: false), Table(grid, hours, solution)), Pictures("hosting-map", Map));
    }

    static Text Finding(PowerGrid grid, HostingSolution solution, Text kind)
    {
        BusHosting[] asked = [.. solution.Buses.OfType<BusHosting>()];
        return asked.Length == 0 ? Phrases.Of("feeder.hosting_no_bus") : solution.Hours.Length == 0 ? Phrases.Of("feeder.hosting_no_hour") : Phrases.Of("feeder.hosting_finding", ("kind", kind), ("range", HostingWords.Range(grid, solution, Mw)),
            ("voltage", asked.Count(host => host.Limit.Kind is ViolationKind.LowVoltage or ViolationKind.HighVoltage)), ("rating", asked.Count(host => host.Limit.Kind == ViolationKind.Overload)));
    }

    static OneLineDrawing Drawing(PowerGrid grid, FeederPaths paths, HostingSolution solution, (FeederPage Page, Voice Voice) with)
    {
        double[] limited = [.. HostingWords.Limited(solution).Select(b => solution.Buses[b]!.Mw)];
        double[] ends = [.. Enumerable.Range(1, Ramp.Length).Select(i => limited.Length == 0 ? 0 : limited[Math.Min(limited.Length - 1, i * limited.Length / Ramp.Length)])];
        int Class(double mw) => Math.Min(Ramp.Length - 1, ends.TakeWhile(end => mw > end).Count());
        string Range(int i) => $"{Mw(i == 0 ? limited[0] : ends[i - 1])}–{Mw(ends[i])} MW";
        LegendItem[] open = solution.Buses.Any(host => host is { IsOpen: true }) ? [new LegendItem(Open, $"≥ {Mw(solution.MostMw)} MW: {with.Voice.Say(Phrases.Of("cli.feeder.limit.None"))}", true)] : [];
        var size = grid.Buses.Count > 100 ? 3.5 : 7;
        return new OneLineDrawing(grid, paths)
        {
            Meaning = with.Voice.Say(Phrases.Of("feeder.hosting_map")),
            Legend = [.. Enumerable.Range(0, Ramp.Length).Where(i => limited.Any(mw => Class(mw) == i)).Select(i => new LegendItem(Ramp[i], Range(i), true)), .. open],
            Branch = k => new BranchMark(grid.Branches.InService[k] ? "#AEB8C0" : "#D9DFE4", 1.5, with.Voice.Say(with.Page.BranchTitle(k))),
            Bus = b => solution.Buses[b] is not { } host ? new BusMark(Svg.None, 2, with.Voice.Say(with.Page.Bus(b)), false)
                : new BusMark(host.IsOpen ? Open : Ramp[Class(host.Mw)], size, $"{with.Voice.Say(with.Page.Bus(b))}: {HostingWords.Mw(host, Number(host.Mw, 3))} MW, {with.Voice.Say(with.Page.Limit(host.Limit))}", false),
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
            return (string[])[voice.Say(page.Bus(b)), HostingWords.Mw(host, Number(host.Mw, 3)), voice.Say(page.Limit(host.Limit)), host.IsOpen ? "–" : page.Hour(host.Limit.Hour), .. more];
        }), 2);
    }

    static ReportTable Table(PowerGrid grid, FeederHours hours, HostingSolution solution)
    {
        int[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => solution.Buses[b] is not null)];
        var table = new TableOf<int>("hosting", buses).Number("bus", b => grid.Buses.Number[b]).Number("mw", b => solution.Buses[b]!.Mw).Word("at_least", b => solution.Buses[b]!.IsOpen ? "true" : "false").Word("limit", b => FeederPage.Word(solution.Buses[b]!.Limit.Kind))
            .Number("limit_bus", b => solution.Buses[b]!.Limit is { Kind: ViolationKind.LowVoltage or ViolationKind.HighVoltage } v ? grid.Buses.Number[v.Index] : null)
            .Number("limit_from", b => solution.Buses[b]!.Limit is { Kind: ViolationKind.Overload } v ? grid.Buses.Number[grid.Branches.From[v.Index]] : null)
            .Number("limit_to", b => solution.Buses[b]!.Limit is { Kind: ViolationKind.Overload } v ? grid.Buses.Number[grid.Branches.To[v.Index]] : null)
            .Number("hour", b => solution.Buses[b]!.IsOpen ? null : hours.Label[solution.Buses[b]!.Limit.Hour]);
        return (solution.Flexible.Length == 0 ? table : table.Number("flat_mw", b => solution.Flexible[b]!.FlatMw).Number("shifted_mw", b => solution.Flexible[b]!.ShiftedMw)
            .Number("room_mw_per_mw", b => solution.Flexible[b]!.RoomPerMw(solution.Buses[b]!.Mw, solution.Options.FlexibleMw))).Table();
    }
}
