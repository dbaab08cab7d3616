using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Small cases without a plan whose cause is planted, so that the explanation can be judged.</summary>
/// <param name="Story">What was planted.</param>
/// <param name="Network">The case.</param>
/// <param name="Causes">Kind and component that must be named.</param>
/// <param name="Hours">Hours outside which nothing may be missing; null where nothing is missing by the hour.</param>
/// <param name="Remedy">Component and column whose change alone suffices, and its least value by hand; null where there is none to test.</param>
sealed record InfeasibleCase(
    string Story, HourlyNetwork Network, (InfeasibilityCauseKind Kind, string Name)[] Causes,
    HashSet<int>? Hours, (string Name, string Column, double Value)? Remedy)
{
    const int Kinds = 13;

    /// <summary>The case of a seed; kinds take turns.</summary>
    internal static InfeasibleCase Of(int seed)
    {
        var draw = new CaseDraw(seed);
        return (seed % Kinds) switch
        {
            0 => ImportInCalm(draw),
            1 => StorageThroughNight(draw),
            2 => GeneratorAtPeak(draw),
            3 => LineToTown(draw),
            4 => LinkToTown(draw),
            5 => GreenShare(draw),
            6 => SelfUse(draw),
            7 => ExportShare(draw),
            8 => Co2Cap(draw),
            9 => ExportConnection(draw),
            10 => ContradictoryRules(draw),
            11 => ImportShare(draw),
            _ => TwoTowns(draw),
        };
    }

    /// <summary>No wind for some hours, no storage to speak of: the connection must carry the whole load.</summary>
    static InfeasibleCase ImportInCalm(CaseDraw draw)
    {
        var (load, calm) = (draw.Load(), draw.Window());
        var need = calm.Max(t => load[t]);
        var network = draw.Tiny() with
        {
            Buses = ["town"],
            Generators = [new("wind", 0) { MaxMw = 500, AvailabilityPu = draw.Outside(calm), Renewable = true }],
            Trades = [new("grid", 0, true) { MaxMw = draw.Part * calm.Min(t => load[t]), Price = [300] }],
            Loads = [new("load", 0, load)],
        };
        return new("import", WithElsewhere(network).Build(), [(InfeasibilityCauseKind.Shortage, "town"), (InfeasibilityCauseKind.LimitReached, "grid")],
            calm, ("grid", "power_max_mw", need));
    }

    /// <summary>Sun by day, a battery that may not grow enough for the night.</summary>
    static InfeasibleCase StorageThroughNight(CaseDraw draw)
    {
        var (load, night) = (draw.Load(), Enumerable.Range(0, draw.Hours).Where(t => t % 24 is < 7 or >= 19).ToHashSet());
        var efficiency = draw.Between(0.85, 0.99);
        // Each night runs from 19 to 7; the first hours of the case are the end of its last night.
        var need = Enumerable.Range(0, draw.Hours / 24)
            .Max(d => Enumerable.Range(d * 24 + 19, 12).Sum(t => load[t % draw.Hours])) / efficiency;
        var network = draw.Tiny() with
        {
            Buses = ["oasis"],
            Generators = [new("sun", 0) { MaxMw = 2000, AvailabilityPu = draw.Outside(night), Renewable = true }],
            Storages = [new("battery", 0) { MaxMw = 500, MaxMwh = draw.Part * need, DischargeEfficiency = efficiency }],
            Loads = [new("load", 0, load)],
        };
        return new("storage", WithElsewhere(network).Build(), [(InfeasibilityCauseKind.Shortage, "oasis"), (InfeasibilityCauseKind.LimitReached, "battery")],
            null, ("battery", "energy_max_mwh", need));
    }

    static InfeasibleCase GeneratorAtPeak(CaseDraw draw)
    {
        var (load, availability) = (draw.Load(), draw.Between(0.5, 1));
        var need = load.Max() / availability;
        var most = draw.Between(0.8, 0.97) * need;
        var network = draw.Tiny() with
        {
            Buses = ["town"],
            Generators = [new("gas", 0) { ExistingMw = most / 2, MaxMw = most, AvailabilityPu = [availability], MarginalCost = 400 }],
            Loads = [new("load", 0, load)],
        };
        return new("generator", WithElsewhere(network).Build(), [(InfeasibilityCauseKind.Shortage, "town"), (InfeasibilityCauseKind.LimitReached, "gas")],
            [.. Enumerable.Range(0, draw.Hours).Where(t => load[t] > most * availability)], ("gas", "capacity_max_mw", need));
    }

    static InfeasibleCase LineToTown(CaseDraw draw)
    {
        var load = draw.Load();
        var most = draw.Between(0.7, 0.97) * load.Max();
        var network = draw.Tiny() with
        {
            Buses = ["field", "town"],
            Generators = [new("wind", 0) { MaxMw = 900, Renewable = true }],
            Lines = [new("wire", 0, 1) { MaxMw = most }],
            Loads = [new("load", 1, load), new("pump", 0, [5])],
        };
        return new("line", WithElsewhere(network).Build(), [(InfeasibilityCauseKind.Shortage, "town"), (InfeasibilityCauseKind.LimitReached, "wire")],
            [.. Enumerable.Range(0, draw.Hours).Where(t => load[t] > most)], ("wire", "capacity_max_mw", load.Max()));
    }

    static InfeasibleCase LinkToTown(CaseDraw draw)
    {
        var (load, efficiency) = (draw.Load(), draw.Between(0.9, 0.99));
        var most = draw.Between(0.7, 0.97) * load.Max() / efficiency;
        var network = draw.Tiny() with
        {
            Buses = ["field", "town"],
            Generators = [new("wind", 0) { MaxMw = 900, Renewable = true }],
            Links = [new("dc", 0, 1) { ExistingMw = most, Efficiency = efficiency, TwoWay = true }],
            Trades = [new("sale", 0, false) { MaxMw = 50, Price = [100] }],
            Loads = [new("load", 1, load)],
        };
        return new("link", WithElsewhere(network).Build(), [(InfeasibilityCauseKind.Shortage, "town"), (InfeasibilityCauseKind.LimitReached, "dc")],
            [.. Enumerable.Range(0, draw.Hours).Where(t => load[t] > most * efficiency)], ("dc", "power_max_mw", load.Max() / efficiency));
    }

    /// <summary>Wind that may not grow to the share of consumption asked for.</summary>
    static InfeasibleCase GreenShare(CaseDraw draw)
    {
        var (load, wind, most) = (draw.Load(), draw.Availability(), 10.0);
        // At most 10 MW of wind is below the load in every hour: all of it can be used.
        var best = most * wind.Sum() / load.Sum();
        var network = draw.Tiny() with
        {
            Generators = [new("wind", 0) { MaxMw = most, AvailabilityPu = wind, Renewable = true }],
            Trades = [new("grid", 0, true) { MaxMw = 300, Price = [300] }],
            Loads = [new("load", 0, load)],
            Rules = [Rule("green", AnnualRuleKind.GreenShareMin, best * draw.Between(1.1, 2)), Harmless()],
        };
        return new("green share", network.Build(), [(InfeasibilityCauseKind.RuleMissed, "green"), (InfeasibilityCauseKind.LimitReached, "wind")],
            null, ("green", "limit", best));
    }

    /// <summary>Existing wind above the load: what is not used is exported or curtailed, neither is self-use.</summary>
    static InfeasibleCase SelfUse(CaseDraw draw)
    {
        var (load, power) = (draw.Load(), 150.0);
        var best = load.Sum() / (power * draw.Hours);
        var network = draw.Tiny() with
        {
            Generators = [new("wind", 0) { ExistingMw = power, MinimumPu = 1, Renewable = true }],
            Trades = [new("sale", 0, false) { MaxMw = 300, Price = [100] }],
            Loads = [new("load", 0, load)],
            Rules = [Rule("self", AnnualRuleKind.SelfUseShareMin, best * draw.Between(1.05, 1.4))],
        };
        return new("self-use", network.Build(), [(InfeasibilityCauseKind.RuleMissed, "self")], null, ("self", "limit", best));
    }

    static InfeasibleCase ExportShare(CaseDraw draw)
    {
        var (load, power) = (draw.Load(), 150.0);
        var best = 1 - load.Sum() / (power * draw.Hours);
        var network = draw.Tiny() with
        {
            Generators = [new("wind", 0) { ExistingMw = power, MinimumPu = 1, Renewable = true }],
            Trades = [new("sale", 0, false) { MaxMw = 300, Price = [100] }],
            Loads = [new("load", 0, load)],
            Rules = [Harmless(), Rule("export", AnnualRuleKind.ExportShareMax, best * draw.Between(0.5, 0.95))],
        };
        return new("export share", network.Build(), [(InfeasibilityCauseKind.RuleMissed, "export"), (InfeasibilityCauseKind.LeastOutput, "wind")],
            null, ("export", "limit", best));
    }

    /// <summary>Coal covers what wind cannot; its CO2 is known by hand because wind never reaches the load.</summary>
    static InfeasibleCase Co2Cap(CaseDraw draw)
    {
        var (load, wind, factor) = (draw.Load(), draw.Availability(), draw.Between(0.7, 1));
        var tonnes = 8760.0 / draw.Hours * factor * Enumerable.Range(0, draw.Hours).Sum(t => load[t] - 15 * wind[t]);
        var network = draw.Tiny() with
        {
            Generators =
            [
                new("coal", 0) { ExistingMw = 200, Co2TPerMwh = factor, MarginalCost = 300 },
                new("wind", 0) { MaxMw = 15, AvailabilityPu = wind, Renewable = true },
            ],
            Loads = [new("load", 0, load)],
            Rules = [Rule("cap", AnnualRuleKind.Co2Max, tonnes * draw.Between(0.4, 0.95))],
        };
        return new("CO2 cap", network.Build(), [(InfeasibilityCauseKind.RuleMissed, "cap"), (InfeasibilityCauseKind.LimitReached, "wind")],
            null, ("cap", "limit", tonnes));
    }

    /// <summary>Heat-led output that must run and a connection too small to sell it.</summary>
    static InfeasibleCase ExportConnection(CaseDraw draw)
    {
        var (load, power) = (draw.Load(), 160.0);
        var most = draw.Part * (power - load.Max());
        var network = draw.Tiny() with
        {
            Buses = ["park"],
            Generators = [new("cogeneration", 0) { ExistingMw = power, MinimumPu = 1 }],
            Trades = [new("sale", 0, false) { MaxMw = most, Price = [100] }],
            Loads = [new("load", 0, load)],
        };
        return new("export connection", WithElsewhere(network).Build(),
            [(InfeasibilityCauseKind.Surplus, "park"), (InfeasibilityCauseKind.LimitReached, "sale"), (InfeasibilityCauseKind.LeastOutput, "cogeneration")],
            [.. Enumerable.Range(0, draw.Hours)], ("sale", "power_max_mw", power - load.Min()));
    }

    /// <summary>Existing wind above the load, nothing may be curtailed, nothing exported.</summary>
    static InfeasibleCase ContradictoryRules(CaseDraw draw)
    {
        var (load, power) = (draw.Load(), 150.0);
        var network = draw.Tiny() with
        {
            Generators = [new("wind", 0) { ExistingMw = power, Renewable = true }],
            Trades = [new("sale", 0, false) { MaxMw = 300, Price = [100] }],
            Loads = [new("load", 0, load)],
            Rules =
            [
                Rule("no curtailment", AnnualRuleKind.CurtailmentShareMax, 0.02),
                Rule("no export", AnnualRuleKind.ExportEnergyMax, 0.02 * 8760 * power),
            ],
        };
        var over = 8760.0 / draw.Hours * (power * draw.Hours - load.Sum());
        return new("two rules", network.Build(), [], null, ("no export", "limit", over - 0.02 * 8760 * power));
    }

    static InfeasibleCase ImportShare(CaseDraw draw)
    {
        var (load, wind, most) = (draw.Load(), draw.Availability(), 12.0);
        var best = 1 - most * wind.Sum() / load.Sum();
        var network = draw.Tiny() with
        {
            Generators = [new("wind", 0) { ExistingMw = 2, MaxMw = most, AvailabilityPu = wind, Renewable = true }],
            Trades = [new("grid", 0, true) { MaxMw = 300, Price = [300], DemandCharge = 10, DemandPeriods = 12 }],
            Loads = [new("load", 0, load)],
            Rules = [Rule("import", AnnualRuleKind.ImportShareMax, best * draw.Between(0.5, 0.95))],
        };
        return new("import share", network.Build(), [(InfeasibilityCauseKind.RuleMissed, "import"), (InfeasibilityCauseKind.LimitReached, "wind")],
            null, ("import", "limit", best));
    }

    /// <summary>Two towns apart, each short for a reason of its own: no change suffices alone.</summary>
    static InfeasibleCase TwoTowns(CaseDraw draw)
    {
        var (load, other) = (draw.Load(), draw.Load());
        var network = draw.Tiny() with
        {
            Buses = ["town", "village"],
            Generators = [new("gas", 1) { MaxMw = draw.Between(0.7, 0.97) * other.Max() }],
            Trades = [new("grid", 0, true) { MaxMw = draw.Between(0.7, 0.97) * load.Max(), Price = [300] }],
            Loads = [new("load", 0, load), new("other load", 1, other)],
        };
        return new("two towns", WithElsewhere(network).Build(),
            [
                (InfeasibilityCauseKind.Shortage, "town"), (InfeasibilityCauseKind.LimitReached, "grid"),
                (InfeasibilityCauseKind.Shortage, "village"), (InfeasibilityCauseKind.LimitReached, "gas"),
            ],
            null, ("gas", "capacity_max_mw", other.Max()));
    }

    /// <summary>A place of its own beside the case, with more than enough of everything.</summary>
    static TinyNetwork WithElsewhere(TinyNetwork tiny)
    {
        var bus = tiny.Buses.Length;
        return tiny with
        {
            Buses = [.. tiny.Buses, "elsewhere"],
            Generators = [.. tiny.Generators, new("hydro", bus) { ExistingMw = 60, MaxMw = 70, MarginalCost = 10 }],
            Storages = [.. tiny.Storages, new("pond", bus) { DurationH = 4, MaxMw = 10, ChargeEfficiency = 0.9, DischargeEfficiency = 0.9 }],
            Loads = [.. tiny.Loads, new("mine", bus, [40])],
            Trades = [.. tiny.Trades, new("other grid", bus, true) { MaxMw = 30, Price = [400], DemandCharge = 100, DemandPeriods = 12 }],
            Clusters = [new("hall", bus) { ExistingItMw = 2, MaxItMw = 6, Pue = [1.3], IdlePu = 0.3 }],
            Workloads = [new("render", bus) { ArrivalGpuH = [2500], DeadlineH = 6, Penalty = 8 }],
            Pairs = [new ServicePair(0, 0, [], 0)],
            Rules = [Harmless()],
        };
    }

    static AnnualRule Rule(string name, AnnualRuleKind kind, double limit) => new() { Name = name, Kind = kind, Limit = limit };

    /// <summary>A rule that every plan obeys.</summary>
    static AnnualRule Harmless() => Rule("harmless", AnnualRuleKind.Co2Max, 1e9);
}
