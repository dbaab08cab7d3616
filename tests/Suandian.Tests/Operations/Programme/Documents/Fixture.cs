using System.Globalization;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Documents;

/// <summary>An invented announcement with the rows a reader should find, written before the grammar was.</summary>
sealed record Fixture(string Name, OfficialDocument Document, IReadOnlyList<ExpectedRow> Rows)
{
    /// <summary>Texts the grammar was mended with.</summary>
    internal static readonly string[] SetA =
    [
        "work-report", "investment-promotion", "training-plan", "transport", "responsibility-table", "livelihood", "talent-three-years", "green-computing",
    ];

    /// <summary>Texts that were looked at only afterwards.</summary>
    internal static readonly string[] SetB =
    [
        "work-report-second", "education-health", "farming", "digital-government", "event-plan", "industrial-park-wrapped", "service-contract", "environment",
    ];

    static string Folder => Repository.File("tests/Suandian.Tests/Operations/Programme/Documents/fixtures");

    /// <summary>Reads a fixture; one that ends in .docx.md becomes a Word file first, livelihood is read from GB18030.</summary>
    internal static async Task<Fixture> Read(string name)
    {
        string source = Directory.EnumerateFiles(Folder).Single(file =>
            Path.GetFileName(file).StartsWith(name + ".", StringComparison.Ordinal) && !file.EndsWith(".csv", StringComparison.Ordinal));
        using var scratch = new TemporaryFolder();
        string path = source;
        if (source.EndsWith(".docx.md", StringComparison.Ordinal))
            WordFixture.Write(path = scratch["text.docx"], File.ReadLines(source));
        else if (name == "livelihood")
            File.WriteAllBytes(path = scratch["text.txt"], System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(File.ReadAllText(source)));
        var reading = await DocumentReader.Read(path, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(reading.Problems);
        string rows = Directory.EnumerateFiles(Folder, "*.expected.csv").Single(file => Path.GetFileName(file).StartsWith(name + ".", StringComparison.Ordinal));
        return new Fixture(name, reading.Document!, [.. File.ReadLines(rows).Skip(1).Select(ExpectedRow.Of)]);
    }

    /// <summary>Pairs each expected row with the found row on its line that agrees best; counts rows, fields and rows too many.</summary>
    internal Agreement Compare(IReadOnlyList<DraftTarget> found)
    {
        var left = found.ToList();
        var misses = new List<string>();
        int rows = 0, fields = 0;
        foreach (var row in Rows)
        {
            int line = Document.Lines.First(line => Plain(line.Text).Contains(Plain(row.Quote), StringComparison.Ordinal)).Number;
            var best = left.Where(target => Math.Abs(target.Places[0].Line - line) <= 1 && row.Value == ValueOf(target))
                .OrderByDescending(target => row.Equal(target, line).Count(equal => equal)).FirstOrDefault();
            if (best is null)
            {
                misses.Add(row.Quote);
                continue;
            }

            left.Remove(best);
            bool[] equal = [.. row.Equal(best, line)];
            rows++;
            fields += equal.Count(field => field);
            if (equal.Contains(false))
                misses.Add($"{row.Quote}: {string.Join(' ', ExpectedRow.Fields.Where((_, i) => !equal[i]))}");
        }

        return new Agreement(Rows.Count, rows, Rows.Count * ExpectedRow.Fields.Length, fields, [.. left.Select(target => target.Places[0].Quote)], misses);
    }

    internal static string ValueOf(DraftTarget target) => target.Kind == TargetKind.Interval
        ? DraftTable.Day(target.Start) : DraftTable.Number(target.Value);

    internal static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '*')).Replace('％', '%');
}

/// <summary>What was found of what was expected.</summary>
sealed record Agreement(int Rows, int RowsFound, int Fields, int FieldsRight, IReadOnlyList<string> TooMany, IReadOnlyList<string> Misses);

/// <summary>A row of an .expected.csv file.</summary>
sealed record ExpectedRow(string Quote, string[] Name, string Value, string Max, string Comparator, string Unit, string Due, string Status, string Kind)
{
    internal static readonly string[] Fields = ["name", "value", "comparator", "unit", "due", "due_status", "kind", "line"];

    internal static ExpectedRow Of(string line)
    {
        var cells = new List<string> { "" };
        bool quoted = false;
        foreach (char letter in line)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (letter == ',' && !quoted)
                cells.Add("");
            else
                cells[^1] += letter;
        }

        return new ExpectedRow(cells[0], cells[1].Split('|'), cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]);
    }

    internal IEnumerable<bool> Equal(DraftTarget target, int line)
    {
        string max = target.Kind == TargetKind.Interval ? DraftTable.Day(target.Due) : DraftTable.Number(target.Max);
        yield return Name.All(word => Fixture.Plain(target.Name + target.Scope).Contains(Fixture.Plain(word), StringComparison.Ordinal));
        yield return Fixture.ValueOf(target) == Value && max == Max;
        yield return DraftTable.SignOf(target.Comparator) == Comparator;
        yield return (target.Unit ?? "") == Unit;
        yield return (target.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "") == Due;
        yield return DraftTable.NameOf(target.DueStatus) == Status;
        yield return DraftTable.NameOf(target.Kind) == Kind;
        yield return target.Places[0].Line == line;
    }
}
