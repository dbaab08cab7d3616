using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Cases;
using Suandian.Operations.Programme.Forms;
using Suandian.Operations.Programme.Forms.Official;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme report</c>: acceptance or quarterly report of a ledger as an official document.</summary>
static partial class ProgrammeReportCommand
{
    const string Name = "suandian programme report";
    const string Acceptance = "acceptance";

    internal static Command Create(Door door)
    {
        var folder = ProgrammeFlags.Folder(door);
        var kind = door.Argument("report", "cli.argument.report_kind");
        Door.Refuse(kind, text => text != Acceptance && Quarter(text) is null, "cli.usage.bad_argument");
        var file = ProgrammeFlags.NewFile(door, "cli.argument.report_out");
        Door.Refuse(file, path => !OfficialExport.Endings.Contains(Path.GetExtension(path).ToLowerInvariant()), "cli.usage.report_ending");
        var (date, strict) = (ProgrammeFlags.Date(door, "cli.option.report_date"), door.Flag("--strict", "cli.option.strict"));
        var number = door.Option<string?>("--number", "TEXT", "cli.option.document_number", text => DocumentNumber.Parse(text!) is not null);
        var command = new Command("report", door.Terminal.Words("cli.programme.report")) { folder, kind, file, date, strict, number };
        command.SetAction(parsed => ProgrammeAnswer.On(door, Name, parsed.GetRequiredValue(folder), programme =>
        {
            if (Quarter(parsed.GetRequiredValue(kind)) is { } quarter && Outside(programme, quarter) is { } problem)
            {
                return CaseInput.Refuse(door, Name, [problem]);
            }

            var document = Document(door, programme, new Asked(parsed.GetRequiredValue(kind), parsed.GetValue(date), parsed.GetValue(strict), parsed.GetValue(number)));
            string path = parsed.GetRequiredValue(file);
            OfficialExport.Write(document, path);
            return ProgrammeAnswer.Said(door, Name, door.Terminal.Words("cli.programme.report.done", ("title", document.Title), ("file", path)),
                ("path", path), ("title", document.Title));
        }));
        return command;
    }

    static OfficialDocument Document(Door door, ProgrammeFolder programme, Asked asked)
    {
        var (state, language) = (programme.State, door.Terminal.Language);
        var number = asked.Number is { } text ? DocumentNumber.Parse(text) : null;
        DateOnly? dated = asked.Date is null ? null : ProgrammeFlags.DayOf(door, asked.Date);
        if (Quarter(asked.Kind) is { } quarter)
        {
            var then = new LedgerReport(state, QuarterlyReport.LastDay(quarter), asked.IsStrict, language);
            return QuarterlyReport.Build(then.Summary(number, dated), quarter, then.Targets(), language);
        }

        var end = ProgrammeSettings.Of(state)!.End;
        var day = dated ?? ProgrammeFlags.DayOf(door, null);
        var report = new LedgerReport(state, day < end ? day : end, asked.IsStrict, language);
        var form = LedgerForm.Make(state, day < end ? day : end, asked.IsStrict, Rights.Of(state, ""));
        CaseInput.Warn(door.Terminal, form.Problems);
        var scored = form.Form is { Rows.IsEmpty: false } made ? FormScoring.Score(made, FormLayout.Of(FormLayout.Codes[0]).Scoring with { IsStrict = asked.IsStrict }) : null;
        return AcceptanceReport.Build(report.Summary(number, dated), report.Targets(), report.Evidence(), scored, language);
    }

    /// <summary>The problem of a quarter that ends before the programme begins or begins after it ended; null elsewhere.</summary>
    static Problem? Outside(ProgrammeFolder programme, (int Year, int Number) quarter)
    {
        const string Code = ProblemCode.LedgerQuarter;
        var (settings, last) = (ProgrammeSettings.Of(programme.State)!, QuarterlyReport.LastDay(quarter));
        return last >= settings.Start && last.AddDays(1).AddMonths(-3) <= settings.End ? null
            : new Problem(Code, Severity.Error, "programme", null, null, string.Create(CultureInfo.InvariantCulture, $"{quarter.Year}Q{quarter.Number}"),
                Phrases.Of($"check.{Code}.expected", ("start", Figures.Day(settings.Start)), ("end", Figures.Day(settings.End))), Phrases.Of($"check.{Code}.remedy"));
    }

    /// <summary>2024Q3; null for anything else.</summary>
    static (int Year, int Number)? Quarter(string text) => QuarterForm().Match(text) is { Success: true } match
        ? (int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), match.Groups["quarter"].Value[0] - '0')
        : null;

    sealed record Asked(string Kind, string? Date, bool IsStrict, string? Number);

    [GeneratedRegex("^(?<year>[12][0-9]{3})[Qq](?<quarter>[1-4])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuarterForm();
}
