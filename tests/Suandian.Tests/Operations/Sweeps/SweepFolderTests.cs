using Suandian.Cases;
using Suandian.Planning;
using Suandian.Reports.Sweeps;

namespace Suandian.Operations.Sweeps;

public sealed class SweepFolderTests : IDisposable
{
    static readonly string FirstSteps = Repository.File("cases/first-steps");

    readonly string _path = Directory.CreateTempSubdirectory("suandian-sweep-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void A_folder_begun_holds_the_case_it_names()
    {
        var folder = new SweepFolder(_path);

        folder.Begin(Definition(), FirstSteps);

        Assert.Equal(Definition().Sha256, folder.Definition()!.Sha256);
        Assert.Equal(Definition().Inputs, folder.ReadCase(folder.Definition()!).Case!.FilesRead);
        Assert.DoesNotContain(Directory.EnumerateFiles(_path, "*", SearchOption.AllDirectories), file => file.Contains(".part-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_result_reads_back_and_one_of_another_sweep_or_a_torn_one_counts_as_none()
    {
        var folder = new SweepFolder(_path);
        folder.Begin(Definition(), FirstSteps);

        folder.Write(Result(1, "this"));
        folder.Write(Result(2, "other"));
        File.WriteAllText(Path.Combine(_path, "variants", "000003.json"), "{\"number\": 3, ");

        Assert.Equal([true, false, false, false], folder.Results(4, "this").Select(r => r is not null));
        Assert.Equal(Result(1, "this").ToJson(), folder.Result(1, "this")!.ToJson());
    }

    [Fact]
    public void A_copy_of_the_case_that_was_touched_is_refused()
    {
        var folder = new SweepFolder(_path);
        folder.Begin(Definition(), FirstSteps);

        File.AppendAllText(Path.Combine(_path, "case", "case.yaml"), "# changed\n");

        Assert.Throws<SweepFolderException>(() => folder.ReadCase(folder.Definition()!));
    }

    [Fact]
    public void The_files_of_somebody_else_are_left_alone()
    {
        File.WriteAllText(Path.Combine(_path, "thesis.txt"), "mine");

        var refusal = Assert.Throws<SweepFolderException>(() => new SweepFolder(_path).Begin(Definition(), FirstSteps));

        Assert.Contains("thesis.txt", refusal.Words.En, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Directory.EnumerateFileSystemEntries(_path).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void What_differs_between_two_definitions_is_named()
    {
        var earlier = Definition();
        var now = earlier with
        {
            Zip = true,
            Options = earlier.Options.Add("hours", "year"),
            Inputs = earlier.Inputs.SetItem(0, earlier.Inputs[0] with { Sha256 = "0" }),
        };

        Assert.Empty(earlier.DifferencesFrom(Definition()));
        Assert.Equal(
            ["variations: a=1 before, a=1 --zip now", "options: – before, hours=year now", $"files of the case: {earlier.Inputs[0].Path}"],
            now.DifferencesFrom(earlier).Select(d => d.En));
        Assert.NotEqual(earlier.Sha256, now.Sha256);
    }

    static SweepDefinition Definition() => new()
    {
        Program = "Suandian",
        Workbook = "",
        Sets = ["a=1"],
        Zip = false,
        Options = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty,
        Inputs = CaseFolder.Read(FirstSteps).Case!.FilesRead,
    };

    static VariantResult Result(int number, string sweep) => new()
    {
        Number = number,
        Sweep = sweep,
        Values = ["1"],
        Status = PlanningStatus.Optimal,
        Figures = [new("x_pu", new Text("甲", "x"), Reports.Quantity.SharePu, double.NaN)],
    };
}
