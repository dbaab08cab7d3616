using Suandian.Texts;

namespace Suandian.Optimisation.Hourly;

/// <summary>Solves models that repeat by the hour; says why where it does not.</summary>
static class HourlySolver
{
    /// <summary>Numbers from which the work is worth two groups of segments, and so two threads.</summary>
    const long ManyNumbers = 60_000;

    /// <summary>Proximal term of the last try: a stalled problem is begun again with larger ones.</summary>
    const double MostRho = 1e-6;

    /// <summary>Tolerance below which the round-off of the iteration allows no more.</summary>
    const double LeastTolerance = 1e-11;

    /// <summary>Largest row violation aimed at: what a certificate demands, less a margin.</summary>
    const double RowTolerance = 4e-7;

    /// <summary>Solves a model.</summary>
    /// <returns>A solution, or the reason why another method has to take over.</returns>
    internal static (LinearSolution? Solution, Text? Refusal) Solve(
        LinearModel model, SolverOptions options, IProgress<SolverProgress>? progress, CancellationToken cancellation)
    {
        var begin = options.Clock.GetTimestamp();
        if (model.Contradictions().Count > 0)
        {
            return (null, Phrases.Of("hourly.contradiction"));
        }

        var (shape, misfit) = HourlyReader.Read(model);
        if (shape is null)
        {
            return (null, misfit!.Reason);
        }

        using var problem = HourlyProblem.Of(shape, Groups(shape));
        var point = new InteriorPoint(problem, new InteriorOptions
        {
            RowTolerance = Math.Max(RowTolerance, options.PrimalTolerance),
            Threads = options.Threads,
        });
        var unit = problem.Scale.Cost * problem.Scale.Power;
        bool IsOutOfTime() => options.TimeLimit is { } limit && options.Clock.GetElapsedTime(begin) > limit;
        var watch = new InteriorWatch(
            state => progress?.Report(new SolverProgress(
                options.Clock.GetElapsedTime(begin).TotalSeconds, state.Iteration, state.Primal * unit + model.CostConstant, state.Dual * unit + model.CostConstant, Math.Abs(state.Gap))),
            () => cancellation.IsCancellationRequested || IsOutOfTime());
        var (end, found) = RunToCertificate(model, point, options, watch);
        for (var rho = InteriorOptions.FirstRho * 10; end == InteriorEnd.Stalled && rho <= MostRho && !Farkas.Proves(model, found.RowDuals); rho *= 10)
        {
            point.Restart(rho);
            (end, found) = RunToCertificate(model, point, options, watch);
        }

        if (end == InteriorEnd.Stalled)
        {
            return Farkas.Proves(model, found.RowDuals)
                ? (Solution(model, found, (SolverStatus.Infeasible, point.State.Iteration, options.Clock.GetElapsedTime(begin))), null)
                : (null, Phrases.Of("hourly.stalled", ("iterations", point.State.Iteration)));
        }

        var status = end == InteriorEnd.Optimal ? SolverStatus.Optimal
            : cancellation.IsCancellationRequested ? SolverStatus.Cancelled : SolverStatus.TimeLimit;
        return (Solution(model, found, (status, point.State.Iteration, options.Clock.GetElapsedTime(begin))), null);
    }

    /// <summary>Iterates until the certificate holds: what is left of the dual equations counts there by the size of the bounds. A stalled point may still hold.</summary>
    static (InteriorEnd End, HourlyPoint Found) RunToCertificate(LinearModel model, InteriorPoint point, SolverOptions options, InteriorWatch watch)
    {
        var demand = new CertificateDemand { RelativeGap = options.OptimalityTolerance };
        for (var tolerance = options.OptimalityTolerance; ; tolerance /= 10)
        {
            var end = point.Run(tolerance, watch);
            var found = point.Read(model);
            if (end == InteriorEnd.Stopped)
            {
                return (end, found);
            }

            if (Certificate.Of(model, found.Columns, found.RowDuals, demand).IsOptimal)
            {
                return (InteriorEnd.Optimal, found);
            }

            if (end != InteriorEnd.Optimal || tolerance < LeastTolerance)
            {
                return (InteriorEnd.Stalled, found);
            }
        }
    }

    static int Groups(HourlyShape shape) => (long)shape.Snapshots * shape.Columns.Count > ManyNumbers ? 2 : 1;

    static LinearSolution Solution(LinearModel model, HourlyPoint found, (SolverStatus Status, int Iterations, TimeSpan Time) end)
    {
        var (x, y) = (found.Columns, found.RowDuals);
        var (activity, reduced) = (new double[model.RowCount], model.ColumnCost.ToArray());
        for (var i = 0; i < activity.Length; i++)
        {
            for (var k = model.RowStart[i]; k < model.RowStart[i + 1]; k++)
            {
                activity[i] += model.EntryValue[k] * x[model.EntryColumn[k]];
                reduced[model.EntryColumn[k]] -= model.EntryValue[k] * y[i];
            }
        }

        var hasPoint = end.Status == SolverStatus.Optimal;
        return new LinearSolution
        {
            Status = end.Status,
            HasPoint = hasPoint,
            HasDuals = hasPoint,
            Columns = x,
            RowActivities = activity,
            RowDuals = y,
            ReducedCosts = reduced,
            Objective = hasPoint ? model.CostConstant + DenseCholesky.Dot(model.ColumnCost, x) : double.NaN,
            Iterations = end.Iterations,
            Seconds = end.Time.TotalSeconds,
            Basis = null,
            Solver = $"Suandian {typeof(HourlySolver).Assembly.GetName().Version?.ToString(3)} hourly",
        };
    }
}
