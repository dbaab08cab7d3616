using Suandian.PowerFlow;

namespace Suandian.Distribution.Year;

/// <summary>Isolated buses with load: dark ones that something new could supply, and those that the case takes out of the grid.</summary>
/// <remarks>
/// A MATPOWER case has no other way to write a bus without supply than type 4, as an island without slack is refused there. So a part of isolated buses with load counts
/// as dark, unless a branch in service joins it with buses that are not isolated: there the case itself says that the bus is out though it could be fed.
/// </remarks>
public static class IsolatedBuses
{
    /// <summary>The same grid with the isolated parts that are merely dark as buses whose powers are given.</summary>
    /// <param name="grid">A grid.</param>
    /// <param name="hours">Its hours, which tell what load is there.</param>
    public static PowerGrid AsDark(PowerGrid grid, FeederHours hours)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        var isDark = Free(grid);
        bool[] hasLoad = [.. UnsuppliedLoad.Of(grid, hours).Buses.Aggregate(new bool[isDark.Length], (has, b) => { has[b] = isDark[b]; return has; })];
        Spread(grid, hasLoad, (k, to) => isDark[to]);
        return hasLoad.Contains(true) ? grid with { Buses = grid.Buses with { Kind = [.. grid.Buses.Kind.Zip(hasLoad, (kind, isFed) => isFed ? GridBusKind.Pq : kind)] } } : grid;
    }

    /// <summary>The part of the load without supply that lies at isolated buses, which no measure and no switch reaches.</summary>
    /// <param name="grid">A grid.</param>
    /// <param name="hours">Its hours.</param>
    public static UnsuppliedLoad LoadOf(PowerGrid grid, FeederHours hours)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return UnsuppliedLoad.Of(grid, hours, b => grid.Buses.Kind[b] == GridBusKind.Isolated);
    }

    /// <summary>True for an isolated bus that no branch in service joins with buses that are not, directly or by other isolated ones. Shape [buses].</summary>
    static bool[] Free(PowerGrid grid)
    {
        bool[] isJoined = [.. grid.Buses.Kind.Select(kind => kind != GridBusKind.Isolated)];
        Spread(grid, isJoined, (k, _) => grid.Branches.InService[k]);
        return [.. isJoined.Select(joined => !joined)];
    }

    /// <summary>Marks what branches join with what is marked.</summary>
    static void Spread(PowerGrid grid, bool[] isMarked, Func<int, int, bool> carries)
    {
        for (var grows = true; grows;)
        {
            grows = false;
            for (var k = 0; k < grid.Branches.Count; k++)
            {
                var (a, b) = (grid.Branches.From[k], grid.Branches.To[k]);
                if (isMarked[a] != isMarked[b] && carries(k, isMarked[a] ? b : a))
                {
                    grows = isMarked[a] = isMarked[b] = true;
                }
            }
        }
    }
}
