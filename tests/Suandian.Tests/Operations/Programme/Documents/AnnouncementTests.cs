using Suandian.Operations.Programme.Checking;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Documents;

public class AnnouncementTests
{
    public static TheoryData<string> Names => [.. Fixture.SetA, .. Fixture.SetB];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_expected_row_is_found_and_95_of_100_fields_are_right(string name)
    {
        var fixture = await Fixture.Read(name);

        var agreement = fixture.Compare(TargetReader.Read(fixture.Document));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{name}: rows {agreement.RowsFound}/{agreement.Rows}, fields {agreement.FieldsRight}/{agreement.Fields}, too many {agreement.TooMany.Count}");
        Assert.True(agreement.RowsFound == agreement.Rows, string.Join('\n', agreement.Misses));
        Assert.True(agreement.FieldsRight >= 0.95 * agreement.Fields, string.Join('\n', agreement.Misses));
        Assert.True(agreement.TooMany.Count <= 1, string.Join('\n', agreement.TooMany));
    }

    /// <summary>What an unprejudiced reader would object to in the sixteen texts is listed here; anything more is a false alarm.</summary>
    [Theory]
    [InlineData("work-report", "")]
    [InlineData("investment-promotion", "D18 D19 D20")]
    [InlineData("training-plan", "")]
    [InlineData("transport", "")]
    [InlineData("responsibility-table", "")]
    [InlineData("livelihood", "")]
    [InlineData("talent-three-years", "D23")]
    [InlineData("green-computing", "D18 D18 D20 D26")]
    [InlineData("work-report-second", "D18")]
    [InlineData("education-health", "")]
    [InlineData("farming", "D17")]
    [InlineData("digital-government", "D25")]
    [InlineData("event-plan", "D18 D26")]
    [InlineData("industrial-park-wrapped", "")]
    [InlineData("service-contract", "D20")]
    [InlineData("environment", "")]
    public async Task A_clean_text_raises_no_alarm_beyond_its_known_faults(string name, string rules)
    {
        var fixture = await Fixture.Read(name);

        var report = DocumentChecker.Check(fixture.Document);

        Assert.Equal(rules, string.Join(' ', report.Findings.Select(finding => finding.Rule.Id)));
    }
}
