using System.Globalization;
using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Scheduling.Shifting;
using Suandian.Texts;

namespace Suandian.Reports.Shifting;

/// <summary>Load by hour of running at once and of the policy that does best within the limits, below the signal that was followed, with green power and limit where they are told.</summary>
/// <param name="options">What was asked.</param>
/// <param name="solution">The policies.</param>
/// <param name="place">The cluster that is shown, counted from 0.</param>
/// <param name="voice">How it speaks.</param>
sealed class ShiftDrawing(ShiftOptions options, ShiftSolution solution, int place, Voice voice)
{
    const double Left = 64, Right = 16, Height = 460, Foot = 40, Share = 0.38, Gap = 34, KilowattPerMegawatt = 1000;

    readonly ShiftSeries _series = solution.Clusters[place].Series;

    internal Html Draw(double width)
    {
        var best = solution.Best(options.Goal);
        var now = solution.Runs.FirstOrDefault(r => r.Schedule.Policy == ShiftPolicyKind.RunNow);
        var hours = Math.Max(1, solution.Runs.SelectMany(r => r.Metrics.Clusters).Max(c => Array.FindLastIndex(c.LoadCpus, v => v > 0)) + 1); // the same for all clusters
        var lines = Lines(now, best);
        var legend = new SvgLegend([new(Svg.Amber, Say("signal_" + Key), false), .. lines.Select(l => new LegendItem(l.Colour, l.Meaning, false))], width);
        var top = legend.Height + 20;
        var middle = top + (Height - top - Foot) * Share;
        var signal = new HourlySignal(_series.Values(options.Goal)!);
        var step = Math.Max(1, (hours + MostSteps(width) - 1) / MostSteps(width));
        double[] above = Means([.. Enumerable.Range(0, hours).Select(h => signal[h])], step);
        var most = Math.Max(1e-9, lines.Where(l => l.Sets).SelectMany(l => l.Cpus.Take(hours)).Where(double.IsFinite).Append(0).Max());
        double X(double hour) => Left + (width - Left - Right) * hour / hours;
        var upper = new Panel(X, (top, middle - Gap), (Math.Min(0, above.Min()), Math.Max(above.Max(), 1e-9)), width);
        var lower = new Panel(X, (middle, Height - Foot), (0, most), width);
        double[] Below(double[] cpus) => [.. Means([.. cpus.Take(hours)], step).Select(c => Math.Min(c, most * 1.05))];
        var feet = Svg.Ticks(0, hours, width < 500 ? 4 : 12).Select(h => Html.Of($"""<text x="{Svg.N(X(h))}" y="{Svg.N(Height - Foot + 18)}" text-anchor="middle" fill="{Svg.Pale}">{h.ToString("0", CultureInfo.InvariantCulture)}</text>"""));
        return Svg.Frame(width, Height, Title, Html.Of($"""
            {legend.Draw()}{upper.Axis(Say("unit_" + Key))}{upper.Steps(above, step, Svg.Amber)}{lower.Axis(Say("unit_load"))}
            {lines.Select(l => lower.Steps(Below(l.Cpus), step, l.Colour))}{feet}
            <text x="{Svg.N(width - Right)}" y="{Svg.N(Height - 6)}" text-anchor="end" fill="{Svg.Pale}">{Say("unit_hour")}</text>
            """));
    }

    /// <summary>More steps than a picture has room for are drawn as means.</summary>
    static int MostSteps(double width) => width < 500 ? 240 : 960;

    static double[] Means(double[] values, int step) => step == 1 ? values : [.. values.Chunk(step).Select(c => c.Average())];

    string Title => string.Join(' ', new[] { solution.Clusters[place].Name, Say("title") }.Where(t => t.Length > 0));

    string Key => options.Goal == ShiftGoal.Cost ? "cost" : "carbon";

    (string Colour, string Meaning, double[] Cpus, bool Sets)[] Lines(ShiftRun? now, ShiftRun best)
    {
        var perCpu = KilowattPerMegawatt / options.KilowattPerCpu;
        var lines = new List<(string, string, double[], bool)>();
        if (_series.GreenMw is { } green)
        {
            lines.Add((Svg.Good, Say("green"), [.. green.Select((mw, h) => mw * perCpu / _series.PueAt(h))], false));
        }

        if (_series.LimitCpus(solution.Clusters[place].CapacityCpus, options.KilowattPerCpu) is { } limit)
        {
            lines.Add((Svg.High, Say("limit"), limit, false));
        }

        if (now is not null)
        {
            lines.Add((Svg.None, Policy(now), Load(now), true));
        }

        lines.Add((Svg.Low, Policy(best), Load(best), true));
        return [.. lines];
    }

    double[] Load(ShiftRun run) => run.Metrics.Clusters[place].LoadCpus;

    string Policy(ShiftRun run) => voice.Say(Phrases.Of("cli.shift." + ShiftFiles.NameOf(run.Schedule.Policy)));

    string Say(string key) => voice.Say(Phrases.Of("shift.draw." + key));

    /// <summary>One axis of hours and one of values.</summary>
    sealed class Panel(Func<double, double> x, (double Top, double Bottom) room, (double Least, double Most) range, double width)
    {
        double Y(double value) => room.Bottom - (room.Bottom - room.Top) * (value - range.Least) / (range.Most - range.Least);

        internal Html Axis(string unit) => Html.All([
            .. Svg.Ticks(range.Least, range.Most, 4).Select(v => Html.Of($"""<line x1="{Svg.N(Left)}" x2="{Svg.N(width - Right)}" y1="{Svg.N(Y(v))}" y2="{Svg.N(Y(v))}" stroke="#ECEFF2"/><text x="{Svg.N(Left - 6)}" y="{Svg.N(Y(v) + 4)}" text-anchor="end" fill="{Svg.Pale}">{v.ToString("0.###", CultureInfo.InvariantCulture)}</text>""")),
            Html.Of($"""<text x="4" y="{Svg.N(room.Top - 8)}" fill="{Svg.Pale}">{unit}</text>"""),
        ]);

        internal Html Steps(double[] values, int hours, string colour)
        {
            var path = string.Concat(values.Select((v, i) => $"{(i == 0 ? "M" : "L")}{Svg.N(x(i * hours))} {Svg.N(Y(v))}H{Svg.N(Math.Min(width - Right, x((i + 1) * hours)))}"));
            return Html.Of($"""<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>""");
        }
    }
}
