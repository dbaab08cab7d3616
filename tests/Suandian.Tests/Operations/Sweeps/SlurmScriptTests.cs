namespace Suandian.Operations.Sweeps;

public class SlurmScriptTests
{
    [Fact]
    public void The_script_asks_for_what_the_user_asked_and_quotes_what_a_shell_would_split()
    {
        var script = SlurmScript.Of(
            ["/opt/dot net/dotnet", "it's.dll", "sweep-worker", "/shared/100% wind"], "/shared/100% wind/slurm", [2, 3, 7],
            new SlurmOptions { Partition = "batch", JobTime = "2:00:00", ArrayLimit = 8, Cores = 4 });

        Golden.Matches("job.sh", script);
    }

    [Fact]
    public void More_variants_than_an_array_may_hold_are_shared_out_among_its_tasks()
    {
        var script = SlurmScript.Of(["suandian"], "/slurm", [.. Enumerable.Range(1, 2500)], new SlurmOptions());

        var tasks = script.Split('\n').Where(line => line.StartsWith("  \"", StringComparison.Ordinal))
            .Select(line => line.Trim(' ', '"').Split(' ').Select(int.Parse).ToArray()).ToArray();
        Assert.Contains("--array=0-999\n", script, StringComparison.Ordinal);
        Assert.Equal(1000, tasks.Length);
        Assert.Equal([1, 1001, 2001], tasks[0]);
        Assert.Equal(Enumerable.Range(1, 2500), tasks.SelectMany(t => t).Order());
    }
}
