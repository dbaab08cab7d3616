using System.Collections.Immutable;
using Suandian.Distribution.Equipment;
using Suandian.Distribution.Grids;

namespace Suandian.Distribution.PlanCheck;

/// <summary>Grids small enough for a pencil.</summary>
static class Grids
{
    /// <summary>A 10 kV line of 1 km and 0.2 ohm, no reactance, from a slack at 1 pu to a load; cheap and dear types to strengthen it.</summary>
    internal static EquippedGrid OneLine(double ratingA, double loadMw, double parallelYuan = 100, double largerYuan = 150) => new(new CountyGrid
    {
        Settings = Settings,
        Buses = [Bus("a", 10), Bus("b", 10)],
        Lines = [new GridLine { Name = "line", Bus0 = "a", Bus1 = "b", Type = "thin", LengthKm = 1 }],
        Loads = [new GridLoad { Name = "load", Bus = "b", PowerMw = loadMw, PowerFactorPu = 1 }],
        Generators = [new GridGenerator { Name = "grid", Bus = "a", Control = GridControl.Slack }],
        LineTypes = [Type("thin", 0.2, ratingA, parallelYuan), Type("thick", 0.1, 2 * ratingA, largerYuan)],
    });

    /// <summary>Lines of such a kind one behind the other, 0.2 ohm/km, from a slack at 1 pu; line 0 goes from bus 0 to bus 1 and so on.</summary>
    internal static EquippedGrid Chain(double ratingA, params double[] lengthsKm) => new(new CountyGrid
    {
        Settings = Settings,
        Buses = [.. Enumerable.Range(0, lengthsKm.Length + 1).Select(b => Bus($"b{b}", 10))],
        Lines = [.. lengthsKm.Select((km, k) => new GridLine { Name = $"line{k}", Bus0 = $"b{k}", Bus1 = $"b{k + 1}", Type = "thin", LengthKm = km })],
        Generators = [new GridGenerator { Name = "grid", Bus = "b0", Control = GridControl.Slack }],
        LineTypes = [Type("thin", 0.2, ratingA, 100), Type("thick", 0.1, 2 * ratingA, 150)],
    });

    /// <summary>The same with a transformer 110/10 kV, tap at the high side, in front; the load hangs directly behind it.</summary>
    internal static EquippedGrid OneTransformer(double loadMw, double setpointPu) => new(new CountyGrid
    {
        Settings = Settings,
        Buses = [Bus("a", 110), Bus("b", 10)],
        Transformers = [new GridTransformer { Name = "t", BusHigh = "a", BusLow = "b", Type = "small" }],
        Loads = [new GridLoad { Name = "load", Bus = "b", PowerMw = loadMw, PowerFactorPu = 1 }],
        Generators = [new GridGenerator { Name = "grid", Bus = "a", Control = GridControl.Slack, SetpointPu = setpointPu }],
        TransformerTypes = [Transformer("small", 10, 1000), Transformer("big", 31.5, 2500)],
    });

    /// <summary>The same with a load behind it that one of 10 MVA at 10 % does not carry; others of 20 MVA cost 1500, further ones of its kind 1000.</summary>
    internal static EquippedGrid TwoTypes(double otherPu) => OneTransformer(26, 1) is var one
        ? new(one.Source with { TransformerTypes = [Transformer("small", 10, 1000), Transformer("other", 20, 1500) with { ShortCircuitVoltagePu = otherPu }] }) : one;

    static GridSettings Settings => new() { Name = new Text("小", "small"), Year = 2023, UtcOffsetH = 8, MoneyYear = 2026, BaseMva = 100 };

    static GridBus Bus(string name, double kv) => new() { Name = name, VoltageKv = kv };

    static LineType Type(string name, double ohm, double ampere, double yuan) => new()
    {
        Name = name, Kind = LineKind.Overhead, VoltageKv = 10, ResistanceOhmPerKm = ohm, ReactanceOhmPerKm = 1e-9, AmpacityA = ampere, CostYuanPerKm = yuan,
        CostSource = "price of " + name, CostSourceZh = name + " 的价格", CostStatus = Network.Status.Estimate,
    };

    static TransformerType Transformer(string name, double mva, double yuan) => new()
    {
        Name = name, RatedMva = mva, HighKv = 110, LowKv = 10, ShortCircuitVoltagePu = 0.1, LoadLossMw = 0, TapStepPu = 0.0125, TapSteps = 8, OnLoad = true, CostYuan = yuan,
    };

    internal static ImmutableArray<string> Told(this GridRepairSolution repair) => [.. repair.Measures.Select(m => $"{m.Kind} {m.Name} {m.Change.TypeAfter}×{m.Change.CountAfter} tap {m.Change.TapAfter} {m.CostYuan}")];
}
