using System.CommandLine;
using System.Globalization;
using Suandian.Cli.Commands.Plans;
using Suandian.Operations.Sweeps;

namespace Suandian.Cli.Commands.Sweeps;

/// <summary><c>sweep-worker</c>, hidden: computes variants of a sweep folder, those named or those that arrive line by line on standard input.</summary>
/// <remarks>Answers each number with <c>done N</c> or <c>failed N why</c> on one line.</remarks>
static class SweepWorkerCommand
{
    internal static Command Create(Door door)
    {
        var folder = door.Argument("folder", "cli.argument.sweep_folder");
        var variants = door.Option<int[]>("--variants", "N", "cli.option.variants");
        variants.AllowMultipleArgumentsPerToken = true;
        var flags = new PlanningFlags(door);
        var command = new Command(ProgramCall.WorkerCommand, door.Terminal.Words("cli.sweep_worker")) { folder, variants };
        command.Hidden = true;
        flags.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var worker = SweepWorker.Open(
                new SweepFolder(parsed.GetRequiredValue(folder)),
                data => (CaseInput.On(data, parsed.GetValue(flags.Hours)), flags.Options(parsed, data)));
            return Run(door.Terminal, worker, parsed.GetValue(variants) ?? [], cancellation);
        });
        return command;
    }

    static async Task<int> Run(Terminal terminal, SweepWorker worker, int[] variants, CancellationToken cancellation)
    {
        var code = ExitCode.Done;
        await foreach (var number in Numbers(variants, cancellation))
        {
            code = Do(terminal, worker, number, cancellation) ? code : ExitCode.World;
        }

        return (int)code;
    }

    static bool Do(Terminal terminal, SweepWorker worker, int number, CancellationToken cancellation)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        try
        {
            worker.Do(number, cancellation);
            terminal.Say($"done {name}");
            return true;
        }
#pragma warning disable CA1031 // what breaks one variant is told to the sweep, which goes on with the others
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            terminal.Say($"failed {name} {Trouble.Words(failure).In(terminal.Language).ReplaceLineEndings(" ")}");
            return false;
        }
    }

    static async IAsyncEnumerable<int> Numbers(int[] variants, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var number in variants)
        {
            yield return number;
        }

        while (variants.Length == 0 && await Terminal.Orders.ReadLineAsync(cancellation) is { } line)
        {
            yield return int.Parse(line, CultureInfo.InvariantCulture);
        }
    }
}
