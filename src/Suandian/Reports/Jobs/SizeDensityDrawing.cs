using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Scheduling.Comparison;
using Suandian.Scheduling.Statistics;

namespace Suandian.Reports.Jobs;

/// <summary>For many jobs: processors held over time by jobs of each size, as colours; sizes are powers of two, small ones below.</summary>
/// <param name="setting">Jobs and machine.</param>
/// <param name="run">Their schedule.</param>
/// <param name="voice">How it speaks.</param>
sealed class SizeDensityDrawing(ComparisonSetting setting, ComparisonRun run, Voice voice)
{
    const double Left = 84, Right = 16, Foot = 44, Top = 46, Row = 22;

    internal Html Draw(double width)
    {
        var (trace, pieces) = (setting.Trace, width < 500 ? 140 : 440);
        var scale = new TimeScale(trace.SubmitS[0], Math.Max(trace.SubmitS[0] + 1, run.Schedule.Segments.Max(s => s.EndS)));
        var piece = (scale.ToS - scale.FromS) / pieces;
        var byClass = run.Schedule.Segments.ToLookup(s => ClassOf(trace.Processors[s.Job]));
        int[] classes = [.. Enumerable.Range(0, byClass.Max(g => g.Key) + 1).Reverse()];
        var held = classes.Select(c => HeldProcessors.Mean(byClass[c].Select(s => (s.StartS, s.EndS, trace.Processors[s.Job])), scale.FromS, piece, pieces)).ToArray();
        var most = setting.Processors > 0 ? setting.Processors : Math.Max(1e-9, held.Max(h => h.Max())); // one scale for all policies
        byte[] cells = [.. held.SelectMany(row => row.Select(v => (byte)Math.Round((Ramp.Steps - 1) * Math.Sqrt(Math.Min(1, v / most)))))];
        var image = Convert.ToBase64String(PalettePng.Write(pieces, classes.Length, cells, Ramp.Palette));
        var (inside, tall) = (width - Left - Right, Row * classes.Length);
        var names = classes.Select((c, i) => Html.Of($"""<text x="{Svg.N(Left - 8)}" y="{Svg.N(Top + Row * i + 15)}" text-anchor="end" fill="{Svg.Pale}">{NameOf(c)}</text>"""));
        var ramp = Enumerable.Range(0, 21).Select(i => Html.Of($"""<rect x="{Svg.N(8 + 5 * i)}" y="6" width="5.5" height="10" fill="{Ramp.Hex(Math.Sqrt(i / 20.0))}"/>"""));
        var plot = new JobPlot(Left, width - Right, (Top, Top + tall), (scale.FromS, scale.ToS), (0, 1));
        return Svg.Frame(width, Top + tall + Foot, $"{JobPage.Say(voice, "density")}: {voice.Say(run.Schedule.Name)}", Html.Of($"""
            {ramp}<text x="{Svg.N(8 + 114)}" y="15" fill="{Svg.Pale}">{JobPage.Say(voice, "density_scale", ("most", JobPage.Three(most)))}</text>
            <image x="{Svg.N(Left)}" y="{Svg.N(Top)}" width="{Svg.N(inside)}" height="{Svg.N(tall)}" preserveAspectRatio="none" style="image-rendering:pixelated" href="data:image/png;base64,{image}"/>{names}{plot.Below(scale.Ticks(width), scale.Words)}{plot.Foot(JobPage.Say(voice, scale.Key))}{plot.Head(JobPage.Say(voice, "axis_sizes"))}
            """));
    }

    /// <summary>0 for one processor, 1 for two, 2 for three and four, 3 for five to eight.</summary>
    static int ClassOf(int processors) => processors <= 1 ? 0 : (int)Math.Floor(Math.Log2(processors - 1)) + 1;

    static string NameOf(int @class) => @class < 2 ? $"{@class + 1}" : $"{(1L << (@class - 1)) + 1}–{1L << @class}";
}
