using System.Runtime.InteropServices;
using static Suandian.Optimisation.Highs.HighsNative;

namespace Suandian.Optimisation.Highs;

/// <summary>One solve: hand-over, options, the run on a thread of its own, and reading the result.</summary>
/// <remarks>
/// HiGHS looks for a wish to stop between iterations only, not while it simplifies or factorises; so the run has a
/// thread of its own, which is left to end by itself when it does not answer soon.
/// </remarks>
sealed unsafe class HighsRun
{
    const int ModelEmpty = 6;

    const int Running = 0;
    const int Finished = 1;
    const int Abandoned = 2;

    /// <summary>How long a cancelled run may take to answer and so to keep its incumbent.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.6);

    readonly HighsHandle _highs;
    readonly HighsWatch _watch;
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _state = Running;
    int _runStatus;

    HighsRun(HighsHandle highs, HighsWatch watch) => (_highs, _watch) = (highs, watch);

    /// <summary>Solves the model; returns within about a second after the token is cancelled.</summary>
    internal static LinearSolution Solve(
        LinearModel model, SolverOptions options, IProgress<SolverProgress>? progress, CancellationToken cancellation)
    {
        var begin = options.Clock.GetTimestamp();
        var run = new HighsRun(HighsHandle.Create(), new HighsWatch(options.Clock, progress));
        try
        {
            HighsSettings.Apply(run._highs, options);
            Pass(run._highs, model);
            Start(run._highs, options.Start);
            StartAt(run._highs, options.StartPoint);
        }
        catch
        {
            run._highs.Dispose();
            throw;
        }

        if (cancellation.IsCancellationRequested)
        {
            run._highs.Dispose();
            return Nothing(model, SolverStatus.Cancelled);
        }

        using var alarm = Alarm(options);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, alarm.Token);
        using var aside = model.HasIntegers ? new OutputAside() : null;
        var ended = run.Execute(limit.Token);
        var solution = ended ? run.Read(model, limit.Token) : Nothing(model, SolverStatus.Cancelled);
        var outOfTime = solution.Status == SolverStatus.Cancelled && !cancellation.IsCancellationRequested;
        return solution with
        {
            Status = outOfTime ? SolverStatus.TimeLimit : solution.Status,
            Seconds = options.Clock.GetElapsedTime(begin).TotalSeconds,
        };
    }

    /// <summary>Rings when the time is up: HiGHS 1.12 takes a limit that presolve has used up for none at all.</summary>
    static CancellationTokenSource Alarm(SolverOptions options) =>
        new(options.TimeLimit is { } time && time < TimeSpan.FromDays(1) ? time : Timeout.InfiniteTimeSpan, options.Clock);

    /// <summary>Hands the arrays over; HiGHS copies them.</summary>
    internal static void Pass(HighsHandle highs, LinearModel model)
    {
        fixed (double* cost = model.ColumnCost, columnLower = model.ColumnLower, columnUpper = model.ColumnUpper)
        fixed (double* rowLower = model.RowLower, rowUpper = model.RowUpper, value = model.EntryValue)
        fixed (int* start = model.RowStart, index = model.EntryColumn, integers = Integrality(model))
        {
            var (columns, rows, entries) = (model.ColumnCount, model.RowCount, model.NonzeroCount);
            var status = integers is null
                ? Highs_passLp(highs, columns, rows, entries, RowWise, Minimise, model.CostConstant,
                    cost, columnLower, columnUpper, rowLower, rowUpper, start, index, value)
                : Highs_passMip(highs, columns, rows, entries, RowWise, Minimise, model.CostConstant,
                    cost, columnLower, columnUpper, rowLower, rowUpper, start, index, value, integers);
            Must(status, nameof(Highs_passLp));
        }
    }

    static int[]? Integrality(LinearModel model)
    {
        if (!model.HasIntegers)
        {
            return null;
        }

        var kinds = new int[model.ColumnCount];
        foreach (var variables in model.VariableBlocks.Where(v => v.IsInteger))
        {
            kinds.AsSpan(variables.Block.First, variables.Block.Length).Fill(Integer);
        }

        return kinds;
    }

    static void Start(HighsHandle highs, Basis? basis)
    {
        if (basis is null)
        {
            return;
        }

        if (basis.Columns.Length != Highs_getNumCol(highs) || basis.Rows.Length != Highs_getNumRow(highs))
        {
            throw new ArgumentException(
                $"the starting basis has {basis.Columns.Length} columns and {basis.Rows.Length} rows; the model has others", nameof(basis));
        }

        var (columns, rows) = (basis.Columns.Select(s => (int)s).ToArray(), basis.Rows.Select(s => (int)s).ToArray());
        fixed (int* column = columns, row = rows)
        {
            Must(Highs_setBasis(highs, column, row), nameof(Highs_setBasis));
        }
    }

    static void StartAt(HighsHandle highs, double[]? point)
    {
        fixed (double* values = point)
        {
            Must(values is null ? 0 : Highs_setSolution(highs, values, null, null, null), nameof(Highs_setSolution));
        }
    }

    /// <summary>Runs to the end or to cancellation; false when the run did not answer and was left behind.</summary>
    bool Execute(CancellationToken cancellation)
    {
        var thread = new Thread(RunToEnd) { IsBackground = true, Name = "HiGHS" };
        thread.Start();
        try
        {
            _ended.Task.Wait(cancellation);
        }
        catch (OperationCanceledException)
        {
            _watch.Stop();
            _ended.Task.Wait(Patience, CancellationToken.None);
        }

        return Interlocked.CompareExchange(ref _state, Abandoned, Running) == Finished;
    }

    void RunToEnd()
    {
        using (_watch.Attach(_highs))
        {
            _runStatus = Highs_run(_highs);
        }

        if (Interlocked.CompareExchange(ref _state, Finished, Running) == Abandoned)
        {
            _highs.Dispose();
        }

        _ended.SetResult();
    }

    LinearSolution Read(LinearModel model, CancellationToken cancellation)
    {
        using var highs = _highs;
        _watch.Rethrow();
        var code = Highs_getModelStatus(highs);
        var status = Status(code, cancellation);
        if (_runStatus == StatusError && status is SolverStatus.Failed)
        {
            throw new SolverFailedException(nameof(Highs_run));
        }

        var solution = Nothing(model, status);
        fixed (double* x = solution.Columns, r = solution.ReducedCosts, a = solution.RowActivities, y = solution.RowDuals)
        {
            Must(Highs_getSolution(highs, x, r, a, y), nameof(Highs_getSolution));
        }

        var hasPoint = code == ModelEmpty || Info(highs, "primal_solution_status") == SolutionFeasible;
        Highs_getDoubleInfoValue(highs, "objective_function_value", out var objective);
        return solution with
        {
            HasPoint = hasPoint,
            HasDuals = code == ModelEmpty || Info(highs, "dual_solution_status") == SolutionFeasible,
            Objective = code == ModelEmpty ? model.CostConstant : hasPoint ? objective : double.NaN,
            Iterations = Iterations(highs),
            Bound = model.HasIntegers && Highs_getDoubleInfoValue(highs, "mip_dual_bound", out var bound) != StatusError ? bound : null,
            Basis = Info(highs, "basis_validity") == BasisValid ? ReadBasis(highs, model) : null,
        };
    }

    /// <summary>A solution without a point.</summary>
    internal static LinearSolution Nothing(LinearModel model, SolverStatus status) => new()
    {
        Status = status,
        HasPoint = false,
        HasDuals = false,
        Columns = new double[model.ColumnCount],
        RowActivities = new double[model.RowCount],
        RowDuals = new double[model.RowCount],
        ReducedCosts = new double[model.ColumnCount],
        Objective = double.NaN,
        Iterations = 0,
        Seconds = 0,
        Basis = null,
        Solver = HighsHandle.Version(),
    };

    static Basis ReadBasis(HighsHandle highs, LinearModel model)
    {
        var (columns, rows) = (new BasisState[model.ColumnCount], new BasisState[model.RowCount]);
        fixed (BasisState* column = columns, row = rows)
        {
            Must(Highs_getBasis(highs, (int*)column, (int*)row), nameof(Highs_getBasis));
        }

        return new Basis(ImmutableCollectionsMarshal.AsImmutableArray(columns), ImmutableCollectionsMarshal.AsImmutableArray(rows));
    }

    static long Iterations(HighsHandle highs)
    {
        long sum = 0;
        foreach (var method in (ReadOnlySpan<string>)["simplex", "ipm", "crossover", "pdlp"])
        {
            sum += Math.Max(0, Info(highs, method + "_iteration_count"));
        }

        return sum;
    }

    static int Info(HighsHandle highs, string name)
    {
        Must(Highs_getIntInfoValue(highs, name, out var value), name);
        return value;
    }

    /// <summary>Model status of HiGHS (kHighsModelStatus) as one of ours.</summary>
    static SolverStatus Status(int model, CancellationToken cancellation) => model switch
    {
        ModelEmpty or 7 => SolverStatus.Optimal,
        8 => SolverStatus.Infeasible,
        9 => SolverStatus.InfeasibleOrUnbounded,
        10 => SolverStatus.Unbounded,
        13 => SolverStatus.TimeLimit,
        14 => SolverStatus.IterationLimit,
        15 => SolverStatus.Inaccurate,
        17 => SolverStatus.Cancelled,
        _ => cancellation.IsCancellationRequested ? SolverStatus.Cancelled : SolverStatus.Failed,
    };

    internal static void Must(int status, string call)
    {
        if (status == StatusError)
        {
            throw new SolverFailedException(call);
        }
    }
}
