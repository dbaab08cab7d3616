using System.Collections.Immutable;
using System.Text;
using Suandian.Cases;
using Suandian.Cases.Feeder;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Reinforcement;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Texts;
using static Suandian.Reports.Feeders.FeederPage;

namespace Suandian.Reports.Feeders;

/// <summary>A reinforcement as a page with pictures, tables, the grid that is built and its hours.</summary>
public static class ReinforcementFiles
{
    /// <summary>reinforcement.html; measures, profile and costs as SVG in both languages; measures.csv, schedules.csv, hours.csv; case.m.</summary>
    /// <param name="grid">The grid without measures.</param>
    /// <param name="solution">The measures, a set of them being built.</param>
    /// <param name="options">How they were chosen.</param>
    public static ImmutableArray<QuestionFile> Of(PowerGrid grid, ReinforcementSolution solution, ReinforcementOptions options)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(options);
        var limits = options.Limits ?? FeederLimits.Of(grid);
        var (before, after) = (FeederYear.Solve(grid, solution.Hours, limits, options.Threads), FeederYear.Solve(solution.Grid, solution.Scheduled, limits with { RatingMva = solution.Grid.Branches.RatingMva }, options.Threads));
        Html Profile(Voice voice, double width) => new ComparisonDrawing(grid, before, after, voice).Draw(width);
        Html Costs(Voice voice, double width) => new BarDrawing(voice.Say(Phrases.Of("feeder.costs")), [.. solution.Measures.Select(p => new Bar($"{Year(voice, p)} · {Name(grid, p)}", p.Measure.AnnualYuan(options.Rate), $"{Number(p.Measure.AnnualYuan(options.Rate), 0)} {voice.Say(Phrases.Of("feeder.yuan_a_year"))}", Svg.Good))]).Draw(width);
        var page = new FeederPage(solution.Grid, solution.Scheduled);
        Html Places(Voice voice, double width) => Map(grid, solution, page, voice).Draw(width);
        var title = Phrases.Of("feeder.reinforcement_title", ("case", grid.Title));
        return Files(WithTables("reinforcement.html", QuestionPage.Write(title, voice => Html.Of($"""
            <h1>{voice.Say(title)}</h1><p class="answer">{voice.Say(Finding(solution))}</p>
            <p class="p">{voice.Say(Phrases.Of("feeder.reinforcement_before", ("when", Phrases.Of(options.Years == 0 ? "cli.feeder.years_now" : "cli.feeder.years_on", ("years", options.Years))), ("hours", solution.Before.Hours), ("all", solution.Hours.Count), ("low", Number(solution.Before.LowPu, 4)), ("high", Number(solution.Before.HighPu, 4)), ("loading", Number(100 * solution.Before.Loading, 1))))}</p>
            {page.Unsupplied(voice, solution.Unsupplied)}{page.Isolated(voice)}{Html.If(solution.Measures.Length > 0, () => Html.Of($"{Figure(voice, "measure_map", width => Places(voice, width))}{page.Names(voice)}"))}{Figure(voice, "comparison", width => Profile(voice, width))}{Html.If(solution.Measures.Length > 0, () => Figure(voice, "costs", width => Costs(voice, width)))}
            <section><h2>{voice.Say(Phrases.Of("feeder.measures"))}</h2>{Rows(voice, grid, solution, options)}</section>
            <footer><p>{voice.Say(Phrases.Of("feeder.reinforcement_how", ("years", options.Years)))}{Html.If(solution.HasFixedSchedule, () => Html.Of($" {voice.Say(Phrases.Of("feeder.reinforcement_other_schedule"))}"))}</p></footer>
            """), hasUnits: false), Tables(grid, solution, options)), Pictures("profile", Profile), Pictures("costs", Costs), solution.Measures.Length > 0 ? Pictures("measures", Places) : [], [TextFile("case.m", MatpowerCase.Write(solution.Grid)), TextFile("hours.csv", FeederTableWriter.Write(grid, solution.Scheduled))]);
    }

    /// <summary>The grid that is built, with its measures where they stand.</summary>
    static OneLineDrawing Map(PowerGrid grid, ReinforcementSolution solution, FeederPage page, Voice voice)
    {
        var (built, isNew) = (solution.Grid, solution.Measures.Where(p => p.Measure.Kind == MeasureKind.NewLine).ToArray());
        PlannedMeasure[] At(int k) => [.. solution.Measures.Where(p => p.Measure.IsAtBranch && p.Measure.Site == k), .. k >= grid.Branches.Count ? [isNew[k - grid.Branches.Count]] : Array.Empty<PlannedMeasure>()];
        PlannedMeasure[] Of(int b) => [.. solution.Measures.Where(p => !p.Measure.IsAtBranch && p.Measure.Kind != MeasureKind.NewLine && p.Measure.Site == b)];
        string Told(string place, PlannedMeasure[] measures) => string.Join("; ", measures.Select(p => $"{p.Measure.Name}, {Year(voice, p)}").Prepend(place));
        string Say(string key) => voice.Say(Phrases.Of("feeder." + key));
        return new OneLineDrawing(built, FeederPaths.Of(built))
        {
            Meaning = Say("measure_map"),
            Legend = [new(Svg.Ink, Say("slack"), true) { IsSquare = true }, new(Svg.Amber, Say("measure_here"), false), new(Svg.Amber, Say("measure_bus"), true), new(Svg.None, Say("measure_none"), false)],
            Branch = k => At(k) is { Length: > 0 } here ? new BranchMark(Svg.Amber, 4, Told(voice.Say(page.BranchTitle(k)), here)) : new BranchMark(Svg.None, 1.5, voice.Say(page.BranchTitle(k))),
            Bus = b => Of(b) is { Length: > 0 } here ? new BusMark(Svg.Amber, 7, Told(voice.Say(page.Bus(b)), here), true) : new BusMark(Svg.Ink, built.Buses.Count > 100 ? 1.5 : 3, voice.Say(page.Bus(b)), false),
        };
    }

    static QuestionFile TextFile(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    static string Year(Voice voice, PlannedMeasure p) => voice.Say(Phrases.Of("feeder.year_of_need", ("year", p.Year)));

    static string Place(PowerGrid grid, PlannedMeasure p) => MeasureCatalogue.PlaceOf(p.Measure, grid);

    static string Name(PowerGrid grid, PlannedMeasure p) => $"{p.Measure.Name} {Place(grid, p)}";

    static Text Finding(ReinforcementSolution solution) => Phrases.Of("feeder.reinforcement_" + (solution.Status == ReinforcementStatus.NothingNeeded ? solution.Unsupplied.IsAny ? "nothing_supplied" : "nothing" : solution.Status == ReinforcementStatus.Cheapest ? "cheapest" : "fits"),
        ("count", solution.Measures.Length), ("annual", Number(solution.AnnualYuan, 0)), ("cost", Number(solution.CostYuan, 0)), ("bound", Number(solution.AnnualAtLeastYuan, 0)), ("schedule", solution.HasFixedSchedule ? Phrases.Of("feeder.reinforcement_schedule") : ""));

    /// <summary>A sentence for each measure whose schedule levels the load behind a branch.</summary>
    public static IEnumerable<Text> Levelled(PowerGrid grid, ReinforcementSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        return solution.Measures.Select(p => p.Measure).Where(m => m.LevelledBranch >= 0)
            .Select(m => Phrases.Of("feeder.levels_branch", ("measure", m.Name), ("place", MeasureCatalogue.TitleOf(m, grid)), ("branch", BranchNames.Title(grid, m.LevelledBranch))));
    }

    static Html Rows(Voice voice, PowerGrid grid, ReinforcementSolution solution, ReinforcementOptions options)
    {
        string Head(string column) => voice.Say(Phrases.Of("cli.feeder.plan_column." + column));
        return Html.Of($"""
            <div class="scroll"><table><thead><tr><th>{Head("measure")}</th><th>{Head("kind")}</th><th>{Head("place")}</th><th class="n">{Head("cost_yuan")}</th><th class="n">{Head("annual_yuan")}</th><th class="n">{Head("year")}</th></tr></thead>
            <tbody>{solution.Measures.Select(p => Html.Of($"""<tr><td>{p.Measure.Name}</td><td>{voice.Say(Phrases.Of("feeder.measure." + MeasureCatalogue.NameOf(p.Measure.Kind)))}</td><td>{voice.Say(MeasureCatalogue.TitleOf(p.Measure, grid))}</td><td class="n">{Number(p.Measure.CostYuan, 0)}</td><td class="n">{Number(p.Measure.AnnualYuan(options.Rate), 0)}</td><td class="n">{p.Year}</td></tr>"""))}</tbody></table></div>{Levelled(grid, solution).Select(schedule => Html.Of($"""<p class="p">{voice.Say(schedule)}</p>"""))}
            """);
    }

    static ReportTable[] Tables(PowerGrid grid, ReinforcementSolution solution, ReinforcementOptions options)
    {
        (PlannedMeasure Planned, int Hour)[] scheduled = [.. solution.Measures.Where(p => p.Measure.IsScheduled).SelectMany(p => Enumerable.Range(0, p.ActiveMw.Length).Select(h => (p, h)))];
        return
        [
            new TableOf<PlannedMeasure>("measures", solution.Measures).Word("measure", p => p.Measure.Name).Word("kind", p => MeasureCatalogue.NameOf(p.Measure.Kind)).Word("place", p => Place(grid, p))
                .Number("cost_yuan", p => p.Measure.CostYuan).Number("annual_yuan", p => p.Measure.AnnualYuan(options.Rate)).Number("year", p => p.Year)
                .Word("levels_branch", p => p.Measure.LevelledBranch >= 0 ? BranchNames.Of(grid, p.Measure.LevelledBranch) : null).Table(),
            new TableOf<(PlannedMeasure Planned, int Hour)>("schedules", scheduled).Number("hour", s => solution.Hours.Label[s.Hour]).Word("measure", s => s.Planned.Measure.Name).Number("bus", s => grid.Buses.Number[s.Planned.Measure.Site])
                .Number("active_mw", s => s.Planned.ActiveMw[s.Hour]).Number("reactive_mvar", s => s.Planned.ReactiveMvar[s.Hour]).Table(),
        ];
    }
}
