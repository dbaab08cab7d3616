using System.Globalization;
using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Scheduling.Statistics;
using Suandian.Texts;

namespace Suandian.Reports.Jobs;

/// <summary>Processors that would run if nobody had to wait, over time, against the machine.</summary>
/// <param name="statistics">The trace.</param>
/// <param name="processors">Processors of the machine; 0 where nobody says.</param>
/// <param name="voice">How it speaks.</param>
sealed class DemandDrawing(TraceStatistics statistics, int processors, Voice voice)
{
    const double Left = 64, Right = 16, Height = 300, Foot = 44;

    internal Html Draw(double width)
    {
        var legend = new SvgLegend([new(Shade, Say("demand"), false), .. processors > 0 ? [new LegendItem(Svg.High, Say("machine"), false)] : Array.Empty<LegendItem>()], width);
        var demand = statistics.DemandCpus;
        var scale = new TimeScale(0, demand.Length * statistics.PieceS);
        var plot = new JobPlot(Left, width - Right, (legend.Height + 24, Height - Foot), (0, scale.ToS), (0, 1.05 * Math.Max(1, Math.Max(processors, demand.Max()))));
        return Svg.Frame(width, Height, Say("demand"), Html.Of($"""
            {legend.Draw()}{plot.Across(5, v => v.ToString("0.##", CultureInfo.InvariantCulture))}{plot.Area(demand, (0, statistics.PieceS), Shade)}
            {Html.If(processors > 0, () => plot.Level(processors, Svg.High))}{plot.Below(scale.Ticks(width), scale.Words)}{plot.Foot(Say(scale.Key))}{plot.Head(Say("axis_processors"))}
            """));
    }

    const string Shade = "#7FA9B3";

    string Say(string key) => voice.Say(Phrases.Of("jobs." + key));
}
