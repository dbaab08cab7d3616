using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Texts;
using static Suandian.Reports.Feeders.FeederPage;

namespace Suandian.Reports.Feeders;

/// <summary>The sentence that tells load without supply, the same in every answer and page of a grid.</summary>
public static class UnsuppliedWords
{
    /// <summary>Buses, energy and largest load; of a single state its load alone.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="hours">Its hours.</param>
    /// <param name="load">Load without supply in them, some.</param>
    public static Text Of(PowerGrid grid, FeederHours hours, UnsuppliedLoad load)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(load);
        return Phrases.Of(hours.Count == 1 ? "feeder.unsupplied_state" : "feeder.unsupplied_hours", ("buses", Names(grid, load.Buses)), ("mw", Number(load.PeakMw, 3)),
            ("energy", Number(load.EnergyMwh(hours.WeightH), 3)), ("hour", load.IsAny ? hours.Title(load.PeakHour) : "–"));
    }

    /// <summary>Why no measure and no switch reaches the part of it at isolated buses, and what to change; null where there is none.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="hours">Its hours.</param>
    public static Text? Isolated(PowerGrid grid, FeederHours hours)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return IsolatedBuses.LoadOf(grid, hours) is { IsAny: true } load ? Phrases.Of("feeder.isolated", ("buses", Names(grid, load.Buses)), ("mw", Number(load.PeakMw, 3))) : null;
    }

    /// <summary>Names of buses in both languages, as many as a table of a page has rows.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="buses">Buses by index.</param>
    public static Text Names(PowerGrid grid, int[] buses)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(buses);
        string List(Language language) => string.Join(", ", buses.Take(Rows).Select(b => grid.Buses.Title(b).In(language))) + (buses.Length > Rows ? " …" : "");
        return new Text(List(Language.Zh), List(Language.En));
    }
}
