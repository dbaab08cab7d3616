using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning;
using Suandian.Planning.Alternatives;
using Suandian.Reports;
using Suandian.Reports.Questions;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Plans;

/// <summary><c>alternatives</c>: least and most of wind, PV, storage, import, computing at nearly the least cost.</summary>
static class AlternativesCommand
{
    const string Name = "suandian alternatives";

    static readonly string[] Headings = ["quantity", "least", "optimum", "most", "proved"];

    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var within = door.Option<string?>("--within", "2%", "cli.option.within");
        within.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Share(result.Tokens[0].Value) is null)
            {
                result.AddError(result.Tokens[0].Value);
            }
        });
        var of = door.Option<string?>("--of", "wind,import,…", "cli.option.of");
        var output = door.NewFolderOption();
        var flags = new PlanningFlags(door);
        var command = new Command("alternatives", door.Terminal.Words("cli.alternatives")) { folder, within, of, output };
        flags.AddTo(command);
        command.SetAction((parsed, cancellation) => Run(
            door,
            new Request(parsed.GetRequiredValue(folder), Share(parsed.GetValue(within) ?? "2%")!.Value,
                parsed.GetValue(of)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), parsed.GetValue(output),
                data => (CaseInput.On(data, parsed.GetValue(flags.Hours)), flags.Options(parsed, data))),
            cancellation));
        return command;
    }

    static async Task<int> Run(Door door, Request request, CancellationToken cancellation)
    {
        var board = new StageBoard(door);
        var found = await board.Watch(progress => Find(new StudyRun(progress, cancellation), request, cancellation));
        if (found.Reading.Case is null)
        {
            return (int)CaseInput.Refuse(door, Name, found.Reading.Problems);
        }

        CaseInput.Warn(door.Terminal, found.Reading.Problems);
        if (found.Unknown is { } unknown)
        {
            return (int)Refuse(door.Terminal, Phrases.Of("cli.alternatives.unknown", ("name", unknown), ("known", found.Known)));
        }

        return (int)(found.Answer is null ? NoPlanAnswer.Give(door, Name, found.Plan!, null) : Answer(door, request, found, found.Answer));
    }

    static Found Find(StudyRun run, Request request, CancellationToken cancellation)
    {
        var reading = CaseInput.OfOurOwn(run.Read(request.Path));
        if (reading.Case is null)
        {
            return new Found(reading);
        }

        var (data, options) = request.Choose(reading.Case);
        var network = NetworkBuilder.Build(data);
        var (sums, capacities) = (PlanQuantities.Sums(data, network), PlanQuantities.Capacities(data, network));
        var all = sums.AddRange(capacities);
        var asked = request.Of is null ? (request.Within == 0 ? all : sums) : [.. all.Where(q => request.Of.Contains(q.Key))];
        var found = new Found(reading) { Data = data, Known = string.Join(", ", all.Select(q => q.Key)) };
        if (request.Of?.FirstOrDefault(key => all.All(q => q.Key != key)) is { } unknown)
        {
            return found with { Unknown = unknown };
        }

        var solved = AskedPlan.Find(run, data, Asked(options, request.Within));
        if (!StudyRun.HasPlan(solved.Plan))
        {
            return found with { Plan = solved.Plan };
        }

        run.Begin(StudyStage.Alternatives);
        var near = new NearOptimal(solved.Solved, request.Within);
        var ranges = near.Ranges(asked, run.Asking, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return found with
        {
            Plan = solved.Plan,
            Network = solved.Network,
            Answer = new(request.Within, near.LimitYuan, solved.Plan with { ObjectiveYuan = near.LeastYuan }, ranges) { Notes = solved.Notes },
        };
    }

    /// <summary>The same cost is asked of a vertex, with whole numbers held; more cost of the problem without whole numbers, whose ends are whole ranges.</summary>
    static PlanningOptions Asked(PlanningOptions options, double within) => within > 0
        ? options with { WholeModules = false, WholeUnits = false }
        : options with { Solver = options.Solver with { Crossover = Switch.On } };

    static ExitCode Refuse(Terminal terminal, Text why)
    {
        terminal.Complain($"suandian: {why.In(terminal.Language)}");
        terminal.Document(new JsonObject
        {
            ["command"] = Name,
            ["status"] = "usage",
            ["exit_code"] = (int)ExitCode.Usage,
            ["errors"] = new JsonArray(Terminal.Node(why)),
        });
        return ExitCode.Usage;
    }

    static ExitCode Answer(Door door, Request request, Found found, AlternativesAnswer answer)
    {
        var terminal = door.Terminal;
        terminal.Say(AlternativesFiles.Finding(answer).In(terminal.Language));
        terminal.Say(terminal.Words("cli.alternatives.limit",
            ("cost", Numbers.Say(Quantity.YearlyMoneyYuan, answer.Optimum.ObjectiveYuan)), ("limit", Numbers.Say(Quantity.YearlyMoneyYuan, answer.LimitYuan))));
        string Say(AlternativeRange range, double value) => AlternativesFiles.Said(range, value).In(terminal.Language);
        string[] headings = [.. Headings.Select(key => terminal.Words("cli.alternatives." + key))];
        Grid.Print(terminal, headings, answer.Ranges.Select(r => (string[])
        [
            r.Quantity.Name.In(terminal.Language), Say(r, r.Least.Value), Say(r, r.Optimum), Say(r, r.Most.Value),
            terminal.Words(r.IsProved ? "cli.alternatives.yes" : "cli.alternatives.no"),
        ]));
        answer.Notes.ToList().ForEach(note => terminal.Say(note.In(terminal.Language)));
        if (request.Output is not null)
        {
            NewFolder.Write(request.Output, AlternativesFiles.Of(found.Data!, found.Network!, answer).Select(f => (f.Path, f.Bytes)));
            terminal.Say(terminal.Words("cli.alternatives.written", ("file", Path.Combine(request.Output, "alternatives.html"))));
        }

        terminal.Document(Document(answer, found));
        return ExitCode.Done;
    }

    static JsonObject Document(AlternativesAnswer answer, Found found)
    {
        var document = CaseInput.Document(Name, ExitCode.Done, found.Reading.Problems);
        document["within_pu"] = answer.WithinPu;
        document["optimum_yuan"] = answer.Optimum.ObjectiveYuan;
        document["limit_yuan"] = answer.LimitYuan;
        document["finding"] = Terminal.Node(AlternativesFiles.Finding(answer));
        document["notes"] = new JsonArray([.. answer.Notes.Select(Terminal.Node)]);
        document["ranges"] = new JsonArray([.. answer.Ranges.Select(r => (JsonNode)new JsonObject
        {
            ["quantity"] = r.Quantity.Key,
            ["name"] = Terminal.Node(r.Quantity.Name),
            ["unit"] = r.Quantity.Unit,
            ["least"] = r.Least.Value,
            ["optimum"] = r.Optimum,
            ["most"] = r.Most.Value,
            ["least_yuan"] = r.Least.CostYuan,
            ["most_yuan"] = r.Most.CostYuan,
            ["proved"] = r.IsProved,
        })]);
        return document;
    }

    /// <summary>A share between 0 and 1, written 2%, 0.02 or 0; null where it is not understood.</summary>
    internal static double? Share(string text)
    {
        var (number, unit) = text.EndsWith('%') ? (text[..^1], 0.01) : (text, 1);
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value * unit is >= 0 and <= 1
            ? value * unit
            : null;
    }

    sealed record Request(string Path, double Within, string[]? Of, string? Output, Func<Case, (Case Data, PlanningOptions Options)> Choose);

    sealed record Found(CaseReading Reading)
    {
        public Case? Data { get; init; }

        public HourlyNetwork? Network { get; init; }

        public string Known { get; init; } = "";

        public string? Unknown { get; init; }

        public PlanningSolution? Plan { get; init; }

        public AlternativesAnswer? Answer { get; init; }
    }
}
