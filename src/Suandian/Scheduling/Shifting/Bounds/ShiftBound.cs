using Suandian.Optimisation;

namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>What no schedule of a trace can do better than: jobs may be suspended, all is known, each job uses its processors or none.</summary>
/// <param name="Value">The proved bound, in g or yuan; −∞ never.</param>
/// <param name="SolverValue">What the solver of the linear problem says; null where it was not asked. It is not needed for the proof.</param>
/// <param name="IsFeasible">False where the bound proves that no schedule keeps all limits.</param>
/// <param name="DualPerCpuH">Price of capacity that proves it. Shape [hours]; empty without limits.</param>
public sealed record ShiftBound(double Value, double? SolverValue, bool IsFeasible, double[] DualPerCpuH)
{
    /// <summary>Most variables for which HiGHS is asked; beyond it prices come from the ascent alone.</summary>
    const int MostVariables = 200_000;

    /// <summary>Evaluations of the ascent.</summary>
    const int Rounds = 120;

    /// <summary>The bound of a trace at one place.</summary>
    /// <param name="trace">The jobs.</param>
    /// <param name="options">What is asked; suspension counts as allowed, lengths as known.</param>
    /// <param name="place">Price for each cpu h and limits.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    public static ShiftBound Of(ShiftTrace trace, ShiftOptions options, PlaceHours place, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(place);
        var items = WorkItems.Of(trace, options);
        var proof = new Lagrangian(items, [place]);
        var free = proof.Value(null);
        if (place.LimitCpus is null || trace.Count == 0)
        {
            return new ShiftBound(free, null, true, []);
        }

        var (dual, solver) = ((double[]?)null, (double?)null);
        var small = (long)items.Count * items.Widest <= MostVariables ? items : items.Together();
        if ((long)small.Count * small.Widest <= MostVariables)
        {
            var (solution, prices) = TimeIndexedModel.Solve(small, place, cancellation);
            solver = solution.Status == SolverStatus.Optimal ? solution.Objective : null;
            dual = solution.Status == SolverStatus.Optimal ? prices : null;
        }

        var together = items.Together();
        dual ??= new CapacityPrices(together, [place]).Ascend(Rounds, null, cancellation).Dual[0];
        var isFeasible = solver is not null || !IsProvedImpossible(together, place, cancellation);
        return new ShiftBound(Math.Max(free, proof.Value([dual])), solver, isFeasible, dual);
    }

    /// <summary>With all prices 0 every schedule costs 0: where prices of capacity alone prove more, there is none.</summary>
    static bool IsProvedImpossible(WorkItems items, PlaceHours place, CancellationToken cancellation)
    {
        var free = place with { Price = new double[place.Price.Length] };
        const double RoundOff = 1e-9;
        return new CapacityPrices(items, [free]).Ascend(Rounds, null, cancellation).Bound > RoundOff * items.WorkCpuH;
    }
}
