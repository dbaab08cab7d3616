using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Operations.Programme.Forms;
using Suandian.Operations.Programme.Forms.Official;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations.Programme.Demonstration;

/// <summary>Every form and report of a programme that is over, into one folder.</summary>
public static class DemonstrationReports
{
    /// <summary>Writes the form in each layout as .xlsx and .docx, the acceptance report and a report of each quarter as .docx and .html.</summary>
    /// <returns>Paths written; problems of the form, which is not written where one is an error.</returns>
    public static (ImmutableArray<string> Files, ImmutableArray<Problem> Problems) Write(LedgerState state, string folder, Language language)
    {
        ArgumentNullException.ThrowIfNull(state);
        Directory.CreateDirectory(folder);
        var end = ProgrammeSettings.Of(state)!.End;
        var reading = LedgerForm.Make(state, end, isStrict: true, Rights.Of(state, ""));
        if (reading.Form is not { } form)
        {
            return ([], reading.Problems);
        }

        var files = ImmutableArray.CreateBuilder<string>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var layout in FormLayout.Codes.Select(FormLayout.Of))
        {
            foreach (string ending in (ReadOnlySpan<string>)[".xlsx", ".docx"])
            {
                string path = Path.Combine(folder, $"form-{layout.Code}{ending}");
                var written = FormExport.Write(FormWeights.Fitted(form, layout), layout, layout.Scoring with { IsStrict = true }, "form_rows", new FormTarget(path));
                problems.AddRange(written.Problems.Where(p => p.Severity == Severity.Error));
                files.Add(path);
            }
        }

        foreach (var (name, document) in Reports(state, form, end, language))
        {
            foreach (string ending in OfficialExport.Endings)
            {
                string path = Path.Combine(folder, name + ending);
                OfficialExport.Write(document, path);
                files.Add(path);
            }
        }

        return (files.ToImmutable(), problems.ToImmutable());
    }

    static IEnumerable<(string Name, OfficialDocument Document)> Reports(LedgerState state, Form form, DateOnly end, Language language)
    {
        var last = new LedgerReport(state, end, isStrict: true, language);
        var scored = FormScoring.Score(form, FormLayout.Of(FormLayout.Codes[0]).Scoring with { IsStrict = true });
        yield return ("acceptance", AcceptanceReport.Build(last.Summary(null, end), last.Targets(), last.Evidence(), scored, language));
        for (int number = 1; number <= 4; number++)
        {
            var quarter = (end.Year, number);
            var then = new LedgerReport(state, QuarterlyReport.LastDay(quarter), isStrict: true, language);
            yield return ($"quarter-{number}", QuarterlyReport.Build(then.Summary(null, QuarterlyReport.LastDay(quarter)), quarter, then.Targets(), language));
        }
    }
}
