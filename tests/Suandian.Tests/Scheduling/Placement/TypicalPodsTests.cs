namespace Suandian.Scheduling.Placement;

public class TypicalPodsTests
{
    /// <summary>Half ask 500 thousandths and 4 cores, a quarter two whole GPUs and 4 cores, a quarter no GPU.</summary>
    static readonly TypicalPods Three = new([(Clusters.Class(4, 1, 500), 2), (Clusters.Class(4, 2, 1000), 1), (Clusters.Class(4, 0, 0), 1)], 1);

    [Theory]
    [InlineData(8, new short[] { 400, 1000 }, 900)] // ½ · 400, too small for the share; ¼ · 1400, one whole GPU is not two; ¼ · 1400
    [InlineData(8, new short[] { 1000, 1000 }, 500)] // all but the pods without GPU can use both: ¼ · 2000
    [InlineData(3, new short[] { 1000, 1000 }, 2000)] // too little CPU for any
    [InlineData(8, new short[] { 0, 0 }, 0)] // nothing free, nothing lost
    public void Fragmentation_of_a_node_is_that_worked_out_by_hand(int cores, short[] free, double expected) =>
        Assert.Equal(expected, Three.FragmentationOf(1000 * cores, 0, free), 1e-9);

    [Fact]
    public void Pods_of_another_model_count_all_that_is_free_as_lost()
    {
        var typical = new TypicalPods([(Clusters.Class(1, 1, 500, 0b01), 1), (Clusters.Class(1, 1, 500, 0b11), 3)], 1);

        Assert.Equal(0, typical.FragmentationOf(4000, 0, [700]), 1e-9);
        Assert.Equal(0.25 * 700, typical.FragmentationOf(4000, 1, [700]), 1e-9);
    }

    [Fact]
    public void Typical_are_the_most_frequent_until_they_make_up_the_share_and_memory_does_not_tell_them_apart()
    {
        var typical = new TypicalPods([(Clusters.Class(1, 1, 500) with { MemoryMib = 1 }, 40), (Clusters.Class(1, 1, 500), 30), (Clusters.Class(1, 1, 900), 25), (Clusters.Class(1, 2, 1000), 5)], 0.95);

        Assert.Equal(2, typical.Count);
        Assert.Equal(25.0 / 95 * 600, typical.FragmentationOf(4000, 0, [600]), 1e-9); // of the two kinds 70 of 95 pods can use 600
    }

    [Fact]
    public void Fragmentation_equals_the_plain_formula_on_random_nodes()
    {
        var random = new Random(3);
        for (var round = 0; round < 300; round++)
        {
            (PodClass Pod, int Count)[] pods = [.. Enumerable.Range(0, 12).Select(_ => (Clusters.Class(random.Next(9), random.Next(3), 100 * random.Next(1, 11), random.Next(2) == 0 ? PodClass.AnyModel : 0b10), random.Next(1, 9)))];
            short[] free = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => (short)(50 * random.Next(21)))];
            var (cpu, model) = (1000 * random.Next(12), random.Next(2));

            Assert.Equal(Plain(pods, cpu, model, free), new TypicalPods(pods, 1).FragmentationOf(cpu, model, free), 1e-9);
        }
    }

    static double Plain((PodClass Pod, int Count)[] pods, int cpuMilli, int model, short[] free) => pods.Sum(p =>
    {
        var (sum, able) = (free.Sum(r => (double)r), free.Count(r => r >= p.Pod.GpuMilli));
        var isUseful = p.Pod.Gpus > 0 && p.Pod.Allows(model) && cpuMilli >= p.Pod.CpuMilli && able >= p.Pod.Gpus;
        return p.Count * (isUseful ? free.Where(r => r < p.Pod.GpuMilli).Sum(r => (double)r) : sum);
    }) / pods.Sum(p => p.Count);
}
