namespace Suandian.Optimisation;

/// <summary>What the solver has reached so far; NaN where it does not say.</summary>
/// <param name="Seconds">Seconds since the solve began.</param>
/// <param name="Iterations">Iterations of the method at work.</param>
/// <param name="Objective">Objective of the present point.</param>
/// <param name="DualObjective">Dual objective or bound.</param>
/// <param name="RelativeGap">|objective − dual objective| / |objective|.</param>
public readonly record struct SolverProgress(
    double Seconds, long Iterations, double Objective, double DualObjective, double RelativeGap);
