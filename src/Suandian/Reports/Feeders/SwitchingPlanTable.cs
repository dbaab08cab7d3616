using Suandian.Distribution.Grids;
using Suandian.Distribution.Switching;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;
using Suandian.Reports.Tables;
using Suandian.Texts;
using static Suandian.Reports.Feeders.FeederPage;

namespace Suandian.Reports.Feeders;

/// <summary>Switching plans as a table: a row for each run of periods in which a plan keeps its state.</summary>
static class SwitchingPlanTable
{
    /// <summary>plan.csv.</summary>
    internal static ReportTable Of(PowerGrid grid, FeederHours hours, (SwitchingPlanSolution Solution, int[] PeriodStart) of) => new TableOf<Run>("plan", Runs(of))
        .Number("changes", r => r.Plan.Changes).Number("from_hour", r => hours.Label[r.First]).Number("to_hour", r => hours.Label[Last(hours, r)])
        .Word("open", r => ReconfigurationFiles.Open(grid, r.State)).Number("plan_loss_mwh", r => r.Plan.LossMwh).Number("plan_operations", r => r.Plan.Operations).Table();

    /// <summary>The same on a page.</summary>
    internal static Html Rows(Voice voice, PowerGrid grid, FeederHours hours, (SwitchingPlanSolution Solution, int[] PeriodStart) of)
    {
        string Head(string column) => voice.Say(Phrases.Of("cli.feeder.plan_column." + column));
        if (of.Solution.Plans.Length == 0)
        {
            return Html.Of($"<p class=\"p\">{voice.Say(Phrases.Of("cli.feeder.no_plan"))}</p>");
        }

        return Html.Of($"""
            <div class="scroll"><table><thead><tr><th class="n">{Head("changes")}</th><th class="n">{Head("from_hour")}</th><th class="n">{Head("to_hour")}</th><th>{Head("open")}</th><th class="n">{Head("loss_mwh")}</th><th class="n">{Head("operations")}</th></tr></thead>
            <tbody>{Runs(of).Select(r => Html.Of($"""<tr><td class="n">{r.Plan.Changes}</td><td class="n">{hours.Label[r.First]}</td><td class="n">{hours.Label[Last(hours, r)]}</td><td>{voice.Say(BranchNames.Titles(grid, r.State.Open))}</td><td class="n">{Number(r.Plan.LossMwh, 3)}</td><td class="n">{r.Plan.Operations}</td></tr>"""))}</tbody></table></div>
            """);
    }

    static int Last(FeederHours hours, Run run) => (run.Next ?? hours.Count) - 1;

    static Run[] Runs((SwitchingPlanSolution Solution, int[] PeriodStart) of)
    {
        var runs = new List<Run>();
        foreach (var plan in of.Solution.Plans.DistinctBy(p => string.Join(' ', p.State)))
        {
            for (int from = 0, p = 1; p <= plan.State.Length; p++)
            {
                if (p == plan.State.Length || plan.State[p] != plan.State[from])
                {
                    runs.Add(new Run(plan, of.Solution.Candidates[plan.State[from]], of.PeriodStart[from], p < of.PeriodStart.Length ? of.PeriodStart[p] : null));
                    from = p;
                }
            }
        }

        return [.. runs];
    }

    /// <summary>Periods of a plan with one state: its first hour by index, and that after its last; null at the end of the hours.</summary>
    sealed record Run(SwitchingPlan Plan, SwitchState State, int First, int? Next);
}
