using Suandian.Cases;

namespace Suandian.Tests.Cases;

public class ExampleCasesTests
{
    [Theory]
    [InlineData("first-steps")]
    [InlineData("yiwu")]
    public void Example_cases_read_without_problems_and_build_a_network(string name)
    {
        var reading = CaseFolder.Read(Repository.File(Path.Combine("cases", name)));

        Assert.Equal([], reading.Problems.Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column} '{p.Value}' {p.Expected.En}"));
        var network = NetworkBuilder.Build(reading.Case!);
        Assert.Equal(8760, network.Snapshots.WeightH.Sum(), 1e-6);
        Assert.All(network.Generators.AvailabilityPu, a => Assert.InRange(a, 0, 1.01));
        foreach (int w in Enumerable.Range(0, network.Workloads.Count))
            Assert.Contains(network.Workloads.Pairs, pair => pair.Workload == w);
    }
}
