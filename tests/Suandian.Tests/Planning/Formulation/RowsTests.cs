using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Suandian.Planning.Formulation;

public partial class RowsTests
{
    public static TheoryData<string> RowNames => [.. EveryRow.Model.Linear.ConstraintBlocks.Select(rows => rows.Block.Name)];

    [Theory]
    [MemberData(nameof(RowNames))]
    public void A_row_is_written_as_its_golden_file_shows(string row) => Golden.Matches(row + ".lp", RowsOf(row));

    [Fact]
    public void Costs_and_bounds_are_written_as_their_golden_files_show()
    {
        var text = EveryRow.Model.Linear.ToLpText();
        var (rows, bounds) = (text.IndexOf("subject to\n", StringComparison.Ordinal), text.IndexOf("bounds\n", StringComparison.Ordinal));

        Golden.Matches("objective.lp", text[..rows]);
        Golden.Matches("bounds.lp", text[bounds..]);
    }

    [Fact]
    public void Code_golden_files_and_reference_page_name_the_same_rows()
    {
        var code = EveryRow.Model.Linear.ConstraintBlocks.Select(rows => rows.Block.Name).Order().ToArray();
        var golden = Directory.GetFiles(Path.Combine(Here(), "golden"), "*.lp").Where(file => RowStart().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name is not ("objective" or "bounds")).Order();
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

        Assert.All(EveryRow.Model.Linear.VariableBlocks, v => Assert.Contains($"`{v.Block.Name}`", page, StringComparison.Ordinal));
    }

    static string RowsOf(string row)
    {
        var text = EveryRow.Model.Linear.ToLpText();
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
