using System.Text.Json.Nodes;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Feeders;

namespace Suandian.Cli.Commands.Grids;

/// <summary>Load without supply for people and for machines, the same in every command of a grid.</summary>
static class UnsuppliedAnswer
{
    /// <summary>Says which load is not supplied; nothing where all is.</summary>
    internal static void Say(Terminal terminal, PowerGrid grid, FeederHours hours, UnsuppliedLoad load)
    {
        if (load.IsAny)
        {
            terminal.Say(UnsuppliedWords.Of(grid, hours, load).In(terminal.Language));
        }
    }

    /// <summary>Says which part of it no measure and no switch reaches, as the case isolates it; nothing where there is none.</summary>
    internal static void SayIsolated(Terminal terminal, PowerGrid grid, FeederHours hours)
    {
        if (UnsuppliedWords.Isolated(grid, hours) is { } told)
        {
            terminal.Say(told.In(terminal.Language));
        }
    }

    /// <summary>The same of the one state of a grid, said and for a document.</summary>
    internal static JsonObject Tell(Terminal terminal, PowerGrid grid)
    {
        var hours = FeederHours.Snapshot(grid);
        var load = UnsuppliedLoad.Of(grid, hours);
        Say(terminal, grid, hours, load);
        return Node(grid, hours, load);
    }

    /// <summary>Buses, largest load, its hour, and the energy of all hours; what of it lies at isolated buses.</summary>
    internal static JsonObject Node(PowerGrid grid, FeederHours hours, UnsuppliedLoad load) => new()
    {
        ["buses"] = new JsonArray([.. load.Buses.Select(b => (JsonNode)grid.Buses.Number[b])]), ["load_mw"] = load.PeakMw,
        ["hour"] = load.IsAny && hours.Count > 1 ? hours.Label[load.PeakHour] : null, ["energy_mwh"] = load.EnergyMwh(hours.WeightH),
        ["isolated"] = IsolatedBuses.LoadOf(grid, hours) is var isolated ? new JsonObject { ["buses"] = new JsonArray([.. isolated.Buses.Select(b => (JsonNode)grid.Buses.Number[b])]), ["load_mw"] = isolated.PeakMw } : null,
    };
}
