namespace Suandian.Optimisation.Hourly;

/// <summary>Where each snapshot lies: time is cut into segments, eight segments run side by side in the lanes of a vector.</summary>
/// <remarks>
/// Eight segments are a group; a group is walked step by step, and its steps are stored in tiles of <see cref="TileSteps"/>
/// steps, [tile][slot][step][lane]. Shorter segments start later, so that all end in the last step; the steps before are inert.
/// The cut depends on the problem alone, never on the number of threads.
/// </remarks>
sealed class LaneLayout
{
    internal const int Lanes = 8;

    LaneLayout(int snapshots, int tileSteps) => (Snapshots, TileSteps, Place) = (snapshots, tileSteps, new long[snapshots]);

    /// <summary>Number of snapshots T.</summary>
    internal int Snapshots { get; }

    /// <summary>Steps in a tile.</summary>
    internal int TileSteps { get; }

    /// <summary>Numbers of one slot in a tile.</summary>
    internal int TileLength => TileSteps * Lanes;

    /// <summary>First tile of each group, and the end [groups + 1].</summary>
    internal int[] GroupStart { get; private set; } = [];

    /// <summary>Number of groups.</summary>
    internal int Groups => GroupStart.Length - 1;

    /// <summary>Number of tiles of all groups.</summary>
    internal int Tiles => GroupStart[^1];

    /// <summary>Runs of snapshots, eight to a group.</summary>
    internal Segment[] Segments { get; private set; } = [];

    /// <summary>tile × tile length + step × lanes + lane of each snapshot.</summary>
    internal long[] Place { get; }

    /// <summary>Place of a snapshot in an array of several slots.</summary>
    internal long Index(int t, int slot, int slots) =>
        Place[t] / TileLength * TileLength * slots + (long)slot * TileLength + Place[t] % TileLength;

    /// <summary>Cuts the blocks of snapshots, each a chain or a circle of <paramref name="previous"/>, into segments.</summary>
    /// <param name="previous">Snapshot before each; −1 where none.</param>
    /// <param name="tileSteps">Steps in a tile.</param>
    /// <param name="groups">Groups wanted; more where there are many blocks.</param>
    internal static LaneLayout Cut(int[] previous, int tileSteps, int groups)
    {
        var layout = new LaneLayout(previous.Length, tileSteps);
        var blocks = Blocks(previous);
        var pieces = Pieces(blocks.Count, groups * Lanes);
        var segments = new List<Segment>();
        foreach (var (order, isCircle) in blocks)
        {
            var (first, count) = (segments.Count, Math.Min(pieces, order.Count));
            for (var k = 0; k < count; k++)
            {
                var (from, to) = ((int)((long)order.Count * k / count), (int)((long)order.Count * (k + 1) / count));
                segments.Add(new Segment
                {
                    Block = first,
                    Snapshots = order[from..to],
                    Before = k > 0 ? first + k - 1 : isCircle ? first + count - 1 : -1,
                });
            }
        }

        layout.Segments = [.. segments];
        layout.Lay();
        return layout;
    }

    /// <summary>Chains and circles of the snapshots, in the order of their first; all snapshots in one chain where nothing is carried on.</summary>
    static List<(List<int> Order, bool IsCircle)> Blocks(int[] previous)
    {
        if (Array.TrueForAll(previous, p => p < 0))
        {
            return [([.. Enumerable.Range(0, previous.Length)], false)];
        }

        var next = new int[previous.Length];
        Array.Fill(next, -1);
        for (var t = 0; t < previous.Length; t++)
        {
            if (previous[t] >= 0)
            {
                next[previous[t]] = t;
            }
        }

        var seen = new bool[previous.Length];
        var blocks = new List<(List<int> Order, bool IsCircle)>();
        foreach (var wantsCircle in (bool[])[false, true])
        {
            for (var t = 0; t < previous.Length; t++)
            {
                if (!seen[t] && (wantsCircle || previous[t] < 0))
                {
                    var order = new List<int>();
                    for (var s = t; s >= 0 && !seen[s]; s = next[s])
                    {
                        seen[s] = true;
                        order.Add(s);
                    }

                    blocks.Add((order, wantsCircle));
                }
            }
        }

        blocks.Sort((a, b) => a.Order[0].CompareTo(b.Order[0]));
        return blocks;
    }

    /// <summary>Segments per block: enough for the groups, and such that few lanes stay empty.</summary>
    static int Pieces(int blocks, int lanes)
    {
        var least = (lanes + blocks - 1) / blocks;
        var (best, waste) = (least, double.MaxValue);
        for (var pieces = least; pieces < least + Lanes; pieces++)
        {
            var used = (double)blocks * pieces;
            var now = Math.Ceiling(used / Lanes) * Lanes / used;
            if (now < waste - 1e-9)
            {
                (best, waste) = (pieces, now);
            }
        }

        return blocks >= lanes ? 1 : best;
    }

    void Lay()
    {
        var groups = (Segments.Length + Lanes - 1) / Lanes;
        GroupStart = new int[groups + 1];
        for (var g = 0; g < groups; g++)
        {
            var longest = 0;
            for (var s = g * Lanes; s < Math.Min(Segments.Length, (g + 1) * Lanes); s++)
            {
                longest = Math.Max(longest, Segments[s].Snapshots.Count);
            }

            var tiles = (longest + TileSteps - 1) / TileSteps;
            GroupStart[g + 1] = GroupStart[g] + tiles;
            for (var s = g * Lanes; s < Math.Min(Segments.Length, (g + 1) * Lanes); s++)
            {
                LaySegment(Segments[s], s % Lanes, (GroupStart[g], tiles * TileSteps));
            }
        }
    }

    void LaySegment(Segment segment, int lane, (int FirstTile, int Steps) group)
    {
        segment.FirstStep = group.Steps - segment.Snapshots.Count;
        for (var k = 0; k < segment.Snapshots.Count; k++)
        {
            Place[segment.Snapshots[k]] = (long)group.FirstTile * TileLength + (segment.FirstStep + k) * Lanes + lane;
        }
    }
}

/// <summary>Consecutive snapshots in one lane.</summary>
sealed class Segment
{
    /// <summary>Number of the first segment of its block.</summary>
    internal required int Block { get; init; }

    /// <summary>Its snapshots in order.</summary>
    internal required List<int> Snapshots { get; init; }

    /// <summary>Segment before it; −1 at the start of a chain.</summary>
    internal required int Before { get; init; }

    /// <summary>Step of its group at which it begins.</summary>
    internal int FirstStep { get; set; }
}
