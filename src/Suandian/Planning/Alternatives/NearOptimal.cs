using System.Collections.Immutable;
using Suandian.Optimisation;
using static System.Math;

namespace Suandian.Planning.Alternatives;

/// <summary>Plans that cost little more than the cheapest one and are as different as they can be.</summary>
/// <remarks>
/// For each quantity q the problems min q and max q over the rows and bounds of the plan and one row more,
///   cost(x) / (K/1000) ≤ 1000 (1 + x),
/// with K the cost of the cheapest plan, so that the row is counted in thousandths of K and the demanded violation of 1e-6
/// is 1e-9 of the cost. Where the dual of that row is 0, the end is not held by the cost, and the cheapest of the plans with that
/// value is taken: a third problem, min cost with q held. With x = 0 there is no row: the optima themselves are searched (<see cref="OptimalFace"/>).
/// Source      near-optimal alternatives: E. D. Brill, S.-Y. Chang, L. D. Hopkins, Modeling to generate alternatives,
///             Management Science 28 (1982), doi:10.1287/mnsc.28.3.221; least and most of each technology:
///             F. Neumann, T. Brown, The near-optimal feasible space of a renewable power system model,
///             Electric Power Systems Research 190 (2021), doi:10.1016/j.epsr.2020.106690.
/// </remarks>
public sealed class NearOptimal
{
    /// <summary>Dual of the limit of cost, units of the quantity per thousandth of the cost, below which more money would not move the end.</summary>
    const double Nothing = 1e-9;

    const double Thousandths = 1000;

    /// <summary>Thousandths of the cost below which a plan without a vertex counts as at the limit of cost: there no dual is exactly 0.</summary>
    const double AtLimit = 1e-3;

    readonly SolvedPlan _solved;
    readonly LinearSolution _optimum;
    readonly double _within;
    readonly double[] _cost;
    readonly LinearModel _limited;
    readonly OptimalFace _face;

    /// <summary>The alternatives to a plan.</summary>
    /// <param name="solved">The plan; at a vertex where <paramref name="within"/> is 0.</param>
    /// <param name="within">How much more an alternative may cost, as a share of the least cost, 0 … 1.</param>
    /// <exception cref="ArgumentException">The share is out of range, or the optimum has no point or no duals.</exception>
    public NearOptimal(SolvedPlan solved, double within)
    {
        ArgumentNullException.ThrowIfNull(solved);
        if (within is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(within), within, "a share between 0 and 1");
        }

        var optimum = solved.Optimum;
        if (!optimum.HasPoint || !optimum.HasDuals || (within == 0 && !optimum.HasBasis))
        {
            throw new ArgumentException("an optimum with duals is needed, and a vertex where nothing more may be spent", nameof(solved));
        }

        (_solved, _optimum, _within) = (solved, optimum, within);
        _cost = solved.Linear.ColumnCost.ToArray();
        _face = new OptimalFace(solved.Linear, optimum, solved.Plan.Options.Solver);
        _limited = within > 0 ? Limited() : solved.Linear;
    }

    /// <summary>Least cost, yuan/a; with stages the mean over all years, discounted.</summary>
    public double LeastYuan => _optimum.Objective / _solved.WorthOfAll;

    /// <summary>Cost that no alternative exceeds, yuan/a; with stages the mean over all years, discounted.</summary>
    public double LimitYuan => Limit / _solved.WorthOfAll;

    double Limit => _optimum.Objective + _within * Abs(_optimum.Objective);

    /// <summary>Least and most of a quantity.</summary>
    public AlternativeRange Range(PlanQuantity quantity, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var terms = quantity.Terms(_solved.Plan);
        return new(quantity, PlanQuantity.Of(terms, _optimum.Columns), End(terms, most: false, cancellation), End(terms, most: true, cancellation));
    }

    /// <summary>Ranges of several quantities, in their order.</summary>
    /// <param name="quantities">Quantities.</param>
    /// <param name="progress">Told of each quantity before it is searched; null for none.</param>
    /// <param name="cancellation">Stops the search.</param>
    public ImmutableArray<AlternativeRange> Ranges(
        ImmutableArray<PlanQuantity> quantities, IProgress<PlanQuantity>? progress = null, CancellationToken cancellation = default)
    {
        var ranges = ImmutableArray.CreateBuilder<AlternativeRange>(quantities.Length);
        foreach (var quantity in quantities)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(quantity);
            ranges.Add(Range(quantity, cancellation));
        }

        return ranges.ToImmutable();
    }

    /// <summary>The planning problem with the limit of cost: cost(x) / (K/1000) ≤ 1000 (1 + x).</summary>
    LinearModel Limited()
    {
        var unit = Max(1, Abs(_optimum.Objective)) / Thousandths;
        (int, double)[] terms = [.. Enumerable.Range(0, _cost.Length).Where(j => _cost[j] != 0).Select(j => (j, _cost[j] / unit))];
        return _solved.Linear.WithRow("cost_limit", terms, double.NegativeInfinity, (Limit - _solved.Linear.CostConstant) / unit);
    }

    AlternativePlan End((int Column, double Coefficient)[] terms, bool most, CancellationToken cancellation)
    {
        if (_within == 0)
        {
            var end = _face.End(terms, most, cancellation);
            return Read(end.Solution ?? _optimum, terms, end.Proof);
        }

        var cost = new double[_cost.Length];
        foreach (var (column, coefficient) in terms)
        {
            cost[column] += most ? -coefficient : coefficient;
        }

        var model = _limited.Variant(new ModelChange { ColumnCost = cost });
        var solution = Solver.Solve(model, _solved.Plan.Options.Solver, null, cancellation);
        var proof = solution.HasPoint ? Certificate.Of(model, solution, Demand(terms, solution)) : null;
        var isHeldByCost = solution.HasBasis ? Abs(solution.RowDuals[^1]) > Nothing : model.RowUpper[^1] - solution.RowActivities[^1] < AtLimit;
        return isHeldByCost || !solution.HasPoint ? Read(solution, terms, proof) : Cheapest(solution, terms, proof, cancellation);
    }

    /// <summary>The gap of an end counts by the size of the quantity in the cheapest plan where the end is smaller: 0 MWh has no size of its own.</summary>
    CertificateDemand Demand((int Column, double Coefficient)[] terms, LinearSolution end)
    {
        var demand = new CertificateDemand();
        var (size, own) = (Abs(PlanQuantity.Of(terms, _optimum.Columns)), Max(1, Abs(PlanQuantity.Of(terms, end.Columns))));
        return demand with { RelativeGap = demand.RelativeGap * Max(1, size / own) };
    }

    /// <summary>The cheapest of the plans with the value that was reached below the limit of cost.</summary>
    AlternativePlan Cheapest(LinearSolution reached, (int Column, double Coefficient)[] terms, Certificate? proof, CancellationToken cancellation)
    {
        var value = PlanQuantity.Of(terms, reached.Columns);
        var slack = 1e-9 * Max(1, Abs(value));
        var held = _solved.Linear.WithRow("quantity", terms, value - slack, value + slack);
        var solution = Solver.Solve(held, _solved.Plan.Options.Solver, null, cancellation);
        return Read(solution.HasPoint ? solution : reached, terms, proof);
    }

    AlternativePlan Read(LinearSolution solution, (int Column, double Coefficient)[] terms, Certificate? proof)
    {
        var rows = new double[_solved.Linear.RowCount];
        var cost = solution.HasPoint ? Yuan(solution.Columns) / _solved.WorthOfAll : double.NaN;
        var bare = solution with
        {
            Objective = cost,
            RowDuals = rows,
            ReducedCosts = new double[_solved.Linear.ColumnCount],
        };
        return new(solution.HasPoint ? PlanQuantity.Of(terms, solution.Columns) : double.NaN, cost,
            _solved.Plan.ReadSolution(bare) with { Certificate = null }, proof);
    }

    double Yuan(double[] columns)
    {
        var sum = _solved.Linear.CostConstant;
        for (var j = 0; j < _cost.Length; j++)
        {
            sum += _cost[j] * columns[j];
        }

        return sum;
    }
}
