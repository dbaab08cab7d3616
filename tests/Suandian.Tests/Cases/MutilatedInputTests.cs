namespace Suandian.Cases;

public class MutilatedInputTests
{
    const int Seed = 20260801;

    [Fact]
    public void Bytes_changed_at_random_never_throw()
    {
        var random = new Random(Seed);
        using var copy = CleanCase.Copy();
        string[] files = [.. Directory.EnumerateFiles(copy.Folder).Order(StringComparer.Ordinal)];

        for (int trial = 0; trial < 120; trial++)
        {
            string file = files[random.Next(files.Length)];
            byte[] clean = File.ReadAllBytes(file);
            File.WriteAllBytes(file, Mutilated(clean, random));
            var reading = CaseFolder.Read(copy.Folder);
            Assert.True(reading.Case is not null || reading.Problems.Length > 0, $"seed {Seed}, trial {trial}");
            File.WriteAllBytes(file, clean);
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("{a: ")]
    public void Settings_nested_thousands_deep_are_a_problem_not_the_end_of_the_process(string piece)
    {
        using var copy = CleanCase.Copy();
        File.WriteAllText(copy.File("case.yaml"), string.Concat(Enumerable.Repeat(piece, 20_000)));

        Assert.Contains(CaseFolder.Read(copy.Folder).Problems, p => p.File == "case.yaml" && p.Code is ProblemCode.SettingShape or ProblemCode.YamlSyntax);
    }

    [Fact]
    public void A_workbook_changed_at_random_never_throws()
    {
        var random = new Random(Seed);
        string folder = Directory.CreateTempSubdirectory("suandian-odd-").FullName;
        string book = Path.Combine(folder, "case.xlsx");
        Workbook.Template(book);
        byte[] clean = File.ReadAllBytes(book);

        for (int trial = 0; trial < 60; trial++)
        {
            File.WriteAllBytes(book, Mutilated(clean, random));
            Assert.NotEmpty(Workbook.Read(book).Problems);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One to eight bytes overwritten, or the end cut off, or a piece doubled.</summary>
    static byte[] Mutilated(byte[] clean, Random random)
    {
        byte[] bytes = [.. clean];
        int at = random.Next(bytes.Length);
        switch (random.Next(4))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..at], .. bytes[(at / 2)..]];
            default:
                for (int i = random.Next(8); i >= 0; i--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }
}
