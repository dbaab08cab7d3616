using Suandian.Reports.Feeders;
using Suandian.Reports.Jobs;
using Suandian.Reports.Page;
using Suandian.Scheduling.Machines;
using static Suandian.Reports.Jobs.JobPage;

namespace Suandian.Reports.Machines;

/// <summary>What a machine does over time, a field for each policy: processors, accelerators, power, runs that were stopped.</summary>
/// <param name="jobs">Jobs beside their machine.</param>
/// <param name="plans">The schedules.</param>
/// <param name="voice">How it speaks.</param>
sealed class MachineDrawings(MachineJobs jobs, IReadOnlyList<MachinePlan> plans, Voice voice)
{
    const int Wide = 360, Narrow = 120;
    const double WattPerMegawatt = 1e6, MilliwattPerWatt = 1000, KilowattHoursPerMwh = 1000, NarrowPx = 500;
    const string Shade = "#7FA9B3", Up = "#4E5B67", Green = "#4C9A2A", Idle = "#AEB8C0";

    /// <summary>Colours of runs that others displaced, that the power limit cut, that an outage ended.</summary>
    internal static readonly (RunEnd End, string Key, string Colour)[] Stops =
        [(RunEnd.Preempted, "machine_preempted", "#B2182B"), (RunEnd.PowerCut, "machine_power_cut", "#F6C63C"), (RunEnd.Outage, "machine_outage", "#14202B")];

    /// <summary>Processors held.</summary>
    internal Html Processors(double width) => Use(width, "machine_processors", (job => (int)Math.Min(int.MaxValue, jobs.Trace.Processors[job]), node => jobs.Layout.Cpus[node]), (1, jobs.Machine.Cpus));

    /// <summary>Accelerators held.</summary>
    internal Html Accelerators(double width) =>
        Use(width, "machine_accelerators", (job => (int)(jobs.Trace.AcceleratorMilli?[job] ?? 0), node => jobs.Layout.Accelerators[node] * Machine.Whole), (Machine.Whole, jobs.Machine.Accelerators));

    /// <summary>Power of the site, mean of each piece, beside green power and limit.</summary>
    internal Html Power(double width)
    {
        var longest = plans.MaxBy(p => p.Metrics.Hours.Length)!;
        var time = new MachineTime(jobs, plans, Math.Clamp(longest.Metrics.Hours.Length, 1, Pieces(width)));
        double[]? Told(Func<MachineHour, double?> of, double untold) => longest.Metrics.Hours.Any(h => h.Table is { } row && of(row) is not null) ? time.OfHours(longest, h => h.Table is { } row ? of(row) ?? untold : untold) : null;
        var lines = new List<(double[], string)>();
        var legend = new List<LegendItem> { new(Shade, Say(voice, "machine_power_jobs"), false), new(Idle, Say(voice, "machine_power_idle"), false) };
        foreach (var (values, colour, key) in new[] { (Told(h => h.GreenMw, 0), Green, "machine_green"), (Told(h => h.PowerLimitMw, double.PositiveInfinity), Svg.High, "machine_limit") })
        {
            if (values is not null)
            {
                lines.Add((values, colour));
                legend.Add(new LegendItem(colour, Say(voice, key), false));
            }
        }

        JobField[] fields = [.. plans.Select(plan => new JobField(voice.Start(plan.Name),
            [(time.OfHours(plan, h => h.EnergyKwh / KilowattHoursPerMwh), Shade), (time.OfHours(plan, h => h.IdleKwh / KilowattHoursPerMwh), Idle)], [.. lines]))];
        var idle = jobs.Layout.IdleMilliwatt.Sum() / MilliwattPerWatt / WattPerMegawatt;
        return new FieldStack(Say(voice, "machine_power"), (time.Scale, time.PieceS, Say(voice, time.Scale.Key)), [.. idle > 0 ? legend : legend.Where(l => l.Colour != Idle)]) { Unit = "MW", LinesAbove = 0.6 }.Draw(width, fields);
    }

    /// <summary>Runs that were stopped in each piece of time, by what stopped them.</summary>
    internal Html Stopped(double width)
    {
        var time = new MachineTime(jobs, plans, Pieces(width) / 3);
        var seen = Stops.Where(s => plans.Any(p => p.Ended(s.End) > 0)).ToArray();
        JobField[] fields = [.. plans.Select(plan => new JobField(voice.Start(plan.Name), [.. Enumerable.Range(0, seen.Length).Reverse().Select(k => (Counted(time, plan, seen[..(k + 1)]), seen[k].Colour))], []))];
        return new FieldStack(Say(voice, "machine_stopped"), (time.Scale, time.PieceS, Say(voice, time.Scale.Key)), [.. seen.Select(s => new LegendItem(s.Colour, Say(voice, s.Key), false))]).Draw(width, fields);
    }

    static double[] Counted(MachineTime time, MachinePlan plan, (RunEnd End, string Key, string Colour)[] stops)
    {
        var counts = new double[time.Pieces];
        for (var run = 0; run < plan.Schedule.Count; run++)
        {
            if (stops.Any(s => s.End == plan.Schedule.End[run]))
            {
                counts[Math.Clamp((int)((plan.Schedule.EndS[run] - time.Scale.FromS) / time.PieceS), 0, counts.Length - 1)]++;
            }
        }

        return counts;
    }

    Html Use(double width, string key, (Func<int, int> Job, Func<int, int> Node) of, (int Parts, double All) scale)
    {
        var time = new MachineTime(jobs, plans, Pieces(width));
        double[] Scaled(double[] values) => Array.ConvertAll(values, v => v / scale.Parts);
        (double[], string)[] lines = time.Available(of.Node) is { } up ? [(Scaled(up), Up)] : [];
        JobField[] fields = [.. plans.Select(plan => new JobField(voice.Start(plan.Name), [(Scaled(time.Held(plan, of.Job)), Shade)], lines))];
        LegendItem[] legend = [new(Shade, Say(voice, "running"), false), new(Svg.High, Say(voice, "machine"), false), .. lines.Select(_ => new LegendItem(Up, Say(voice, "machine_up"), false))];
        return new FieldStack(Say(voice, key), (time.Scale, time.PieceS, Say(voice, time.Scale.Key)), legend) { Level = scale.All }.Draw(width, fields);
    }

    static int Pieces(double width) => width < NarrowPx ? Narrow : Wide;
}
