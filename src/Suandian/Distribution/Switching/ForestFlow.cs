namespace Suandian.Distribution.Switching;

/// <summary>Flow of an arc, pu.</summary>
readonly record struct ArcFlow(int Arc, double Active, double Reactive, double CurrentSquare, double VoltageSquare);

/// <summary>What a radial state gives.</summary>
/// <param name="LossMw">Sum of branch losses, MW; +∞ where no voltages carry the powers.</param>
/// <param name="LowestPu">Lowest voltage, pu.</param>
/// <param name="LowestBus">Index of its bus.</param>
/// <param name="Excess">Sum of all that voltages (pu) and loadings (share of the rating) exceed their limits by; 0 within limits.</param>
readonly record struct ForestFlow(double LossMw, double LowestPu, int LowestBus, double Excess)
{
    /// <summary>No voltages were found.</summary>
    internal static ForestFlow None => new(double.PositiveInfinity, double.NaN, -1, double.PositiveInfinity);

    /// <summary>True where this state is the better one: first within limits, then by loss.</summary>
    internal bool IsBetterThan(ForestFlow other) => Excess == other.Excess ? LossMw < other.LossMw : Excess < other.Excess;
}
