namespace Suandian.Optimisation.Hourly;

/// <content>The iteration.</content>
sealed unsafe partial class InteriorPoint
{
    const int Patience = 40; // iterations without progress
    const double LateResidual = 1e-5;
    const double StepShare = 0.995; // of the longest step that is taken
    const double LeastRho = 1e-9;
    const double MostRho = 1e-6;
    const long SolveWork = 200; // multiplications of a solve, per column and step

    readonly bool _isFactorDear;
    double _tolerance;
    (double Rows, double Columns) _before; // residuals of the iteration before

    /// <summary>What has been reached.</summary>
    internal InteriorState State { get; private set; } = new();

    /// <summary>Iterates until the tolerances hold, no more progress is made, or it is told to stop.</summary>
    /// <param name="tolerance">Relative gap and infeasibility to reach.</param>
    /// <param name="watch">Told of each iteration, and asked whether to go on.</param>
    internal InteriorEnd Run(double tolerance, InteriorWatch watch)
    {
        _tolerance = tolerance;
        var (best, since) = (double.PositiveInfinity, 0);
        for (var iteration = State.Iteration; ; iteration++)
        {
            if (watch.MustStop())
            {
                return InteriorEnd.Stopped;
            }

            ShiftProximal();
            Linearise();
            var parts = LineariseShared();
            State = Measure(iteration);
            watch.Report(State);
            if (State.IsWithin(tolerance, _options.RowTolerance))
            {
                return InteriorEnd.Optimal;
            }

            var merit = State.Merit;
            if (!double.IsFinite(merit))
            {
                return InteriorEnd.Failed;
            }

            (best, since) = merit < 0.9 * best ? (merit, 0) : (best, since + 1);
            if (since > Patience || iteration >= _options.MostIterations)
            {
                return InteriorEnd.Stalled;
            }

            _border.Factor(g => (nint)_factor.Products(g), parts);
            Step(State.Mu);
        }
    }

    /// <summary>Moves weight between the two proximal terms, their product kept, when full steps no longer lessen a residual.</summary>
    /// <remarks>
    /// What rows leave moves their duals by residual / δ in a step, what columns leave moves them by residual / ρ; where either has
    /// far to go its term is in the way.
    /// </remarks>
    void ShiftProximal()
    {
        var isLate = State.Step is { Primal: > 0.9, Dual: > 0.9 } && State.PrimalInfeasibility < LateResidual;
        var (rows, columns) = (State.RowResidual > 0.5 * _before.Rows, State.DualInfeasibility > 0.5 * _before.Columns);
        _before = (State.RowResidual, State.DualInfeasibility);
        var shift = !isLate ? 1 : rows && State.Violation > _options.RowTolerance ? 10 : columns && State.Merit > _tolerance ? 0.1 : 1;
        var rho = Math.Clamp(_rho * shift, LeastRho, MostRho);
        _factor.Delta *= _rho / rho;
        _rho = rho;
    }

    /// <summary>One step: predictor, corrector, and a centrality corrector where factors cost more than the solve it takes.</summary>
    void Step(double mu)
    {
        (_overrunPrimal, _overrunDual) = (OverrunPrimal * Math.Sqrt(mu), OverrunDual * Math.Sqrt(mu));
        SolveAffine();
        var step = Steps();
        var sigma = Math.Clamp(Math.Pow(MuAt(step) / mu, 3), 1e-6, 1);
        var floor = 0.1 * _tolerance * (1 + Math.Abs(State.Primal)) / _pairs;
        var isAtFloor = sigma * mu < floor;
        var target = isAtFloor ? floor : sigma * mu;
        var eta = isAtFloor ? 1 : 1 - sigma;
        SetWeights(Math.Max(0.1, step.Primal * step.Dual), isFirst: true);
        SolveToward(new Aim(Goal.Corrector, target, eta));
        step = Blend(BestWeights());
        if (_isFactorDear && Math.Min(step.Primal, step.Dual) < 0.95)
        {
            SetWeights(0.1, isFirst: false);
            SolveToward(new Aim(Goal.Centrality, target, eta, Math.Min(1, 1.08 * step.Primal + 0.3), Math.Min(1, 1.08 * step.Dual + 0.3)));
            step = Blend(BestWeights());
        }

        Move((Math.Min(1, StepShare / _ratio.Primal), Math.Min(1, StepShare / _ratio.Dual)));
        State = State with { Step = step };
    }

    InteriorState Measure(int iteration)
    {
        double primal = _sums.Sum(s => s.Primal), dual = _sums.Sum(s => s.Dual), products = _sums.Sum(s => s.Products);
        double size = Math.Max(_sums.Max(s => s.RowSize), _sums.Max(s => s.PairSize)), dualSize = _sums.Max(s => s.DualSize);
        for (var k = 0; k < _shared; k++)
        {
            primal += _problem.SharedCost[k] * _s.Z[k];
            dual += _s.HasLower[k] ? _problem.SharedLower[k] * _s.MultiplierLower[k] : 0;
            dual -= _s.HasUpper[k] ? _problem.SharedUpper[k] * _s.MultiplierUpper[k] : 0;
            products += _s.HasLower[k] ? _s.SlackLower[k] * _s.MultiplierLower[k] : 0;
            products += _s.HasUpper[k] ? _s.SlackUpper[k] * _s.MultiplierUpper[k] : 0;
            size = Math.Max(size, Math.Max(Math.Abs(_s.ResidualLower[k]), Math.Abs(_s.ResidualUpper[k])));
            dualSize = Math.Max(dualSize, Math.Abs(_s.Residual[k]) / Math.Max(1, Math.Abs(_problem.SharedCost[k])));
        }

        var year = 0.0;
        for (var g = 0; g < _years; g++)
        {
            dual += _problem.YearLimit[g] * _s.Y[g];
            products += _problem.YearIsEquation[g] ? 0 : _s.YearSlack[g] * _s.Y[g];
            size = Math.Max(size, Math.Abs(_s.YearResidual[g]));
            year = Math.Max(year, Math.Abs(_s.YearResidual[g]) * _yearUnit[g]);
        }

        return new InteriorState
        {
            Iteration = iteration,
            Primal = primal,
            Dual = dual,
            Mu = products / _pairs,
            PrimalInfeasibility = size / _rightSize,
            RowResidual = _sums.Max(s => s.RowSize),
            DualInfeasibility = dualSize / 2,
            Violation = Math.Max(year, Math.Max(_sums.Max(s => s.RowViolation), _sums.Max(s => s.BoundViolation))),
            Step = State.Step,
        };
    }
}

/// <summary>Who follows an iteration.</summary>
/// <param name="Report">Told of each state.</param>
/// <param name="MustStop">Asked before each iteration.</param>
sealed record InteriorWatch(Action<InteriorState> Report, Func<bool> MustStop);

/// <summary>How an iteration ended.</summary>
enum InteriorEnd
{
    Optimal,
    Stalled,
    Failed,
    Stopped,
}

/// <summary>Where an iteration stands, in scaled units but for <see cref="Violation"/>.</summary>
readonly record struct InteriorState()
{
    internal int Iteration { get; init; }

    internal double Primal { get; init; }

    internal double Dual { get; init; }

    internal double Mu { get; init; }

    internal double PrimalInfeasibility { get; init; } = double.PositiveInfinity;

    internal double DualInfeasibility { get; init; }

    /// <summary>Largest residual of an hourly row.</summary>
    internal double RowResidual { get; init; }

    /// <summary>Largest violation of a row or side in its own unit.</summary>
    internal double Violation { get; init; }

    internal (double Primal, double Dual) Step { get; init; }

    internal double Gap => (Primal - Dual) / (1 + Math.Abs(Primal));

    internal double Merit => Math.Max(Math.Max(PrimalInfeasibility, DualInfeasibility), Math.Abs(Gap));

    internal bool IsWithin(double tolerance, double rowTolerance) => Merit < tolerance && Violation < rowTolerance;
}
