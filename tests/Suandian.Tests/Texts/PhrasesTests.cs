using Suandian.Cases.Tables;

namespace Suandian.Texts;

public class PhrasesTests
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
    }
}
