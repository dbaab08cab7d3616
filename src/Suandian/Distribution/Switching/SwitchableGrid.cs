using Suandian.PowerFlow;

namespace Suandian.Distribution.Switching;

/// <summary>A grid whose branches may be open or closed, as a graph in which all slacks are one node.</summary>
/// <remarks>
/// A state of the switches feeds every bus from exactly one slack where its closed arcs are a spanning tree of this graph. Branches that
/// may not be switched are closed where they are in service, and no arcs elsewhere. Buses that no state connects to a slack are left out.
/// </remarks>
sealed class SwitchableGrid
{
    internal SwitchableGrid(PowerGrid grid, Func<int, bool> canSwitch)
    {
        var branches = grid.Branches;
        Grid = grid with { Branches = branches with { InService = [.. Enumerable.Range(0, branches.Count).Select(k => branches.InService[k] || canSwitch(k))] } };
        Roles = new FlowRoles(Grid);
        NodeOf = new int[grid.Buses.Count];
        Nodes = 1;
        for (var b = 0; b < NodeOf.Length; b++)
        {
            NodeOf[b] = Roles.Kind[b] switch { GridBusKind.Slack => 0, GridBusKind.Isolated => -1, _ => Nodes++ };
        }

        int[] loops = [.. Roles.Used.Where(k => NodeOf[branches.From[k]] == NodeOf[branches.To[k]])];
        BetweenSlacks = [.. loops.Where(k => !canSwitch(k))];
        Branch = [.. Roles.Used.Except(loops)];
        CanOpen = [.. Branch.Select(canSwitch)];
        (From, To) = ([.. Branch.Select(k => NodeOf[branches.From[k]])], [.. Branch.Select(k => NodeOf[branches.To[k]])]);
    }

    /// <summary>The grid with every arc closed.</summary>
    internal PowerGrid Grid { get; }

    /// <summary>What is given at the buses with every arc closed.</summary>
    internal FlowRoles Roles { get; }

    /// <summary>Node of each bus, 0 at slacks; −1 where it is left out.</summary>
    internal int[] NodeOf { get; }

    /// <summary>Number of nodes.</summary>
    internal int Nodes { get; }

    /// <summary>Branch of each arc.</summary>
    internal int[] Branch { get; }

    /// <summary>True where an arc may be opened.</summary>
    internal bool[] CanOpen { get; }

    /// <summary>Node at the from end of each arc.</summary>
    internal int[] From { get; }

    /// <summary>Node at the to end of each arc.</summary>
    internal int[] To { get; }

    /// <summary>Branches between slacks that may not be opened: no radial state exists.</summary>
    internal int[] BetweenSlacks { get; }

    /// <summary>Arcs that every radial state has open.</summary>
    internal int Loops => Branch.Length - Nodes + 1;

    /// <summary>A loop of arcs that may not be opened, as branches; empty where there is none.</summary>
    internal int[] FixedLoop()
    {
        var forest = new DisjointNodes(Nodes);
        return [.. Enumerable.Range(0, Branch.Length).Where(a => !CanOpen[a] && !forest.Join(From[a], To[a])).Select(a => Branch[a])];
    }

    /// <summary>The arcs that are closed in a grid; null where they are no spanning tree.</summary>
    internal bool[]? Closed(PowerGrid grid)
    {
        bool[] isClosed = [.. Branch.Select(k => grid.Branches.InService[k])];
        return IsSpanningTree(isClosed) ? isClosed : null;
    }

    /// <summary>True where the closed arcs are a spanning tree.</summary>
    internal bool IsSpanningTree(bool[] isClosed)
    {
        var (forest, joined) = (new DisjointNodes(Nodes), 0);
        for (var a = 0; a < isClosed.Length; a++)
        {
            if (isClosed[a] && !forest.Join(From[a], To[a]))
            {
                return false;
            }

            joined += isClosed[a] ? 1 : 0;
        }

        return joined == Nodes - 1;
    }

    /// <summary>The grid in a state: arcs as given, branches between slacks open.</summary>
    internal PowerGrid Switched(bool[] isClosed)
    {
        var inService = (bool[])Grid.Branches.InService.Clone();
        foreach (var k in Roles.Used)
        {
            inService[k] = false;
        }

        for (var a = 0; a < isClosed.Length; a++)
        {
            inService[Branch[a]] = isClosed[a];
        }

        return Grid with { Branches = Grid.Branches with { InService = inService } };
    }
}

/// <summary>Nodes that are joined step by step.</summary>
sealed class DisjointNodes
{
    readonly int[] _root;

    internal DisjointNodes(int count) => _root = [.. Enumerable.Range(0, count)];

    /// <summary>Joins two nodes; false where they were joined already.</summary>
    internal bool Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        _root[Math.Max(a, b)] = Math.Min(a, b);
        return a != b;
    }

    /// <summary>The node that stands for all that are joined with a node.</summary>
    internal int Root(int node)
    {
        while (_root[node] != node)
        {
            node = _root[node] = _root[_root[node]];
        }

        return node;
    }
}
