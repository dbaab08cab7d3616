using Suandian.Cases.Tables;

namespace Suandian.Cases;

public class NumberHintTests
{
    /// <summary>With a unit a number may be written bare or with it; without one the two are the same and one is enough.</summary>
    [Theory]
    [InlineData("MW", "25 or 2.5万千瓦")]
    [InlineData("", "25")]
    public void A_word_in_a_column_of_numbers_gets_each_form_once(string unit, string forms)
    {
        var findings = new Findings();
        var column = new ColumnSchema { Name = "x", Type = ColumnType.Number, Unit = unit, Default = "", Min = null, Max = null, Required = true, Choices = [], References = "", Description = new Text("", "") };

        new CellParser(findings, []).Parse(column, unit, "many", new Spot("table.csv", 2, "x", null));

        Assert.Equal($"Write {forms}; words belong in the column note", Assert.Single(findings.Sorted()).Remedy.En);
    }
}
