namespace Suandian.PowerFlow;

/// <summary>Where the iterations begin.</summary>
public enum FlowStart
{
    /// <summary>At the voltages of the grid, with the set voltages of generators.</summary>
    AsGiven,

    /// <summary>At 1 pu and the angle of the slack turned by the phase shifts on the way, with the set voltages of generators.</summary>
    Flat,
}

/// <summary>What is tried before a grid counts as without solution.</summary>
public enum FlowEffort
{
    /// <summary>Newton steps only.</summary>
    Newton,

    /// <summary>Where Newton fails: shortened steps, another start, then all powers raised from zero as far as they go.</summary>
    Robust,
}

/// <summary>How an AC power flow is computed.</summary>
public sealed record FlowOptions
{
    /// <summary>Largest mismatch of a power, pu; 1e-8.</summary>
    public double TolerancePu { get; init; } = 1e-8;

    /// <summary>Most Newton steps of one attempt, ≥ 1; 20.</summary>
    public int IterationLimit { get; init; } = 20;

    /// <summary>Where the iterations begin.</summary>
    public FlowStart Start { get; init; }

    /// <summary>What is tried where Newton fails.</summary>
    public FlowEffort Effort { get; init; } = FlowEffort.Robust;

    /// <summary>
    /// True: a bus whose generators would leave their reactive limits becomes a PQ bus at the limit, and a PV bus again where its voltage
    /// comes back. The slack keeps its voltage.
    /// </summary>
    public bool EnforceReactiveLimits { get; init; }

    /// <summary>
    /// True: what is missing is shared by the generators of the island by their participation factors; where the file has none, by their
    /// largest power. False: the slack makes up for it alone.
    /// </summary>
    public bool DistributedSlack { get; init; }

    /// <summary>How loads depend on voltage; null where they do not.</summary>
    public LoadShares? Loads { get; init; }
}

/// <summary>ZIP loads: P(V) = P (1 − current − impedance + current · |V| + impedance · |V|²), V in pu; reactive power alike.</summary>
/// <param name="CurrentPu">Share of constant current of each bus, shape [buses].</param>
/// <param name="ImpedancePu">Share of constant impedance of each bus, shape [buses].</param>
public sealed record LoadShares(double[] CurrentPu, double[] ImpedancePu)
{
    /// <summary>The same shares at every bus.</summary>
    public static LoadShares Everywhere(int buses, double currentPu, double impedancePu) =>
        new([.. Enumerable.Repeat(currentPu, buses)], [.. Enumerable.Repeat(impedancePu, buses)]);
}
