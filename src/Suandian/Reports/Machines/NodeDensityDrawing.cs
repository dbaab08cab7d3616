using Suandian.Reports.Feeders;
using Suandian.Reports.Jobs;
using Suandian.Reports.Page;
using Suandian.Scheduling.Machines;
using Suandian.Scheduling.Statistics;

namespace Suandian.Reports.Machines;

/// <summary>For many nodes or runs: how much of each node is held over time, as colours; the larger share of its processors and its accelerators. Grey where it is down.</summary>
/// <param name="jobs">Jobs beside their machine.</param>
/// <param name="plans">All schedules, which share the scale of time.</param>
/// <param name="voice">How it speaks.</param>
sealed class NodeDensityDrawing(MachineJobs jobs, IReadOnlyList<MachinePlan> plans, Voice voice)
{
    /// <summary>Most rows; a row of a larger machine is the mean of neighbouring nodes.</summary>
    internal const int MostRows = 400;

    const double Right = 16, Foot = 44, Top = 46, Row = 14, Least = 60, Most = 420, MostName = 110, LeastName = 13;
    const byte IsDown = Ramp.Steps;
    const string Down = "#D9B48F";

    static readonly (byte R, byte G, byte B)[] Palette = [.. Ramp.Palette, (0xD9, 0xB4, 0x8F)];

    internal Html Draw(MachinePlan plan, double width)
    {
        var (nodes, rows) = (jobs.Layout.Nodes, Math.Min(MostRows, jobs.Layout.Nodes));
        var time = new MachineTime(jobs, plans, width < 500 ? 140 : 440);
        var kinds = jobs.Layout.Kinds;
        var left = 12 + Math.Min(MostName, kinds.Max(k => Svg.WidthOf(k.Name)));
        var (tall, scale) = (Math.Clamp(Row * rows, Least, Most), time.Scale);
        var image = Convert.ToBase64String(PalettePng.Write(time.Pieces, rows, Cells(plan, time, rows), Palette));
        var plot = new JobPlot(left, width - Right, (Top, Top + tall), (scale.FromS, scale.ToS), (0, 1));
        var (names, first, written) = (new List<Html>(), 0, double.NegativeInfinity);
        foreach (var kind in kinds)
        {
            var (from, to) = (Top + tall * first / nodes, Top + tall * (first + kind.Count) / nodes);
            names.Add(Html.Of($"""<line x1="{Svg.N(left - 8)}" x2="{Svg.N(width - Right)}" y1="{Svg.N(from)}" y2="{Svg.N(from)}" stroke="#fff"/>"""));
            if ((from + to) / 2 - written >= LeastName)
            {
                names.Add(Html.Of($"""<text x="{Svg.N(left - 8)}" y="{Svg.N((from + to) / 2 + 4)}" text-anchor="end" fill="{Svg.Pale}">{kind.Name}</text>"""));
                written = (from + to) / 2;
            }

            first += kind.Count;
        }

        var ramp = Enumerable.Range(0, 21).Select(i => Html.Of($"""<rect x="{Svg.N(left + 5 * i)}" y="6" width="5.5" height="10" fill="{Ramp.Hex(i / 20.0)}"/>"""));
        var words = JobPage.Say(voice, "machine_density_scale");
        var grey = Html.If(jobs.Layout.Outages.Length > 0, () => Html.Of($"""<rect x="{Svg.N(left)}" y="22" width="14" height="10" fill="{Down}"/><text x="{Svg.N(left + 20)}" y="31" fill="{Svg.Pale}">{JobPage.Say(voice, "machine_is_down")}</text>"""));
        return Svg.Frame(width, Top + tall + Foot, $"{JobPage.Say(voice, "machine_density")}: {voice.Say(plan.Name)}", Html.Of($"""
            {ramp}<text x="{Svg.N(left + 114)}" y="15" fill="{Svg.Pale}">{words}</text>{grey}
            <image x="{Svg.N(left)}" y="{Svg.N(Top)}" width="{Svg.N(width - left - Right)}" height="{Svg.N(tall)}" preserveAspectRatio="none" style="image-rendering:pixelated" href="data:image/png;base64,{image}"/>{names}{plot.Below(scale.Ticks(width), scale.Words)}{plot.Foot(JobPage.Say(voice, scale.Key))}
            """));
    }

    byte[] Cells(MachinePlan plan, MachineTime time, int rows)
    {
        var layout = jobs.Layout;
        int RowOf(int node) => (int)((long)node * rows / layout.Nodes);
        var held = Enumerable.Range(0, rows).Select(_ => (Cpus: new List<(long, long, int)>(), Milli: new List<(long, long, int)>(), Down: new List<(long, long, int)>())).ToArray();
        for (var run = 0; run < plan.Schedule.Count; run++)
        {
            var (shape, from, to) = (jobs.Shapes[jobs.ShapeOf[plan.Schedule.Job[run]]], plan.Schedule.StartS[run], plan.Schedule.EndS[run]);
            foreach (var placed in plan.Schedule.PlacedOf(run))
            {
                held[RowOf(placed.Node)].Cpus.Add((from, to, placed.Parts * shape.Cpus));
                held[RowOf(placed.Node)].Milli.Add((from, to, placed.Parts * shape.Milli));
            }
        }

        foreach (var (node, from, to) in time.Down())
        {
            held[RowOf(node)].Down.Add((from, to, 1));
        }

        var nodes = Enumerable.Range(0, layout.Nodes).ToLookup(RowOf);
        return [.. held.SelectMany((row, r) => CellsOf(row, (nodes[r].Sum(n => layout.Cpus[n]), nodes[r].Sum(n => layout.Accelerators[n] * Machine.Whole), nodes[r].Count()), time))];
    }

    static IEnumerable<byte> CellsOf((List<(long, long, int)> Cpus, List<(long, long, int)> Milli, List<(long, long, int)> Down) held, (double Cpus, double Milli, double Nodes) of, MachineTime time)
    {
        double[] Mean(List<(long, long, int)> runs) => HeldProcessors.Mean(runs, time.Scale.FromS, time.PieceS, time.Pieces);
        var (cpus, milli, down) = (Mean(held.Cpus), Mean(held.Milli), Mean(held.Down));
        return Enumerable.Range(0, time.Pieces).Select(i => down[i] > of.Nodes / 2 ? IsDown : (byte)Math.Round((Ramp.Steps - 1) * Math.Clamp(Math.Max(cpus[i] / of.Cpus, of.Milli > 0 ? milli[i] / of.Milli : 0), 0, 1)));
    }
}
