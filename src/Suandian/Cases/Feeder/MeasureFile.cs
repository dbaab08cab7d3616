using System.Collections.Immutable;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Feeder;

/// <summary>The CSV file of a catalogue of measures, cell by cell.</summary>
static class MeasureFile
{
    /// <summary>Largest file that is read, bytes.</summary>
    const long Largest = 64L << 20;

    /// <summary>Header and rows; null where the file cannot be read.</summary>
    internal static CsvSheet? Sheet(string path, string code, Findings findings)
    {
        var spot = new Spot(Path.GetFileName(path), null, null, null);
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: <= Largest } || TextDecoding.ToUtf8(File.ReadAllBytes(path)) is not { } utf8)
            {
                findings.Add(code, spot, path, ("detail", ""));
                return null;
            }

            var sheet = Csv.Read(utf8);
            foreach (var line in sheet.BrokenLines)
            {
                findings.Add(code, spot with { Row = line }, null, ("detail", ""));
            }

            return sheet;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Add(code, spot, path, ("detail", failure.Message));
            return null;
        }
    }

    /// <summary>A number within limits; null, with a problem, where it is none.</summary>
    internal static double? Number((RawRow Row, int Column) at, ImmutableArray<string> header, string file, string code, Findings findings, (double Least, double Most) range)
    {
        var text = at.Column < at.Row.Cells.Length ? at.Row.Cells[at.Column] : "";
        if (Cell.IsPlainNumber(Cell.HalfWidth(text), out var value) && value >= range.Least && value <= range.Most)
        {
            return value;
        }

        findings.Add(code, new Spot(file, at.Row.Line, header[at.Column], null), text, ("least", range.Least), ("most", range.Most));
        return null;
    }
}
