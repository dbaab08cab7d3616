using System.Collections.Immutable;
using System.Globalization;

namespace Suandian.Cases.Tables;

/// <summary>The outline of the county: rows of ring, longitude, latitude in the order in which the line is drawn.</summary>
static class OutlineTable
{
    /// <summary>Columns of outline.csv.</summary>
    internal static readonly ImmutableArray<string> Columns = ["ring", "longitude_deg", "latitude_deg"];

    /// <summary>Rings in the order of their first row.</summary>
    internal static ImmutableArray<ImmutableArray<(double LongitudeDeg, double LatitudeDeg)>> Read(
        Source source, ImmutableArray<string> header, ImmutableArray<RawRow> rows, Findings findings)
    {
        foreach (string missing in Columns.Except(header))
            findings.Add(ProblemCode.ColumnMissing, source.At(1, missing), null, ("what", new Text("", "")));
        foreach (string unknown in header.Except(Columns))
        {
            findings.Add(ProblemCode.ColumnUnknown, source.At(1, unknown), unknown,
                ("columns", string.Join(", ", Columns)), ("hint", Suggestion.DidYouMean(unknown, Columns)));
        }

        if (Columns.Except(header).Any())
            return [];
        var rings = new Dictionary<string, (int Line, List<(double, double)> Points)>();
        foreach (var row in rows)
        {
            string ring = Text(row, header, 0);
            if (!rings.ContainsKey(ring))
                rings.Add(ring, (row.Line, []));
            rings[ring].Points.Add((Degrees(source, row, header, (1, 180), findings), Degrees(source, row, header, (2, 90), findings)));
        }

        foreach (var (ring, (line, _)) in rings.Where(r => r.Value.Points.Count < 3))
            findings.Add(ProblemCode.OutlineRing, source.At(line, "ring"), ring);
        return [.. rings.Values.Select(r => r.Points.ToImmutableArray())];
    }

    static string Text(RawRow row, ImmutableArray<string> header, int column)
    {
        int at = header.IndexOf(Columns[column]);
        return at < row.Cells.Length ? row.Cells[at] : "";
    }

    static double Degrees(
        Source source, RawRow row, ImmutableArray<string> header, (int Column, int Limit) wanted, Findings findings)
    {
        string text = Text(row, header, wanted.Column);
        var reading = Notation.Read(text, "deg");
        var spot = source.At(row.Line, Columns[wanted.Column]);
        string range = string.Create(CultureInfo.InvariantCulture, $"-{wanted.Limit} … {wanted.Limit} deg");
        if (text.Length == 0)
            findings.Add(ProblemCode.CellEmpty, spot, null, ("what", new Text("", "")));
        else if (reading.Outcome != NotationOutcome.Number)
            findings.Add(ProblemCode.NotANumber, spot, text, ("unit", "deg"), ("form", Texts.Phrases.Of("check.number_or", ("plain", "93.5"), ("sample", "93.5°"))));
        else if (Math.Abs(reading.Value) > wanted.Limit)
            findings.Add(ProblemCode.OutOfRange, spot, text, ("range", range));
        return reading.Value;
    }
}
