using CsCheck;

namespace Suandian.Network;

public class CycleBasisTests
{
    [Fact]
    public void A_triangle_with_a_tail_has_one_cycle_with_the_signs_of_its_edges()
    {
        // 0→1, 2→1, 0→2, and the tail 2→3
        var cycle = Assert.Single(CycleBasis.Of(4, [0, 2, 0, 2], [1, 1, 2, 3]));

        // along 2→1 (edge 1), back over 0→1 against it (edge 0), then 0→2 (edge 2)
        Assert.Equal([1, 0, 2], cycle.Edges);
        Assert.Equal([1, -1, 1], cycle.Signs);
    }

    [Fact]
    public void Parallel_edges_make_a_cycle_of_two()
    {
        var cycle = Assert.Single(CycleBasis.Of(2, [0, 1], [1, 0]));

        Assert.Equal([1, 0], cycle.Edges);
        Assert.Equal([1, 1], cycle.Signs);
    }

    [Fact]
    public void Angles_around_every_cycle_add_to_nothing_and_the_cycles_are_as_many_as_they_should_be() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 14], Gen.Int[0, 1_000_000]).Sample((nodes, edges, seed) =>
        {
            var random = new Random(seed);
            int[] from = [.. Enumerable.Range(0, edges).Select(_ => random.Next(nodes))], to = [.. from.Select(_ => random.Next(nodes))];
            double[] angle = [.. Enumerable.Range(0, nodes).Select(_ => random.NextDouble())];

            var cycles = CycleBasis.Of(nodes, from, to);

            Assert.Equal(edges - nodes + Components(nodes, from, to), cycles.Length);
            Assert.All(cycles, cycle => Assert.Equal(0, cycle.Edges.Select((e, k) => cycle.Signs[k] * (angle[from[e]] - angle[to[e]])).Sum(), 1e-12));
            Assert.Equal(cycles.Length, cycles.Select(c => c.Edges[0]).Distinct().Count());
        });

    static int Components(int nodes, int[] from, int[] to)
    {
        int[] label = [.. Enumerable.Range(0, nodes)];
        foreach (var _ in label)
        {
            for (var e = 0; e < from.Length; e++)
            {
                label[from[e]] = label[to[e]] = Math.Min(label[from[e]], label[to[e]]);
            }
        }

        return label.Distinct().Count();
    }
}
