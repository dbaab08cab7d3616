namespace Suandian.Distribution.Switching;

/// <summary>How the state of least loss is sought.</summary>
public sealed record ReconfigurationOptions
{
    /// <summary>Which branches may be switched; null (default) for all, those out of service being open switches. Shape [branches].</summary>
    public bool[]? CanSwitch { get; init; }

    /// <summary>Best states that are kept, ≥ 1; 5. By search only one is found.</summary>
    public int Kept { get; init; } = 5;

    /// <summary>All radial states are tried where there are at most this many times buses, ≥ 0; 1e8, some ten to thirty seconds.</summary>
    public double EnumerationLimit { get; init; } = 1e8;

    /// <summary>Longest time of the proof where not all states are tried, ≥ 0; a minute.</summary>
    public TimeSpan BoundTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Share of the loss that the bound may lie below it for the state to count as proved, &gt; 0; 1e-4.</summary>
    public double ProvedGap { get; init; } = 1e-4;

    /// <summary>Clock of the time limit; default the machine's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether a branch may be switched.</summary>
    internal bool MaySwitch(int branch) => CanSwitch is null || CanSwitch[branch];
}
