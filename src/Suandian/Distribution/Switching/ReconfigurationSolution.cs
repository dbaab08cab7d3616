namespace Suandian.Distribution.Switching;

/// <summary>A radial state of the switches.</summary>
public sealed record SwitchState
{
    /// <summary>Branches that are open, ascending; those included that may not be switched and are out of service.</summary>
    public required int[] Open { get; init; }

    /// <summary>Sum of branch losses, MW; +∞ where no voltages carry the powers.</summary>
    public required double LossMw { get; init; }

    /// <summary>Lowest voltage, pu.</summary>
    public required double LowestPu { get; init; }

    /// <summary>Index of its bus.</summary>
    public required int LowestBus { get; init; }

    /// <summary>Sum of all that voltages (pu) and loadings (share of the rating) exceed their limits by; 0 within limits.</summary>
    public required double Excess { get; init; }

    /// <summary>True where voltages and loadings are within limits.</summary>
    public bool IsWithinLimits => Excess == 0;
}

/// <summary>How the states were searched.</summary>
public enum ReconfigurationMethod
{
    /// <summary>Every radial state was looked at.</summary>
    Enumeration,

    /// <summary>Exchange of branches, and a bound by mixed-integer programmes.</summary>
    Search,
}

/// <summary>The radial states of least loss.</summary>
public sealed record ReconfigurationSolution
{
    /// <summary>How it was found.</summary>
    public required ReconfigurationMethod Method { get; init; }

    /// <summary>Number of radial states; exact up to 2⁵³, +∞ beyond 10³⁰⁸.</summary>
    public required double States { get; init; }

    /// <summary>States whose flow was computed; those that a bound of their loss ruled out beforehand are not among them.</summary>
    public required long Computed { get; init; }

    /// <summary>Of those, states within limits.</summary>
    public required long WithinLimits { get; init; }

    /// <summary>The grid as given; null where it is not radial.</summary>
    public required SwitchState? Given { get; init; }

    /// <summary>The best states, the best first, all within limits; where none was found, the one state with the least excess.</summary>
    public required SwitchState[] Best { get; init; }

    /// <summary>Where no state within limits was found, the one that loses least whatever the limits are; else null. Proved where all states are looked at.</summary>
    public SwitchState? LeastLoss { get; init; }

    /// <summary>No radial state within limits loses less, MW; by enumeration the loss itself, +∞ where none is within limits.</summary>
    public required double LossAtLeastMw { get; init; }

    /// <summary>True where the first state is proved to be the best within the gap asked for; or, with none within limits, that none is.</summary>
    public required bool IsProved { get; init; }

    /// <summary>True where a state within limits was found.</summary>
    public bool HasState => Best is [{ IsWithinLimits: true }, ..];

    /// <summary>How far the loss lies above the bound, as a share of it.</summary>
    public double Gap => HasState ? (Best[0].LossMw - LossAtLeastMw) / Math.Max(1e-12, Best[0].LossMw) : double.NaN;
}

/// <summary>Why a grid has no radial states to choose from.</summary>
public enum ReconfigurationFaultKind
{
    /// <summary>A bus holds its voltage (PV), which a change of switches would not keep.</summary>
    HeldVoltage,

    /// <summary>The branch closes a loop of branches that may not be opened.</summary>
    FixedLoop,

    /// <summary>The branch joins two slacks and may not be opened.</summary>
    BetweenSlacks,

    /// <summary>The limits of voltage are not 0 &lt; lowest ≤ highest.</summary>
    VoltageLimits,
}

/// <summary>One reason.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Index">Bus or branch it is about.</param>
public sealed record ReconfigurationFault(ReconfigurationFaultKind Kind, int Index);
