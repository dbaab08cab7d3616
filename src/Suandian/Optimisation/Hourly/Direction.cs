namespace Suandian.Optimisation.Hourly;

/// <summary>A step of all unknowns; what belongs to slacks and multipliers follows from it.</summary>
/// <remarks>
/// Slack steps follow from dx, dz and the share η of the residual that is removed; multiplier steps follow from them and the
/// complementarity targets. A blended direction has a primal and a dual part, of different weights.
/// </remarks>
sealed unsafe class Direction
{
    internal Direction(HourlyProblem problem, int border, double* rows, bool isKept)
    {
        int columns = problem.Slots.Length, shared = problem.SharedCost.Length, years = problem.YearLimit.Length;
        Dual = problem.Take(columns);
        Primal = isKept ? problem.Take(columns) : Dual;
        TargetLower = problem.Take(columns);
        TargetUpper = problem.Take(columns);
        Rows = rows;
        Border = new double[border];
        (SharedPrimal, SharedDual) = (new double[shared], new double[shared]);
        (SlackLower, SlackUpper, MultiplierLower, MultiplierUpper) = (new double[shared], new double[shared], new double[shared], new double[shared]);
        (SharedTargetLower, SharedTargetUpper) = (new double[shared], new double[shared]);
        (YearSlack, YearDual, YearTarget) = (new double[years], new double[years], new double[years]);
    }

    /// <summary>dx of the slacks [tile][column][step][lane].</summary>
    internal double* Primal { get; }

    /// <summary>dx that the multiplier steps follow from.</summary>
    internal double* Dual { get; }

    /// <summary>Complementarity targets of the sides.</summary>
    internal double* TargetLower { get; }

    internal double* TargetUpper { get; }

    /// <summary>dy [tile][row][step][lane].</summary>
    internal double* Rows { get; }

    /// <summary>de, dz, dg as solved.</summary>
    internal double[] Border { get; }

    /// <summary>dz of the slacks, and dz that the multiplier steps follow from.</summary>
    internal double[] SharedPrimal { get; }

    internal double[] SharedDual { get; }

    /// <summary>Steps of the slacks and multipliers of the bounds of shared columns.</summary>
    internal double[] SlackLower { get; }

    internal double[] SlackUpper { get; }

    internal double[] MultiplierLower { get; }

    internal double[] MultiplierUpper { get; }

    internal double[] SharedTargetLower { get; }

    internal double[] SharedTargetUpper { get; }

    internal double[] YearSlack { get; }

    internal double[] YearDual { get; }

    internal double[] YearTarget { get; }

    /// <summary>Share of the residuals removed, of the primal and of the dual part.</summary>
    internal double EtaPrimal { get; set; } = 1;

    internal double EtaDual { get; set; } = 1;
}

/// <summary>Shared columns and year rows: values, slacks, multipliers, residuals.</summary>
sealed class SharedState
{
    internal SharedState(HourlyProblem problem)
    {
        int n = problem.SharedCost.Length, m = problem.YearLimit.Length;
        (Z, SlackLower, SlackUpper, MultiplierLower, MultiplierUpper) = (new double[n], new double[n], new double[n], new double[n], new double[n]);
        (ResidualLower, ResidualUpper, Residual) = (new double[n], new double[n], new double[n]);
        (YearSlack, Y, YearResidual) = (new double[m], new double[m], new double[m]);
        HasLower = [.. problem.SharedLower.Select(double.IsFinite)];
        HasUpper = [.. problem.SharedUpper.Select(double.IsFinite)];
    }

    internal double[] Z { get; }

    internal double[] SlackLower { get; }

    internal double[] SlackUpper { get; }

    internal double[] MultiplierLower { get; }

    internal double[] MultiplierUpper { get; }

    internal double[] ResidualLower { get; }

    internal double[] ResidualUpper { get; }

    /// <summary>Dual residual of the shared columns.</summary>
    internal double[] Residual { get; }

    internal double[] YearSlack { get; }

    internal double[] Y { get; }

    /// <summary>C x + E z − s − f.</summary>
    internal double[] YearResidual { get; }

    internal bool[] HasLower { get; }

    internal bool[] HasUpper { get; }
}

/// <summary>Sums of one group in one pass, added up in the order of the groups.</summary>
sealed class GroupSums
{
    internal GroupSums(HourlyProblem problem, BorderSystem border)
    {
        int n = problem.SharedCost.Length, m = problem.YearLimit.Length;
        (Curvature, Gradient, Right) = (new double[n], new double[n], new double[n]);
        (YearShared, YearYear, YearActivity, YearRight) = (new double[m * n], new double[m * m], new double[m], new double[m]);
        Border = new double[border.Length];
    }

    /// <summary>Σ θl θu (aU − aL)² / D …, the curvature of each shared column.</summary>
    internal double[] Curvature { get; }

    /// <summary>Σ aL zl − Σ aU zu − F'y of each shared column.</summary>
    internal double[] Gradient { get; }

    /// <summary>Σ φ r1 − (aL tl − aU tu) of each shared column.</summary>
    internal double[] Right { get; }

    internal double[] YearShared { get; }

    internal double[] YearYear { get; }

    internal double[] YearActivity { get; }

    /// <summary>Σ C D⁻¹ r1.</summary>
    internal double[] YearRight { get; }

    /// <summary>Products V'dy of a solve.</summary>
    internal double[] Border { get; }

    internal double Primal, Dual, RowSize, RowViolation, BoundViolation, DualSize, PairSize, Products;

    internal double[] Numbers { get; } = new double[64];

    internal void Clear()
    {
        foreach (var array in (double[][])[Curvature, Gradient, Right, YearShared, YearYear, YearActivity, YearRight, Border, Numbers])
        {
            Array.Clear(array);
        }

        Primal = Dual = RowSize = RowViolation = BoundViolation = DualSize = PairSize = Products = 0;
    }
}
