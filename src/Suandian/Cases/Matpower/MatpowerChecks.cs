using Suandian.Cases.Tables;
using Suandian.PowerFlow;

namespace Suandian.Cases.Matpower;

/// <summary>What only the grid as a whole can tell: limits that cross, impedances of zero, slacks, parts at isolated buses.</summary>
sealed class MatpowerChecks(Findings findings)
{
    /// <summary>Below this an impedance takes the digits of the flow with it, pu.</summary>
    const double LeastPu = 1e-8;

    internal void Run(PowerGrid grid, MatpowerTable buses, MatpowerTable branches, MatpowerTable generators)
    {
        Crossed(buses, 12, 11);
        Crossed(generators, 4, 3);
        Crossed(generators, 9, 8);
        Crossed(branches, 11, 12);
        Branches(grid.Branches, branches);
        if (!findings.HasErrors)
        {
            Generators(grid, buses, generators);
            Islands(grid, buses);
        }
    }

    void Crossed(MatpowerTable table, int least, int most)
    {
        for (var row = 0; row < table.Count; row++)
        {
            if (table[least][row] > table[most][row])
            {
                findings.Add(ProblemCode.GridLimits, table.At(row, least), MatpowerTable.Plain(table[least][row]), ("most", MatpowerTable.Plain(table[most][row])));
            }
        }
    }

    void Branches(GridBranches branches, MatpowerTable table)
    {
        for (var k = 0; k < branches.Count; k++)
        {
            if (branches.From[k] >= 0 && branches.From[k] == branches.To[k])
            {
                findings.Add(ProblemCode.GridSameEnds, table.At(k, 1), MatpowerTable.Plain(table[1][k]));
            }

            if (branches.InService[k] && branches.ResistancePu[k] == 0 && branches.ReactancePu[k] == 0)
            {
                findings.Add(ProblemCode.GridNoImpedance, table.At(k, 3), "0");
            }
            else if (branches.InService[k] && double.Hypot(branches.ResistancePu[k], branches.ReactancePu[k]) is < LeastPu and var z)
            {
                findings.Add(ProblemCode.GridTinyImpedance, table.At(k, 3), MatpowerTable.Plain(z), ("least", "1e-8"));
            }
        }
    }

    void Generators(PowerGrid grid, MatpowerTable buses, MatpowerTable table)
    {
        var (generators, kinds) = (grid.Generators, grid.Buses.Kind);
        var setpoints = new double[grid.Buses.Count];
        for (var g = 0; g < generators.Count; g++)
        {
            var bus = generators.Bus[g];
            if (!generators.InService[g])
            {
                continue;
            }

            if (kinds[bus] is GridBusKind.Isolated)
            {
                findings.Add(ProblemCode.GridIsolated, table.At(g, 0), MatpowerTable.Plain(grid.Buses.Number[bus]));
            }
            else if (kinds[bus] is not GridBusKind.Pq && setpoints[bus] != 0 && setpoints[bus] != generators.SetpointPu[g])
            {
                findings.Add(ProblemCode.GridSetpoints, table.At(g, 5), MatpowerTable.Plain(generators.SetpointPu[g]), ("first", MatpowerTable.Plain(setpoints[bus])));
            }

            setpoints[bus] = generators.SetpointPu[g];
        }

        for (var b = 0; b < kinds.Length; b++)
        {
            if (setpoints[b] == 0 && kinds[b] is GridBusKind.Pv or GridBusKind.Slack)
            {
                findings.Add(kinds[b] == GridBusKind.Pv ? ProblemCode.GridPvUnfed : ProblemCode.GridSlackUnfed, buses.At(b, 1), MatpowerTable.Plain(grid.Buses.Number[b]));
            }
        }
    }

    void Islands(PowerGrid grid, MatpowerTable buses)
    {
        var islands = GridIslands.Of(grid);
        for (var island = 0; island < islands.Count; island++)
        {
            var members = Enumerable.Range(0, grid.Buses.Count).Where(b => islands.OfBus[b] == island).ToArray();
            var slacks = members.Where(b => grid.Buses.Kind[b] == GridBusKind.Slack).ToArray();
            if (slacks.Length == 0)
            {
                var named = string.Join(' ', members.Take(12).Select(b => grid.Buses.Number[b])) + (members.Length > 12 ? " …" : "");
                findings.Add(ProblemCode.GridSlackMissing, buses.At(members[0], 1), named, ("count", members.Length));
            }

            foreach (var second in slacks.Skip(1))
            {
                findings.Add(ProblemCode.GridSlackTwice, buses.At(second, 1), MatpowerTable.Plain(grid.Buses.Number[second]), ("first", grid.Buses.Number[slacks[0]]));
            }
        }
    }
}
