using Suandian.Reports.Feeders;
using Suandian.Reports.Jobs;
using Suandian.Reports.Page;
using Suandian.Scheduling.Shifting;

namespace Suandian.Reports.Shifting;

/// <summary>Where and when one policy runs jobs: for each cluster a band of its load over time, and below it a band of the signal that was followed.</summary>
/// <param name="options">What was asked.</param>
/// <param name="solution">The policies.</param>
/// <param name="run">The policy shown.</param>
/// <param name="voice">How it speaks.</param>
sealed class ClusterHoursDrawing(ShiftOptions options, ShiftSolution solution, ShiftRun run, Voice voice)
{
    const double Right = 16, Foot = 44, Load = 18, Signal = 10, Gap = 10, MostName = 110, Scales = 44;
    const int Wide = 440, Narrow = 140, Steps = Ramp.Steps;

    static readonly (byte R, byte G, byte B)[] Amber = [.. Enumerable.Range(0, Steps).Select(i => Mix(i / (Steps - 1.0)))];
    static readonly (byte R, byte G, byte B)[] Palette = [.. Ramp.Palette, .. Amber];

    internal Html Draw(double width)
    {
        var hours = Math.Max(1, solution.Runs.SelectMany(r => r.Metrics.Clusters).Max(c => Array.FindLastIndex(c.LoadCpus, v => v > 0)) + 1);
        var pieces = Math.Min(hours, width < 500 ? Narrow : Wide);
        var left = 12 + Math.Min(MostName, solution.Clusters.Max(c => Svg.WidthOf(c.Name)));
        var signals = solution.Clusters.Select(c => Pieces(c.Series.Values(options.Goal)!, hours, pieces)).ToArray();
        var (least, most) = (signals.Min(s => s.Min()), signals.Max(s => s.Max()));
        var bands = solution.Clusters.Select((cluster, p) =>
        {
            var top = Scales + p * (Load + Signal + Gap);
            byte[] cells = [.. Shares(p, hours, pieces).Select(v => (byte)Math.Round((Steps - 1) * v)), .. signals[p].Select(v => (byte)(Steps + Math.Round((Steps - 1) * (most > least ? (v - least) / (most - least) : 0))))];
            return Html.Of($"""{Image(cells[..pieces], (left, top, width - left - Right, Load))}{Image(cells[pieces..], (left, top + Load, width - left - Right, Signal))}<text x="{Svg.N(left - 8)}" y="{Svg.N(top + 14)}" text-anchor="end" fill="{Svg.Ink}">{cluster.Name}</text>""");
        });
        var bottom = Scales + solution.Clusters.Length * (Load + Signal + Gap) - Gap;
        var scale = new TimeScale(0, 3600.0 * hours);
        var plot = new JobPlot(left, width - Right, (Scales, bottom), (scale.FromS, scale.ToS), (0, 1));
        var key = options.Goal == ShiftGoal.Cost ? "cost" : "carbon";
        var words = JobPage.Say(voice, "clusters_scale_" + key, ("least", JobPage.Three(least)), ("most", JobPage.Three(most)));
        return Svg.Frame(width, bottom + Foot, JobPage.Say(voice, "clusters_hours"), Html.Of($"""
            {Scale(0, JobPage.Say(voice, "clusters_scale_load"), Ramp.Palette)}{Scale(18, words, Amber)}{bands}{plot.Below(scale.Ticks(width), scale.Words)}{plot.Foot(JobPage.Say(voice, "clusters_" + scale.Key))}
            """));
    }

    /// <summary>Load as a share of what may run; of the most that ever runs where nothing limits.</summary>
    double[] Shares(int place, int hours, int pieces)
    {
        var (load, cluster) = (run.Metrics.Clusters[place].LoadCpus, solution.Clusters[place]);
        var limit = cluster.Series.LimitCpus(cluster.CapacityCpus, options.KilowattPerCpu);
        var most = Math.Max(1e-9, solution.Runs.Max(r => r.Metrics.Clusters[place].LoadCpus.Max()));
        return Pieces([.. load.Select((cpus, h) => limit is null || !double.IsFinite(limit[h]) ? cpus / most : limit[h] > 0 ? Math.Min(1, cpus / limit[h]) : cpus > 0 ? 1 : 0)], hours, pieces);
    }

    /// <summary>Means of equal pieces.</summary>
    static double[] Pieces(double[] values, int hours, int pieces) => [.. Enumerable.Range(0, pieces).Select(i =>
    {
        var (from, to) = ((int)((long)i * hours / pieces), Math.Max((int)((long)i * hours / pieces) + 1, (int)((long)(i + 1) * hours / pieces)));
        return Enumerable.Range(from, to - from).Average(h => values[Math.Min(h, values.Length - 1)]);
    })];

    static Html Image(byte[] cells, (double X, double Y, double Width, double Height) at) => Html.Of(
        $"""<image x="{Svg.N(at.X)}" y="{Svg.N(at.Y)}" width="{Svg.N(at.Width)}" height="{Svg.N(at.Height)}" preserveAspectRatio="none" style="image-rendering:pixelated" href="data:image/png;base64,{Convert.ToBase64String(PalettePng.Write(cells.Length, 1, cells, Palette))}"/>""");

    static Html Scale(double top, string words, (byte R, byte G, byte B)[] colours)
    {
        var ramp = Enumerable.Range(0, 21).Select(i => colours[i * (Steps - 1) / 20]).Select((c, i) => Html.Of($"""<rect x="{Svg.N(8 + 5 * i)}" y="{Svg.N(top + 6)}" width="5.5" height="10" fill="#{c.R:X2}{c.G:X2}{c.B:X2}"/>"""));
        return Html.Of($"""{ramp}<text x="122" y="{Svg.N(top + 15)}" fill="{Svg.Pale}">{words}</text>""");
    }

    static (byte R, byte G, byte B) Mix(double share)
    {
        byte At(double from, double to) => (byte)Math.Round(from + (to - from) * share);
        return (At(0xFF, 0x9A), At(0xF4, 0x53), At(0xDC, 0x10));
    }
}
