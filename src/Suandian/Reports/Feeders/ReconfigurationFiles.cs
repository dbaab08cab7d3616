using System.Collections.Immutable;
using System.Text;
using Suandian.Cases;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Switching;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Texts;
using static Suandian.Reports.Feeders.FeederPage;

namespace Suandian.Reports.Feeders;

/// <summary>The best state of the switches as a page with pictures, the pictures by themselves, a table and the case.</summary>
public static class ReconfigurationFiles
{
    const double KwPerMw = 1000;

    /// <summary>reconfiguration.html; profile and losses as SVG in both languages; states.csv, with a plan plan.csv; case.m with the best state.</summary>
    /// <param name="grid">The grid as given.</param>
    /// <param name="hours">Its hours.</param>
    /// <param name="solution">Its states, one of them within limits.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="plan">Switching plans of the hours and their periods; null without.</param>
    public static ImmutableArray<QuestionFile> Of(PowerGrid grid, FeederHours hours, ReconfigurationSolution solution, FeederLimits limits, (SwitchingPlanSolution Solution, int[] PeriodStart)? plan = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(solution);
        var best = Reconfiguration.Switched(grid, solution.Best[0]);
        var (before, after) = (solution.Given is null ? null : FeederYear.Solve(grid, hours, limits), FeederYear.Solve(best, hours, limits));
        (SwitchState State, string Key)[] states = [.. solution.Given is null ? ((SwitchState, string)[])[] : [(solution.Given, "feeder.state_given")], .. solution.Best.Select(state => (state, "feeder.state_best"))];
        Html Profile(Voice voice, double width) => new ComparisonDrawing(grid, before, after, voice).Draw(width);
        Html Losses(Voice voice, double width) => new BarDrawing(voice.Say(Phrases.Of("feeder.losses")), [.. states.Where(s => double.IsFinite(s.State.LossMw)).Select((s, n) => new Bar(voice.Say(Phrases.Of(s.Key, ("n", solution.Given is null ? n + 1 : n))),
            s.State.LossMw, $"{Number(KwPerMw * s.State.LossMw, 2)} kW", s.State == solution.Given ? Svg.Amber : Svg.Good))]).Draw(width);
        var page = new FeederPage(grid, hours);
        var title = Phrases.Of("feeder.reconfiguration_title", ("case", grid.Title));
        return Files(WithTables("reconfiguration.html", QuestionPage.Write(title, voice => Html.Of($"""
            <h1>{voice.Say(title)}</h1><p class="answer">{voice.Say(Phrases.Of("feeder.reconfiguration_finding", ("loss", Number(KwPerMw * solution.Best[0].LossMw, 2)), ("open", page.BranchTitles(solution.Best[0].Open)), ("low", Number(solution.Best[0].LowestPu, 4))))}</p>{page.Unsupplied(voice, after.Unsupplied)}{page.Isolated(voice)}
            <p class="p">{voice.Say(Phrases.Of(solution.IsProved ? "feeder.reconfiguration_proved" : "feeder.reconfiguration_bound", ("bound", Number(KwPerMw * solution.LossAtLeastMw, 2)), ("gap", Number(100 * solution.Gap, 2))))}</p>
            {Figure(voice, "comparison", width => Profile(voice, width))}{Figure(voice, "losses", width => Losses(voice, width))}
            <section><h2>{voice.Say(Phrases.Of("feeder.states"))}</h2>{States(voice, page, states)}</section>
            {Html.If(plan is not null, () => Html.Of($"<section><h2>{voice.Say(Phrases.Of("feeder.plan"))}</h2>{SwitchingPlanTable.Rows(voice, grid, hours, plan!.Value)}</section>"))}
            """), hasUnits: false), [Table(grid, states), .. plan is { } planned ? (ReportTable[])[SwitchingPlanTable.Of(grid, hours, planned)] : []]), Pictures("profile", Profile), Pictures("losses", Losses), [new QuestionFile("case.m", Encoding.UTF8.GetBytes(MatpowerCase.Write(best)))]);
    }

    /// <summary>The state as given and the best ones, each with its open branches.</summary>
    static Html States(Voice voice, FeederPage page, (SwitchState State, string Key)[] states)
    {
        string Head(string column) => voice.Say(Phrases.Of("cli.feeder.plan_column." + column));
        return Html.Of($"""
            <div class="scroll"><table><thead><tr><th>{Head("state")}</th><th class="n">{Head("loss_kw")}</th><th class="n">{Head("lowest_pu")}</th><th>{Head("bus")}</th><th>{Head("open")}</th></tr></thead>
            <tbody>{states.Select((s, n) => Html.Of($"""<tr><td>{voice.Say(Phrases.Of(s.Key, ("n", states[0].Key == "feeder.state_given" ? n : n + 1)))}</td><td class="n">{Number(KwPerMw * s.State.LossMw, 2)}</td><td class="n">{Number(s.State.LowestPu, 4)}</td><td>{(s.State.LowestBus < 0 ? "–" : voice.Say(page.Bus(s.State.LowestBus)))}</td><td>{voice.Say(page.BranchTitles(s.State.Open))}</td></tr>"""))}</tbody></table></div>
            """);
    }

    internal static string Open(PowerGrid grid, SwitchState state) => state.Open.Length == 0 ? "–" : string.Join(' ', state.Open.Select(k => BranchNames.Of(grid, k)));

    static ReportTable Table(PowerGrid grid, (SwitchState State, string Key)[] states) => new TableOf<(SwitchState State, string Key)>("states", states)
        .Word("state", s => s.Key == "feeder.state_given" ? "given" : "best").Number("loss_mw", s => s.State.LossMw).Number("lowest_pu", s => s.State.LowestPu)
        .Number("lowest_bus", s => s.State.LowestBus < 0 ? null : grid.Buses.Number[s.State.LowestBus]).Word("open", s => Open(grid, s.State)).Word("within_limits", s => s.State.IsWithinLimits ? "true" : "false").Table();
}
