using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Optimisation;
using Suandian.Planning;
using Suandian.Planning.Sensitivities;
using Suandian.Reports;
using Suandian.Reports.Questions;

namespace Suandian.Cli.Commands.Plans;

/// <summary><c>sensitivities</c>: how far shadow prices hold, and how far costs may change before sizes do.</summary>
static class SensitivitiesCommand
{
    const string Name = "suandian sensitivities";

    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var output = door.NewFolderOption();
        var flags = new PlanningFlags(door);
        var command = new Command("sensitivities", door.Terminal.Words("cli.sensitivities")) { folder, output };
        flags.AddTo(command);
        command.SetAction((parsed, cancellation) => Run(
            door,
            (parsed.GetRequiredValue(folder), parsed.GetValue(output)),
            data => (CaseInput.On(data, parsed.GetValue(flags.Hours)), flags.Options(parsed, data)),
            cancellation));
        return command;
    }

    static async Task<int> Run(
        Door door, (string Case, string? Output) where, Func<Case, (Case Data, PlanningOptions Options)> choose, CancellationToken cancellation)
    {
        var board = new StageBoard(door);
        var (reading, data, plan, answer) = await board.Watch<(CaseReading, Case?, PlanningSolution?, SensitivityAnswer?)>(progress =>
        {
            var run = new StudyRun(progress, cancellation);
            var read = CaseInput.OfOurOwn(run.Read(where.Case));
            if (read.Case is null)
            {
                return (read, null, null, null);
            }

            var (chosen, options) = choose(read.Case);
            var asked = AskedPlan.Find(run, chosen, options with { Solver = options.Solver with { Crossover = Switch.On } });
            return (read, chosen, asked.Plan, StudyRun.HasPlan(asked.Plan) ? run.Sensitivities(asked.Solved) with { Notes = asked.Notes } : null);
        });
        if (plan is null)
        {
            return (int)CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        return (int)(answer is null ? NoPlanAnswer.Give(door, Name, plan, null) : Answer(door, reading, (data!, answer), where.Output));
    }

    static ExitCode Answer(Door door, CaseReading reading, (Case Data, SensitivityAnswer Ranges) found, string? output)
    {
        var terminal = door.Terminal;
        var (shadows, costs) = (SensitivityRow.Shadows(found.Data, found.Ranges), SensitivityRow.Costs(found.Data, found.Ranges));
        terminal.Say(SensitivitiesFiles.Finding(costs).In(terminal.Language));
        if (shadows.IsEmpty)
        {
            terminal.Say(terminal.Words("cli.sensitivities.none"));
        }
        else
        {
            Print(terminal, "shadow", shadows);
        }

        Print(terminal, "cost", costs);
        found.Ranges.Notes.ToList().ForEach(note => terminal.Say(note.In(terminal.Language)));
        if (output is not null)
        {
            NewFolder.Write(output, SensitivitiesFiles.Of(found.Data, found.Ranges).Select(f => (f.Path, f.Bytes)));
            terminal.Say(terminal.Words("cli.alternatives.written", ("file", Path.Combine(output, "sensitivities.html"))));
        }

        var document = CaseInput.Document(Name, ExitCode.Done, reading.Problems);
        document["shadow_ranges"] = Nodes(shadows);
        document["cost_ranges"] = Nodes(costs);
        document["notes"] = new JsonArray([.. found.Ranges.Notes.Select(Terminal.Node)]);
        terminal.Document(document);
        return ExitCode.Done;
    }

    static void Print(Terminal terminal, string kind, ImmutableArray<SensitivityRow> rows)
    {
        string[] keys = kind == "cost" ? ["cost", "unit", "size", "yuan", "holds"] : ["shadow", "unit", "limit", "price", "holds"];
        Grid.Print(terminal, [.. keys.Select(key => terminal.Words("cli.sensitivities." + key))], rows.Select(r => (string[])
        [
            r.Name.In(terminal.Language), r.Unit, Numbers.Three(kind == "cost" ? r.Size : r.Unit == "%" ? 100 * r.At : r.At),
            Numbers.Three(r.YuanPerUnit), SensitivitiesFiles.Range(r).In(terminal.Language),
        ]));
    }

    static JsonArray Nodes(ImmutableArray<SensitivityRow> rows) => new([.. rows.Select(r => (JsonNode)new JsonObject
    {
        ["key"] = r.Key,
        ["name"] = Terminal.Node(r.Name),
        ["unit"] = r.Unit,
        ["size"] = Finite(r.Size),
        ["yuan_per_unit"] = r.YuanPerUnit,
        ["at"] = r.At,
        ["from"] = Finite(r.From),
        ["to"] = Finite(r.To),
        ["straight"] = r.IsStraight,
        ["proved"] = r.IsProved,
    })]);

    static JsonValue? Finite(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
