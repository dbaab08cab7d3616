namespace Suandian.Distribution.Outages;

/// <summary>How outages are computed.</summary>
public sealed record OutageOptions
{
    /// <summary>Hours that are computed, ≥ 1; 100. Half of them have the largest load, half the largest injection of buses that generate more than they take.</summary>
    public int MostHours { get; init; } = 100;

    /// <summary>Most switch actions of a restoration beyond the first two, 2 … 4; 4.</summary>
    public int MostActions { get; init; } = 4;

    /// <summary>Switchings of one outage that are computed before the search is given up without proof, ≥ 1; null for 200 000 over the buses, at least 400.</summary>
    public int? MostTrials { get; init; }

    /// <summary>Branches out of service that may be closed; null for all of the grid. Shape [ties].</summary>
    public int[]? Ties { get; init; }

    /// <summary>Threads, ≥ 1; the numbers do not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
