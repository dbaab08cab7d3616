using System.Collections.Immutable;
using System.Globalization;
using Suandian.Reports.Jobs;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Scheduling.Machines;
using Suandian.Texts;

namespace Suandian.Reports.Machines;

/// <summary>Schedules of a machine as files.</summary>
public static class MachineFiles
{
    /// <summary>machine.html, pieces-POLICY.csv (a row a run) and hours-POLICY.csv of each schedule, and deadlines.csv where jobs have deadlines.</summary>
    /// <param name="jobs">Jobs beside their machine.</param>
    /// <param name="plans">The schedules, one at least.</param>
    /// <param name="notes">What there is to know of the log; null for nothing.</param>
    public static ImmutableArray<QuestionFile> Of(MachineJobs jobs, IReadOnlyList<MachinePlan> plans, LogNotes? notes = null)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(plans);
        var page = QuestionPage.Write(Phrases.Of("jobs.machine_title", ("name", jobs.Trace.Name), ("machine", jobs.Machine.Name)), voice => new MachinePage(jobs, [.. plans], voice).Body(notes ?? LogNotes.None), hasUnits: false);
        return [QuestionFile.Of("machine.html", page), .. plans.SelectMany(p => (QuestionFile[])[QuestionFile.Of(Pieces(jobs, p.Policy, p.Schedule)), QuestionFile.Of(Hours(p.Policy, p.Metrics))]), .. DeadlineFile.Of(plans.Select(p => (p.Policy, p.Metrics.Deadlines)))];
    }

    /// <summary>Who waits least, in one sentence.</summary>
    public static Text Finding(MachineJobs jobs, IReadOnlyList<MachinePlan> plans)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        return MachinePage.Finding(jobs, [.. plans]);
    }

    static ReportTable Pieces(MachineJobs jobs, string policy, MachineSchedule schedule) =>
        new TableOf<int>($"pieces-{policy}", [.. Enumerable.Range(0, schedule.Count)])
            .Word("job", r => jobs.Trace.NameOf(schedule.Job[r])).Word("section", r => jobs.Sections[jobs.SectionOf[schedule.Job[r]]].Name)
            .Word("partition", r => jobs.Trace.Partition?[schedule.Job[r]]).Number("submit_s", r => jobs.Trace.SubmitS[schedule.Job[r]])
            .Number("start_s", r => schedule.StartS[r]).Number("end_s", r => schedule.EndS[r]).Word("end", r => WordOf(schedule.End[r]))
            .Number("processors", r => jobs.Trace.Processors[schedule.Job[r]]).Number("accelerators", r => (jobs.Trace.AcceleratorMilli?[schedule.Job[r]] ?? 0) / 1000.0)
            .Word("nodes", r => NodesOf(schedule, r)).Table();

    /// <summary>Nodes of a run with their number of parts.</summary>
    static string NodesOf(MachineSchedule schedule, int run) =>
        string.Join(' ', schedule.PlacedOf(run).ToArray().Select(p => string.Create(CultureInfo.InvariantCulture, $"{schedule.NodeNames[p.Node]}:{p.Parts}")));

    static string WordOf(RunEnd end) => end switch
    {
        RunEnd.Done => "done",
        RunEnd.Preempted => "preempted",
        RunEnd.PowerCut => "power_cut",
        _ => "outage",
    };

    static ReportTable Hours(string policy, MachineMetrics metrics) =>
        new TableOf<HourMetrics>($"hours-{policy}", metrics.Hours)
            .Number("hour", h => h.Hour).Number("idle_kwh", h => h.IdleKwh).Number("dynamic_kwh", h => h.DynamicKwh).Number("peak_mw", h => h.PeakMw)
            .Number("power_limit_mw", h => h.Table?.PowerLimitMw).Number("excess_kwh", h => h.ExcessKwh).Number("green_mw", h => h.Table?.GreenMw)
            .Number("cost_yuan", h => h.EnergyKwh * h.Table?.PriceYuanPerKwh).Number("carbon_kg", h => h.EnergyKwh * h.Table?.CarbonGPerKwh / 1000)
            .Number("market_carbon_kg", h => h.EnergyKwh * h.Table?.MarketCarbonGPerKwh / 1000).Table();
}
