using System.Globalization;
using Suandian.Texts;

namespace Suandian.Optimisation;

/// <summary>How a linear model is solved.</summary>
public sealed record SolverOptions
{
    /// <summary>Method; default <see cref="SolverMethod.Choose"/>.</summary>
    public SolverMethod Method { get; init; } = SolverMethod.Choose;

    /// <summary>
    /// Whether an interior-point or first-order solution is moved to a vertex; default <see cref="Switch.On"/>. Needed for a basis.
    /// <see cref="Switch.Choose"/> with <see cref="SolverMethod.Hourly"/>: for problems of up to 20 000 rows.
    /// </summary>
    public Switch Crossover { get; init; } = Switch.On;

    /// <summary>Whether the problem is simplified first; default <see cref="Switch.Choose"/>.</summary>
    public Switch Presolve { get; init; } = Switch.Choose;

    /// <summary>Longest time in the solver, &gt; 0; null (default) for no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Threads, 1 … 1024; default 1. The result does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Largest violation of rows and bounds, in their unit, 1e-10 … 1e-2; null (default): that of the method, 1e-6 for
    /// <see cref="SolverMethod.Hourly"/>, which aims at 4e-7, and 1e-7 for all others. Where the hourly method does not reach what is asked, HiGHS solves.
    /// </summary>
    public double? PrimalTolerance { get; init; }

    /// <summary>Largest violation of reduced costs, 1e-10 … 1e-2; default 1e-7.</summary>
    public double DualTolerance { get; init; } = 1e-7;

    /// <summary>Relative gap at which interior point and first-order methods stop, 1e-12 … 1e-2; default 1e-8.</summary>
    public double OptimalityTolerance { get; init; } = 1e-8;

    /// <summary>Relative gap at which a mixed-integer search stops, ≥ 0; default 1e-4.</summary>
    public double IntegerGap { get; init; } = 1e-4;

    /// <summary>
    /// Bytes that the process may take, &gt; 0; null (default) for no limit. A problem that is estimated to take more (<see cref="MemoryNeed"/>)
    /// is refused by <see cref="MemoryShortException"/>. The library does not ask the machine: the caller knows what is free.
    /// </summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>
    /// Objective above which no solution is wanted; null (default) for none. Where the hourly method proves that every solution
    /// costs more it ends as infeasible; other methods do not look at it.
    /// </summary>
    public double? CostLimit { get; init; }

    /// <summary>Seed of the solver's own random choices, ≥ 0; default 0.</summary>
    public int RandomSeed { get; init; }

    /// <summary>Basis to start the simplex method from; null (default) for none. A basis of another shape is refused.</summary>
    public Basis? Start { get; init; }

    /// <summary>Point to start a mixed-integer search from [columns]; null (default) for none. A point that breaks a row is dropped by the solver.</summary>
    public double[]? StartPoint { get; init; }

    /// <summary>Largest violation that HiGHS leaves where nothing is asked for.</summary>
    internal const double HighsPrimalTolerance = 1e-7;

    /// <summary>Clock that measures <see cref="LinearSolution.Seconds"/>; default the machine's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>All that is wrong with the options; empty when they can be used.</summary>
    public IReadOnlyList<Text> Problems()
    {
        var problems = new List<Text>();
        Named(problems, "method", Method);
        Named(problems, "crossover", Crossover);
        Named(problems, "presolve", Presolve);
        Within(problems, "time_limit_s", TimeLimit?.TotalSeconds ?? 1, (double.Epsilon, double.MaxValue), "> 0");
        Within(problems, "threads", Threads, (1, 1024), "1 … 1024");
        Within(problems, "primal_tolerance", PrimalTolerance ?? HighsPrimalTolerance, (1e-10, 1e-2), "1e-10 … 1e-2");
        Within(problems, "dual_tolerance", DualTolerance, (1e-10, 1e-2), "1e-10 … 1e-2");
        Within(problems, "optimality_tolerance", OptimalityTolerance, (1e-12, 1e-2), "1e-12 … 1e-2");
        Within(problems, "integer_gap", IntegerGap, (0, double.MaxValue), "≥ 0");
        Within(problems, "memory_limit_bytes", MemoryLimitBytes ?? 1, (1, long.MaxValue), "> 0");
        Within(problems, "random_seed", RandomSeed, (0, int.MaxValue), "≥ 0");
        return problems;
    }

    static void Within(List<Text> problems, string option, double value, (double Low, double High) range, string expected)
    {
        if (!(value >= range.Low && value <= range.High))
        {
            problems.Add(Phrases.Of("solver.option_range", ("option", option), ("value", Number(value)), ("expected", expected)));
        }
    }

    static void Named<T>(List<Text> problems, string option, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            problems.Add(Phrases.Of("solver.option_name", ("option", option), ("value", value.ToString())));
        }
    }

    static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Method of the solver.</summary>
public enum SolverMethod
{
    /// <summary>The solver's own choice: dual simplex for a linear problem, branch and cut for a mixed-integer one.</summary>
    Choose,

    /// <summary>Dual simplex; uses a starting basis.</summary>
    Simplex,

    /// <summary>Interior point (IPX).</summary>
    InteriorPoint,

    /// <summary>
    /// Interior point for problems that repeat by the hour, in C#; a problem that does not, or that stalls, goes to the interior
    /// point of HiGHS, and <see cref="LinearSolution.Remark"/> says why. With crossover the simplex method goes on from it to a vertex.
    /// </summary>
    Hourly,

    /// <summary>First-order primal-dual method (PDLP); low accuracy, and no progress while it runs.</summary>
    FirstOrder,
}

/// <summary>On, off, or the solver's choice.</summary>
public enum Switch
{
    /// <summary>The solver decides.</summary>
    Choose,

    /// <summary>On.</summary>
    On,

    /// <summary>Off.</summary>
    Off,
}
