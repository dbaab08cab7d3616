namespace Suandian.Network;

/// <summary>The scenarios of snapshots that hold several: each a run of snapshots with its probability.</summary>
/// <remarks>The weights of a scenario's snapshots add up to 8760 h/a times its probability, so that sums over all snapshots are expectations.</remarks>
public sealed record ScenarioBlocks
{
    /// <summary>Number of scenarios.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Probabilities, &gt; 0; the sum is 1.</summary>
    public required double[] ProbabilityPu { get; init; }

    /// <summary>First snapshot of each scenario, ascending.</summary>
    public required int[] Start { get; init; }

    /// <summary>Scenario of a snapshot.</summary>
    public int At(int snapshot)
    {
        var found = Array.BinarySearch(Start, snapshot);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Snapshots of a scenario.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="snapshots">Number of all snapshots.</param>
    public Range Of(int scenario, int snapshots) => Start[scenario]..(scenario + 1 < Count ? Start[scenario + 1] : snapshots);
}
