using System.Text.Json;

namespace Suandian.Scenarios;

public sealed class SlurmSweepTests(SlurmCluster slurm) : IClassFixture<SlurmCluster>
{
    static readonly string[] Sweep =
    [
        "sweep", Path.Combine(CliProcess.Root, "cases", "first-steps"),
        "--set", "wind.capital_cost=4300..4700:3", "--set", "compute_demand=5,8", "--lang", "en", "--json",
    ];

    [Fact]
    public async Task A_job_array_on_two_nodes_gives_the_bytes_of_this_machine()
    {
        using var scratch = new Scratch();

        var local = await CliProcess.Run(scratch.Folder, [.. Sweep, "--out", "local"]);
        var sent = await Run(scratch, "--on", "slurm", "--partition", "batch", "--job-time", "0:10:00", "--array-limit", "3", "--out", "array");

        Assert.True((local.Code, sent.Code) == (0, 0), sent.Error);
        Assert.Contains("sent to Slurm as job", sent.Error, StringComparison.Ordinal);
        Assert.Equal(SweepFiles.Hashes(scratch["local"]), SweepFiles.Hashes(scratch["array"]));
        Assert.Equal(6, Directory.GetFiles(scratch["array/slurm"], "*.log").Length);
    }

    [Fact]
    public async Task Whoever_comes_again_waits_for_the_job_and_sends_nothing_twice()
    {
        using var scratch = new Scratch();
        string[] words = [.. Sweep, "--on", "slurm", "--out", "array"];

        using var running = CliProcess.Start(scratch.Folder, "", words, slurm.Variable);
        await running.ErrorShows("sent to Slurm as job");
        running.Signal(2);
        var stopped = await running.Finish();
        var job = await File.ReadAllTextAsync(scratch["array/slurm/job.txt"], TestContext.Current.CancellationToken);
        var again = await Run(scratch, "--on", "slurm", "--out", "array");

        Assert.Equal((130, 0), (stopped.Code, again.Code));
        Assert.Contains($"Job {job.Trim()} goes on", stopped.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sent to Slurm", again.Error, StringComparison.Ordinal);
        Assert.Equal(job, await File.ReadAllTextAsync(scratch["array/slurm/job.txt"], TestContext.Current.CancellationToken));
        Assert.Equal(6, Directory.GetFiles(scratch["array/variants"], "*.json").Length);
    }

    [Fact]
    public async Task A_dry_run_shows_the_script_and_sends_nothing()
    {
        using var scratch = new Scratch();
        var before = await slurm.Ask("squeue", "--noheader", "--states", "all", "--format", "%i");

        using var running = CliProcess.Start(scratch.Folder, "", [.. Sweep[..^1], "--on", "slurm", "--dry-run"], slurm.Variable);
        var result = await running.Finish();

        Assert.Equal(0, result.Code);
        Assert.Contains("#SBATCH --array=0-5\n", result.Out, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Folder));
        Assert.Equal(before, await slurm.Ask("squeue", "--noheader", "--states", "all", "--format", "%i"));
    }

    [Fact]
    public async Task What_Slurm_refuses_is_told_in_its_own_words()
    {
        using var scratch = new Scratch();

        var result = await Run(scratch, "--on", "slurm", "--partition", "nowhere", "--out", "array");

        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal((4, "failed"), (result.Code, document.RootElement.GetProperty("status").GetString()));
        Assert.Contains("nowhere", result.Error + result.Out, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Tasks_that_are_cancelled_leave_their_variants_to_the_next_run()
    {
        using var scratch = new Scratch();
        string[] words = [.. Sweep, "--on", "slurm", "--array-limit", "1", "--out", "array"];

        using var running = CliProcess.Start(scratch.Folder, "", words, slurm.Variable);
        await running.ErrorShows("1/6");
        await slurm.Ask("scancel", (await File.ReadAllTextAsync(scratch["array/slurm/job.txt"], TestContext.Current.CancellationToken)).Trim());
        var cancelled = await running.Finish();
        var again = await Run(scratch, "--on", "slurm", "--out", "array");

        using var first = JsonDocument.Parse(cancelled.Out);
        using var second = JsonDocument.Parse(again.Out);
        var missing = first.RootElement.GetProperty("missing").GetArrayLength();
        Assert.Equal((4, 0), (cancelled.Code, again.Code));
        Assert.InRange(missing, 1, 5);
        Assert.Equal(missing, second.RootElement.GetProperty("computed").GetInt32());
    }

    async Task<CliResult> Run(Scratch scratch, params string[] more)
    {
        using var running = CliProcess.Start(scratch.Folder, "", [.. Sweep, .. more], slurm.Variable);
        return await running.Finish();
    }
}
