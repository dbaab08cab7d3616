using System.Globalization;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

/// <summary>What goes into the buses of a grid in every hour, and what a megawatt of something new would do.</summary>
public sealed record FeederHours
{
    /// <summary>Generation less load of every bus and hour; generators of a case at its slacks are the supply from above and not among it.</summary>
    public required HourlyInjections Injections { get; init; }

    /// <summary>Load alone of every bus and hour, MW, ≥ 0: what is unserved where the bus is dark. Shape [buses × hours], row-major.</summary>
    public required double[] LoadMw { get; init; }

    /// <summary>Number that the user gave to each hour. Shape [hours].</summary>
    public required int[] Label { get; init; }

    /// <summary>Output of a MW of new PV, pu; null where it was not given. Shape [hours].</summary>
    public double[]? PvPu { get; init; }

    /// <summary>Output of a MW of new wind, pu; null where it was not given. Shape [hours].</summary>
    public double[]? WindPu { get; init; }

    /// <summary>Draw of a MW of new computing load, pu; null where it was not given, which means always 1. Shape [hours].</summary>
    public double[]? ComputePu { get; init; }

    /// <summary>Hours of the year that each stands for, h/a; null where each is one hour of its own. Shape [hours].</summary>
    public double[]? WeightH { get; init; }

    /// <summary>Calendar year of which the numbers are the hours, 0 … 8759; null (default) where they mean nothing else.</summary>
    public int? Year { get; init; }

    /// <summary>What people call an hour: its number, or month, day and time of the year.</summary>
    public string Title(int hour) => Year is { } year
        ? new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(Label[hour]).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)
        : Label[hour].ToString(CultureInfo.InvariantCulture);

    /// <summary>Number of hours.</summary>
    public int Count => Injections.Hours;

    /// <summary>The one state that a case describes, as a single hour numbered 1.</summary>
    public static FeederHours Snapshot(PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        double[] active = [.. grid.Buses.LoadMw.Select(p => -p)], reactive = [.. grid.Buses.LoadMvar.Select(q => -q)];
        for (var g = 0; g < grid.Generators.Count; g++)
        {
            if (IsWithin(grid, g))
            {
                active[grid.Generators.Bus[g]] += grid.Generators.PowerMw[g];
                reactive[grid.Generators.Bus[g]] += grid.Generators.PowerMvar[g];
            }
        }

        return Of(new HourlyInjections(1, active, reactive)) with { LoadMw = [.. grid.Buses.LoadMw.Select(p => Math.Max(0, p))] };
    }

    /// <summary>True for a generator in service that is not the supply from above: its bus is no slack.</summary>
    internal static bool IsWithin(PowerGrid grid, int generator) => grid.Generators.InService[generator] && grid.Buses.Kind[grid.Generators.Bus[generator]] != GridBusKind.Slack;

    /// <summary>Hours of which only the injections are known: what a bus takes net counts as its load; numbered from 1.</summary>
    public static FeederHours Of(HourlyInjections injections)
    {
        ArgumentNullException.ThrowIfNull(injections);
        return new FeederHours
        {
            Injections = injections,
            LoadMw = [.. injections.ActiveMw.Select(p => Math.Max(0, -p))],
            Label = [.. Enumerable.Range(1, injections.Hours)],
        };
    }

    /// <summary>Load of all buses in an hour, MW.</summary>
    public double TotalLoadMw(int hour)
    {
        var sum = 0.0;
        for (var i = hour; i < LoadMw.Length; i += Count)
        {
            sum += LoadMw[i];
        }

        return sum;
    }

    /// <summary>Some of the hours, in the order given.</summary>
    public FeederHours Chosen(int[] hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        double[] Rows(double[] all) => HourlyInjections.Chosen(all, Count, hours);
        return this with
        {
            Injections = Injections.Chosen(hours),
            LoadMw = Rows(LoadMw),
            Label = [.. hours.Select(h => Label[h])],
            WeightH = WeightH is null ? null : [.. hours.Select(h => WeightH[h])],
            PvPu = PvPu is null ? null : Rows(PvPu),
            WindPu = WindPu is null ? null : Rows(WindPu),
            ComputePu = ComputePu is null ? null : Rows(ComputePu),
        };
    }

    /// <summary>The hours with the largest load, largest first; all where there are fewer. Equal loads in the order of time.</summary>
    public int[] LargestLoads(int count) =>
        [.. Enumerable.Range(0, Count).Select(h => (Hour: h, Load: TotalLoadMw(h))).OrderByDescending(x => x.Load).ThenBy(x => x.Hour).Take(count).Select(x => x.Hour)];
}
