using System.CommandLine;
using System.CommandLine.Parsing;
using Suandian.Operations.Programme.Forms;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Storage;

namespace Suandian.Cli.Commands.Programme;

/// <summary>What <c>programme form</c> may be told.</summary>
sealed class FormFlags
{
    readonly Option<string?> _project, _department, _unit;
    readonly Option<int?> _year;
    readonly Option<string?> _date;

    internal FormFlags(Door door)
    {
        File = door.Optional("ledger-or-file", "cli.argument.form_in", path => !System.IO.File.Exists(path) && !ProgrammeFolder.Is(path));
        By = ProgrammeFlags.By(door);
        _date = ProgrammeFlags.Date(door, "cli.option.form_date");
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

    internal Option<string> By { get; }

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
        foreach (var option in (Option[])[Layout, Out, _date, Strict, Fit, IsTemplate, NoMark, _project, _department, _unit, _year, By])
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

            if (isTemplate && result.GetValue(Out) is { } path && Path.GetExtension(path).ToLowerInvariant() is not (".xlsx" or ".csv"))
            {
                result.AddError("cli.usage.form_template_ending");
            }
        });
    }

    /// <summary>The day asked for; where none is, the last day of a programme that is over, else today.</summary>
    internal DateOnly DayOf(Door door, ParseResult parsed, LedgerState state) => ProgrammeFlags.DayOf(door, parsed.GetValue(_date), state);

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
