using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Suandian.Operations.Storage;

namespace Suandian.Scenarios.Durability;

/// <summary>The power fails at a random moment of everything the writer asked of the disk.</summary>
public class PowerCutTests
{
    const int Seed = 11, Commits = 400, CommitsToOneFile = 20;

    [Fact]
    public async Task Two_thousand_power_cuts_lose_nothing_that_was_acknowledged_and_corrupt_nothing()
    {
        var outcome = await Simulate("FULL", cuts: 2000);

        Assert.Equal((0, 0), (outcome.Lost, outcome.Corrupt));
    }

    /// <summary>The proof that the simulation can tell: without waiting for the disk, acknowledged commits are lost.</summary>
    [Fact]
    public async Task Without_waiting_for_the_disk_power_cuts_lose_what_was_acknowledged()
    {
        var outcome = await Simulate("OFF", cuts: 200);

        Assert.True(outcome.Lost > 0 && outcome.Corrupt + outcome.Lost > 20, $"{outcome}");
    }

    static async Task<Outcome> Simulate(string synchronous, int cuts)
    {
        using var scratch = new Scratch();
        string folder = scratch["p"], log = scratch["disk.log"];
        LedgerOnDisk.Make(folder);
        var disk = new SimulatedDisk(folder);
        string library = await Compiled(scratch["disklog.so"]);
        using (var writer = new WriterProcess([folder], synchronous, Commits, CommitsToOneFile, ("LD_PRELOAD", library), ("DISKLOG", log), ("DISKLOG_FOLDER", folder)))
        {
            Assert.Equal(Commits, (await writer.Acknowledged()).Length);
            Assert.Equal(0, writer.ExitCode);
        }

        var requests = DiskRequest.Read(log);
        var outcome = Replay(requests, disk, folder, scratch["cut"], cuts);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}, synchronous={synchronous}: {Commits} commits, {requests.Count} requests, "
            + $"{requests.Count(r => r.Kind == 'S')} syncs, {cuts} cuts, {outcome}");
        return outcome;
    }

    static Outcome Replay(List<DiskRequest> requests, SimulatedDisk disk, string folder, string target, int cuts)
    {
        var random = new Random(Seed);
        var moments = Enumerable.Range(0, cuts).Select(_ => random.Next(requests.Count + 1)).Order().ToList();
        var (acknowledged, outcome) = (new List<string[]>(), new Outcome(0, 0, 0));
        int next = 0;
        for (int done = 0; done <= requests.Count; done++)
        {
            for (; next < moments.Count && moments[next] == done; next++)
            {
                outcome = Examine(disk.Cut(random), folder, target, acknowledged, outcome);
            }

            if (done < requests.Count)
            {
                disk.Take(requests[done]);
                if (requests[done].Kind == 'A')
                {
                    acknowledged.Add(requests[done].Text.TrimEnd('\n').Split(' '));
                }
            }
        }

        return outcome;
    }

    static Outcome Examine(Dictionary<string, byte[]> files, string folder, string target, List<string[]> acknowledged, Outcome outcome)
    {
        Directory.CreateDirectory(target);
        foreach (string name in (string[])["", "-wal"])
        {
            string file = Path.Combine(target, ProgrammeFolder.LedgerFile + name);
            File.Delete(file);
            if (files.TryGetValue(Path.Combine(folder, ProgrammeFolder.LedgerFile + name), out byte[]? bytes))
            {
                File.WriteAllBytes(file, bytes);
            }
        }

        File.Delete(Path.Combine(target, ProgrammeFolder.LedgerFile + "-shm"));
        if (LedgerOnDisk.Hashes(Path.Combine(target, ProgrammeFolder.LedgerFile)) is not { } found)
        {
            return outcome with { Corrupt = outcome.Corrupt + 1 };
        }

        int lost = acknowledged.Count(words => found.GetValueOrDefault(long.Parse(words[0], CultureInfo.InvariantCulture)) != words[1]);
        var evidence = new EvidenceFolder(Path.Combine(folder, ProgrammeFolder.EvidenceName));
        lost += acknowledged.Where(words => words[2].Length > 0).Count(words =>
            !files.TryGetValue(evidence.PathOf(words[2]), out byte[]? bytes) || Convert.ToHexStringLower(SHA256.HashData(bytes)) != words[2]);
        return outcome with { Lost = outcome.Lost + (lost > 0 ? 1 : 0), Worst = Math.Max(outcome.Worst, lost) };
    }

    static async Task<string> Compiled(string library)
    {
        var start = new ProcessStartInfo("gcc") { UseShellExecute = false, RedirectStandardError = true };
        string source = Path.Combine(CliProcess.Root, "tests", "Suandian.Scenarios", "Durability", "disklog.c");
        foreach (string word in (string[])["-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, error);
        return library;
    }

    /// <summary>What the cuts did.</summary>
    /// <param name="Lost">Cuts after which something acknowledged was missing.</param>
    /// <param name="Corrupt">Cuts after which SQLite found the file damaged.</param>
    /// <param name="Worst">Most acknowledged commits and files missing after one cut.</param>
    sealed record Outcome(int Lost, int Corrupt, int Worst);
}
