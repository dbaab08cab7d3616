using Suandian.Texts;

namespace Suandian.Optimisation.Hourly;

/// <summary>Solves models that repeat by the hour; says why where it does not.</summary>
sealed class HourlySolver
{
    /// <summary>Numbers from which the work is worth two groups of segments, and so two threads.</summary>
    const long ManyNumbers = 60_000;

    /// <summary>Proximal term of the last try: a stalled problem is begun again with larger ones.</summary>
    const double MostRho = 1e-6;

    /// <summary>Tolerance below which the round-off of the iteration allows no more.</summary>
    const double LeastTolerance = 1e-11;

    /// <summary>Largest row violation aimed at, as a share of what is allowed: clipping a point to its bounds moves its rows.</summary>
    const double RowShare = 0.4;

    /// <summary>A proof of infeasibility is tried from this iteration on, every so many, where the dual objective is so many times the primal one.</summary>
    const int FirstProof = 10;
    const int ProofEvery = 5;
    const double ProofRatio = 10;

    /// <summary>Duals of an infeasible problem grow along a ray: how often the last growth is added to them for the proof.</summary>
    static readonly double[] Growths = [0, 1e2, 1e4];

    readonly LinearModel _model;
    readonly SolverOptions _options;
    readonly HourlyShape _shape;
    readonly InteriorPoint _point;
    readonly Farkas _farkas;
    readonly CertificateDemand _demand;
    readonly InteriorWatch _watch;
    HourlyPoint? _proof; // duals that prove the model infeasible, once found
    double[]? _before; // duals of the last try of a proof
    double _rho = InteriorOptions.FirstRho;

    HourlySolver(LinearModel model, SolverOptions options, HourlyProblem problem, InteriorWatch watch)
    {
        (_model, _options, _shape, _farkas) = (model, options, problem.Shape, new Farkas(model, options.CostLimit - model.CostConstant));
        _demand = new CertificateDemand { RelativeGap = options.OptimalityTolerance };
        _demand = _demand with { Violation = options.PrimalTolerance ?? _demand.Violation };
        _watch = watch with { MustStop = () => watch.MustStop() || IsProved() };
        _point = new InteriorPoint(problem, new InteriorOptions
        {
            RowTolerance = RowShare * _demand.Violation,
            Threads = options.Threads,
        });
    }

    /// <summary>Solves a model.</summary>
    /// <returns>A solution, or the reason why another method has to take over.</returns>
    internal static (LinearSolution? Solution, Text? Refusal) Solve(
        LinearModel model, SolverOptions options, IProgress<SolverProgress>? progress, CancellationToken cancellation)
    {
        var begin = options.Clock.GetTimestamp();
        if (model.Contradictions() is [var first, ..])
        {
            return (null, Phrases.Of("hourly.contradiction", ("row", first)));
        }

        var (shape, misfit) = HourlyReader.Read(model);
        if (shape is null)
        {
            return (null, misfit!.Reason);
        }

        using var problem = HourlyProblem.Of(shape, Groups(shape));
        var (unit, constant) = (problem.Scale.Cost * problem.Scale.Power, model.CostConstant + HeldCost(model, shape));
        bool IsOutOfTime() => options.TimeLimit is { } limit && options.Clock.GetElapsedTime(begin) > limit;
        var solver = new HourlySolver(model, options, problem, new InteriorWatch(
            state => progress?.Report(new SolverProgress(
                options.Clock.GetElapsedTime(begin).TotalSeconds, state.Iteration, state.Primal * unit + constant, state.Dual * unit + constant, Math.Abs(state.Gap))),
            () => cancellation.IsCancellationRequested || IsOutOfTime()));
        var (status, found) = solver.Run();
        if (status is null)
        {
            return (null, Phrases.Of("hourly.stalled", ("iterations", solver._point.State.Iteration)));
        }

        var ended = status == SolverStatus.TimeLimit && cancellation.IsCancellationRequested ? SolverStatus.Cancelled : status.Value;
        return (Solution(model, found, (ended, solver._point.State.Iteration, options.Clock.GetElapsedTime(begin))), null);
    }

    /// <summary>Iterates until the certificate holds, infeasibility is proved or the time is up; null where neither comes of it.</summary>
    (SolverStatus? Status, HourlyPoint Found) Run()
    {
        while (true)
        {
            var (end, found) = RunToCertificate();
            var mayProve = end == InteriorEnd.Stalled || (end == InteriorEnd.Optimal && _options.CostLimit is not null);
            if (_proof is not null || (mayProve && Proves(found)))
            {
                return (SolverStatus.Infeasible, _proof ?? found);
            }

            if (end != InteriorEnd.Stalled)
            {
                return (end == InteriorEnd.Optimal ? SolverStatus.Optimal : SolverStatus.TimeLimit, found);
            }

            if (_rho > MostRho / 2)
            {
                return (null, found);
            }

            (_rho, _before) = (_rho * 10, null);
            _point.Restart(_rho);
        }
    }

    /// <summary>Iterates until the certificate holds: what is left of the dual equations counts there by the size of the bounds. A stalled point may still hold.</summary>
    (InteriorEnd End, HourlyPoint Found) RunToCertificate()
    {
        for (var tolerance = _options.OptimalityTolerance; ; tolerance /= 10)
        {
            var end = _point.Run(tolerance, _watch);
            var found = Read();
            if (end == InteriorEnd.Stopped)
            {
                return (end, found);
            }

            if (Certificate.Of(_model, found.Columns, found.RowDuals, _demand).IsOptimal)
            {
                return (InteriorEnd.Optimal, found);
            }

            if (end != InteriorEnd.Optimal || tolerance < LeastTolerance)
            {
                return (InteriorEnd.Stalled, found);
            }
        }
    }

    /// <summary>The present point, with the duals of rows that the iteration does not know.</summary>
    HourlyPoint Read()
    {
        var found = _point.Read(_model);
        HeldPairs.SetDuals(_shape, _model, found.RowDuals);
        _shape.Forced.SetDuals(found.RowDuals);
        return found;
    }

    /// <summary>True when the iteration has come to duals that prove the model infeasible: their objective then leaves the primal one far behind.</summary>
    bool IsProved()
    {
        var state = _point.State;
        if (state.Iteration < FirstProof || state.Iteration % ProofEvery != 0 || state.Dual < ProofRatio * (1 + Math.Abs(state.Primal)))
        {
            return false;
        }

        var found = Read();
        _proof = Proves(found) ? found : null;
        return _proof is not null;
    }

    /// <summary>True when the duals, or what they grow to, prove the model infeasible; the point then has them.</summary>
    bool Proves(HourlyPoint found)
    {
        var y = (double[])found.RowDuals.Clone();
        foreach (var growth in _before is null ? Growths[..1] : Growths)
        {
            for (var i = 0; i < y.Length && growth > 0; i++)
            {
                found.RowDuals[i] = y[i] + growth * (y[i] - _before![i]);
            }

            SetForced(found.RowDuals);
            if (_farkas.Proves(found.RowDuals))
            {
                return true;
            }
        }

        _before = y;
        return false;
    }

    void SetForced(double[] y)
    {
        if (_options.CostLimit is null)
        {
            _shape.Forced.SetProof(y);
        }
        else
        {
            _shape.Forced.SetDuals(y);
        }
    }

    static int Groups(HourlyShape shape) => (long)shape.Snapshots * shape.Columns.Count > ManyNumbers ? 2 : 1;

    /// <summary>Cost of the annual columns that cannot move, which the iteration does not see.</summary>
    static double HeldCost(LinearModel model, HourlyShape shape)
    {
        var cost = 0.0;
        foreach (var block in model.VariableBlocks.Select(v => v.Block).Where(b => b.Members.IsAnnual))
        {
            for (var j = block.First; j < block.First + block.Length; j++)
            {
                var (lower, upper) = shape.Forced.Bounds(j);
                cost += lower == upper ? model.ColumnCost[j] * lower : 0;
            }
        }

        return cost;
    }

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
