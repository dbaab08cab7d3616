using System.Numerics;

namespace Suandian.PowerFlow;

/// <summary>Susceptance of a branch in the DC power flow; the two forms in use give different flows, so that the form is always named.</summary>
public enum DcForm
{
    /// <summary>b = 1/(x · tap), as MATPOWER's rundcpf and rundcopf.</summary>
    ReactanceAndTap,

    /// <summary>b = x/(r² + x²), taps left out, as PowerModels and the DC column of PGLib-OPF.</summary>
    SeriesSusceptance,
}

/// <summary>Angles and flows of a DC power flow: no losses, all voltages 1 pu.</summary>
/// <param name="AngleDeg">Angle, degrees; NaN at buses left out. Shape [buses].</param>
/// <param name="FromMw">Flow from the from end to the to end, MW. Shape [branches].</param>
/// <param name="GeneratorMw">Active power of each generator, MW; the first at the slack makes up for what is missing. Shape [generators].</param>
/// <param name="IsSolved">False where the equations have no solution, as negative reactances cancel; the numbers have no meaning then.</param>
public sealed record DcFlowSolution(double[] AngleDeg, double[] FromMw, double[] GeneratorMw, bool IsSolved);

/// <summary>DC power flow: p = b (θ from − θ to − shift), balanced at every bus, shunt conductances as loads.</summary>
/// <remarks>Source: B. Stott, J. Jardim, O. Alsaç, IEEE Trans. Power Syst. 24 (2009) 1290. Checked against: MATPOWER 8.1 rundcpf, 1e-8 degrees.</remarks>
public static class DcFlow
{
    /// <summary>A diagonal closer to zero than this makes rows be exchanged.</summary>
    const double SafePivot = 1e-12;

    /// <summary>Computes a DC power flow.</summary>
    /// <param name="grid">Grid with a slack; islands without are left out.</param>
    /// <param name="form">Susceptance of a branch.</param>
    /// <exception cref="ArgumentException">No slack, or a branch in service has no susceptance in this form (x = 0).</exception>
    public static DcFlowSolution Solve(PowerGrid grid, DcForm form)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var roles = new FlowRoles(grid);
        var susceptance = Susceptances(grid, roles.Used, form);
        var equations = FlowEquations.Of(grid, roles.Used, BranchTwoPorts.Of(grid, []), new Complex[grid.Buses.Count]);
        var factors = new BlockLu(equations.Factors);
        var right = Injections(grid, roles);
        Assemble(grid, roles, equations, susceptance, (factors, right));
        var ordered = new double[2 * equations.Size];
        for (var i = 0; i < equations.Size; i++)
        {
            ordered[2 * i] = right[equations.Factors.Order[i]];
        }

        var given = (double[])ordered.Clone();
        factors.FactorAndSolve(ordered);
        var isSolved = factors.SmallestPivot > SafePivot;
        if (!isSolved)
        {
            Assemble(grid, roles, equations, susceptance, (factors, (double[])right.Clone()));
            var pivoting = PivotingLu.Of(2 * equations.Size, column => Column(factors, equations.Factors, column));
            ordered = pivoting?.Solve(given) ?? ordered;
            isSolved = pivoting is not null;
        }

        var angle = new double[grid.Buses.Count];
        for (var b = 0; b < angle.Length; b++)
        {
            angle[b] = roles.Kind[b] == GridBusKind.Isolated ? double.NaN : ordered[2 * equations.Factors.Position[b]];
        }

        return Read(grid, roles, susceptance, angle) with { IsSolved = isSolved };
    }

    /// <summary>A column of the blocks that were assembled, for an exchange of rows.</summary>
    static IEnumerable<(int Row, double Value)> Column(BlockLu factors, BlockPattern pattern, int column)
    {
        var (i, side) = (column / 2, column % 2);
        for (var q = pattern.RowStart[i]; q < pattern.RowStart[i + 1]; q++)
        {
            var block = 4 * pattern.Find(pattern.Column[q], i);
            yield return (2 * pattern.Column[q], factors.Numbers[block + side]);
            yield return (2 * pattern.Column[q] + 1, factors.Numbers[block + 2 + side]);
        }
    }

    static double[] Susceptances(PowerGrid grid, int[] used, DcForm form)
    {
        var b = new double[grid.Branches.Count];
        foreach (var k in used)
        {
            b[k] = Susceptance(grid, k, form);
        }

        return b;
    }

    /// <summary>Susceptance of a branch, pu.</summary>
    /// <exception cref="ArgumentException">It has no reactance.</exception>
    internal static double Susceptance(PowerGrid grid, int branch, DcForm form)
    {
        double r = grid.Branches.ResistancePu[branch], x = grid.Branches.ReactancePu[branch];
        return x == 0 ? throw new ArgumentException($"branch {branch} of grid '{grid.Name}' has no reactance", nameof(grid))
            : form == DcForm.ReactanceAndTap ? 1 / (x * grid.Branches.Tap(branch)) : x / (r * r + x * x);
    }

    /// <summary>Power given to each bus, pu.</summary>
    static double[] Injections(PowerGrid grid, FlowRoles roles)
    {
        var injection = new double[grid.Buses.Count];
        for (var b = 0; b < injection.Length; b++)
        {
            injection[b] = (roles.GeneratorsAt[b].Sum(g => grid.Generators.PowerMw[g]) - grid.Buses.LoadMw[b] - grid.Buses.ShuntMw[b]) / grid.BaseMva;
        }

        return injection;
    }

    static void Assemble(PowerGrid grid, FlowRoles roles, FlowEquations equations, double[] susceptance, (BlockLu Factors, double[] Right) system)
    {
        var pattern = equations.Factors;
        var (factors, right) = system;
        factors.Clear();
        foreach (var k in roles.Used)
        {
            var (from, to, shift) = (grid.Branches.From[k], grid.Branches.To[k], grid.Branches.ShiftDeg[k] * (Math.PI / 180));
            Row(from, to, -shift);
            Row(to, from, shift);

            // b (θ at − θ other + shift) leaves the bus
            void Row(int at, int other, double added)
            {
                var i = pattern.Position[at];
                right[at] -= susceptance[k] * added;
                factors.Numbers[4 * pattern.Diagonal[i]] += susceptance[k];
                if (roles.Kind[other] == GridBusKind.Slack)
                {
                    right[at] += susceptance[k] * grid.Buses.AngleDeg[other] * (Math.PI / 180);
                }
                else if (roles.Kind[at] != GridBusKind.Slack)
                {
                    factors.Numbers[4 * pattern.Find(i, pattern.Position[other])] -= susceptance[k];
                }
            }
        }

        for (var i = 0; i < pattern.Size; i++)
        {
            var bus = pattern.Order[i];
            var diagonal = factors.Numbers.Slice(4 * pattern.Diagonal[i], 4);
            diagonal[3] = 1;
            if (roles.Kind[bus] is GridBusKind.Slack or GridBusKind.Isolated)
            {
                diagonal[0] = 1;
                right[bus] = grid.Buses.AngleDeg[bus] * (Math.PI / 180);
            }
        }
    }

    static DcFlowSolution Read(PowerGrid grid, FlowRoles roles, double[] susceptance, double[] angle)
    {
        var (flow, balance) = (new double[grid.Branches.Count], Injections(grid, roles));
        foreach (var k in roles.Used)
        {
            var (from, to) = (grid.Branches.From[k], grid.Branches.To[k]);
            var p = susceptance[k] * (angle[from] - angle[to] - grid.Branches.ShiftDeg[k] * (Math.PI / 180));
            balance[from] -= p;
            balance[to] += p;
            flow[k] = p * grid.BaseMva;
        }

        double[] output = [.. Enumerable.Range(0, grid.Generators.Count).Select(g => grid.Generators.InService[g] ? grid.Generators.PowerMw[g] : 0)];
        for (var b = 0; b < angle.Length; b++)
        {
            if (roles.Kind[b] == GridBusKind.Slack && roles.GeneratorsAt[b] is [var first, ..])
            {
                output[first] -= balance[b] * grid.BaseMva;
            }

            angle[b] *= 180 / Math.PI;
        }

        return new DcFlowSolution(angle, flow, output, IsSolved: true);
    }
}
