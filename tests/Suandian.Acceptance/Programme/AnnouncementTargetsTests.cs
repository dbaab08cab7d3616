using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Suandian.Operations.Programme.Documents;
using Suandian.Operations.Programme.Documents.Targets;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Drafts;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Programme;

/// <summary>The announcement read, confirmed and entered into a ledger, against the targets that are expected of it.</summary>
public class AnnouncementTargetsTests
{
    static string Folder => OutsideData.File("programme");

    [Fact]
    public void The_drafts_of_the_template_are_the_targets_of_the_announcement()
    {
        var drafts = Confirmed(ProgrammeTemplate.Drafts("yiwu-2024")!).Select(d => d.Target);

        Assert.Equal(
            Expected().Select(t => (Text(t, "id"), Text(t, "value"), Text(t, "max"), Text(t, "cmp"), Text(t, "due"), Text(t, "due_status"))),
            drafts.Select(d => (d.Id, Value(d), Max(d), DraftTable.SignOf(d.Comparator), Day(d.Due), DraftTable.NameOf(d.DueStatus))));
    }

    /// <summary>A person says yes to the rows of the list and no to the one beyond it: the conference itself.</summary>
    [Fact]
    public async Task The_31_rows_read_from_the_announcement_enter_the_ledger_each_with_its_indicator()
    {
        var known = Confirmed(ProgrammeTemplate.Drafts("yiwu-2024")!).ToDictionary(d => d.Target.Id, d => d.Target.Indicator);
        var drafts = Confirmed(DraftTable.Write(TargetReader.Read(await Document())));
        var wanted = Expected().Select(t => (Id: Text(t, "id"), Draft: drafts.FirstOrDefault(d => Agrees(t, d.Target)))).ToArray();
        var taken = wanted.Where(w => w.Draft is not null).Select(w => w.Draft!).ToArray();
        var state = Template();

        var changes = ConfirmedDrafts.Changes(taken, state);
        var recorded = Recorder.Record(state, new ChangeRequest { By = "owner", Why = "test", Changes = changes }, World());

        Assert.Empty(recorded.Problems.Select(p => $"{p.Code} {p.Row} {p.Column} {p.Value}"));
        Assert.Equal(31, recorded.After.Rows("targets").Count());
        Assert.Equal(wanted.Select(w => (w.Id, known[w.Id])), wanted.Zip(changes).Select(w => (w.First.Id, w.Second.Values.GetValueOrDefault("indicator", ""))));
    }

    static bool Agrees(JsonElement row, DraftTarget draft) =>
        row.GetProperty("where").EnumerateArray().Any(place => place.GetProperty("line").GetInt32() == draft.Places[0].Line)
        && (Text(row, "value"), Text(row, "max"), Text(row, "cmp"), Text(row, "unit")) == (Value(draft), Max(draft), DraftTable.SignOf(draft.Comparator), draft.Unit ?? "")
        && (Text(row, "cmp") != "boolean" || draft.Name == Text(row, "name_zh"));

    static ImmutableArray<ConfirmedDraft> Confirmed(byte[] table)
    {
        var reading = DraftTable.Read("drafts.csv", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(table).Replace("\n,", "\nyes,", StringComparison.Ordinal)));
        Assert.Empty(reading.Problems);
        return reading.Confirmed;
    }

    static LedgerState Template() => Recorder.Record(LedgerState.Empty, new ChangeRequest
    {
        By = "owner", Why = "test", Changes = ProgrammeTemplate.Changes("yiwu-2024", "owner", ImmutableDictionary<string, string>.Empty),
    }, World()).After;

    static Circumstances World() => new(DateTimeOffset.UnixEpoch, () => new byte[16], _ => null);

    static JsonElement[] Expected() =>
        [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "yiwu-2024-expected.json"))).RootElement.GetProperty("targets").EnumerateArray()];

    static async Task<OfficialDocument> Document() =>
        (await DocumentReader.Read(Path.Combine(Folder, "yiwu-2024-announcement.md"), cancellation: TestContext.Current.CancellationToken)).Document!;

    static string Text(JsonElement target, string name) => target.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "";

    static string Value(DraftTarget draft) => draft.Start is { } start ? Day(start) : Number(draft.Value);

    static string Max(DraftTarget draft) => draft.Start is null ? Number(draft.Max) : Day(draft.Due);

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static string Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
