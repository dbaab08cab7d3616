namespace Suandian.PowerFlow;

/// <summary>What is given at each bus once generators out of service and islands without slack are considered; arrays [buses].</summary>
/// <remarks>
/// A PV bus whose generators are all out of service is a PQ bus. An island without slack is left out like isolated buses.
/// The set voltage of the last generator in service at a bus counts.
/// </remarks>
sealed class FlowRoles
{
    internal FlowRoles(PowerGrid grid)
    {
        if (!grid.Buses.Kind.Contains(GridBusKind.Slack))
        {
            throw new ArgumentException($"no island of grid '{grid.Name}' has a slack", nameof(grid));
        }

        var (buses, generators) = (grid.Buses, grid.Generators);
        Islands = GridIslands.Of(grid);
        Kind = [.. buses.Kind];
        SetpointPu = [.. buses.VoltagePu];
        GeneratorsAt = [.. Enumerable.Range(0, generators.Count).Where(g => generators.InService[g]).GroupBy(g => generators.Bus[g])
            .Aggregate(new int[buses.Count][], (lists, group) => { lists[group.Key] = [.. group]; return lists; }).Select(list => list ?? [])];
        for (var b = 0; b < buses.Count; b++)
        {
            if (Kind[b] == GridBusKind.Pv && GeneratorsAt[b].Length == 0)
            {
                Kind[b] = GridBusKind.Pq;
            }

            if (Kind[b] is GridBusKind.Pv or GridBusKind.Slack && GeneratorsAt[b] is [.., var last])
            {
                SetpointPu[b] = generators.SetpointPu[last];
            }
        }

        Kind = [.. Kind.Zip(Islands.Supplied(buses), (kind, isSupplied) => isSupplied ? kind : GridBusKind.Isolated)];

        Used = [.. Enumerable.Range(0, grid.Branches.Count).Where(k => grid.Branches.InService[k]
            && Kind[grid.Branches.From[k]] != GridBusKind.Isolated && Kind[grid.Branches.To[k]] != GridBusKind.Isolated)];
    }

    /// <summary>Islands of the grid.</summary>
    internal GridIslands Islands { get; }

    /// <summary>What is given.</summary>
    internal GridBusKind[] Kind { get; }

    /// <summary>Voltage held at PV buses and slacks; elsewhere that of the start, pu.</summary>
    internal double[] SetpointPu { get; }

    /// <summary>Generators in service at each bus.</summary>
    internal int[][] GeneratorsAt { get; }

    /// <summary>Branches that carry anything.</summary>
    internal int[] Used { get; }
}
