using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Suandian.Planning.Formulation;

public partial class RowsTests
{
    public static TheoryData<string> RowNames => [.. Own, .. Outside];

    static IEnumerable<string> Own => EveryRow.Model.Linear.ConstraintBlocks.Select(rows => rows.Block.Name);

    /// <summary>Rows that only a network from outside has.</summary>
    static IEnumerable<string> Outside => EveryOutsideRow.Model.Linear.ConstraintBlocks.Concat(EveryOutsideRow.Periods.Linear.ConstraintBlocks)
        .Select(rows => rows.Block.Name).Except(Own).Distinct();

    [Theory]
    [MemberData(nameof(RowNames))]
    public void A_row_is_written_as_its_golden_file_shows(string row) => Golden.Matches(row + ".lp", RowsOf(row));

    [Theory]
    [InlineData("")]
    [InlineData("outside_")]
    public void Costs_and_bounds_are_written_as_their_golden_files_show(string which)
    {
        var text = (which.Length == 0 ? EveryRow.Model : EveryOutsideRow.Model).Linear.ToLpText();
        var (rows, bounds) = (text.IndexOf("subject to\n", StringComparison.Ordinal), text.IndexOf("bounds\n", StringComparison.Ordinal));

        Golden.Matches(which + "objective.lp", text[..rows]);
        Golden.Matches(which + "bounds.lp", text[bounds..]);
    }

    [Fact]
    public void Code_golden_files_and_reference_page_name_the_same_rows()
    {
        var code = Own.Concat(Outside).Order().ToArray();
        var golden = Directory.GetFiles(Path.Combine(Here(), "golden"), "*.lp").Where(file => RowStart().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name is not ("objective" or "bounds" or "outside_objective" or "outside_bounds")).Order();
        var page = DocumentedRows().Select(row => row.Name).Order();

        Assert.Equal(code, golden);
        Assert.Equal(code, page);
    }

    [Fact]
    public void The_reference_page_names_files_that_hold_the_row()
    {
        var formulation = Path.Combine(Root(), "src", "Suandian", "Planning", "Formulation");

        Assert.All(DocumentedRows(), row =>
            Assert.Contains($"\"{row.Name}\"", File.ReadAllText(Path.Combine(formulation, row.File)), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_variable_is_described_on_the_reference_page()
    {
        var page = File.ReadAllText(Page());

        Assert.All(EveryRow.Model.Linear.VariableBlocks.Concat(EveryOutsideRow.Model.Linear.VariableBlocks), v => Assert.Contains($"`{v.Block.Name}`", page, StringComparison.Ordinal));
    }

    static string RowsOf(string row)
    {
        var text = (Own.Contains(row) ? EveryRow.Model : row == "carrier_growth_limit" ? EveryOutsideRow.Periods : EveryOutsideRow.Model).Linear.ToLpText();
        var from = text.IndexOf("subject to\n", StringComparison.Ordinal) + "subject to\n".Length;
        var rows = text[from..text.IndexOf("bounds\n", StringComparison.Ordinal)].Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return string.Join("\n\n", rows.Where(r => r.StartsWith(row + "(", StringComparison.Ordinal))) + "\n";
    }

    /// <summary>Rows of the tables on the page: | equation | dual | `row` | file |.</summary>
    static IEnumerable<(string Name, string File)> DocumentedRows() => File.ReadLines(Page())
        .Select(line => TableRow().Match(line)).Where(m => m.Success).Select(m => (m.Groups["row"].Value, m.Groups["file"].Value));

    static string Page() => Path.Combine(Root(), "docs", "reference", "formulation.md");

    static string Root() => Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", ".."));

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"\| `(?<row>\w+)` \| `(?<file>\w+\.cs)` \|$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^\w+\(", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowStart();
}
