using System.Globalization;
using System.Text.Json;
using Suandian.Operations.Programme.Checking;
using Suandian.Operations.Programme.Documents;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Programme;

/// <summary>The test document against its expected result, by the matching rules that stand in the JSON itself.</summary>
public class YiwuAnnouncementTests
{
    static string Folder => OutsideData.File("programme");

    /// <summary>Found when value (and max), comparator, unit and due agree and a line of the row is named; an ambiguous due needs its doubt and one of the dates.</summary>
    [Fact]
    public async Task At_least_29_of_31_rows_are_complete()
    {
        using var expected = Expected();
        var left = TargetReader.Read(await Document()).ToList();
        var misses = new List<string>();
        foreach (var row in expected.RootElement.GetProperty("targets").EnumerateArray())
        {
            if (left.FirstOrDefault(target => Agrees(row, target)) is { } hit)
                left.Remove(hit);
            else
                misses.Add(Text(row, "id"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"rows {31 - misses.Count}/31; missed {string.Join(' ', misses)}; beyond the list {left.Count}: {string.Join('；', left.Select(target => target.Places[0].Quote))}");
        Assert.True(misses.Count <= 2, string.Join(' ', misses));
        Assert.All(left, target => Assert.False(Stands(expected, "not_targets", target.Places[0]), target.Places[0].Quote));
        Assert.True(left.Count <= 1, string.Join('；', left.Select(target => target.Places[0].Quote)));
    }

    /// <summary>Found when the rule and one listed line are named; for wrong values a line that holds one. Extra true findings do not count.</summary>
    [Fact]
    public async Task At_least_22_of_25_findings_are_made_with_at_most_3_false_ones_and_what_holds_is_told()
    {
        using var expected = Expected();
        var findings = DocumentChecker.Check(await Document()).Findings;
        var right = new HashSet<Finding>();
        var misses = new List<string>();
        foreach (var row in expected.RootElement.GetProperty("findings").EnumerateArray())
        {
            var lines = (row.TryGetProperty("wrong_lines", out var wrong) ? wrong.EnumerateArray() : row.GetProperty("where").EnumerateArray().Select(place => place.GetProperty("line")))
                .Select(line => line.GetInt32()).ToHashSet();
            var hits = findings.Where(finding => finding.Rule.Id == Text(row, "id") && finding.Places.Any(place => lines.Contains(place.Line))).ToArray();
            right.UnionWith(hits);
            if (hits.Length == 0)
                misses.Add(Text(row, "id"));
        }

        var extra = expected.RootElement.GetProperty("extra_true").EnumerateArray().Select(row => Text(row, "id")).ToHashSet();
        var wrongOnes = findings.Where(finding => !right.Contains(finding) && !extra.Contains(finding.Rule.Id)).ToArray();
        TestContext.Current.TestOutputHelper?.WriteLine($"findings {26 - misses.Count}/26 with D26; missed {string.Join(' ', misses)}; false {wrongOnes.Length}");
        Assert.DoesNotContain("D26", misses);
        Assert.True(misses.Count <= 3, string.Join(' ', misses));
        Assert.True(wrongOnes.Length <= 3, string.Join('\n', wrongOnes.Select(finding => $"{finding.Rule.Id} {finding.Message.Zh}")));
        Assert.Equal(FindingSeverity.Holds, findings.Single(finding => finding.Rule.Id == "D26").Rule.Severity);
    }

    /// <summary>Pairs above 0.5 and their order; the ratios of the JSON are those of texts with their blanks.</summary>
    [Fact]
    public async Task The_two_near_copies_are_told_in_their_order()
    {
        var findings = DocumentChecker.Check(await Document()).Findings.Where(finding => finding.Rule.Id == "D24").ToArray();

        Assert.Equal([(104, 144), (114, 144)], findings.Select(finding => (finding.Places[0].Line, finding.Places[1].Line)));
    }

    static bool Agrees(JsonElement row, DraftTarget target)
    {
        bool isInterval = target.Kind == TargetKind.Interval;
        string due = Day(target.Due);
        bool isDue = Text(row, "due_status") == "ambiguous"
            ? target.Doubts.Contains(DraftDoubt.TwoDues) && row.GetProperty("due_alternatives").EnumerateArray().Any(date => date.GetString() == due)
            : due == Text(row, "due");
        return isDue && row.GetProperty("where").EnumerateArray().Any(place => place.GetProperty("line").GetInt32() == target.Places[0].Line)
            && (isInterval ? Day(target.Start) : Number(target.Value)) == Text(row, "value")
            && (isInterval ? due : Number(target.Max)) == Text(row, "max")
            && DraftTable.SignOf(target.Comparator) == Text(row, "cmp") && (target.Unit ?? "") == Text(row, "unit");
    }

    static bool Stands(JsonDocument expected, string list, TextPlace place) => expected.RootElement.GetProperty(list).EnumerateArray()
        .SelectMany(row => row.GetProperty("where").EnumerateArray())
        .Any(where => where.GetProperty("line").GetInt32() == place.Line && place.Quote.Contains(where.GetProperty("quote").GetString()!, StringComparison.Ordinal));

    static string Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "";

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static string Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    static JsonDocument Expected() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "yiwu-2024-expected.json")));

    static async Task<OfficialDocument> Document()
    {
        var reading = await DocumentReader.Read(Path.Combine(Folder, "yiwu-2024-announcement.md"), cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(reading.Problems);
        return reading.Document!;
    }
}
