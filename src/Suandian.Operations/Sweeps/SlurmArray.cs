using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Suandian.Operations.Sweeps;

/// <summary>Sends variants to Slurm as a job array and waits for their results, which lie in the folder of the sweep.</summary>
/// <remarks>
/// The folder must be seen under the same path by the machines of the cluster, and the program too. The number of the job is kept in the folder:
/// whoever comes again while it is in the queue waits for it and sends nothing twice.
/// Commands and formats: Slurm manual pages sbatch(1), squeue(1); checked against Slurm 22.05.
/// </remarks>
/// <param name="folder">Folder of the sweep.</param>
/// <param name="options">How it is sent.</param>
/// <param name="clock">Clock of the waiting.</param>
public sealed class SlurmArray(SweepFolder folder, SlurmOptions options, TimeProvider clock)
{
    /// <summary>Looks at the results after the job has left the queue, for file systems that show a file late.</summary>
    const int LastLooks = 3;

    const string ScriptFile = "job.sh", JobFile = "job.txt";

    /// <summary>Number of the job that was sent last; null where none was.</summary>
    public string? Job => File.Exists(JobPath) ? File.ReadAllText(JobPath).Trim() : null;

    string JobPath => Path.Combine(folder.Slurm, JobFile);

    /// <summary>The batch script for some variants.</summary>
    /// <param name="program">How a worker is called.</param>
    /// <param name="workerOptions">Options of the worker.</param>
    /// <param name="numbers">Variants.</param>
    public string Script(ProgramCall program, ImmutableArray<string> workerOptions, IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(program);
        return SlurmScript.Of([program.File, .. program.Worker(folder.Path, workerOptions)], folder.Slurm, numbers, options);
    }

    /// <summary>Sends a script.</summary>
    /// <returns>Number of the job.</returns>
    /// <exception cref="SlurmException">There is no sbatch, or it refuses.</exception>
    public async Task<string> Send(string script, CancellationToken cancellation)
    {
        folder.Write(Path.Combine(Path.GetFileName(folder.Slurm), ScriptFile), Encoding.UTF8.GetBytes(script));
        var (code, output, error) = await Call("sbatch", ["--parsable", Path.Combine(folder.Slurm, ScriptFile)], cancellation);
        if (code != 0)
        {
            throw SlurmException.Refused(error.Trim());
        }

        // --parsable prints the number, and ;cluster behind it where there are several.
        string job = output.Trim().Split(';')[0];
        folder.Write(Path.Combine(Path.GetFileName(folder.Slurm), JobFile), Encoding.UTF8.GetBytes(job + "\n"));
        return job;
    }

    /// <summary>Tasks of a job in the queue by state, such as <c>PENDING 3, RUNNING 2</c>; empty where the job has left the queue; null where Slurm does not answer.</summary>
    public static async Task<string?> Queue(string job, CancellationToken cancellation)
    {
        var (code, output, error) = await Call("squeue", ["--noheader", "--array", "--jobs", job, "--format", "%T"], cancellation);
        if (code != 0)
        {
            return error.Contains("Invalid job id", StringComparison.OrdinalIgnoreCase) ? "" : null;
        }

        return string.Join(", ", output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .GroupBy(state => state).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"));
    }

    /// <summary>Waits until every variant has a result or the job has left the queue.</summary>
    /// <param name="job">Number of the job.</param>
    /// <param name="sweep">Variants waited for, and SHA-256 of the definition they belong to.</param>
    /// <param name="progress">Told of every variant that ended; those without a result at the end.</param>
    /// <param name="queue">Told of the tasks in the queue whenever they change; null where Slurm does not answer.</param>
    /// <param name="cancellation">Ends the waiting; the job goes on.</param>
    public async Task Gather(
        string job, (IReadOnlyList<int> Numbers, string Sha256) sweep, IProgress<VariantEnd> progress, Action<string?> queue, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(queue);
        var waiting = sweep.Numbers.ToList();
        string? before = "";
        for (int left = 0; waiting.Count > 0 && left < LastLooks;)
        {
            string? states = await Queue(job, cancellation);
            if (states != before && states != "")
            {
                queue(states);
            }

            (before, left) = (states, states == "" ? left + 1 : 0);
            foreach (int number in waiting.Where(n => folder.Result(n, sweep.Sha256) is not null).ToArray())
            {
                waiting.Remove(number);
                progress.Report(new VariantEnd(number, null));
            }

            if (waiting.Count > 0 && left < LastLooks)
            {
                await Task.Delay(options.Interval, clock, cancellation);
            }
        }

        foreach (int number in waiting)
        {
            progress.Report(new VariantEnd(number, LastWords(job)));
        }
    }

    /// <summary>Last line of the newest log of the job that says anything.</summary>
    string LastWords(string job)
    {
        string[] logs = Directory.Exists(folder.Slurm) ? Directory.GetFiles(folder.Slurm, job + "_*.log") : [];
        return logs.Order(StringComparer.Ordinal).Select(log => File.ReadLines(log).LastOrDefault(line => line.Trim().Length > 0 && !line.StartsWith("done ", StringComparison.Ordinal)))
            .LastOrDefault(line => line is not null) ?? $"job {job}";
    }

    static async Task<(int Code, string Output, string Error)> Call(string command, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output, await error);
        }
        catch (Win32Exception trouble)
        {
            throw SlurmException.Missing(command, trouble);
        }
    }
}
