namespace Suandian.PowerFlow;

/// <summary>Which buses hang together by branches in service; isolated buses belong to none.</summary>
public sealed class GridIslands
{
    GridIslands(int[] ofBus, int count) => (OfBus, Count) = (ofBus, count);

    /// <summary>Number of islands.</summary>
    public int Count { get; }

    /// <summary>Island of each bus, numbered by the first bus; −1 for an isolated bus. Shape [buses].</summary>
    public int[] OfBus { get; }

    /// <summary>Finds the islands of a grid.</summary>
    public static GridIslands Of(PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var root = new int[grid.Buses.Count];
        for (var b = 0; b < root.Length; b++)
        {
            root[b] = b;
        }

        for (var k = 0; k < grid.Branches.Count; k++)
        {
            if (IsUsed(grid, k))
            {
                var (a, b) = (Root(root, grid.Branches.From[k]), Root(root, grid.Branches.To[k]));
                root[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        var (ofBus, count) = (new int[root.Length], 0);
        for (var b = 0; b < root.Length; b++)
        {
            ofBus[b] = grid.Buses.Kind[b] == GridBusKind.Isolated ? -1 : Root(root, b) == b ? count++ : ofBus[Root(root, b)];
        }

        return new GridIslands(ofBus, count);
    }

    /// <summary>True where a slack reaches a bus: the one answer to which loads are supplied. Shape [buses].</summary>
    /// <param name="buses">Buses of the grid these islands are of.</param>
    public bool[] Supplied(GridBuses buses)
    {
        ArgumentNullException.ThrowIfNull(buses);
        var hasSlack = new bool[Count];
        for (var b = 0; b < OfBus.Length; b++)
        {
            if (buses.Kind[b] == GridBusKind.Slack)
            {
                hasSlack[OfBus[b]] = true;
            }
        }

        return [.. OfBus.Select(island => island >= 0 && hasSlack[island])];
    }

    /// <summary>True where a branch is in service and neither end is isolated.</summary>
    public static bool IsUsed(PowerGrid grid, int branch) => grid.Branches.InService[branch]
        && grid.Buses.Kind[grid.Branches.From[branch]] != GridBusKind.Isolated && grid.Buses.Kind[grid.Branches.To[branch]] != GridBusKind.Isolated;

    static int Root(int[] root, int bus)
    {
        while (root[bus] != bus)
        {
            bus = root[bus] = root[root[bus]];
        }

        return bus;
    }
}
