using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Operations.Programme.Forms;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme form</c>: a self-evaluation form from a ledger or from a table of indicators, or an empty table to fill in.</summary>
static class ProgrammeFormCommand
{
    const string Name = "suandian programme form";

    internal static Command Create(Door door)
    {
        var flags = new FormFlags(door);
        var command = new Command("form", door.Terminal.Words("cli.programme.form"));
        flags.AddTo(command);
        command.SetAction(parsed => (int)(parsed.GetValue(flags.IsTemplate) ? Template(door, parsed.GetRequiredValue(flags.Out)) : Run(door, parsed, flags)));
        return command;
    }

    static ExitCode Template(Door door, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        FormInput.Template(path);
        return CaseInput.Made(door, Name, path, [], "cli.programme.form.template_done");
    }

    static ExitCode Run(Door door, ParseResult parsed, FormFlags flags)
    {
        string file = parsed.GetValue(flags.File)!;
        if (!ProgrammeFolder.Is(file))
        {
            return Write(door, parsed, flags, FormInput.Read(file), Path.GetFileName(file));
        }

        return (ExitCode)ProgrammeAnswer.On(door, Name, file, programme =>
        {
            if (ProgrammeAnswer.UnknownAccount(door, Name, programme, parsed.GetValue(flags.By)) is { } unknown)
            {
                return unknown;
            }

            var rights = Rights.Of(programme.State, parsed.GetValue(flags.By) ?? "");
            var form = LedgerForm.Make(programme.State, flags.DayOf(door, parsed, programme.State), parsed.GetValue(flags.Strict), rights);
            var code = Write(door, parsed, flags, form, "form_rows");
            if (code == ExitCode.Problems)
            {
                door.Terminal.Remark(door.Terminal.Words("cli.programme.form.mend", ("folder", file)));
            }

            return code;
        });
    }

    static ExitCode Write(Door door, ParseResult parsed, FormFlags flags, FormReading reading, string source)
    {
        if (reading.Form is null)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var layout = FormLayout.Of(parsed.GetRequiredValue(flags.Layout));
        var form = flags.Headed(reading.Form, parsed);
        form = parsed.GetValue(flags.Fit) ? FormWeights.Fitted(form, layout) : form;
        string path = parsed.GetRequiredValue(flags.Out);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var target = new FormTarget(path) { HasMark = !parsed.GetValue(flags.NoMark) };
        var written = FormExport.Write(form, layout, layout.Scoring with { IsStrict = parsed.GetValue(flags.Strict) }, source, target);
        if (written.Problems.Any(p => p.Severity == Severity.Error))
        {
            return CaseInput.Refuse(door, Name, written.Problems);
        }

        CaseInput.Warn(door.Terminal, written.Problems);
        Answer(door, written, path);
        return ExitCode.Done;
    }

    static void Answer(Door door, ExportedForm written, string path)
    {
        var scored = written.Scored;
        string total = scored.Total.ToString("0.00", CultureInfo.InvariantCulture);
        var grade = scored.Grade is { } given ? Phrases.Of("form.grade." + given.ToString().ToLowerInvariant()) : Phrases.Of("form.grade.open", ("points", scored.Open));
        door.Terminal.Say(door.Terminal.Words("cli.programme.form.done", ("path", path), ("total", total), ("grade", grade)));
        var document = CaseInput.Document(Name, ExitCode.Done, written.Problems);
        document["path"] = path;
        document["total"] = scored.Total;
        document["open_points"] = scored.Open;
        document["grade"] = scored.Grade?.ToString().ToLowerInvariant();
        document["execution_score"] = scored.Execution.Score;
        document["rows"] = new JsonArray([.. scored.Rows.Select(row => (JsonNode)new JsonObject
        {
            ["code"] = row.Row.Code,
            ["weight"] = row.Weight,
            ["rate"] = row.Rate,
            ["score"] = row.Score,
        })]);
        door.Terminal.Document(document);
    }
}
