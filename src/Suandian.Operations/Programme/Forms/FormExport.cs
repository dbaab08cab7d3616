using System.Collections.Immutable;
using System.Text;
using Suandian.Cases;
using Suandian.Operations.Programme.Sheets;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Writes a form in a layout: workbook, document, page or table.</summary>
public static class FormExport
{
    /// <summary>Endings a form can be written to.</summary>
    public static ImmutableArray<string> Endings { get; } = [".xlsx", ".docx", ".html", ".csv"];

    /// <summary>Scores and checks a form and, where no error stands against it, writes it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="options">Scoring, usually <see cref="FormLayout.Scoring"/> with changes.</param>
    /// <param name="source">Name of the file the form comes from, for problems.</param>
    /// <param name="target">Where to write; one of <see cref="Endings"/> says what.</param>
    /// <returns>The points, and every problem; nothing is written where one of them is an error.</returns>
    /// <exception cref="ArgumentException">The ending is another.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static ExportedForm Write(Form form, FormLayout layout, ScoringOptions options, string source, FormTarget target)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(target);
        var scored = FormScoring.Score(form, options);
        var problems = FormChecks.Of(scored, layout, source);
        if (problems.All(p => p.Severity != Severity.Error))
        {
            Write(scored, layout, target);
        }

        return new ExportedForm(scored, problems);
    }

    static void Write(ScoredForm scored, FormLayout layout, FormTarget target)
    {
        string path = target.Path;
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".xlsx":
                FormWorkbook.Write(scored, layout, path);
                break;
            case ".docx":
                FormDocument.Write(scored, layout, path);
                break;
            case ".html":
                File.WriteAllText(path, FormPage.Write(scored, layout), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                break;
            case ".csv":
                File.WriteAllBytes(path, SheetCsv.Write(FormTables.IndicatorTable(scored.Form), target.HasMark));
                break;
            default:
                throw new ArgumentException($"a form is not written as '{path}'", nameof(target));
        }
    }
}

/// <summary>A file a form is written to.</summary>
/// <param name="Path">Its path; the ending says the format.</param>
public sealed record FormTarget(string Path)
{
    /// <summary>True where CSV begins with a byte order mark, as Excel and WPS need it.</summary>
    public bool HasMark { get; init; } = true;
}

/// <summary>What came of writing a form.</summary>
/// <param name="Scored">The points.</param>
/// <param name="Problems">Every problem; an error among them means that nothing was written.</param>
public sealed record ExportedForm(ScoredForm Scored, ImmutableArray<Problem> Problems);
