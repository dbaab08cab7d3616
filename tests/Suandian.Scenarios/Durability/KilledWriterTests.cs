using System.Globalization;
using Suandian.Operations.Storage;

namespace Suandian.Scenarios.Durability;

/// <summary>A writer that is killed with SIGKILL at any moment loses nothing it has acknowledged.</summary>
public class KilledWriterTests
{
    const int Kills = 200, Lanes = 4, Seed = 7;

    [Fact]
    public async Task Two_hundred_kills_lose_nothing_that_was_acknowledged()
    {
        using var scratch = new Scratch();

        int[] acknowledged = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => KillAgainAndAgain(scratch[$"p{lane}"], new Random(Seed + lane))));

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {Kills} kills, {acknowledged.Sum()} acknowledged, 0 lost");
        Assert.True(acknowledged.Sum() > Kills, "hardly anything was acknowledged: the kills come too early to show anything");
    }

    /// <summary>Every eighth kill comes while the writer is still starting; the others at any moment around one of its first twenty commits.</summary>
    static async Task<int> KillAgainAndAgain(string folder, Random random)
    {
        LedgerOnDisk.Make(folder);
        var all = new Dictionary<long, string>();
        for (int kill = 0; kill < Kills / Lanes; kill++)
        {
            using var writer = new WriterProcess(folder, "FULL", int.MaxValue, each: 20);
            bool isStarting = random.Next(8) == 0;
            await (isStarting ? Task.CompletedTask : writer.HasAcknowledged(random.Next(1, 20)));
            await Task.Delay(random.Next(isStarting ? 1000 : 40), TestContext.Current.CancellationToken);
            writer.Kill();
            foreach (string[] words in (await writer.Acknowledged()).Select(line => line.Split(' ')))
            {
                all.Add(long.Parse(words[0], CultureInfo.InvariantCulture), words[1]);
            }
        }

        var found = LedgerOnDisk.Hashes(Path.Combine(folder, ProgrammeFolder.LedgerFile));
        Assert.NotNull(found);
        Assert.DoesNotContain(all, a => found.GetValueOrDefault(a.Key) != a.Value);
        Assert.Empty(ProgrammeFolder.Open(folder, TimeProvider.System).Programme!.Audit());
        return all.Count;
    }
}
