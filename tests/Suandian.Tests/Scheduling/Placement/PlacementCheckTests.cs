namespace Suandian.Scheduling.Placement;

public class PlacementCheckTests
{
    static readonly GpuCluster Two = Clusters.Of((8, 16, 2, "A"), (8, 16, 1, "B"));

    static readonly PodTrace Pods = Clusters.Pods((4, 4, 1, 600, ""), (2, 4, 2, 1000, "A"), (1, 4, 0, 0, ""));

    [Fact]
    public void A_sound_placement_has_no_faults() => Assert.Empty(Check([0, 1, 2], [1, 0, 1], [1, 3, 0]));

    [Theory]
    [InlineData(new[] { 0, 0, 0 }, new[] { 0, 0, 0 }, new ulong[] { 1, 2, 2 }, PlacementFaultKind.GpuTwice)] // 600 twice on a GPU
    [InlineData(new[] { 0, 0, 2 }, new[] { 1, 1, 0 }, new ulong[] { 1, 1, 0 }, PlacementFaultKind.GpuTwice)]
    [InlineData(new[] { 1 }, new[] { 0 }, new ulong[] { 1 }, PlacementFaultKind.WrongGpus)] // one GPU of two
    [InlineData(new[] { 0 }, new[] { 1 }, new ulong[] { 2 }, PlacementFaultKind.WrongGpus)] // a GPU that is not there
    [InlineData(new[] { 2 }, new[] { 1 }, new ulong[] { 1 }, PlacementFaultKind.WrongGpus)] // a GPU for a pod without
    [InlineData(new[] { 1 }, new[] { 1 }, new ulong[] { 3 }, PlacementFaultKind.WrongModel)]
    [InlineData(new[] { 0, 2 }, new[] { 0, -1 }, new ulong[] { 1, 0 }, PlacementFaultKind.TurnedAwayThoughItFits)]
    [InlineData(new[] { 2, 2, 2, 2, 2 }, new[] { 1, 1, 1, 1, 1 }, new ulong[] { 0, 0, 0, 0, 0 }, PlacementFaultKind.TooMuchMemory)] // 5 · 4 GiB of 16
    public void A_planted_fault_is_found(int[] pods, int[] nodes, ulong[] gpus, PlacementFaultKind kind) => Assert.Contains(kind, Check(pods, nodes, gpus));

    [Fact]
    public void More_CPU_than_there_is_is_found() => Assert.Contains(PlacementFaultKind.TooMuchCpu, Check([0, 0, 1], [0, 0, 0], [1, 2, 3])); // 4 + 4 + 2 of 8 cores

    static PlacementFaultKind[] Check(int[] pods, int[] nodes, ulong[] gpus) =>
        [.. PlacementCheck.Of(Two, Pods, new PlacementSolution(PlacementPolicyKind.Random, 1, pods, nodes, gpus, new TurnedAway[pods.Length])).Select(f => f.Kind)];
}
