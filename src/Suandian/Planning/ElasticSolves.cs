using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>Solves elastic problems one after another within a time limit; small ones each from the vertex of the first.</summary>
/// <param name="plan">The elastic plan.</param>
/// <param name="options">Options of the plan that has no solution.</param>
/// <param name="how">Time limit, and what counts as small.</param>
/// <param name="cancellation">Stops the solver.</param>
sealed class ElasticSolves(ElasticPlan plan, PlanningOptions options, InfeasibilityOptions how, CancellationToken cancellation)
{
    /// <summary>Relative gap: sizes are told to four digits.</summary>
    internal const double Tolerance = 1e-8;

    /// <summary>A change is given up after this time, or so many times that of the diagnosis, so that a hard one leaves time for the others.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    const double PatienceRatio = 2;

    readonly long _begin = options.Solver.Clock.GetTimestamp();
    TimeSpan _patience = TimeSpan.MaxValue;
    Basis? _basis;
    bool _isIdle = true;

    /// <summary>True once a solve was refused, or cut short, for want of time.</summary>
    internal bool IsOutOfTime { get; private set; }

    internal ElasticSolution Diagnose()
    {
        var diagnosis = plan.Diagnose(_isIdle, Options(null), cancellation);
        if (!plan.HoldsWithWork(diagnosis))
        {
            _isIdle = false;
            diagnosis = plan.Diagnose(_isIdle, Options(null), cancellation);
        }

        var spent = PatienceRatio * options.Solver.Clock.GetElapsedTime(_begin);
        (_basis, _patience) = (diagnosis.Basis, spent > Patience ? spent : Patience);
        return diagnosis;
    }

    /// <summary>Least size of the open stretches; null where there is none or no time.</summary>
    /// <param name="open">Stretches that may be used.</param>
    /// <param name="most">Size above which a solution is of no interest; null where the stretches have limits of their own.</param>
    /// <param name="other">Another elastic plan to solve; null for the one that was diagnosed.</param>
    internal ElasticSolution? Solve(IReadOnlySet<int> open, double? most, ElasticPlan? other = null)
    {
        if (cancellation.IsCancellationRequested || Left() is { Ticks: <= 0 })
        {
            IsOutOfTime = true;
            return null;
        }

        var solution = (other ?? plan).Solve(open, _isIdle, Options(most), cancellation);
        IsOutOfTime |= solution.Source.Status == SolverStatus.TimeLimit;
        return solution.IsOptimal ? solution : null;
    }

    TimeSpan? Left() => how.TimeLimit - options.Solver.Clock.GetElapsedTime(_begin);

    SolverOptions Options(double? most)
    {
        var isLarge = plan.RowCount > how.VertexRows;
        return options.Solver with
        {
            Method = !isLarge ? SolverMethod.Choose : options.Solver.Method == SolverMethod.Choose ? SolverMethod.InteriorPoint : options.Solver.Method,
            Crossover = isLarge ? Switch.Off : Switch.On,
            TimeLimit = Left() is not { } left ? null : left.Ticks <= 0 ? TimeSpan.FromMilliseconds(1) : left < _patience ? left : _patience,
            OptimalityTolerance = Tolerance,
            CostLimit = most,
            Start = isLarge ? null : _basis,
        };
    }
}
