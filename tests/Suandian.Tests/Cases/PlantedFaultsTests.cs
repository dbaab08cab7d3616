namespace Suandian.Cases;

public class PlantedFaultsTests
{
    [Fact]
    public void Each_of_hundreds_of_planted_faults_is_named_by_file_row_and_column()
    {
        Fault[] faults = [.. CellFaults.All, .. CaseFaults.All, .. SeriesFaults.All];
        using var spoiled = new SpoiledCase();
        var missed = new List<string>();

        foreach (var planted in Rounds())
        {
            foreach (var fault in planted)
                fault.Spoil(spoiled);
            var problems = CaseFolder.Read(spoiled.Folder).Problems;
            spoiled.Mend();
            missed.AddRange(planted.Where(f => !f.IsFoundIn(problems)).Select(f => Missed(f, problems)));
        }

        Assert.True(missed.Count == 0, string.Join("\n", missed));
        Assert.True(faults.Length >= 1000, $"only {faults.Length} faults");
        Assert.Equal(faults.Length, faults.Select(f => f.Name).Distinct().Count());
        TestContext.Current.TestOutputHelper?.WriteLine($"{faults.Length} faults planted and found");
        Assert.Empty(CaseFolder.Read(spoiled.Folder).Problems);
    }

    /// <summary>Faults read together: cell faults one per table, since no table sees another; all others alone.</summary>
    static IEnumerable<Fault[]> Rounds()
    {
        var tables = CellFaults.All.GroupBy(f => f.File).Select(g => g.ToArray()).ToArray();
        for (int i = 0; i < tables.Max(t => t.Length); i++)
            yield return [.. tables.Where(t => i < t.Length).Select(t => t[i])];
        foreach (var fault in CaseFaults.All.Concat(SeriesFaults.All))
            yield return [fault];
    }

    static string Missed(Fault fault, IEnumerable<Problem> problems) =>
        $"{fault.Name}: wanted {fault.Code} at {fault.File}:{fault.Row} {fault.Column}, found "
        + string.Join("; ", problems.Where(p => p.File == fault.File).Take(20).Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column}"));

    [Fact]
    public void Every_code_is_planted_at_least_once()
    {
        var planted = CellFaults.All.Concat(CaseFaults.All).Concat(SeriesFaults.All).Select(f => f.Code).ToHashSet();

        // The folder that is not there and the weather file of another place are tested in CaseFolderTests and HourlyFilesTests,
        // what can be wrong with a variation (SD10..) in VariationsTests, networks of PyPSA (SD11..) in PypsaFaultsTests.
    }
}
