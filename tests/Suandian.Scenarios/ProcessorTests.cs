using System.Text.Json;

namespace Suandian.Scenarios;

public class ProcessorTests
{
    /// <summary>Switches of the runtime that leave it the processor as it is, without AVX-512, and without any vector instruction.</summary>
    static readonly (string Name, string Value)[][] Processors =
    [
        [],
        [("DOTNET_EnableAVX512", "0"), ("DOTNET_EnableAVX512F", "0")],
        [("DOTNET_EnableHWIntrinsic", "0")],
    ];

    [Fact]
    public async Task The_hourly_method_finds_the_same_cost_with_and_without_vector_instructions()
    {
        var costs = new List<double>();

        foreach (var processor in Processors)
        {
            using var running = CliProcess.Start("/", "", ["plan", Path.Combine(CliProcess.Root, "cases", "first-steps"), "--solver", "hourly", "--json", "--quiet"], processor);
            var result = await running.Finish();
            using var document = JsonDocument.Parse(result.Out);
            Assert.Contains(" hourly", document.RootElement.GetProperty("solver").GetString(), StringComparison.Ordinal);
            costs.Add(document.RootElement.GetProperty("objective_yuan").GetDouble());
        }

        Assert.All(costs, cost => Assert.Equal(1, cost / costs[0], 1e-9)); // sums of other order round otherwise, a tenth of the gap of 1e-8 at most
    }
}
