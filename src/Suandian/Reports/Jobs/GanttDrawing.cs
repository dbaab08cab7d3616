using System.Globalization;
using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Scheduling;
using Suandian.Scheduling.Comparison;

namespace Suandian.Reports.Jobs;

/// <summary>Each job as a block: time to the right, processors upwards, colours by section, else partition.</summary>
/// <param name="setting">Jobs and machine.</param>
/// <param name="run">Their schedule.</param>
/// <param name="voice">How it speaks.</param>
sealed class GanttDrawing(ComparisonSetting setting, ComparisonRun run, Voice voice)
{
    /// <summary>Most jobs that can be told apart.</summary>
    internal const int MostJobs = 300;

    const double Left = 52, Right = 16, Foot = 44, Inside = 280;
    const int MostColours = 8;

    readonly JobTrace _trace = setting.Trace;
    readonly JobLabels? _labels = setting.Trace.Section ?? setting.Trace.Partition;

    internal Html Draw(double width)
    {
        var blocks = ProcessorRows.Of(_trace, run.Schedule.Segments);
        var rows = Math.Max(setting.Processors, blocks.Select(b => b.FirstRow + b.Rows).DefaultIfEmpty(1).Max());
        var scale = new TimeScale(_trace.SubmitS[0], Math.Max(_trace.SubmitS[0] + 1, run.Schedule.Segments.Max(s => s.EndS)));
        var legend = new SvgLegend(Legend(), width);
        var top = (_labels is null ? 0 : legend.Height) + 24;
        var plot = new JobPlot(Left, width - Right, (top, top + Inside), (scale.FromS, scale.ToS), (0, rows));
        var drawn = blocks.Select(b =>
        {
            var (x, y, wide, high) = (plot.X(b.Segment.StartS), plot.Y(b.FirstRow + b.Rows), plot.X(b.Segment.EndS) - plot.X(b.Segment.StartS), plot.Y(b.FirstRow) - plot.Y(b.FirstRow + b.Rows));
            var name = _trace.NameOf(b.Segment.Job);
            var label = Html.If(wide > Svg.WidthOf(name) + 4 && high > 13, () => Html.Of($"""<text x="{Svg.N(x + wide / 2)}" y="{Svg.N(y + high / 2 + 4)}" text-anchor="middle" fill="#fff">{name}</text>"""));
            return Html.Of($"""<rect x="{Svg.N(x)}" y="{Svg.N(y)}" width="{Svg.N(Math.Max(0.5, wide))}" height="{Svg.N(Math.Max(0.5, high))}" fill="{Colour(b.Segment.Job)}" stroke="#fff" stroke-width="{(wide > 3 && high > 3 ? "1" : "0.2")}"><title>{Meaning(b.Segment)}</title></rect>{label}""");
        });
        return Svg.Frame(width, top + Inside + Foot, $"{JobPage.Say(voice, "gantt")}: {voice.Say(run.Schedule.Name)}", Html.Of($"""
            {Html.If(_labels is not null, legend.Draw)}{plot.Across(5, v => v.ToString("0.##", CultureInfo.InvariantCulture))}{drawn}{Html.If(setting.Processors > 0, () => plot.Level(setting.Processors, Svg.High))}{plot.Below(scale.Ticks(width), scale.Words)}{plot.Foot(JobPage.Say(voice, scale.Key))}{plot.Head(JobPage.Say(voice, "axis_processors"))}
            """));
    }

    LegendItem[] Legend() => _labels is null ? [] :
    [
        .. _labels.Names.Take(MostColours).Select((name, i) => new LegendItem(JobPage.Colours[i], JobPage.Name(voice, _trace.Section is null ? "partition" : "section", name), false)),
        .. _labels.Names.Length > MostColours || Array.Exists(_labels.Of, of => of < 0) ? [new LegendItem(Svg.None, JobPage.Say(voice, "other"), false)] : Array.Empty<LegendItem>(),
    ];

    /// <summary>Where there are no groups, neighbours by number differ in shade.</summary>
    string Colour(int job) => _labels is null ? (job % 3) switch { 0 => "#0B5563", 1 => "#3C7A87", _ => "#6B9FAB" } : _labels.Of[job] is >= 0 and < MostColours and var of ? JobPage.Colours[of] : Svg.None;

    string Meaning(JobSegment segment) => JobPage.Say(voice, "block", ("job", _trace.NameOf(segment.Job)), ("processors", _trace.Processors[segment.Job]),
        ("run", JobPage.Span(segment.EndS - segment.StartS)), ("after", JobPage.Span(Math.Max(0, segment.StartS - _trace.SubmitS[segment.Job]))));
}
