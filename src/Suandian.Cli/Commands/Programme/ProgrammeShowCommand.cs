using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Programme.Ledger.Targets;
using Suandian.Operations.Storage;
using Suandian.Texts;
using Figure = Suandian.Operations.Programme.Ledger.Figures.Figure;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme show</c>: a target from its figure to rows and files, or a row with its history.</summary>
static class ProgrammeShowCommand
{
    const string Name = "suandian programme show";

    /// <summary>Most rows told on a screen without --all.</summary>
    const int MostRows = 20;

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var what = door.Argument("target", "cli.argument.show");
        var (date, by) = (ProgrammeFlags.Date(door), ProgrammeFlags.By(door));
        var strict = door.Flag("--strict", "cli.option.strict");
        var every = door.Flag("--all", "cli.option.all_rows");
        var command = new Command("show", door.Terminal.Words("cli.programme.show")) { folder, what, date, strict, every, by };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
        {
            if (ProgrammeAnswer.UnknownAccount(door, Name, programme, parsed.GetValue(by)) is { } unknown)
            {
                return unknown;
            }

            var rights = Rights.Of(programme.State, parsed.GetValue(by) ?? "");
            var asked = parsed.GetRequiredValue(what);
            if (RowAddress.Parse(asked) is { } address && RegisterSchema.Has(address.Register) && (programme.State.Row(address) is not null || !programme.Store.History(address).IsEmpty))
            {
                return RowWithHistory.Print(door, Name, programme, address, rights);
            }

            var status = new StatusMaker(programme.State, ProgrammeFlags.DayOf(door, parsed.GetValue(date), programme.State), parsed.GetValue(strict)).Of(asked);
            return status is null ? Unknown(door, asked) : new Page(door, programme, status, rights).Print(parsed.GetValue(every));
        }));
        return command;
    }

    static ExitCode Unknown(Door door, string asked) => CaseInput.Refuse(door, Name, [new Problem(ProblemCode.LedgerRow, Severity.Error, "targets", null, null, asked,
        Phrases.Of($"check.{ProblemCode.LedgerRow}.expected"), Phrases.Of($"check.{ProblemCode.LedgerRow}.remedy", ("hint", "")))]);

    sealed record Page(Door Door, ProgrammeFolder Programme, TargetStatus Status, Rights Rights)
    {
        Terminal Terminal => Door.Terminal;

        internal ExitCode Print(bool every)
        {
            var (target, figure) = (Status.Target, Status.Figure);
            Say("head", ("target", target.Id), ("name", Status.Title), ("literal", target.Literal), ("line", target.Line.Length == 0 ? "–" : target.Line));
            Say("threshold", ("threshold", target.Threshold), ("unit", target.Unit.Length == 0 ? "–" : CountingUnit.Words(target.Unit, target.Value ?? 2)), ("due", Figures.Day(target.Due)));
            Say("standing", ("figure", Figures.Value(Status.Counted)), ("unit", CountingUnit.Words(figure?.Indicator.Unit ?? "", Status.Counted ?? 2)), ("standing", Figures.Standing(Status.Standing)), ("reason", Status.Reason));
            if (figure is not null)
            {
                Formula(figure);
            }

            foreach (var flag in Status.Flags)
            {
                Terminal.Say("  ! " + flag.Words.In(Terminal.Language));
            }

            PrintRows(figure, every);
            Terminal.Document(Document(figure));
            return ExitCode.Done;
        }

        void Formula(Figure figure)
        {
            var indicator = figure.Indicator;
            string[] parts = [indicator.Register, indicator.Filter, indicator.Field, indicator.Of];
            Say("formula", ("indicator", indicator.Id), ("formula", RegisterSchema.Of("indicators").Field("formula")!.Shown(indicator.Formula.ToString().ToLowerInvariant())),
                ("what", string.Join(" · ", parts.Where(p => p.Length > 0))), ("since", Figures.Day(figure.Since)));
            if (indicator.Trap.Zh.Length > 0)
            {
                Say("trap", ("trap", indicator.Trap));
            }

            if (indicator.Proof.Zh.Length > 0)
            {
                Say("proof", ("proof", indicator.Proof));
            }
        }

        void PrintRows(Figure? figure, bool every)
        {
            if (figure is null or { Rows.IsEmpty: true })
            {
                Say("no_rows");
                return;
            }

            var rows = every ? figure.Rows : [.. figure.Rows.Take(MostRows)];
            Grid.Print(Terminal, [.. ((string[])["row", "day", "key", "files"]).Select(key => Terminal.Words("cli.programme.show." + key))], rows.Select(r => (string[])
            [
                r.Row.Address.ToString(), Figures.Day(r.Day), Shown(figure, r), string.Join(' ', r.Row.Evidence.Select(id => id[..12])),
            ]), column => column < 4);
            if (rows.Length < figure.Rows.Length)
            {
                Say("more", ("more", figure.Rows.Length - rows.Length));
            }

            foreach (var id in rows.SelectMany(r => r.Row.Evidence).Distinct())
            {
                Say("file", ("id", id), ("file", Programme.State.Row(RegisterSchema.Evidence, id)?["file"] ?? "–"), ("path", Programme.Evidence.PathOf(id)));
            }
        }

        /// <summary>What a row is told apart by or adds; masked where it stands for a person.</summary>
        string Shown(Figure figure, FigureRow row)
        {
            if (row.Key.Length == 0)
            {
                return Figure.Written(row.Amount);
            }

            var field = RegisterSchema.Has(figure.Indicator.Register) ? RegisterSchema.Of(figure.Indicator.Register).Field(figure.Indicator.Field) : null;
            return field is null ? row.Key : Masking.Shown(field, row.Key, Rights);
        }

        JsonObject Document(Figure? figure)
        {
            var document = CaseInput.Document(Name, ExitCode.Done, []);
            document["target"] = Figures.Node(Status);
            document["rows"] = new JsonArray([.. (figure?.Rows ?? []).Select(r => (JsonNode)new JsonObject
            {
                ["row"] = r.Row.Address.ToString(), ["day"] = Figures.Day(r.Day), ["key"] = Shown(figure!, r), ["amount"] = r.Amount, ["proved"] = r.IsProved,
                ["evidence"] = new JsonArray([.. r.Row.Evidence.Select(id => (JsonNode)id)]),
            })]);
            document["excluded"] = new JsonArray([.. (figure?.Excluded ?? []).Select(e => (JsonNode)new JsonObject
            {
                ["row"] = e.Address.ToString(), ["reason"] = e.Reason.ToString().ToLowerInvariant(),
            })]);
            return document;
        }

        void Say(string key, params ReadOnlySpan<(string Name, object? Value)> places) => Terminal.Say(Terminal.Words("cli.programme.show." + key, places));
    }
}
