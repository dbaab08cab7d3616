using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json.Nodes;
using Suandian.Cli.Commands;
using Suandian.Cli.Commands.Cases;
using Suandian.Cli.Commands.Grids;
using Suandian.Cli.Commands.Jobs;
using Suandian.Cli.Commands.Plans;
using Suandian.Cli.Commands.Programme;
using Suandian.Cli.Commands.Sweeps;
using Suandian.Texts;

namespace Suandian.Cli;

/// <summary>The command line as a whole: what commands there are, and the one place where trouble becomes an exit code.</summary>
static class CommandLine
{
    /// <summary>Runs the program.</summary>
    internal static async Task<int> Run(string[] args)
    {
        var terminal = new Terminal(Locale.Of(args, Environment.GetEnvironmentVariable),
            json: args.Contains("--json"), quiet: args.Contains("--quiet") || args.Contains("-q"));
        using var interruption = new Interruption();
        var door = new Door(terminal, interruption);
        var parsed = Root(door).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action?.ClearsParseErrors != true)
        {
            return (int)UsageErrors.Print(door, parsed);
        }

        try
        {
            var work = Task.Run(() => parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                interruption.Token));
            return await interruption.Run(work);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return Stopped(terminal, parsed, interruption);
        }
#pragma warning disable CA1031 // the one place where trouble becomes words and an exit code
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Failed(terminal, parsed, failure);
        }
    }

    /// <summary>All commands; the tests and the reference page compare themselves with this.</summary>
    internal static RootCommand Root(Door door)
    {
        var terminal = door.Terminal;
        var global = new GlobalOptions(door);
        var root = new RootCommand(terminal.Words("cli.about"))
        {
            StudyCommand.Create(door),
            CheckCommand.Create(door),
            WeatherCommand.Create(door),
            PlanCommand.Create(door),
            SweepCommand.Create(door),
            SweepWorkerCommand.Create(door),
            AlternativesCommand.Create(door),
            SensitivitiesCommand.Create(door),
            ReportCommand.Create(door),
            FlowCommand.Create(door),
            OptimalFlowCommand.Create(door),
            TraceCommand.Create(door),
            SimulateCommand.Create(door),
            PackCommand.Create(door),
            ShiftCommand.Create(door),
            CompareCommand.Create(door),
            FeederCommand.Create(door),
            NewCommand.Create(door),
            ProgrammeCommand.Create(door),
            new Command("import", terminal.Words("cli.import"))
            {
                ImportXlsxCommand.Create(door), ImportEpwCommand.Create(door), ImportPypsaCommand.Create(door), ImportGridCommand.Matpower(door), ImportGridCommand.Pandapower(door),
            },
            new Command("export", terminal.Words("cli.export")) { ExportXlsxCommand.Create(door), ExportPypsaCommand.Create(door), ExportMatpowerCommand.Create(door), ExportJobsCommand.Create(door), ExportSeriesCommand.Create(door) },
            CompletionCommand.Create(door),
        };
        foreach (var option in global.All)
        {
            root.Options.Add(option);
        }

        foreach (var option in root.Options)
        {
            if (option is HelpOption)
            {
                option.Action = new HelpPage(terminal);
                option.Aliases.Remove("/?");
                option.Aliases.Remove("/h");
                option.Description = terminal.Words("cli.option.help");
            }
            else if (option is VersionOption)
            {
                option.Description = terminal.Words("cli.option.version");
            }
        }

        return root;
    }

    static int Stopped(Terminal terminal, ParseResult parsed, Interruption interruption)
    {
        terminal.Complain(terminal.Words("cli.stopped"));
        var kept = interruption.Kept is [] ? [Phrases.Of("cli.kept.nothing")] : interruption.Kept;
        foreach (var text in kept)
        {
            terminal.Complain("  " + text.In(terminal.Language));
        }

        terminal.Document(new JsonObject
        {
            ["command"] = HelpPage.Path(parsed.CommandResult.Command),
            ["status"] = "stopped",
            ["exit_code"] = (int)ExitCode.Stopped,
            ["kept"] = new JsonArray([.. kept.Select(Terminal.Node)]),
        });
        return (int)ExitCode.Stopped;
    }

    static int Failed(Terminal terminal, ParseResult parsed, Exception failure)
    {
        var words = Trouble.Words(failure);
        terminal.Complain($"suandian: {words.In(terminal.Language)}");
        if (Trouble.IsDefect(failure))
        {
            terminal.Complain(failure.ToString());
        }

        terminal.Document(new JsonObject
        {
            ["command"] = HelpPage.Path(parsed.CommandResult.Command),
            ["status"] = "failed",
            ["exit_code"] = (int)ExitCode.World,
            ["error"] = Terminal.Node(words),
        });
        return (int)ExitCode.World;
    }
}
