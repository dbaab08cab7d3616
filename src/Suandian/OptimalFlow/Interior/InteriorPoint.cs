namespace Suandian.OptimalFlow.Interior;

/// <summary>Primal-dual interior point for optimal flows with first and second derivatives.</summary>
/// <remarks>
/// min f(x), g(x) = 0, h(x) + z = 0, z ≥ 0, with a barrier γ on z. Each Newton step solves [M Jg'; Jg 0] (dx, dλ) = (−N, −g) with
/// M = Lxx + Jh' Z⁻¹ μ Jh, N = Lx + Jh' Z⁻¹ (γ + μ h); then dz = −h − z − Jh dx, dμ = −μ + Z⁻¹ (γ − μ dz). Outputs and their cost
/// variables are eliminated beforehand, so that the matrix keeps one block a bus. Where its inertia is not that of a minimum, the diagonal
/// of M is raised. Source: H. Wang, C. E. Murillo-Sánchez, R. D. Zimmerman, R. J. Thomas, IEEE Trans. Power Syst. 22 (2007) 1185,
/// doi:10.1109/TPWRS.2007.901301; inertia: A. Wächter, L. T. Biegler, Math. Program. 106 (2006) 25, doi:10.1007/s10107-004-0559-y.
/// </remarks>
sealed partial class InteriorPoint
{
    /// <summary>Barrier after a whole step as a share of the mean product of slack and price; after a step of share α it is (1 − α)² if that is more.</summary>
    /// <remarks>Without the second rule slacks shrink faster than balances close; on 9 241 buses steps then stayed short for sixty iterations.</remarks>
    const double Centring = 0.1;

    /// <summary>Share of the way to the boundary that a step may go.</summary>
    const double BoundaryShare = 0.99995;

    /// <summary>A step shorter than this leads nowhere.</summary>
    const double ShortestStep = 1e-9;

    /// <summary>Residual of a direction that will do, and that of factors whose inertia can be believed.</summary>
    const double GoodDirection = 1e-5, AccurateFactors = 1e-9;

    /// <summary>Share of the barrier that the product of a slack and its price has at least, so that none of the two is left behind.</summary>
    const double LeastShare = 0.01;

    /// <summary>Barrier that suffices, as a share of the cost and of the tolerance.</summary>
    const double BarrierAtEnd = 0.1;

    /// <summary>Raises of the diagonal on inaccurate factors; the direction is taken then, as each costs an exchange of all rows.</summary>
    const int MostDoubts = 1;

    const double FirstAdded = 1e-2, MostAdded = 1e14;

    readonly FlowProgram _program;
    readonly KktFactors _factors;
    readonly (int Branch, int End)[] _rated;
    readonly double[] _x;
    readonly double[] _price;
    readonly double[] _slack;
    readonly double[] _limitPrice;
    readonly double[] _step;
    readonly double[] _priceStep;
    readonly int _wanted;
    double _barrier = 1;
    double _added;

    /// <summary>Begins in the middle of all bounds.</summary>
    internal InteriorPoint(FlowProgram program)
    {
        _program = program;
        _factors = new KktFactors(program.Pattern);
        _rated = [.. Enumerable.Range(0, program.Used.Length).Where(q => program.RatingPu[q] > 0)
            .SelectMany(q => program.IsDc ? new[] { (q, 0) } : [(q, 0), (q, 1)])];
        var (n, limits) = (program.Pattern.Size, program.Limits.Length + _rated.Length);
        (_x, _price, _slack, _limitPrice) = ([.. program.Start], new double[2 * n], new double[limits], new double[limits]);
        (_step, _priceStep) = (new double[_x.Length], new double[2 * n]);
        (_power, _gradients) = (new double[4 * program.Used.Length], new double[16 * program.Used.Length]);
        (_balance, _limit, _slope, _right) = (new double[2 * n], new double[limits], new double[_x.Length], new double[4 * n]);
        (_blocks, _curvature) = (Blocks(), new double[3 * program.Outputs.Length]);
        _wanted = Enumerable.Range(0, n).Sum(i => (program.Fixed[4 * i + 2] ? 0 : 1) + (program.Fixed[4 * i + 3] ? 0 : 1));
    }

    /// <summary>Variables as the program names them.</summary>
    internal ReadOnlySpan<double> X => _x;

    /// <summary>Prices of the balances, scaled money/pu/h [2 × buses].</summary>
    internal ReadOnlySpan<double> Prices => _price;

    /// <summary>Powers of the branches, pu [4 × branches].</summary>
    internal ReadOnlySpan<double> Powers => _power;

    /// <summary>Optimality conditions at the end.</summary>
    internal OptimalityResiduals Residuals { get; private set; } = new(double.PositiveInfinity, 0, 0, 0);

    internal int Iterations { get; private set; }

    /// <summary>How many steps needed an exchange of all rows.</summary>
    internal int Exchanges => _factors.Exchanges;

    /// <summary>Price of the rating at an end of a branch, scaled money/pu/h.</summary>
    internal IEnumerable<(int Branch, int End, double Price)> RatingPrices() =>
        _rated.Select((r, k) => (r.Branch, r.End, _limitPrice[_program.Limits.Length + k]));

    /// <summary>Iterates until the conditions hold.</summary>
    /// <returns>False where they did not within the limit, or where the steps became too short.</returns>
    internal bool Run(OptimalFlowOptions options, CancellationToken cancellation)
    {
        Evaluate();
        for (var k = 0; k < _slack.Length; k++)
        {
            (_slack[k], _limitPrice[k]) = (Math.Max(1, -_limit[k]), 1);
        }

        var stuck = 0;
        for (Evaluate(); ; Evaluate())
        {
            Residuals = Conditions();
            if (Residuals.Largest <= options.Tolerance)
            {
                return true;
            }

            cancellation.ThrowIfCancellationRequested();
            if (Iterations >= options.IterationLimit || stuck > 5 || !double.IsFinite(Residuals.Largest) || !Direction())
            {
                return false;
            }

            stuck = Move(options.Tolerance) < ShortestStep ? stuck + 1 : 0;
            Iterations++;
        }
    }

    OptimalityResiduals Conditions()
    {
        double highest = 1, product = 0;
        for (var k = 0; k < _slack.Length; k++)
        {
            highest = Math.Max(highest, _limitPrice[k]);
            product += _slack[k] * _limitPrice[k];
        }

        highest = Math.Max(highest, Largest(_price));
        return new OptimalityResiduals(Largest(_balance), _limit.Length == 0 ? 0 : Math.Max(0, _limit.Max()), Largest(_slope) / highest, product / Math.Max(1, Math.Abs(ScaledCost())));
    }

    /// <summary>Newton direction; raises the diagonal until the matrix has the inertia of a minimum.</summary>
    /// <remarks>
    /// Where the factors are not accurate, as they get when limits bind at the end, their inertia tells nothing; the curvature along the
    /// direction itself decides then (N.-Y. Chiang, V. M. Zavala, Comput. Optim. Appl. 64 (2016) 327, doi:10.1007/s10589-015-9820-y).
    /// </remarks>
    bool Direction()
    {
        Assemble();
        double[] right = [.. _right];
        var doubts = 0;
        for (var added = 0.0; added <= MostAdded; added = added == 0 ? Math.Max(FirstAdded, _added / 3) : 8 * added)
        {
            var negative = _factors.Factor(added);
            right.CopyTo(_right, 0);
            var (first, last) = negative < 0 ? (0, double.PositiveInfinity) : _factors.Solve(_right);
            Spread();
            if (last <= GoodDirection && (negative == _wanted || (first > AccurateFactors && (Curvature() >= 0 || ++doubts > MostDoubts))))
            {
                _added = added > 0 ? added : _added;
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes as far as slacks and prices stay positive.</summary>
    /// <returns>Share of the way in the variables.</returns>
    double Move(double tolerance)
    {
        var (slackStep, limitPriceStep) = (LimitChange(), new double[_slack.Length]);
        double primal = 1, dual = 1;
        for (var k = 0; k < _slack.Length; k++)
        {
            slackStep[k] = -_limit[k] - _slack[k] - slackStep[k];
            limitPriceStep[k] = -_limitPrice[k] + (_barrier - _limitPrice[k] * slackStep[k]) / _slack[k];
            primal = slackStep[k] < 0 ? Math.Min(primal, -BoundaryShare * _slack[k] / slackStep[k]) : primal;
            dual = limitPriceStep[k] < 0 ? Math.Min(dual, -BoundaryShare * _limitPrice[k] / limitPriceStep[k]) : dual;
        }

        Advance(_x, _step, primal);
        Advance(_slack, slackStep, primal);
        Advance(_price, _priceStep, dual);
        Advance(_limitPrice, limitPriceStep, dual);
        NextBarrier(Math.Max(Centring, Math.Pow(1 - Math.Min(primal, dual), 2)), tolerance);
        return primal;
    }

    /// <summary>A share of the mean product of slack and price, no less than the tolerance asks for; no product stays far below it.</summary>
    void NextBarrier(double share, double tolerance)
    {
        var product = 0.0;
        for (var k = 0; k < _slack.Length; k++)
        {
            product += _slack[k] * _limitPrice[k];
        }

        _barrier = Math.Max(share * product, BarrierAtEnd * tolerance * Math.Max(1, Math.Abs(ScaledCost()))) / Math.Max(1, _slack.Length);
        for (var k = 0; k < _slack.Length; k++)
        {
            _limitPrice[k] = Math.Max(_limitPrice[k], LeastShare * _barrier / _slack[k]);
        }
    }

    static void Advance(double[] x, double[] step, double share)
    {
        for (var i = 0; i < x.Length; i++)
        {
            x[i] += share * step[i];
        }
    }

    static double Largest(double[] values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = double.IsNaN(value) ? double.PositiveInfinity : Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
