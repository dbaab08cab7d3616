using System.CommandLine;
using Suandian.Operations.Sweeps;

namespace Suandian.Cli.Commands.Sweeps;

/// <summary>Options of <c>sweep</c>: what is varied, where it goes, where it is computed.</summary>
sealed class SweepFlags
{
    internal SweepFlags(Door door)
    {
        Set = door.Option<string[]>("--set", "NAME=VALUES", "cli.option.set");
        Set.Required = true;
        Zip = door.Flag("--zip", "cli.option.zip");
        Out = door.Option<string?>("--out", "DIR", "cli.option.out_sweep");
        Fresh = door.Flag("--fresh", "cli.option.fresh");
        Processes = door.Option<int?>("--processes", "N", "cli.option.processes", NumberRange.Whole(1, 1024));
        On = door.Option<string?>("--on", "local|slurm", "cli.option.on");
        On.AcceptOnlyFromAmong("local", "slurm");
        DryRun = door.Flag("--dry-run", "cli.option.dry_run");
        Partition = Word(door, "--partition", "NAME", "cli.option.partition");
        JobTime = Word(door, "--job-time", "TIME", "cli.option.job_time");
        ArrayLimit = door.Option<int?>("--array-limit", "N", "cli.option.array_limit", NumberRange.Whole(1, 1024));
    }

    internal Option<string[]> Set { get; }

    internal Option<bool> Zip { get; }

    internal Option<string?> Out { get; }

    internal Option<bool> Fresh { get; }

    internal Option<int?> Processes { get; }

    internal Option<string?> On { get; }

    internal Option<bool> DryRun { get; }

    internal Option<string?> Partition { get; }

    internal Option<string?> JobTime { get; }

    internal Option<int?> ArrayLimit { get; }

    /// <summary>Adds the options to a command; those of Slurm alone are refused without it.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[Set, Zip, Out, Fresh, Processes, On, DryRun, Partition, JobTime, ArrayLimit])
        {
            command.Options.Add(option);
        }

        // at the options and not at the command, whose errors would hide those of its options
        foreach (var option in (Option[])[DryRun, Partition, JobTime, ArrayLimit])
        {
            option.Validators.Add(result =>
            {
                if (!result.Implicit && result.GetResult(On) is not { Tokens: [{ Value: not "local" }] })
                {
                    result.AddError("cli.usage.slurm_only");
                }
            });
        }
    }

    /// <summary>How the sweep is sent to Slurm; null where it stays on this machine.</summary>
    internal SlurmOptions? Slurm(ParseResult parsed, int threads) => parsed.GetValue(On) != "slurm" ? null : new SlurmOptions
    {
        Partition = parsed.GetValue(Partition),
        JobTime = parsed.GetValue(JobTime),
        ArrayLimit = parsed.GetValue(ArrayLimit),
        Cores = threads,
    };

    /// <summary>A word that stands in the job script as it is: letters, digits and the marks of names, lists and times.</summary>
    static Option<string?> Word(Door door, string name, string helpName, string key)
    {
        var option = door.Option<string?>(name, helpName, key);
        Accept(option, text => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':' or ','));
        return option;
    }

    static void Accept(Option option, Func<string, bool> isGood) => option.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(token => !isGood(token.Value)) is { } bad)
        {
            result.AddError(bad.Value);
        }
    });
}
