using Suandian.Distribution.Year;

namespace Suandian.Distribution.Reinforcement;

/// <summary>How measures are chosen.</summary>
public sealed record ReinforcementOptions
{
    /// <summary>Limits that are kept; null (default) for the narrower of standard and case.</summary>
    public FeederLimits? Limits { get; init; }

    /// <summary>Interest for annuities, pu/a, ≥ 0; 0.06.</summary>
    public double Rate { get; init; } = 0.06;

    /// <summary>Growth of all loads, pu/a; 0.</summary>
    public double Growth { get; init; }

    /// <summary>Years from now that are planned for, ≥ 0; 0 plans for the hours as they are.</summary>
    public int Years { get; init; }

    /// <summary>Up to so many sets are computed one by one in ascending cost, ≥ 0; 4096, that is twelve measures. Beyond, a bound is sought.</summary>
    public double EnumerationLimit { get; init; } = 4096;

    /// <summary>Longest time of the search for cheaper sets and their bound, ≥ 0; half a minute. A set that fits is sought first, whatever it takes.</summary>
    public TimeSpan SearchTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Clock of the time limit; default the machine's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Threads, ≥ 1; the numbers do not depend on it.</summary>
    public int Threads { get; init; } = 1;
}
