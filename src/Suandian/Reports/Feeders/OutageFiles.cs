using System.Collections.Immutable;
using Suandian.Distribution.Outages;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Texts;
using static Suandian.Reports.Feeders.FeederPage;

namespace Suandian.Reports.Feeders;

/// <summary>Outages as a page with a diagram, the diagram by itself, and a table.</summary>
public static class OutageFiles
{
    /// <summary>outages.html, outages as SVG in both languages, outages.csv.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="hours">Its hours.</param>
    /// <param name="solution">What each outage does.</param>
    /// <param name="ratios">Capacity over load of the steps of voltage.</param>
    /// <param name="state">Which state of the grid the page shows; null where there is but one.</param>
    public static ImmutableArray<QuestionFile> Of(PowerGrid grid, FeederHours hours, OutageSolution solution, IReadOnlyList<CapacityRatio> ratios, Text? state = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(ratios);
        var (page, paths) = (new FeederPage(grid, hours), FeederPaths.Of(grid));
        Html Line(Voice voice, double width) => Drawing(grid, paths, solution, page, voice).Draw(width);
        var title = Phrases.Of("feeder.outage_title", ("case", grid.Title));
        return Files(WithTables("outages.html", QuestionPage.Write(title, voice => Html.Of($"""
            <h1>{voice.Say(title)}</h1>{FeederPage.State(voice, state)}<p class="answer">{voice.Say(Finding(solution, page))}</p>
            {page.Unsupplied(voice, UnsuppliedLoad.Of(grid, hours))}{ratios.Select(r => Html.Of($"<p class=\"p\">{voice.Say(Ratio(r))}</p>"))}
            {Figure(voice, "outage_line", width => Line(voice, width))}{page.Names(voice)}
            <section><h2>{voice.Say(Phrases.Of("feeder.outage_worst"))}</h2>{Rows(voice, solution, page)}</section>{BeyondTable(voice, solution, page)}
            <footer><p>{voice.Say(Phrases.Of("feeder.outage_how", ("hours", solution.Hours.Length)))}</p></footer>
            """), hasUnits: false), Table(grid, hours, solution, page)), Pictures("outages", Line));
    }

    static Text Finding(OutageSolution solution, FeederPage page)
    {
        var most = solution.Outages.MaxBy(o => o.PeakMw);
        return solution.Outages.Length == 0 ? Phrases.Of("feeder.outage_no_branch") : Phrases.Of("feeder.outage_finding", ("branches", solution.Outages.Length), ("dark", solution.Outages.Count(o => o.PeakMw > 0)), ("most", Number(most?.PeakMw ?? 0, 3)), ("branch", most is null ? "–" : page.BranchTitle(most.Branch)),
            ("beyond", solution.Outages.Count(o => o.HoursBeyond + o.HoursUnsolved > 0)), ("whole", solution.Outages.Count(o => Answer(o) == Svg.Good)), ("part", solution.Outages.Count(o => Answer(o) == Svg.Amber)));
    }

    /// <summary>Capacity over load of a step of voltage, in words.</summary>
    public static Text Ratio(CapacityRatio r) => Phrases.Of(r.HasGuide ? "cli.feeder.ratio" : "cli.feeder.ratio_plain", ("high", Kv(r.HighKv)), ("low", string.Join(", ", r.LowKv.Select(Kv))), ("ratio", Number(r.MvaPerMw, 2)),
        ("count", r.Transformers), ("mva", Number(r.CapacityMva, 1)), ("peak", Number(r.PeakMw, 3)));

    /// <summary>Key of the words for what is known of the restoration after an outage; null where nothing was sought.</summary>
    public static string? Standing(BranchOutage outage, OutageSolution solution)
    {
        ArgumentNullException.ThrowIfNull(outage);
        ArgumentNullException.ThrowIfNull(solution);
        return outage.Restoration is not { } back ? outage.PeakMw > 0 && solution.Ties.Length > 0 ? "cli.feeder.restoration.meshed" : null
            : "cli.feeder.restoration." + (!back.HasTie ? "no_tie" : !back.IsProved ? "not_proved" : back.Close.Length == 0 ? "none_proved" : "proved");
    }

    /// <summary>Colour of what an outage leaves.</summary>
    static string Answer(BranchOutage? outage) => outage is not { PeakMw: > 0 } dark ? outage is { IsHarmless: false } ? Svg.Low : Svg.None
        : dark.Restoration is not { Close.Length: > 0 } back ? Svg.High : back.DarkMw > 0 ? Svg.Amber : Svg.Good;

    static OneLineDrawing Drawing(PowerGrid grid, FeederPaths paths, OutageSolution solution, FeederPage page, Voice voice)
    {
        var of = solution.Outages.ToDictionary(o => o.Branch);
        var most = Math.Max(1e-9, solution.Outages.Select(o => o.PeakMw).Append(0).Max());
        string Say(string key) => voice.Say(Phrases.Of("feeder." + key));
        return new OneLineDrawing(grid, paths)
        {
            Meaning = Say("outage_line"),
            Legend = [new(Svg.Ink, Say("slack"), true) { IsSquare = true }, new(Svg.Good, Say("back_whole"), false), new(Svg.Amber, Say("back_part"), false), new(Svg.High, Say("back_none"), false), new(Svg.Low, Say("back_beyond"), false), new(Svg.None, Say("back_nothing"), false)],
            Branch = k => new BranchMark(Answer(of.GetValueOrDefault(k)), (Answer(of.GetValueOrDefault(k)) == Svg.Low ? 3 : 1) + 4 * Math.Sqrt((of.GetValueOrDefault(k)?.PeakMw ?? 0) / most), $"{voice.Say(page.BranchTitle(k))}: {Number(of.GetValueOrDefault(k)?.PeakMw ?? 0, 3)} MW"),
            Bus = b => new BusMark(Svg.Ink, grid.Buses.Count > 100 ? 1.5 : 3.5, voice.Say(page.Bus(b)), false),
        };
    }

    static Html Rows(Voice voice, OutageSolution solution, FeederPage page)
    {
        var outages = solution.Outages.Where(o => !o.IsHarmless).OrderByDescending(o => o.Restoration?.DarkMw ?? o.PeakMw).ThenByDescending(o => o.PeakMw).Take(FeederPage.Rows);
        string List(int[]? branches) => voice.Say(page.BranchTitles(branches ?? []));
        return FeederPage.Table(voice, ["branch", "dark_buses", "dark_mw", "dark_hour", "worst", "worst_hour", "close", "open", "restored_mw", "left_mw", "restoration"], outages.Select(o => (string[])
        [
            voice.Say(page.BranchTitle(o.Branch)), $"{o.Dark.Length}", Number(o.PeakMw, 3), page.Hour(o.PeakMw > 0 ? o.PeakHour : -1), o.Worst.Kind == ViolationKind.None ? "–" : voice.Say(page.Limit(o.Worst)), page.Hour(o.Worst.Kind == ViolationKind.None ? -1 : o.Worst.Hour),
            List(o.Restoration?.Close), List(o.Restoration?.Open), Number(o.Restoration?.RestoredMw ?? 0, 3), Number(o.Restoration?.DarkMw ?? o.PeakMw, 3), Standing(o, solution) is { } standing ? voice.Say(Phrases.Of(standing)) : "–",
        ]), 4, 6, 7, 10);
    }

    /// <summary>Outages that drive the rest beyond a limit, those without solution first, then those that go farthest beyond, as a share of the limit.</summary>
    internal static BranchOutage[] Beyond(OutageSolution solution) => [.. solution.Outages.Where(o => o.HoursBeyond + o.HoursUnsolved > 0).OrderByDescending(o => o.HoursUnsolved)
        .ThenByDescending(o => o.Worst.Kind == ViolationKind.None ? 0 : Math.Abs(o.Worst.Value / o.Worst.Limit - 1))];

    static Html BeyondTable(Voice voice, OutageSolution solution, FeederPage page) => Html.If(Beyond(solution).Length > 0, () => Html.Of($"""
        <section><h2>{voice.Say(Phrases.Of("feeder.outage_beyond"))}</h2>{FeederPage.Table(voice, ["branch", "beyond", "value", "allowed", "at_hour", "hours_beyond", "hours_unsolved"], Beyond(solution).Take(FeederPage.Rows).Select(o => (string[])
        [
            voice.Say(page.BranchTitle(o.Branch)), .. o.Worst.Kind == ViolationKind.None ? (string[])[voice.Say(Phrases.Of("cli.feeder.limit.NoSolution")), "–", "–", "–"]
                : [voice.Say(page.Limit(o.Worst)), Value(o.Worst, o.Worst.Value), Value(o.Worst, o.Worst.Limit), page.Hour(o.Worst.Hour)], $"{o.HoursBeyond}", $"{o.HoursUnsolved}",
        ]), 1)}</section>
        """));

    static ReportTable Table(PowerGrid grid, FeederHours hours, OutageSolution solution, FeederPage page)
    {
        string List(int[]? branches) => string.Join(' ', (branches ?? []).Select(page.Branch));
        return new TableOf<BranchOutage>("outages", solution.Outages).Word("branch", o => page.Branch(o.Branch)).Number("from", o => grid.Buses.Number[grid.Branches.From[o.Branch]]).Number("to", o => grid.Buses.Number[grid.Branches.To[o.Branch]])
            .Number("dark_buses", o => o.Dark.Length).Number("dark_mw", o => o.PeakMw).Number("dark_hour", o => o.PeakMw > 0 ? hours.Label[o.PeakHour] : null).Number("dark_mean_mw", o => o.MeanMw)
            .Number("hours_beyond", o => o.HoursBeyond).Number("hours_unsolved", o => o.HoursUnsolved).Word("worst", o => FeederPage.Word(o.Worst.Kind)).Number("worst_hour", o => o.Worst.Kind == ViolationKind.None ? null : hours.Label[o.Worst.Hour])
            .Word("worst_at", o => page.Place(o.Worst)).Number("worst_value", o => o.Worst.Kind == ViolationKind.None ? null : o.Worst.Value).Number("worst_limit", o => o.Worst.Kind == ViolationKind.None ? null : o.Worst.Limit)
            .Word("close", o => List(o.Restoration?.Close)).Word("open", o => List(o.Restoration?.Open)).Number("restored_mw", o => o.Restoration?.RestoredMw).Number("left_mw", o => o.Restoration?.DarkMw)
            .Word("proved", o => o.Restoration is null ? "" : o.Restoration.IsProved ? "true" : "false").Table();
    }
}
