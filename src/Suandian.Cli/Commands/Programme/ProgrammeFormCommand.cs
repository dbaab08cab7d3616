using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Forms;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme form</c>: a self-evaluation form from its indicators, or an empty table to fill in.</summary>
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
        var reading = FormInput.Read(file);
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
        var written = FormExport.Write(form, layout, layout.Scoring with { IsStrict = parsed.GetValue(flags.Strict) }, Path.GetFileName(file), target);
        if (written.Problems.Any(p => p.Severity == Cases.Severity.Error))
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

/// <summary>What <c>programme form</c> may be told.</summary>
sealed class FormFlags
{
    readonly Option<string?> _project, _department, _unit;
    readonly Option<int?> _year;

    internal FormFlags(Door door)
    {
        File = new Argument<string?>("file") { Arity = ArgumentArity.ZeroOrOne, Description = door.Terminal.Words("cli.argument.form_in") };
        Layout = door.Option<string>("--layout", string.Join('|', FormLayout.Codes), "cli.option.form_layout");
        Layout.AcceptOnlyFromAmong([.. FormLayout.Codes]);
        Layout.DefaultValueFactory = _ => FormLayout.Codes[0];
        Out = door.Option<string>("--out", "FILE", "cli.option.form_out");
        Out.Required = true;
        IsTemplate = door.Flag("--template", "cli.option.form_template");
        Strict = door.Flag("--strict", "cli.option.form_strict");
        Fit = door.Flag("--fit-weights", "cli.option.form_fit");
        NoMark = door.Flag("--no-bom", "cli.option.form_no_bom");
        _project = door.Option<string?>("--project", "NAME", "cli.option.form_project");
        _department = door.Option<string?>("--department", "NAME", "cli.option.form_department");
        _unit = door.Option<string?>("--unit", "NAME", "cli.option.form_unit");
        _year = door.Option<int?>("--year", "YEAR", "cli.option.form_year");
    }

    internal Argument<string?> File { get; }

    internal Option<string> Layout { get; }

    internal Option<string> Out { get; }

    internal Option<bool> IsTemplate { get; }

    internal Option<bool> Strict { get; }

    internal Option<bool> Fit { get; }

    internal Option<bool> NoMark { get; }

    /// <summary>Adds all of them, and what they forbid each other.</summary>
    internal void AddTo(Command command)
    {
        command.Arguments.Add(File);
        foreach (var option in (Option[])[Layout, Out, IsTemplate, Strict, Fit, NoMark, _project, _department, _unit, _year])
        {
            command.Options.Add(option);
        }

        Out.Validators.Add(result => Refuse(result, "cli.usage.option_taken", path => System.IO.File.Exists(path) || Directory.Exists(path)));
        Out.Validators.Add(result => Refuse(result, "cli.usage.form_ending", path => !FormExport.Endings.Contains(Path.GetExtension(path).ToLowerInvariant())));
        command.Validators.Add(result =>
        {
            bool isTemplate = result.GetValue(IsTemplate);
            string? file = result.GetValue(File);
            if (isTemplate == (file is not null))
            {
                result.AddError(isTemplate ? "cli.usage.form_template_file" : "cli.usage.form_no_file");
            }
            else if (file is not null && !System.IO.File.Exists(file))
            {
                result.AddError("cli.usage.form_file_missing");
            }

            if (isTemplate && result.GetValue(Out) is { } path && Path.GetExtension(path).ToLowerInvariant() is not (".xlsx" or ".csv"))
            {
                result.AddError("cli.usage.form_template_ending");
            }
        });
    }

    /// <summary>The form with what the command line says about its head.</summary>
    internal Form Headed(Form form, ParseResult parsed) => form with
    {
        Head = form.Head with
        {
            Project = parsed.GetValue(_project) ?? form.Head.Project,
            Department = parsed.GetValue(_department) ?? form.Head.Department,
            Unit = parsed.GetValue(_unit) ?? form.Head.Unit,
            Year = parsed.GetValue(_year) ?? form.Head.Year,
        },
    };

    static void Refuse(OptionResult result, string why, Func<string, bool> isWrong)
    {
        if (result.Tokens.Count == 1 && isWrong(result.Tokens[0].Value))
        {
            result.AddError(why);
        }
    }
}
