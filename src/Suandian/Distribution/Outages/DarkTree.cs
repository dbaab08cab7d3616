using Suandian.Distribution.Year;

namespace Suandian.Distribution.Outages;

/// <summary>The part of a radial grid that an outage leaves dark: a tree, its buses parents first, each followed by all that hangs on it.</summary>
sealed class DarkTree
{
    readonly Dictionary<int, int> _placeOf;
    readonly int[] _size;
    readonly double[] _load;

    /// <summary>The tree below a bus.</summary>
    /// <param name="paths">Ways of the grid in service.</param>
    /// <param name="followers">Buses behind each bus, itself included.</param>
    /// <param name="place">Place of the bus in the order of the ways.</param>
    /// <param name="loadMw">Mean load of each bus of the grid, MW.</param>
    internal DarkTree(FeederPaths paths, int[] followers, int place, double[] loadMw)
    {
        Buses = paths.Order[place..(place + followers[paths.Order[place]])];
        _placeOf = Buses.Select((bus, i) => (bus, i)).ToDictionary(x => x.bus, x => x.i);
        _size = [.. Buses.Select(b => followers[b])];
        Branch = [.. Buses.Select(b => paths.Branch[b])];
        _load = new double[Buses.Length];
        for (var i = Buses.Length - 1; i >= 0; i--)
        {
            _load[i] += loadMw[Buses[i]];
            if (i > 0)
            {
                _load[_placeOf[paths.Parent[Buses[i]]]] += _load[i];
            }
        }
    }

    /// <summary>Buses, the first being the one behind the lost branch.</summary>
    internal int[] Buses { get; }

    /// <summary>Branch towards the slack of each; the lost one first.</summary>
    internal int[] Branch { get; }

    /// <summary>Mean load of all, MW.</summary>
    internal double LoadMw => _load[0];

    /// <summary>Place of a bus; −1 where it is lit.</summary>
    internal int PlaceOf(int bus) => _placeOf.GetValueOrDefault(bus, -1);

    /// <summary>Part in which a place lies when branches are opened: the place behind the nearest of them, or 0.</summary>
    internal int PartOf(int place, ReadOnlySpan<int> opened)
    {
        var part = 0;
        foreach (var o in opened)
        {
            part = place >= o && place < o + _size[o] && o > part ? o : part;
        }

        return part;
    }

    /// <summary>Mean load of a part, MW.</summary>
    internal double LoadOf(int part, ReadOnlySpan<int> opened)
    {
        var load = _load[part];
        foreach (var o in opened)
        {
            load -= o != part && PartOf(o, Without(opened, o)) == part ? _load[o] : 0;
        }

        return load;
    }

    static int[] Without(ReadOnlySpan<int> opened, int one)
    {
        var others = new List<int>(opened.Length);
        foreach (var o in opened)
        {
            if (o != one)
            {
                others.Add(o);
            }
        }

        return [.. others];
    }
}
