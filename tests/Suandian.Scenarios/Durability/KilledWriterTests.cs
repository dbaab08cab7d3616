using System.Globalization;
using Suandian.Operations.Storage;

namespace Suandian.Scenarios.Durability;

/// <summary>A writer that is killed with SIGKILL at any moment loses nothing it has acknowledged.</summary>
/// <remarks>Each process writes into two ledgers at once, a thread each.</remarks>
public class KilledWriterTests
{
    const int Processes = 200, Ledgers = 2, Lanes = 2, Seed = 7;

    [Fact]
    public async Task Two_hundred_kills_lose_nothing_that_was_acknowledged()
    {
        using var scratch = new Scratch();

        int[] acknowledged = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane =>
            KillAgainAndAgain([.. Enumerable.Range(0, Ledgers).Select(i => scratch[$"p{lane}-{i}"])], new Random(Seed + lane))));

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {Processes} processes killed while writing into {Ledgers} ledgers each, {acknowledged.Sum()} acknowledged, 0 lost");
        Assert.True(acknowledged.Sum() > Processes * Ledgers, "hardly anything was acknowledged: the kills come too early to show anything");
    }

    /// <summary>Every eighth kill comes while the writer is still starting; the others at any moment around one of its first commits.</summary>
    static async Task<int> KillAgainAndAgain(string[] folders, Random random)
    {
        Array.ForEach(folders, LedgerOnDisk.Make);
        var all = folders.Select(_ => new Dictionary<long, string>()).ToArray();
        for (int kill = 0; kill < Processes / Lanes; kill++)
        {
            using var writer = new WriterProcess(folders, "FULL", int.MaxValue, each: 20);
            bool isStarting = random.Next(8) == 0;
            await (isStarting ? Task.CompletedTask : writer.HasAcknowledged(random.Next(1, 20 * Ledgers)));
            await Task.Delay(random.Next(isStarting ? 1000 : 40), TestContext.Current.CancellationToken);
            writer.Kill();
            foreach (string[] words in (await writer.Acknowledged()).Select(line => line.Split(' ')))
            {
                all[int.Parse(words[3], CultureInfo.InvariantCulture)].Add(long.Parse(words[0], CultureInfo.InvariantCulture), words[1]);
            }
        }

        foreach (var (folder, acknowledged) in folders.Zip(all))
        {
            var found = LedgerOnDisk.Hashes(Path.Combine(folder, ProgrammeFolder.LedgerFile));
            Assert.NotNull(found);
            Assert.DoesNotContain(acknowledged, a => found.GetValueOrDefault(a.Key) != a.Value);
            Assert.Empty(ProgrammeFolder.Open(folder, TimeProvider.System).Programme!.Audit());
        }

        return all.Sum(acknowledged => acknowledged.Count);
    }
}
