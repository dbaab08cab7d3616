using System.Text;

namespace Suandian.Cases;

public class CaseFolderTests
{
    [Fact]
    public void A_clean_case_has_no_problem()
    {
        var reading = CaseFolder.Read(CleanCase.Folder);

        Assert.Empty(reading.Problems.Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column} {p.Value} {p.Expected.En}"));
        Assert.NotNull(reading.Case);
        Assert.Empty(reading.ReadAs);
    }

    [Fact]
    public void A_case_holds_what_its_files_say()
    {
        var read = CaseFolder.Read(CleanCase.Folder).Case!;

        Assert.Equal("两母线测试案例", read.Settings.Name.Zh);
        Assert.Equal([3, 16, 29, 42], read.Settings.Weeks);
        Assert.Equal(["base", "town", "salt"], read.Buses.Select(b => b.Name));
        Assert.Equal(Network.BusKind.Heat, read.Buses[2].Kind);
        Assert.Equal(1.25, read.Generators[1].DcAcRatio);
        Assert.Equal(1.2, read.Generators[0].DcAcRatio);
        Assert.Equal(["card_a", "card_b"], read.Workloads[0].Chips);
        Assert.Equal(Network.Status.Estimate, read.Tariffs[0].Status);
        Assert.Equal(8760, read.Series["mine"].Length);
        Assert.Equal(1.1, read.Series["mine"][8]);
        Assert.Equal((96, 44), read.Outline[0][2]);
    }

    [Fact]
    public void What_was_read_is_written_down_with_its_hash()
    {
        var files = CaseFolder.Read(CleanCase.Folder).Case!.FilesRead;

        Assert.Equal(24, files.Length); // case.yaml, 21 tables, outline, one file of series
        Assert.Equal(8760, files.Single(f => f.Path == "series/hourly.csv").Rows);
        byte[] bytes = File.ReadAllBytes(Path.Combine(CleanCase.Folder, "buses.csv"));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
            files.Single(f => f.Path == "buses.csv").Sha256);
    }

    [Theory]
    [InlineData("utf-8-bom")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public void Chinese_text_is_read_in_the_encodings_of_spreadsheets(string encoding)
    {
        using var copy = CleanCase.Copy();
        var target = encoding switch
        {
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!,
            "utf-16" => Encoding.Unicode,
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        };
        foreach (string name in (string[])["buses.csv", "case.yaml", "workloads.csv"])
            File.WriteAllText(copy.File(name), File.ReadAllText(copy.File(name)), target);

        var read = CaseFolder.Read(copy.Folder);

        Assert.Empty(read.Problems);
        Assert.Equal("县城", read.Case!.Buses[1].NameZh);
        Assert.Equal("两母线测试案例", read.Case.Settings.Name.Zh);
    }

    [Fact]
    public void Every_wrong_cell_is_reported_at_once()
    {
        using var copy = CleanCase.Copy();
        string buses = File.ReadAllText(copy.File("buses.csv"));
        File.WriteAllText(copy.File("buses.csv"), buses
            .Replace("electricity,220,43.8", "electrcity,二百二十,143.8", StringComparison.Ordinal));

        var problems = CaseFolder.Read(copy.Folder).Problems.Where(p => p.Row == 2).ToArray();

        Assert.Equal(["kind", "latitude_deg", "voltage_kv"], problems.Select(p => p.Column!).Order(StringComparer.Ordinal));
        Assert.Contains(problems, p => p.Remedy.En.Contains("Did you mean electricity?", StringComparison.Ordinal));
    }

    [Fact]
    public void Chinese_notations_are_read_and_listed()
    {
        using var copy = CleanCase.Copy();
        string generators = File.ReadAllText(copy.File("generators.csv"));
        File.WriteAllText(copy.File("generators.csv"), generators
            .Replace("base,wind,50,true,400,", "base,wind,５０,true,40万千瓦,", StringComparison.Ordinal));

        var reading = CaseFolder.Read(copy.Folder);

        Assert.Equal(50, reading.Case!.Generators[0].CapacityMw);
        Assert.Equal(400, reading.Case.Generators[0].CapacityMaxMw);
        Assert.Equal([(2, "capacity_mw", 50), (2, "capacity_max_mw", 400)], reading.ReadAs.Select(r => (r.Row, r.Column, r.Value)));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_a_problem_not_an_exception()
    {
        var reading = CaseFolder.Read("no/such/folder");

        Assert.Equal(ProblemCode.FolderMissing, Assert.Single(reading.Problems).Code);
        Assert.Null(reading.Case);
    }
}
