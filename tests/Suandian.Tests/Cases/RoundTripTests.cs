using System.Text.Json;

namespace Suandian.Cases;

public class RoundTripTests
{
    public static TheoryData<string> Examples =>
    [
        "tests/Suandian.Tests/Cases/clean-case",
        .. Directory.EnumerateDirectories(Repository.File("cases")).Where(f => File.Exists(Path.Combine(f, "case.yaml"))).Select(f => "cases/" + Path.GetFileName(f)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_case_written_as_a_folder_reads_back_equal(string name)
    {
        string folder = Repository.File(name);
        var before = CaseFolder.Read(folder).Case!;
        string copy = Path.Combine(Directory.CreateTempSubdirectory("suandian-write-").FullName, "case");

        CaseFolder.Write(before, copy, Path.Combine(folder, "weather"));
        var after = CaseFolder.Read(copy);
        Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);

        Assert.Empty(after.Problems);
        Assert.Equal(Plain(before), Plain(after.Case!));
    }

    [Fact]
    public void A_folder_with_files_is_never_written_over()
    {
        using var copy = CleanCase.Copy();
        var data = CaseFolder.Read(copy.Folder).Case!;

        Assert.Throws<IOException>(() => CaseFolder.Write(data, copy.Folder));
    }

    /// <summary>Everything but the files that were read and the place of the grid, which comes along, as text that can be compared.</summary>
    internal static string Plain(Case data) => JsonSerializer.Serialize(data with
    {
        FilesRead = [],
        Settings = data.Settings with { Grid = data.Settings.Grid is null ? null : "somewhere" },
        Series = data.Series.Clear(),
        WeatherYears = data.WeatherYears.Clear(),
    }) + string.Join(';', data.Series.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={string.Join(',', s.Value)}"))
        + string.Join(';', data.Outline.SelectMany(r => r).Select(p => $"{p}"));
}
