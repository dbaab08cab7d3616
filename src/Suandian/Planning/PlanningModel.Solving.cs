using System.Globalization;
using Suandian.Optimisation;
using Suandian.Texts;

namespace Suandian.Planning;

public sealed partial class PlanningModel
{
    /// <summary>Solves the problem and reads the plan, with its certificate.</summary>
    /// <param name="progress">Told of iterations, on a thread of the solver; null for none.</param>
    /// <param name="cancellation">When cancelled the call returns within about a second, with the best plan found where there is one.</param>
    /// <exception cref="ArgumentException">The solver options have problems.</exception>
    /// <exception cref="SuandianException">The solver is missing or broke down.</exception>
    public PlanningSolution Solve(IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default) =>
        ReadSolution(Run(progress, cancellation));

    /// <summary>Solves the problem; <see cref="ReadSolution"/> turns the result into a plan.</summary>
    /// <inheritdoc cref="Solve"/>
    public LinearSolution Run(IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default) =>
        Linear.HasIntegers ? ModuleSearch.Run(Linear, Options.Solver, progress, cancellation) : Solver.Solve(Linear, Options.Solver, progress, cancellation);

    /// <summary>The plan in a solution of <see cref="Linear"/>; the certificate is computed from the problem's arrays, with whole numbers held as they are.</summary>
    /// <remarks>A vertex is asked for a gap of 1e-12; where capacities have no end, round-off of a dual times a bound that had to be implied leaves more, so 1e-8.</remarks>
    public PlanningSolution ReadSolution(LinearSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var demand = new CertificateDemand { RelativeGap = solution.HasBasis && !Network.HasEndlessCapacities ? 1e-12 : 1e-8 };
        var certificate = solution.HasPoint ? Certificate.Of(ModuleSearch.Held(Linear, solution.Columns), solution, demand) : null;
        var status = StatusOf(solution, certificate);
        return new SolutionReader(this, solution).Read(status, Method(solution)) with
        {
            Certificate = certificate,
            Endless = status == PlanningStatus.Unbounded ? Planning.Endless.Names(Linear, Options.Solver) : [],
        };
    }

    /// <summary>Relative distance from the bound of a search over whole numbers; null where there was none.</summary>
    internal static double? IntegerGap(LinearSolution solution) =>
        solution.Bound is { } bound ? (solution.Objective - bound) / Math.Max(1, Math.Abs(solution.Objective)) : null;

    /// <summary>A dispatch may be proved optimal for a commitment that is not; then the gap of the search decides.</summary>
    PlanningStatus StatusOf(LinearSolution solution, Certificate? certificate) => solution.Status switch
    {
        SolverStatus.Optimal => PlanningStatus.Optimal,
        SolverStatus.Infeasible or SolverStatus.InfeasibleOrUnbounded => PlanningStatus.Infeasible,
        SolverStatus.Unbounded => PlanningStatus.Unbounded,
        SolverStatus.Failed => PlanningStatus.Failed,
        _ when certificate is { IsOptimal: true } && !(IntegerGap(solution) > Options.Solver.IntegerGap) => PlanningStatus.Optimal,
        _ when solution.HasPoint => PlanningStatus.Incumbent,
        SolverStatus.Inaccurate or SolverStatus.IterationLimit => PlanningStatus.Failed,
        _ => PlanningStatus.Stopped,
    };

    Text Method(LinearSolution solution) => Options.Solver switch
    {
        _ when solution.Bound is { } bound => Phrases.Of("method.branch",
            ("gap", ((solution.Objective - bound) / Math.Max(1, Math.Abs(solution.Objective))).ToString("0.0e+0", CultureInfo.InvariantCulture))),
        { Method: SolverMethod.Hourly } when solution.Remark is { } why => Phrases.Of("method.refused", ("why", why)),
        { Method: SolverMethod.Hourly } => Phrases.Of(solution.HasBasis ? "method.hourly_vertex" : "method.hourly"),
        { Method: SolverMethod.InteriorPoint, Crossover: Switch.Off } => Phrases.Of("method.interior"),
        { Method: SolverMethod.InteriorPoint } => Phrases.Of("method.interior_vertex"),
        { Method: SolverMethod.FirstOrder, Crossover: Switch.Off } => Phrases.Of("method.first_order"),
        { Method: SolverMethod.FirstOrder } => Phrases.Of("method.first_order_vertex"),
        { Method: SolverMethod.Simplex } => Phrases.Of("method.simplex"),
        _ => Phrases.Of("method.chosen"),
    };
}
