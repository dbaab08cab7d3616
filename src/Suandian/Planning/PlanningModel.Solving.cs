using Suandian.Optimisation;

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
    /// <remarks>
    /// Where units are committed, a search over whole numbers comes first; then they are held at what it found and the linear problem
    /// that is left is solved, for prices and a certificate of the dispatch. How far the commitment may be from the best stands in the gap.
    /// </remarks>
    public LinearSolution Run(IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        var isWhole = Linear.HasIntegers;
        var solution = Solver.Solve(Linear, Options.Solver, progress, cancellation);
        if (!isWhole || !solution.HasPoint)
        {
            return solution;
        }

        Linear.HoldIntegers(solution.Columns);
        var held = Solver.Solve(Linear, Options.Solver, progress, cancellation);
        return (held.HasPoint ? held : solution) with
        {
            Status = solution.Status == SolverStatus.Optimal ? held.Status : solution.Status,
            IntegerGap = solution.IntegerGap,
        };
    }

    /// <summary>The plan in a solution of <see cref="Linear"/>; the certificate is computed from the problem's arrays.</summary>
    /// <remarks>A vertex is asked for a gap of 1e-12; where capacities have no end, round-off of a dual times a bound that had to be implied leaves more, so 1e-8.</remarks>
    public PlanningSolution ReadSolution(LinearSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var demand = new CertificateDemand { RelativeGap = solution.HasBasis && !Network.HasEndlessCapacities ? 1e-12 : 1e-8 };
        var certificate = solution.HasPoint ? Certificate.Of(Linear, solution, demand) : null;
        return new SolutionReader(this, solution).Read(StatusOf(solution, certificate), Method()) with { Certificate = certificate };
    }

    /// <summary>A dispatch may be proved optimal for a commitment that is not; then the gap of the search decides.</summary>
    PlanningStatus StatusOf(LinearSolution solution, Certificate? certificate) => solution.Status switch
    {
        SolverStatus.Optimal => PlanningStatus.Optimal,
        SolverStatus.Infeasible or SolverStatus.InfeasibleOrUnbounded => PlanningStatus.Infeasible,
        SolverStatus.Unbounded => PlanningStatus.Unbounded,
        SolverStatus.Failed => PlanningStatus.Failed,
        _ when certificate is { IsOptimal: true } && !(solution.IntegerGap > Options.Solver.IntegerGap) => PlanningStatus.Optimal,
        _ => solution.HasPoint ? PlanningStatus.Incumbent : PlanningStatus.Stopped,
    };

    string Method() => Options.Solver switch
    {
        { Method: SolverMethod.InteriorPoint, Crossover: Switch.Off } => "interior point without crossover",
        { Method: SolverMethod.InteriorPoint } => "interior point with crossover",
        { Method: SolverMethod.FirstOrder, Crossover: Switch.Off } => "first-order method without crossover",
        { Method: SolverMethod.FirstOrder } => "first-order method with crossover",
        { Method: SolverMethod.Simplex } => "simplex",
        _ => "chosen by the solver",
    };
}
