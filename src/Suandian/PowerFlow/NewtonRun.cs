namespace Suandian.PowerFlow;

/// <summary>Newton steps on a kernel until the mismatches are small, with a guard over the accuracy of each step.</summary>
sealed class NewtonRun(NewtonKernel kernel, FlowEquations equations)
{
    /// <summary>A diagonal block closer to singular than this makes the residual be checked.</summary>
    const double SafePivot = 1e-11;

    /// <summary>Residual of a step relative to its right-hand side that passes.</summary>
    const double GoodResidual = 1e-9;

    /// <summary>Mismatches of so many times the round-off of their terms count as zero.</summary>
    const double RoundOffs = 32;

    /// <summary>Longest step that is tried first where steps are shortened, rad and pu.</summary>
    const double LongestStep = 0.6;

    const double ShortestShare = 1.0 / 4096;

    /// <summary>Where nothing is taken from a bus, no voltage at all balances its powers, too; less than this is no solution, pu.</summary>
    internal const double LeastVoltagePu = 0.01;

    readonly Dictionary<int, double> _change = [];
    double[]? _share;
    int[] _slackOf = [];
    int[] _slacks = [];
    double _merit;

    /// <summary>Newton steps so far.</summary>
    internal int Steps { get; private set; }

    /// <summary>Largest mismatch at the end, pu.</summary>
    internal double MismatchPu { get; private set; }

    /// <summary>How many steps were solved with exchange of rows, as the blocks alone were not accurate.</summary>
    internal int PivotedSteps { get; private set; }

    /// <summary>Power each slack has handed to the generators that share it, by position of the slack, pu.</summary>
    internal Dictionary<int, double> Handed { get; } = [];

    /// <summary>Lets a power be shared.</summary>
    /// <param name="share">Share of each position in what its island is short of; 1 in all for each island.</param>
    /// <param name="slackOf">Position of the slack of the island of each position; −1 for one that is left out.</param>
    internal void ShareSlack(double[] share, int[] slackOf) => (_share, _slackOf, _slacks) = (share, slackOf, [.. slackOf.Where(s => s >= 0).Distinct()]);

    /// <summary>Goes back to powers that were handed out before.</summary>
    internal void HandOut(Dictionary<int, double> handed)
    {
        Handed.Clear();
        foreach (var (slack, power) in handed)
        {
            Handed[slack] = power;
        }
    }

    /// <summary>Forgets the counts of earlier runs.</summary>
    internal void Reset()
    {
        (Steps, PivotedSteps) = (0, 0);
        Handed.Clear();
    }

    /// <summary>Full steps.</summary>
    /// <returns>True where the mismatches are below the tolerance, or at their round-off.</returns>
    internal bool Newton(double tolerance, int limit)
    {
        var previous = double.PositiveInfinity;
        for (var step = 0; ; step++)
        {
            MismatchPu = Assemble();
            if (MismatchPu < tolerance || IsRoundOff(previous))
            {
                return IsAlive();
            }

            if (step >= limit || !(MismatchPu < 1e100))
            {
                return false;
            }

            Solve(isDoubtful: step > 1 && MismatchPu > 0.5 * previous);
            Step(1);
            Steps++;
            previous = MismatchPu;
        }
    }

    /// <summary>Steps shortened until the sum of squared mismatches falls.</summary>
    internal bool Damped(double tolerance, int limit)
    {
        var (before, step) = (new double[2 * kernel.Size], new double[2 * kernel.Size]);
        MismatchPu = Assemble();
        for (var i = 0; i < limit && MismatchPu >= tolerance; i++)
        {
            var (merit, handed) = (_merit, new Dictionary<int, double>(Handed));
            Solve(isDoubtful: false);
            kernel.State.CopyTo(before);
            kernel.Right.CopyTo(step);
            var largest = step.Max(x => Math.Abs(x));
            if (!double.IsFinite(largest))
            {
                return false;
            }

            var (share, last) = (Math.Min(1, LongestStep / largest), MismatchPu);
            for (; ; share /= 2)
            {
                Step(share);
                MismatchPu = Assemble();
                if (_merit < (1 - 0.1 * share) * merit)
                {
                    break;
                }

                before.CopyTo(kernel.State);
                step.CopyTo(kernel.Right);
                HandOut(handed);
                if (share < ShortestShare)
                {
                    MismatchPu = Assemble();
                    return IsRoundOff(last) && IsAlive();
                }
            }

            Steps++;
        }

        return MismatchPu < tolerance && IsAlive();
    }

    bool IsAlive()
    {
        for (var i = 0; i < kernel.Size; i++)
        {
            if (kernel.Kinds[i] != Given.Nothing && double.Hypot(kernel.State[2 * i], kernel.State[2 * i + 1]) < LeastVoltagePu)
            {
                return false;
            }
        }

        return true;
    }

    bool IsRoundOff(double previous) => MismatchPu >= 0.5 * previous && MismatchPu < 1e-5 && MismatchPu <= RoundOffs * kernel.RoundOff();

    /// <summary>A share of the step, of the voltages and of the powers that are handed out.</summary>
    void Step(double share)
    {
        kernel.Step(share);
        foreach (var (slack, power) in _change)
        {
            Handed[slack] = Handed.GetValueOrDefault(slack) + share * power;
        }
    }

    /// <summary>Assembles with what has been handed out; the slacks that share must be balanced, too.</summary>
    double Assemble()
    {
        if (_share is null)
        {
            var largest = kernel.Assemble();
            _merit = kernel.Merit;
            return largest;
        }

        var given = (double[])kernel.Active.Clone();
        for (var i = 0; i < kernel.Size; i++)
        {
            kernel.Active[i] += _slackOf[i] < 0 ? 0 : Handed.GetValueOrDefault(_slackOf[i]) * _share[i];
        }

        var worst = kernel.Assemble();
        given.CopyTo(kernel.Active, 0);
        _merit = kernel.Merit;
        foreach (var slack in _slacks)
        {
            worst = Math.Max(worst, Math.Abs(kernel.ActiveMismatch[slack]));
            _merit += kernel.ActiveMismatch[slack] * kernel.ActiveMismatch[slack];
        }

        return worst;
    }

    void Solve(bool isDoubtful)
    {
        var extra = _share is null ? null : ShareColumn();
        kernel.Factors.FactorAndSolve(kernel.Right);
        Further(extra);
        if (isDoubtful || kernel.Factors.SmallestPivot < SafePivot)
        {
            Verify(extra);
        }

        if (extra is not null)
        {
            GiveOut(extra);
        }
    }

    double[] ShareColumn()
    {
        var column = new double[2 * kernel.Size];
        for (var i = 0; i < kernel.Size; i++)
        {
            column[2 * i] = kernel.Kinds[i] == Given.Nothing ? 0 : _share![i];
        }

        return column;
    }

    void Further(double[]? extra)
    {
        if (extra is not null)
        {
            kernel.Factors.Solve(extra);
        }
    }

    /// <summary>Power to hand out so that the slack, too, is balanced to first order: dλ = (r − J u)/(J w − share), u the step, w that of the shares.</summary>
    void GiveOut(double[] extra)
    {
        foreach (var slack in _slacks)
        {
            var power = (kernel.ActiveMismatch[slack] - RowTimes(slack, kernel.Right)) / (RowTimes(slack, extra) - _share![slack]);
            _change[slack] = power;
            for (var i = 0; i < kernel.Size; i++)
            {
                if (_slackOf[i] == slack)
                {
                    kernel.Right[2 * i] += power * extra[2 * i];
                    kernel.Right[2 * i + 1] += power * extra[2 * i + 1];
                }
            }
        }
    }

    /// <summary>Change of the active power at the slack with a step of the others.</summary>
    double RowTimes(int slack, ReadOnlySpan<double> step)
    {
        double sum = 0, e = kernel.State[2 * slack], f = kernel.State[2 * slack + 1];
        for (var k = equations.Start[slack]; k < equations.Start[slack + 1]; k++)
        {
            var j = equations.Column[k];
            double real = equations.G[k] * kernel.State[2 * j] - equations.B[k] * kernel.State[2 * j + 1];
            double imaginary = equations.G[k] * kernel.State[2 * j + 1] + equations.B[k] * kernel.State[2 * j];
            sum += (f * real - e * imaginary) * step[2 * j] + (e * real + f * imaginary) * step[2 * j + 1];
        }

        return sum;
    }

    /// <summary>Checks the residual of the step; refines it once, then solves anew with exchange of rows.</summary>
    void Verify(double[]? extra)
    {
        var check = new JacobianCheck(kernel, equations);
        var step = kernel.Right.ToArray();
        Assemble();
        check.Take();
        if (check.Residual(step, out var residual) > GoodResidual)
        {
            residual.CopyTo(kernel.Right);
            kernel.Factors.FactorAndSolve(kernel.Right);
            for (var i = 0; i < step.Length; i++)
            {
                step[i] += kernel.Right[i];
            }

            if (!(check.Residual(step, out _) <= GoodResidual) && check.Pivoting() is { } factors)
            {
                PivotedSteps++;
                step = factors.Solve(check.Right);
                if (extra is not null)
                {
                    factors.Solve(ShareColumn()).CopyTo(extra, 0);
                }
            }
        }

        step.CopyTo(kernel.Right);
    }
}
