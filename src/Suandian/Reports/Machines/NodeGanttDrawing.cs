using Suandian.Reports.Feeders;
using Suandian.Reports.Jobs;
using Suandian.Reports.Page;
using Suandian.Scheduling.Machines;

namespace Suandian.Reports.Machines;

/// <summary>Runs as blocks on the nodes that they hold, a row a node; runs that share a node lie in lanes of its row. Outages are grey, the end of a stopped run is marked.</summary>
/// <param name="jobs">Jobs beside their machine.</param>
/// <param name="plan">The schedule shown.</param>
/// <param name="plans">All schedules, which share the scale of time.</param>
/// <param name="voice">How it speaks.</param>
sealed class NodeGanttDrawing(MachineJobs jobs, MachinePlan plan, IReadOnlyList<MachinePlan> plans, Voice voice)
{
    /// <summary>Most nodes whose rows can be told apart.</summary>
    internal const int MostNodes = 40;

    /// <summary>Most blocks that can be told apart.</summary>
    internal const int MostBlocks = 600;

    const double Right = 16, Foot = 44, Row = 18, Lane = 7, MostRow = 64, MostName = 110;
    const int MostColours = 8;
    const string Down = "#D9DFE4";

    /// <summary>Words of sections where the machine has some, else of partitions that jobs name, and the place of each job among them, −1 for none; null where there are none.</summary>
    readonly (string[] Names, Func<int, int> Of)? _groups = !jobs.Machine.Sections.IsEmpty ? ([.. jobs.Sections.Select(s => s.Name)], job => jobs.SectionOf[job])
        : jobs.Trace.Partition is { } named ? ([.. named.Names], job => named.Of[job]) : null;

    /// <summary>True where nodes and runs of all schedules are few enough.</summary>
    internal static bool Serves(MachineJobs jobs, IEnumerable<MachinePlan> plans) => jobs.Layout.Nodes <= MostNodes && plans.All(p => p.Schedule.Placed.Length <= MostBlocks);

    internal Html Draw(double width)
    {
        var time = new MachineTime(jobs, plans, 1);
        var rows = Lanes().Select(blocks => (Blocks: blocks, Lanes: blocks.Select(b => b.Lane + 1).Append(1).Max())).ToArray();
        var names = jobs.Layout.Names;
        var left = 12 + Math.Min(MostName, names.Max(Svg.WidthOf));
        var (legend, scale) = (new SvgLegend(Legend(), width), time.Scale);
        double[] heights = [.. rows.Select(r => Math.Clamp(Lane * r.Lanes, Row, MostRow))];
        double[] tops = [.. heights.Select((_, n) => legend.Height + 16 + heights.Take(n).Sum())];
        var bottom = tops[^1] + heights[^1];
        var plot = new JobPlot(left, width - Right, (tops[0], bottom), (scale.FromS, scale.ToS), (0, 1));
        var down = time.Down().Where(d => d.FromS < scale.ToS && d.ToS > scale.FromS).Select(d => Box(plot, (Math.Max(d.FromS, scale.FromS), Math.Min(d.ToS, scale.ToS)), (tops[d.Node], heights[d.Node]), Down, Say("machine_down", ("node", names[d.Node]))));
        var frames = names.Select((name, n) => Html.Of($"""<line x1="{Svg.N(left)}" x2="{Svg.N(width - Right)}" y1="{Svg.N(tops[n])}" y2="{Svg.N(tops[n])}" stroke="#ECEFF2"/><text x="{Svg.N(left - 6)}" y="{Svg.N(tops[n] + heights[n] / 2 + 4)}" text-anchor="end" fill="{Svg.Pale}">{Short(name)}</text>"""));
        var blocks = rows.SelectMany((row, n) => row.Blocks.Select(b => Block(plot, b, (tops[n] + heights[n] * b.Lane / row.Lanes, heights[n] / row.Lanes))));
        return Svg.Frame(width, bottom + Foot, $"{Say("gantt")}: {voice.Say(plan.Name)}", Html.Of($"""
            {legend.Draw()}{down}{frames}{blocks}{plot.Below(scale.Ticks(width), scale.Words)}{plot.Foot(Say(scale.Key))}
            """));
    }

    /// <summary>Runs of each node, and the lane of each: the first that is free.</summary>
    List<(int Run, int Lane)>[] Lanes()
    {
        List<(int Run, int Lane)>[] rows = [.. Enumerable.Range(0, jobs.Layout.Nodes).Select(_ => new List<(int, int)>())];
        List<long>[] until = [.. rows.Select(_ => new List<long>())];
        foreach (var run in Enumerable.Range(0, plan.Schedule.Count).Where(r => plan.Schedule.EndS[r] > plan.Schedule.StartS[r]).OrderBy(r => plan.Schedule.StartS[r]))
        {
            foreach (var placed in plan.Schedule.PlacedOf(run))
            {
                var lane = until[placed.Node].FindIndex(end => end <= plan.Schedule.StartS[run]);
                if (lane < 0)
                {
                    lane = until[placed.Node].Count;
                    until[placed.Node].Add(0);
                }

                until[placed.Node][lane] = plan.Schedule.EndS[run];
                rows[placed.Node].Add((run, lane));
            }
        }

        return rows;
    }

    Html Block(JobPlot plot, (int Run, int Lane) block, (double Top, double Height) at)
    {
        var (schedule, job) = (plan.Schedule, plan.Schedule.Job[block.Run]);
        var (from, to) = (plot.X(schedule.StartS[block.Run]), plot.X(schedule.EndS[block.Run]));
        var name = jobs.Trace.NameOf(job);
        var label = Html.If(to - from > Svg.WidthOf(name) + 4 && at.Height > 13, () => Html.Of($"""<text x="{Svg.N((from + to) / 2)}" y="{Svg.N(at.Top + at.Height / 2 + 4)}" text-anchor="middle" fill="#fff">{name}</text>"""));
        var stop = Array.Find(MachineDrawings.Stops, s => s.End == schedule.End[block.Run]);
        var mark = Html.If(stop.Colour is not null, () => Html.Of($"""<rect x="{Svg.N(to - 2)}" y="{Svg.N(at.Top)}" width="3" height="{Svg.N(at.Height)}" fill="{stop.Colour}"/>"""));
        return Html.Of($"{Box(plot, (schedule.StartS[block.Run], schedule.EndS[block.Run]), at, Colour(job), Meaning(block.Run))}{label}{mark}");
    }

    static Html Box(JobPlot plot, (double FromS, double ToS) span, (double Top, double Height) at, string colour, string meaning) => Html.Of(
        $"""<rect x="{Svg.N(plot.X(span.FromS))}" y="{Svg.N(at.Top + 0.5)}" width="{Svg.N(Math.Max(0.5, plot.X(span.ToS) - plot.X(span.FromS)))}" height="{Svg.N(Math.Max(0.5, at.Height - 1))}" fill="{colour}" stroke="#fff" stroke-width="0.4"><title>{meaning}</title></rect>""");

    LegendItem[] Legend() =>
    [
        .. _groups is not { } groups ? [] : groups.Names.Take(MostColours).Select((name, i) => new LegendItem(JobPage.Colours[i], JobPage.Name(voice, jobs.Machine.Sections.IsEmpty ? "partition" : "section", name), false)),
        .. _groups is { } all && Enumerable.Range(0, jobs.Trace.Count).Any(j => all.Of(j) is < 0 or >= MostColours) ? [new LegendItem(Svg.None, Say("other"), false)] : Array.Empty<LegendItem>(),
        .. jobs.Layout.Outages.Length > 0 ? [new LegendItem(Down, Say("machine_is_down"), false)] : Array.Empty<LegendItem>(),
        .. MachineDrawings.Stops.Where(s => plan.Ended(s.End) > 0).Select(s => new LegendItem(s.Colour, Say(s.Key), true)),
    ];

    /// <summary>Where there are no groups, neighbours by number differ in shade.</summary>
    string Colour(int job) => _groups is not { } groups ? (job % 3) switch { 0 => "#0B5563", 1 => "#3C7A87", _ => "#6B9FAB" } : groups.Of(job) is >= 0 and < MostColours and var of ? JobPage.Colours[of] : Svg.None;

    string Meaning(int run)
    {
        var (schedule, job) = (plan.Schedule, plan.Schedule.Job[run]);
        var words = Say("block", ("job", jobs.Trace.NameOf(job)), ("processors", jobs.Trace.Processors[job]), ("run", JobPage.Span(schedule.EndS[run] - schedule.StartS[run])), ("after", JobPage.Span(Math.Max(0, schedule.StartS[run] - jobs.Trace.SubmitS[job]))));
        var stop = Array.Find(MachineDrawings.Stops, s => s.End == schedule.End[run]);
        return stop.Colour is null ? words : $"{words}; {Say(stop.Key)}";
    }

    static string Short(string name)
    {
        var most = name.Length;
        while (most > 1 && Svg.WidthOf(name[..most]) > MostName)
        {
            most--;
        }

        return most == name.Length ? name : name[..(most - 1)] + "…";
    }

    string Say(string key, params ReadOnlySpan<(string Name, object? Value)> places) => JobPage.Say(voice, key, places);
}
