using System.Globalization;
using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Scheduling.Comparison;
using Suandian.Scheduling.Statistics;

namespace Suandian.Reports.Jobs;

/// <summary>Share of the jobs that wait longer than a time, a line for each policy; the time on a logarithmic scale.</summary>
/// <param name="runs">Name of each policy, and the waits of its jobs, h.</param>
/// <param name="voice">How it speaks.</param>
sealed class WaitDrawing((Text Name, Spread WaitH)[] runs, Voice voice)
{
    const double Left = 52, Right = 16, Height = 340, Foot = 44, LeastS = 10, SecondsPerHour = 3600;
    const int Points = 160;

    static readonly (double S, string Name)[] Marks =
        [(10, "10 s"), (60, "1 min"), (600, "10 min"), (3600, "1 h"), (6 * 3600, "6 h"), (86_400, "1 d"), (3 * 86_400, "3 d"), (10 * 86_400, "10 d"), (30 * 86_400, "30 d"), (365 * 86_400, "1 a")];

    /// <summary>Longest wait allowed to each, h, a mark on its line; none where empty.</summary>
    internal double[] AllowedH { get; init; } = [];

    /// <summary>Key of what waits.</summary>
    internal string What { get; init; } = "axis_longer";

    /// <summary>Waits of schedules that are compared.</summary>
    internal static WaitDrawing Of(ComparisonSolution solution, Voice voice) => new([.. solution.Runs.Select(r => (r.Schedule.Name, r.Metrics.WaitH))], voice);

    internal Html Draw(double width)
    {
        var legend = new SvgLegend([.. runs.Select((r, i) => new LegendItem(Colour(i), voice.Start(r.Name), false))], width);
        var most = Math.Max(600, runs.Select(r => r.WaitH.Quantile(1)).Concat(AllowedH).Where(double.IsFinite).DefaultIfEmpty().Max() * SecondsPerHour);
        var (low, high) = (Math.Log10(LeastS), Math.Log10(most));
        var plot = new JobPlot(Left, width - Right, (legend.Height + 24, Height - Foot), (low, high), (0, 100));
        var marks = Marks.Where(m => m.S <= most && (width > 500 || m.S is 10 or 600 or 3600 or 86_400 or 864_000)).ToDictionary(m => Math.Log10(m.S), m => m.Name);
        var lines = runs.Select((run, i) =>
        {
            var points = Enumerable.Range(0, Points + 1).Select(k => low + (high - low) * k / Points).Select(x => $"{Svg.N(plot.X(x))},{Svg.N(plot.Y(Longer(run.WaitH, Math.Pow(10, x))))}");
            return Html.Of($"""<polyline points="{string.Join(' ', points)}" fill="none" stroke="{Colour(i)}" stroke-width="2"/>""");
        });
        var allowed = AllowedH.Select((hours, i) => (X: Math.Log10(Math.Max(LeastS, hours * SecondsPerHour)), Y: Longer(runs[i].WaitH, hours * SecondsPerHour), Colour: Colour(i)))
            .Select(p => Html.Of($"""<circle cx="{Svg.N(plot.X(p.X))}" cy="{Svg.N(plot.Y(p.Y))}" r="5" fill="#fff" stroke="{p.Colour}" stroke-width="2"/>"""));
        return Svg.Frame(width, Height, JobPage.Say(voice, "waits"), Html.Of($"""
            {legend.Draw()}{plot.Across(5, v => v.ToString("0", CultureInfo.InvariantCulture))}{plot.Below(marks.Keys, x => marks[x])}{lines}{allowed}{plot.Head(JobPage.Say(voice, What))}{plot.Foot(JobPage.Say(voice, "axis_wait"))}
            """));
    }

    /// <summary>Share of the jobs that wait longer, %.</summary>
    static double Longer(Spread waitH, double seconds)
    {
        var sorted = waitH.Sorted;
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = sorted[middle] * SecondsPerHour > seconds ? (from, middle) : (middle + 1, to);
        }

        return 100.0 * (sorted.Length - from) / Math.Max(1, sorted.Length);
    }

    static string Colour(int run) => JobPage.Colours[run % JobPage.Colours.Length];
}
