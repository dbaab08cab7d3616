namespace Suandian.Optimisation.Hourly;

public class LaneLayoutTests
{
    const int TileSteps = 16;

    /// <summary>Snapshots, blocks, whether the blocks are circles, groups wanted.</summary>
    public static TheoryData<int, int, bool, int> Cuts => new()
    {
        { 24, 1, true, 1 }, { 24, 1, false, 1 }, { 8760, 1, true, 2 }, { 8760, 3, false, 2 }, { 336, 14, true, 1 }, { 9, 1, true, 1 }, { 100, 20, false, 2 },
    };

    [Theory]
    [MemberData(nameof(Cuts))]
    public void Every_snapshot_has_one_place_and_segments_end_in_the_last_step_of_their_group(int snapshots, int blocks, bool isCircle, int groups)
    {
        var layout = LaneLayout.Cut(Previous(snapshots, blocks, isCircle), TileSteps, groups);

        Assert.Equal(snapshots, layout.Place.Distinct().Count());
        Assert.All(layout.Place, place => Assert.InRange(place, 0, (long)layout.Tiles * layout.TileLength - 1));
        Assert.Equal(Enumerable.Range(0, snapshots), layout.Segments.SelectMany(s => s.Snapshots).Order());
        for (var s = 0; s < layout.Segments.Length; s++)
        {
            var group = s / LaneLayout.Lanes;
            var last = ((long)layout.GroupStart[group + 1] * TileSteps - 1) * LaneLayout.Lanes + s % LaneLayout.Lanes;
            Assert.Equal(last, layout.Place[layout.Segments[s].Snapshots[^1]]);
        }
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public void Segments_follow_each_other_as_their_snapshots_do(int snapshots, int blocks, bool isCircle, int groups)
    {
        var previous = Previous(snapshots, blocks, isCircle);

        var layout = LaneLayout.Cut(previous, TileSteps, groups);

        foreach (var segment in layout.Segments)
        {
            Assert.All(segment.Snapshots.Zip(segment.Snapshots.Skip(1)), pair => Assert.Equal(pair.First, previous[pair.Second]));
            var before = segment.Before < 0 ? -1 : layout.Segments[segment.Before].Snapshots[^1];
            Assert.Equal(previous[segment.Snapshots[0]], before);
        }
    }

    [Fact]
    public void Without_anything_carried_on_all_snapshots_are_one_chain()
    {
        var layout = LaneLayout.Cut([.. Enumerable.Repeat(-1, 40)], TileSteps, 1);

        Assert.Equal(LaneLayout.Lanes, layout.Segments.Length);
        Assert.Equal(Enumerable.Range(0, 40), layout.Segments.SelectMany(s => s.Snapshots));
        Assert.Equal(-1, layout.Segments[0].Before);
    }

    [Fact]
    public void The_index_of_a_slot_lies_in_the_tile_of_its_snapshot()
    {
        var layout = LaneLayout.Cut(Previous(300, 1, isCircle: true), TileSteps, 1);

        // [tile][slot][step][lane]: of 3 slots, slot 2 of a tile begins 2 tile lengths after the tile does.
        var (tile, rest) = Math.DivRem(layout.Place[299], (long)layout.TileLength);
        Assert.Equal((3 * tile + 2) * layout.TileLength + rest, layout.Index(299, 2, 3));
    }

    static int[] Previous(int snapshots, int blocks, bool isCircle)
    {
        var length = snapshots / blocks;
        return [.. Enumerable.Range(0, snapshots).Select(t => t % length > 0 ? t - 1 : isCircle ? t + length - 1 : -1)];
    }
}
