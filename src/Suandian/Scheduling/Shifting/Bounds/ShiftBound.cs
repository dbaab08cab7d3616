using Suandian.Optimisation;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>What no schedule of a trace can do better than: jobs may be suspended at no cost, all is known, each job uses its processors or none.</summary>
/// <remarks>Energy that a resumption takes anew counts nothing here. In an hour of negative price it would earn, so that then nothing is proved.</remarks>
/// <param name="Value">The proved bound, in g or yuan; NaN where resumptions take energy and an hour has a negative price.</param>
/// <param name="SolverValue">What the solver of the linear problem says; null where it was not asked. It is not needed for the proof.</param>
/// <param name="IsFeasible">False where the bound proves that no schedule keeps all limits.</param>
/// <param name="DualPerCpuH">Price of capacity that proves it. Shape [clusters][hours]; empty without limits.</param>
public sealed record ShiftBound(double Value, double? SolverValue, bool IsFeasible, double[][] DualPerCpuH)
{
    /// <summary>Most variables for which HiGHS is asked; beyond it prices come from the ascent alone.</summary>
    const int MostVariables = 200_000;

    /// <summary>Evaluations of the ascent.</summary>
    const int Rounds = 80;

    /// <summary>The bound of a trace at clusters, and whether it proves that no schedule keeps all limits.</summary>
    /// <param name="choice">The jobs and where they may run; suspension counts as allowed, lengths as known.</param>
    /// <param name="places">Prices for each cpu h and limits of each cluster.</param>
    /// <param name="goal">What is minimised.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    public static ShiftBound Of(ClusterChoice choice, IReadOnlyList<PlaceHours> places, ShiftGoal goal, CancellationToken cancellation = default)
    {
        var bound = Priced(choice, places, goal, cancellation);
        return bound with { IsFeasible = bound.SolverValue is not null || !IsProvedImpossible(choice, places, cancellation) };
    }

    /// <summary>The bound alone; schedules that keep all limits are taken to be possible.</summary>
    internal static ShiftBound Priced(ClusterChoice choice, IReadOnlyList<PlaceHours> places, ShiftGoal goal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(places);
        var items = WorkItems.Of(choice, goal);
        var proof = new Lagrangian(items, places);
        var isProof = choice.Options.CheckpointS == 0 || places.All(p => p.Price.All(price => price >= 0));
        var free = isProof ? proof.Value(null) : double.NaN;
        if (places.All(p => p.LimitCpus is null) || items.Count == 0)
        {
            return new ShiftBound(free, null, true, []);
        }

        var (dual, solver) = ((double[][]?)null, (double?)null);
        var together = items.Together(UsualPrice(places));
        var small = Variables(items) <= MostVariables ? items : together;
        if (Variables(small) <= MostVariables)
        {
            var (solution, prices) = TimeIndexedModel.Solve(small, places, null, cancellation);
            solver = solution.Status == SolverStatus.Optimal ? solution.Objective : null;
            dual = solution.Status == SolverStatus.Optimal ? prices : null;
        }

        dual ??= new CapacityPrices(together, places).Ascend(Rounds, null, cancellation).Dual;
        return new ShiftBound(isProof ? Math.Max(free, proof.Value(dual)) : double.NaN, solver, true, dual);
    }

    /// <summary>The mean price of all hours, without its sign.</summary>
    internal static double UsualPrice(IReadOnlyList<PlaceHours> places) => places.Average(p => p.Price.Average(Math.Abs));

    static long Variables(WorkItems items) => (long)items.Count * items.Places * items.Widest;

    /// <summary>With all prices 0 every schedule costs 0: where prices of capacity alone prove more, there is none.</summary>
    internal static bool IsProvedImpossible(ClusterChoice choice, IReadOnlyList<PlaceHours> places, CancellationToken cancellation)
    {
        const double RoundOff = 1e-9;
        if (places.All(p => p.LimitCpus is null))
        {
            return false;
        }

        var work = WorkItems.Of(choice, null);
        PlaceHours[] free = [.. places.Select(p => p with { Price = new double[p.Price.Length] })];
        var together = work.Together(0);
        var small = Variables(work) <= MostVariables ? work : together;
        var dual = Variables(small) <= MostVariables ? TimeIndexedModel.Solve(small, free, 1, cancellation).Dual : new CapacityPrices(together, free).Ascend(Rounds, null, cancellation).Dual;
        return new Lagrangian(work, free).Value(dual) > RoundOff * work.WorkCpuH;
    }
}
