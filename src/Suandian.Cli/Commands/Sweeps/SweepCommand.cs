using System.Collections.Immutable;
using System.CommandLine;
using Suandian.Cli.Commands.Plans;

namespace Suandian.Cli.Commands.Sweeps;

/// <summary><c>sweep</c>: one case in many variants, each planned by a process of its own, gathered in one table and one page.</summary>
static class SweepCommand
{
    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var sweep = new SweepFlags(door);
        var plan = new PlanningFlags(door);
        var command = new Command("sweep", door.Terminal.Words("cli.sweep")) { folder };
        sweep.AddTo(command);
        plan.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(folder);
            var threads = parsed.GetValue(plan.Threads) ?? 1;
            return new SweepRun(door, new SweepRequest
            {
                Path = path,
                Sets = [.. parsed.GetRequiredValue(sweep.Set)],
                Zip = parsed.GetValue(sweep.Zip),
                Output = parsed.GetValue(sweep.Out) ?? DefaultFolder(path),
                Fresh = parsed.GetValue(sweep.Fresh),
                Processes = parsed.GetValue(sweep.Processes) ?? Math.Max(1, Environment.ProcessorCount / threads),
                Slurm = sweep.Slurm(parsed, threads),
                DryRun = parsed.GetValue(sweep.DryRun),
                Worker = [.. plan.Words(parsed), "--lang", door.Terminal.Language == Language.Zh ? "zh" : "en"],
                Options = plan.Named(parsed).ToImmutableSortedDictionary(StringComparer.Ordinal),
            }, cancellation).Run();
        });
        return command;
    }

    /// <summary>sweeps/ and the name of the case, under the folder the user stands in.</summary>
    static string DefaultFolder(string path) => Path.Combine("sweeps",
        Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))));
}
