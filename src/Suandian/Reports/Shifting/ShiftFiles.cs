using System.Collections.Immutable;
using System.Text;
using Suandian.Reports.Jobs;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Scheduling.Comparison;
using Suandian.Scheduling.Shifting;

namespace Suandian.Reports.Shifting;

/// <summary>Shifted jobs as files: times of each policy, load by hour, and a picture.</summary>
public static class ShiftFiles
{
    /// <summary>segments-POLICY.csv of each policy, hours.csv, load.zh.svg and load.en.svg, and the page that compares the policies.</summary>
    public static ImmutableArray<QuestionFile> Of(ShiftTrace trace, ShiftSeries series, ShiftOptions options, ShiftSolution solution)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(solution);
        var files = ImmutableArray.CreateBuilder<QuestionFile>();
        files.AddRange(solution.Runs.Select(run => QuestionFile.Of(Segments(trace, run.Schedule))));
        files.Add(QuestionFile.Of(Hours(series, options, solution)));
        foreach (var voice in Voice.All.Where(v => !v.TenMegawatts))
        {
            var drawing = new ShiftDrawing(series, options, solution, voice).Draw(1200).Markup.ReplaceLineEndings("\n").Trim();
            files.Add(new QuestionFile($"load.{(voice.IsChinese ? "zh" : "en")}.svg", Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{drawing}\n")));
        }

        return [.. files, .. ComparisonFiles.Of(ComparisonStudy.Of(trace, series, options, solution, NameOf))];
    }

    /// <summary>Name of a policy in files.</summary>
    internal static string NameOf(ShiftPolicyKind policy) => policy switch
    {
        ShiftPolicyKind.RunNow => "now",
        ShiftPolicyKind.LowestSlot => "slot",
        ShiftPolicyKind.LowestWindow => "window",
        ShiftPolicyKind.CarbonTime => "carbon-time",
        ShiftPolicyKind.ThresholdSuspend => "threshold",
        ShiftPolicyKind.WaitAwhile => "wait-awhile",
        ShiftPolicyKind.PriceGuided => "guided",
        _ => "ahead",
    };

    static ReportTable Segments(ShiftTrace trace, ShiftSchedule schedule) =>
        new TableOf<ShiftSegment>($"segments-{NameOf(schedule.Policy)}", schedule.Segments)
            .Word("job", s => trace.Id[s.Job]).Number("start_s", s => s.Start * ShiftTrace.SlotS).Number("end_s", s => s.End * ShiftTrace.SlotS)
            .Number("cpus", s => trace.Cpus[s.Job]).Table();

    static ReportTable Hours(ShiftSeries series, ShiftOptions options, ShiftSolution solution)
    {
        var table = new TableOf<int>("hours", [.. Enumerable.Range(0, series.Hours)]).Number("hour", h => h + 1);
        var signal = series.Signal(options.Goal)!;
        table = table.Number(options.Goal == ShiftGoal.Cost ? "price_yuan_per_kwh" : "carbon_g_per_kwh", h => signal[h]);
        foreach (var run in solution.Runs)
        {
            table = table.Number($"{NameOf(run.Schedule.Policy).Replace('-', '_')}_cpus", h => run.Metrics.LoadCpus[h]);
        }

        var dual = solution.Bounds[options.Goal].DualPerCpuH;
        return (dual.Length == 0 ? table : table.Number("capacity_price_per_cpu_h", h => h < dual.Length ? dual[h] : 0)).Table();
    }
}
