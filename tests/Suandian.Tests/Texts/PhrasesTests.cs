using System.Text.RegularExpressions;
using Suandian.Cases.Tables;

namespace Suandian.Texts;

public partial class PhrasesTests
{
    public static TheoryData<string> Tables => [.. Directory.EnumerateFiles(Repository.File("src/Suandian/Texts"), "*.csv").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>A comma without quotes cuts a sentence and shifts the next language: --zip was explained by "30".</summary>
    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_row_has_a_key_and_two_sentences(string table)
    {
        var sheet = Csv.Read(File.ReadAllBytes(Repository.File("src/Suandian/Texts/" + table)));

        Assert.Equal(["key", "zh", "en"], sheet.Header);
        Assert.Empty(sheet.BrokenLines);
        Assert.DoesNotContain(sheet.Rows, row => row.Cells.Length != 3 || row.Cells.Any(string.IsNullOrEmpty));
        Assert.DoesNotContain(sheet.Rows, row => CountedPlaces().Matches(row.Cells[1] + row.Cells[2]).Any(place => place.Value.Split('|').Length != 3 || row.Cells[1].Contains('|', StringComparison.Ordinal)));
    }

    [Fact]
    public void One_thing_is_told_in_the_singular()
    {
        Assert.Equal("1 job left out (--invalid drop), 5% of the processor hours of the log:", Phrases.Of("jobs.dropped", ("count", 1), ("share", 5)).En);
        Assert.Equal("2 jobs left out (--invalid drop), 5% of the processor hours of the log:", Phrases.Of("jobs.dropped", ("count", 2), ("share", 5)).En);
    }

    [GeneratedRegex(@"\{[a-z_]+\|[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex CountedPlaces();
}
