using System.Collections.Immutable;
using System.Text.Json;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>Reads a filled performance form from .xlsx, .csv or .json.</summary>
public static class FormReader
{
    /// <summary>Reads a form. Wrong files never throw.</summary>
    /// <param name="path">The file; its ending tells the kind.</param>
    public static FormReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            return Refused(ProblemCode.DocumentMissing, path);
        }

        try
        {
            var name = Path.GetFileName(path);
            return Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".XLSX" or ".XLSM" => Found(path, WorkbookGrid.Read(File.ReadAllBytes(path)).Select(grid => FormLayout.Read(name, grid))),
                ".CSV" => OfCsv(path, name),
                ".JSON" => Found(path, [FormJson.Read(name, File.ReadAllBytes(path))]),
                _ => Refused(ProblemCode.FormKind, path),
            };
        }
        catch (JsonException broken)
        {
            return Refused(ProblemCode.FormJson, path, ("detail", broken.Message));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or InvalidDataException or OpenXmlPackageException
            or FormatException or InvalidOperationException or System.Xml.XmlException or ArgumentException)
        {
            return Refused(ProblemCode.DocumentUnreadable, path, ("detail", broken.Message));
        }
    }

    static FormReading OfCsv(string path, string name)
    {
        if (TextDecoding.ToUtf8(File.ReadAllBytes(path)) is not { } utf8)
        {
            return Refused(ProblemCode.DocumentEncoding, path);
        }

        using var csv = CsvReader.Create(utf8, CsvReaderOptions.Default with { Separator = ',', HasHeader = false, SkipEmptyLines = false });
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim())]);
        }

        return Found(path, [FormLayout.Read(name, new FormGrid("", rows.ToImmutable()))]);
    }

    static FormReading Found(string path, IEnumerable<FilledForm?> forms) =>
        forms.FirstOrDefault(form => form is not null) is { } form ? new FormReading(form, []) : Refused(ProblemCode.FormNoTable, path);

    static FormReading Refused(string code, string path, params ReadOnlySpan<(string Name, object? Value)> places) => new(null,
    [
        new Problem(code, ProblemCode.SeverityOf(code), path, null, null, null,
            Phrases.Of($"check.{code}.expected", places), Phrases.Of($"check.{code}.remedy", places)),
    ]);
}
