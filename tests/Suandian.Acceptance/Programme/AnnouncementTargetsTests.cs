using System.Collections.Immutable;
using System.Text.Json;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Drafts;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Programme;

/// <summary>The draft targets of the template against the targets that a reader of the announcement is expected to find.</summary>
public class AnnouncementTargetsTests
{
    [Fact]
    public void The_drafts_of_the_template_are_the_targets_of_the_announcement()
    {
        var drafts = DraftFile.Read(ProgrammeTemplate.Drafts("yiwu-2024")!, "drafts.csv").Drafts.Select(d => d.Draft);

        Assert.Equal(
            Expected().Select(t => (Text(t, "id"), Text(t, "value"), Text(t, "max"), Text(t, "cmp"), Text(t, "due"), Text(t, "due_status"))),
            drafts.Select(d => (d.Id, d.Value, d.Max, d.Cmp, d.Due, d.DueStatus)));
    }

    [Fact]
    public void Every_target_of_the_announcement_finds_its_indicator_by_words_and_unit_and_enters_the_ledger()
    {
        var state = Template();
        var indicators = state.Rows("indicators").Select(Indicator.From).ToArray();
        var known = DraftFile.Read(ProgrammeTemplate.Drafts("yiwu-2024")!, "drafts.csv").Drafts.ToDictionary(d => d.Draft.Id, d => d.Draft.Indicator);
        DraftLine[] drafts = [.. Expected().Select((t, i) => new DraftLine(new DraftTarget
        {
            Id = Text(t, "id"), NameZh = Text(t, "name_zh"), Value = Text(t, "value"), Max = Text(t, "max"), Cmp = Text(t, "cmp"), Unit = Text(t, "unit"),
            Due = Text(t, "due"), DueStatus = Text(t, "due_status"), Literal = Text(t, "literal"), Confirm = "yes",
        }, i + 2))];

        Assert.Equal(drafts.Select(d => (d.Draft.Id, known[d.Draft.Id])), drafts.Select(d => (d.Draft.Id, IndicatorMatch.Of(d.Draft, indicators)?.Id ?? "")));
        Assert.Empty(Recorder.Record(state, new ChangeRequest { By = "owner", Why = "test", Changes = DraftFile.Confirmed(drafts, state) }, World()).Problems);
    }

    static LedgerState Template() => Recorder.Record(LedgerState.Empty, new ChangeRequest
    {
        By = "owner", Why = "test", Changes = ProgrammeTemplate.Changes("yiwu-2024", "owner", ImmutableDictionary<string, string>.Empty),
    }, World()).After;

    static Circumstances World() => new(DateTimeOffset.UnixEpoch, () => new byte[16], _ => null);

    static JsonElement[] Expected()
    {
        string? root = Environment.GetEnvironmentVariable("SUANDIAN_DATA");
        Assert.SkipWhen(root is null, "needs SUANDIAN_DATA");
        return [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root!, "programme", "yiwu-2024-expected.json"))).RootElement.GetProperty("targets").EnumerateArray()];
    }

    static string Text(JsonElement target, string name) => target.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "";
}
