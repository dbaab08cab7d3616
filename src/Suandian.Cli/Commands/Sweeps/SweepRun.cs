using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Cases.Variations;
using Suandian.Operations.Sweeps;
using Suandian.Reports.Sweeps;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Sweeps;

/// <summary>A sweep from the case to the gathered results.</summary>
sealed class SweepRun(Door door, SweepRequest request, CancellationToken cancellation)
{
    internal const string Name = "suandian sweep";

    /// <summary>Most variants that are all checked beforehand, some ten milliseconds each.</summary>
    const int MostChecked = 1000;

    readonly SweepFolder _folder = new(request.Output);

    /// <summary>Reads, checks every variant, computes what has no result yet, gathers.</summary>
    internal async Task<int> Run()
    {
        var reading = CaseInput.OfOurOwn(CaseInput.Read(request.Path));
        if (reading.Case is null)
        {
            return (int)CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var (sweep, problems) = CaseVariations.Read(reading, request.Sets, request.Zip);
        problems = sweep is null ? problems : ProblemsOf(sweep);
        if (sweep is null || !problems.IsEmpty)
        {
            return (int)CaseInput.Refuse(door, Name, problems);
        }

        var definition = Define(reading.Case);
        if (!request.Fresh && _folder.Definition()?.Sha256 is { } earlier && earlier != definition.Sha256)
        {
            return (int)RefuseChanged(definition);
        }

        return (int)await Compute(sweep, definition, reading.Case);
    }

    async Task<ExitCode> Compute(CaseVariations sweep, SweepDefinition definition, Case data)
    {
        var sha256 = definition.Sha256;
        var isNew = request.Fresh || _folder.Definition() is null;
        int[] open = [.. Enumerable.Range(1, sweep.Count).Where(n => isNew || _folder.Result(n, sha256) is null)];
        if (request is { DryRun: true, Slurm: { } slurm })
        {
            return Show(new SlurmArray(_folder, slurm, door.Clock).Script(Self(), request.Worker, open));
        }

        if (isNew)
        {
            _folder.Begin(definition, request.Path);
        }

        var board = new SweepBoard(door, (_folder, sha256, n => Values(sweep, n)), (sweep.Count, sweep.Count - open.Length));
        board.Say(door.Terminal.Words("cli.sweep.start", ("all", sweep.Count), ("open", open.Length), ("folder", request.Output)));
        await Work(open, sha256, board);
        cancellation.ThrowIfCancellationRequested();
        var results = Gather(sweep, definition, data);
        _folder.Write(results);
        return SweepAnswer.Give(door, request.Output, results, board);
    }

    async Task Work(int[] open, string sha256, SweepBoard board)
    {
        if (open.Length == 0)
        {
            return;
        }

        if (request.Slurm is null)
        {
            door.Interruption.Keep(Phrases.Of("cli.kept.sweep", ("folder", request.Output)));
            board.Say(door.Terminal.Words("cli.sweep.local", ("processes", Math.Min(request.Processes, open.Length))));
            await new WorkerPool(Self(), _folder, request.Worker).Run(open, request.Processes, board, cancellation);
            return;
        }

        var array = new SlurmArray(_folder, request.Slurm, door.Clock);
        var job = array.Job is { } earlier && await SlurmArray.Queue(earlier, cancellation) is not "" ? earlier : null;
        var isSent = job is null;
        job ??= await array.Send(array.Script(Self(), request.Worker, open), cancellation);
        door.Interruption.Keep(Phrases.Of("cli.kept.slurm", ("job", job), ("folder", request.Output)));
        board.Say(door.Terminal.Words(isSent ? "cli.sweep.sent" : "cli.sweep.waits", ("job", job)));
        await array.Gather(job, (open, sha256), board,
            states => board.Say(states is null ? door.Terminal.Words("cli.sweep.silent") : door.Terminal.Words("cli.sweep.queue", ("job", job), ("states", states))),
            cancellation);
    }

    ExitCode Show(string script)
    {
        door.Terminal.Say(script.TrimEnd());
        door.Terminal.Document(new JsonObject { ["command"] = Name, ["status"] = "done", ["exit_code"] = 0, ["script"] = script });
        return ExitCode.Done;
    }

    /// <summary>What is wrong with any variant, each problem once. Of a great many only every value by itself; the others are checked when their turn comes.</summary>
    static ImmutableArray<Problem> ProblemsOf(CaseVariations sweep)
    {
        var numbers = sweep.Count <= MostChecked ? Enumerable.Range(1, sweep.Count) : sweep.OneByOne();
        return [.. numbers.SelectMany(n => sweep.Case(n).Problems).Where(p => p.Severity == Severity.Error).Distinct()];
    }

    SweepDefinition Define(Case data) => new()
    {
        Program = "Suandian " + Version(),
        Workbook = CaseInput.IsWorkbook(request.Path) ? Path.GetFileName(request.Path) : "",
        Sets = request.Sets,
        Zip = request.Zip,
        Options = request.Options,
        Inputs = data.FilesRead,
    };

    SweepResults Gather(CaseVariations sweep, SweepDefinition definition, Case data) => new()
    {
        Name = data.Settings.Name,
        Product = definition.Program.Split('+')[0],
        Sha256 = definition.Sha256,
        Axes = SweepResults.AxesOf(sweep),
        Values = [.. Enumerable.Range(1, sweep.Count).Select(n => sweep.Values(n).Select(v => v.Text).ToImmutableArray())],
        Results = _folder.Results(sweep.Count, definition.Sha256),
        Weeks = WeeksOf(CaseInput.On(data, request.Options.GetValueOrDefault("hours")).Settings),
        SyntheticWeather = [.. data.WeatherSites.Where(s => s.File is null).Select(s => new Text(s.NameZh ?? s.Name, s.NameEn ?? s.Name))],
    };

    static int? WeeksOf(CaseSettings settings) => settings.Hours switch
    {
        HourSelection.Year => null,
        HourSelection.Week => 1,
        _ => settings.Weeks.Length,
    };

    ExitCode RefuseChanged(SweepDefinition definition)
    {
        var differences = definition.DifferencesFrom(_folder.Definition()!);
        door.Terminal.Complain(door.Terminal.Words("cli.sweep.changed", ("folder", request.Output)));
        foreach (var difference in differences)
        {
            door.Terminal.Complain("  - " + difference.In(door.Terminal.Language));
        }

        door.Terminal.Complain(door.Terminal.Words("cli.sweep.changed_remedy"));
        door.Terminal.Document(new JsonObject
        {
            ["command"] = Name,
            ["status"] = "usage",
            ["exit_code"] = (int)ExitCode.Usage,
            ["errors"] = new JsonArray([.. differences.Select(Terminal.Node)]),
        });
        return ExitCode.Usage;
    }

    string Values(CaseVariations sweep, int number) => string.Join(", ", SweepResults.AxesOf(sweep).Zip(sweep.Values(number),
        (axis, value) => $"{axis.Name} = {axis.Say(value.Text, door.Terminal.Language)}"));

    static string Version() => typeof(SweepRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>This program: its own executable, or the runtime and the assembly.</summary>
    static ProgramCall Self()
    {
        var executable = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(executable) == "dotnet"
            ? new ProgramCall(executable, [typeof(SweepRun).Assembly.Location])
            : new ProgramCall(executable, []);
    }
}
