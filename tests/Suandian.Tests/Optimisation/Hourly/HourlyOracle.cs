namespace Suandian.Optimisation.Hourly;

/// <summary>Holds the hourly method against HiGHS and against its certificate.</summary>
static class HourlyOracle
{
    internal static readonly SolverOptions Hourly = new() { Method = SolverMethod.Hourly, Crossover = Switch.Off };

    /// <summary>Relative difference of objectives allowed: ten times the gap of 1e-8 that the certificate allows the hourly method.</summary>
    const double Relative = 1e-7;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static LinearSolution Solve(LinearModel model) => Solver.Solve(model, Hourly, null, Token);

    /// <summary>What is wrong with the hourly solution of a model that has an optimum; null where nothing is.</summary>
    internal static string? Fault(LinearModel model)
    {
        var (hourly, highs) = (Solve(model), Solver.Solve(model, new SolverOptions(), null, Token));
        if (hourly.Remark is { } remark)
        {
            return $"{highs.Status} handed over: {remark.En}";
        }

        if (hourly.Status != SolverStatus.Optimal || highs.Status != SolverStatus.Optimal)
        {
            return $"{hourly.Status} instead of {highs.Status}";
        }

        var certificate = Certificate.Of(model, hourly, new CertificateDemand { RelativeGap = 1e-8 });
        return !certificate.IsOptimal ? $"not certified: {certificate}"
            : Math.Abs(hourly.Objective - highs.Objective) > Relative * Math.Max(1, Math.Abs(highs.Objective)) ? $"{hourly.Objective} instead of {highs.Objective}"
            : null;
    }

    /// <summary>Asserts that a model is solved by the hourly method itself, certified, and to the cost that HiGHS finds.</summary>
    internal static void AssertEqual(LinearModel model) => Assert.Null(Fault(model));
}
