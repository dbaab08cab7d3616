using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.Targets;
using Suandian.Operations.Storage;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme status</c>: every target with its figure, as of the end of a day.</summary>
static class ProgrammeStatusCommand
{
    const string Name = "suandian programme status";

    static readonly string[] Headings = ["target", "name", "figure", "threshold", "due", "standing"];

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var date = ProgrammeFlags.Date(door);
        var strict = door.Flag("--strict", "cli.option.strict");
        var command = new Command("status", door.Terminal.Words("cli.programme.status")) { folder, date, strict };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
            Run(door, programme, ProgrammeFlags.DayOf(door, parsed.GetValue(date), programme.State), parsed.GetValue(strict))));
        return command;
    }

    static ExitCode Run(Door door, ProgrammeFolder programme, DateOnly day, bool strict)
    {
        var terminal = door.Terminal;
        var all = new StatusMaker(programme.State, day, strict).All();
        var settings = ProgrammeSettings.Of(programme.State)!;
        terminal.Say(terminal.Words(settings.IsDemonstration ? "cli.programme.status.demonstration" : "cli.programme.status.title",
            ("name", settings.Name), ("day", Figures.Day(day)), ("mode", terminal.Words(strict ? "cli.programme.status.strict" : "cli.programme.status.all"))));
        if (all.IsEmpty)
        {
            terminal.Say(terminal.Words("cli.programme.status.none"));
        }
        else
        {
            Grid.Print(terminal, [.. Headings.Select(key => terminal.Words("cli.programme.status." + key))], all.Select(s => (string[])
            [
                s.Target.Id, s.Title.In(terminal.Language), Figures.Value(s.Counted), $"{s.Target.Threshold} {Unit(s).In(terminal.Language)}", Figures.Day(s.Target.Due), Figures.Standing(s.Standing).In(terminal.Language),
            ]), column => column < 2);
            Reasons(terminal, all.Where(s => s.Standing is Standing.Late or Standing.Unclear or Standing.DoneLate || s.IsOver));
        }

        terminal.Say(terminal.Words("cli.programme.status.sum", [.. Enum.GetValues<Standing>().Select(standing =>
            (standing.ToString().ToLowerInvariant(), (object?)all.Count(s => s.Standing == standing)))]));
        var document = CaseInput.Document(Name, ExitCode.Done, []);
        document["programme"] = Terminal.Node(settings.Name);
        document["date"] = Figures.Day(day);
        document["strict"] = strict;
        document["demonstration"] = settings.IsDemonstration;
        document["targets"] = new JsonArray([.. all.Select(s => (JsonNode)Figures.Node(s))]);
        terminal.Document(document);
        return ExitCode.Done;
    }

    static Text Unit(TargetStatus status) =>
        CountingUnit.Words(status.Target.Unit.Length > 0 ? status.Target.Unit : status.Figure?.Indicator.Unit ?? "", status.Target.Value ?? 2);

    static void Reasons(Terminal terminal, IEnumerable<TargetStatus> statuses)
    {
        foreach (var status in statuses)
        {
            var over = status.Flags.FirstOrDefault(f => f.Code == "over");
            var lacking = status.Flags.FirstOrDefault(f => f.Code == StatusFlags.Lacking);
            terminal.Say($"  {status.Target.Id} {Figures.Standing(status.Standing).In(terminal.Language)}: {(over?.Words ?? status.Reason).In(terminal.Language)}"
                + (lacking is null ? "" : " · " + lacking.Words.In(terminal.Language)));
        }
    }
}
