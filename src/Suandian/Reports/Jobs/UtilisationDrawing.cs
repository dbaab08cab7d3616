using System.Globalization;
using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Scheduling.Comparison;
using Suandian.Scheduling.Statistics;

namespace Suandian.Reports.Jobs;

/// <summary>Processors that run over time, a field for each policy, all on one scale, with what green power would let run.</summary>
/// <param name="solution">The schedules.</param>
/// <param name="voice">How it speaks.</param>
sealed class UtilisationDrawing(ComparisonSolution solution, Voice voice)
{
    const double Left = 64, Right = 16, Field = 84, Gap = 34, Foot = 44, SecondsPerHour = 3600, KilowattPerMegawatt = 1000;
    const string Shade = "#7FA9B3", Green = "#4C9A2A";

    internal Html Draw(double width)
    {
        var (setting, pieces) = (solution.Setting, width < 500 ? 120 : 360);
        var from = Math.Floor(setting.Trace.SubmitS[0] / SecondsPerHour) * SecondsPerHour;
        var to = solution.Runs.SelectMany(r => r.Schedule.Segments).Max(s => (double)s.EndS);
        var (scale, piece) = (new TimeScale(from, Math.Max(from + 1, to)), Math.Max(1, to - from) / pieces);
        var held = solution.Runs.Select(run => HeldProcessors.Mean(run.Schedule.Segments.Select(s => (s.StartS, s.EndS, setting.Trace.Processors[s.Job])), from, piece, pieces)).ToArray();
        var green = GreenCpus(from, piece, pieces);
        var most = 1.08 * Math.Max(1, Math.Max(setting.Processors, held.Max(h => h.Max())));
        LegendItem[] items = [new(Shade, Say("running"), false), .. setting.Processors > 0 ? [new LegendItem(Svg.High, Say("machine"), false)] : Array.Empty<LegendItem>(), .. green is null ? [] : new[] { new LegendItem(Green, Say("green"), false) }];
        var legend = new SvgLegend(items, width);
        var fields = solution.Runs.Select((run, i) =>
        {
            var top = legend.Height + Gap + i * (Field + Gap);
            var plot = new JobPlot(Left, width - Right, (top, top + Field), (scale.FromS, scale.ToS), (0, most));
            var isLast = i == solution.Runs.Length - 1;
            return Html.Of($"""
                <text x="{Svg.N(Left)}" y="{Svg.N(top - 8)}" font-weight="700" fill="{Svg.Ink}">{voice.Start(run.Schedule.Name)}</text>{plot.Across(3, v => v.ToString("0.##", CultureInfo.InvariantCulture))}{plot.Area(held[i], (from, piece), Shade)}
                {Html.If(green is not null, () => plot.Line(green!, (from, piece), Green))}{Html.If(setting.Processors > 0, () => plot.Level(setting.Processors, Svg.High))}{plot.Below(isLast ? scale.Ticks(width) : [], scale.Words)}{Html.If(isLast, () => plot.Foot(Say(scale.Key)))}
                """);
        });
        return Svg.Frame(width, legend.Height + Gap + solution.Runs.Length * (Field + Gap) - Gap + Foot, Say("utilisation"), Html.Of($"{legend.Draw()}{fields}"));
    }

    /// <summary>Processors that green power lets run, mean of each piece; null where nobody tells it.</summary>
    double[]? GreenCpus(double from, double piece, int pieces)
    {
        if (solution.Setting.Series is not { GreenMw: { } meter } series)
        {
            return null;
        }

        double[] mw = [.. meter.Select((v, h) => v / series.PueAt(h))]; // for the processors, behind what cooling takes

        double Before(double hour) => mw.Take((int)hour).Sum() + (hour < mw.Length ? mw[(int)hour] * (hour - Math.Floor(hour)) : 0); // MWh until then
        double[] until = [.. Enumerable.Range(0, pieces + 1).Select(i => Before(Math.Min(mw.Length, (from + i * piece) / SecondsPerHour)))];
        return [.. Enumerable.Range(0, pieces).Select(i => (until[i + 1] - until[i]) / (piece / SecondsPerHour) * KilowattPerMegawatt / solution.Setting.KilowattPerCpu)];
    }

    string Say(string key) => JobPage.Say(voice, key);
}
