using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

/// <summary>Least-cost dispatch of a grid within the limits of generators, voltages, branches and angles.</summary>
/// <remarks>
/// DC forms with costs of straight pieces are linear and go to HiGHS; squares of costs and the AC form go to the interior point of the house.
/// Where nothing obeys all limits, the least power is sought that, added or taken anywhere, makes it possible.
/// Checked against: PGLib-OPF v23.07, the 5, 14 and 118 buses, DC to all printed digits, AC to 1e-4.
/// </remarks>
public static class OptimalDispatch
{
    /// <summary>Missing powers below this share of the base are round-off.</summary>
    const double LeastMissingPu = 1e-5;

    /// <summary>Optimises a grid.</summary>
    /// <param name="grid">Grid without <see cref="OptimalFlowFault"/>; islands without slack are left out.</param>
    /// <param name="options">How; null for the defaults (AC).</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The grid has faults, or a number of the options lies outside its range.</exception>
    public static OptimalFlowSolution Solve(PowerGrid grid, OptimalFlowOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        options ??= new OptimalFlowOptions();
        if (!(options.Tolerance > 0) || options.IterationLimit < 1)
        {
            throw new ArgumentException($"tolerance {options.Tolerance} or limit {options.IterationLimit} is not positive", nameof(options));
        }

        if (OptimalFlowFault.Of(grid, options.Form) is [var fault, ..])
        {
            throw new ArgumentException($"grid '{grid.Name}' cannot be optimised: {fault}", nameof(grid));
        }

        var solution = Once(grid, options, cancellation);
        return solution.Status is OptimalFlowStatus.Optimal or OptimalFlowStatus.Unbounded ? solution : Explained(grid, options, solution, cancellation);
    }

    static OptimalFlowSolution Once(PowerGrid grid, OptimalFlowOptions options, CancellationToken cancellation) =>
        options.Dc is { } form && DcProgram.IsLinear(grid) ? new DcProgram(grid, form).Solve(options.Form, cancellation)
            : InteriorAnswer.Of(grid, options, cancellation);

    /// <summary>The solution with the least that is missing where the grid itself has none.</summary>
    static OptimalFlowSolution Explained(PowerGrid grid, OptimalFlowOptions options, OptimalFlowSolution solution, CancellationToken cancellation)
    {
        var elastic = ElasticGrid.Of(grid);
        var least = Once(elastic, options, cancellation);
        if (least.Status != OptimalFlowStatus.Optimal)
        {
            return solution;
        }

        var own = grid.Generators.Count;
        MissingPower[] missing =
        [
            .. Enumerable.Range(own, elastic.Generators.Count - own)
                .Select(g => new MissingPower(elastic.Generators.Bus[g], least.GeneratorMw[g], least.GeneratorMvar[g]))
                .Where(m => Math.Max(Math.Abs(m.Mw), Math.Abs(m.Mvar)) > LeastMissingPu * grid.BaseMva),
        ];
        return missing is [] ? solution : solution with { Status = OptimalFlowStatus.Infeasible, Missing = missing };
    }
}
