using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme;
using Suandian.Operations.Programme.Documents;
using Suandian.Operations.Programme.Documents.Targets;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Programme;

/// <summary>Draft rows of a programme, for people and for machines.</summary>
static class DraftRows
{
    /// <summary>Figures told on the screen that were not read; --json tells all.</summary>
    const int MostUnread = 20;

    /// <summary>Prints the rows and below them what a person should look at.</summary>
    internal static void Print(Terminal terminal, ImmutableArray<DraftTarget> targets)
    {
        if (targets.IsEmpty)
        {
            terminal.Say(terminal.Words("cli.programme.no_targets"));
            return;
        }

        string[] headings = [.. ((string[])["id", "line", "section", "name", "value", "due"]).Select(key => terminal.Words("cli.programme.column." + key))];
        Grid.Print(terminal, headings, targets.Select(target => Cells(terminal.Language, target)), column => column is 2 or 3);
        var doubtful = targets.Where(target => target.Doubts.Length > 0).ToArray();
        terminal.Say(terminal.Words("cli.programme.count", ("rows", targets.Length), ("measured", targets.Count(target => target.HasThreshold)),
            ("doubtful", doubtful.Length)));
        foreach (var doubt in Enum.GetValues<DraftDoubt>())
        {
            var ids = doubtful.Where(target => target.Doubts.Contains(doubt)).Select(target => target.Id).ToArray();
            if (ids.Length > 0)
            {
                terminal.Say($"  {Phrases.Of($"draft_doubt.{DraftTable.NameOf(doubt)}").In(terminal.Language)}: {string.Join(' ', ids)}");
            }
        }
    }

    /// <summary>Prints which figures of the document stand in no row, so that nothing is left out in silence.</summary>
    internal static void PrintUnread(Terminal terminal, ImmutableArray<TextPlace> unread)
    {
        terminal.Say(terminal.Words(unread.IsEmpty ? "cli.programme.all_read" : "cli.programme.unread", ("count", unread.Length)));
        foreach (var place in unread.Take(MostUnread))
        {
            terminal.Say("  " + terminal.Words("cli.programme.unread_line", ("line", place.Line), ("quote", place.Quote)));
        }

        if (unread.Length > MostUnread)
        {
            terminal.Say("  " + terminal.Words("cli.programme.unread_more", ("count", unread.Length - MostUnread)));
        }
    }

    /// <summary>A row as JSON.</summary>
    internal static JsonNode Node(DraftTarget target)
    {
        var node = new JsonObject
        {
            ["id"] = target.Id,
            ["section"] = target.Section,
            ["name"] = target.Name,
            ["scope"] = target.Scope,
            ["kind"] = DraftTable.NameOf(target.Kind),
            ["comparator"] = DraftTable.SignOf(target.Comparator),
            ["value"] = target.Value,
            ["max"] = target.Max,
            ["start"] = Day(target.Start),
            ["literal"] = target.Literal,
            ["unit"] = target.Unit,
            ["unit_literal"] = target.UnitLiteral,
            ["due"] = Day(target.Due),
            ["due_status"] = DraftTable.NameOf(target.DueStatus),
            ["due_alternatives"] = Days(target.DueAlternatives),
            ["due_dates"] = Days(target.DueDates),
            ["per_period"] = target.PerPeriod,
            ["part_of"] = target.PartOf,
            ["share_of"] = target.ShareOf,
            ["may_overlap"] = new JsonArray([.. target.MayOverlap.Select(id => (JsonNode)id)]),
            ["has_threshold"] = target.HasThreshold,
            ["confidence"] = target.Confidence,
            ["places"] = new JsonArray([.. target.Places.Select(Node)]),
            ["doubts"] = new JsonArray([.. target.Doubts.Select(doubt => (JsonNode)DraftTable.NameOf(doubt))]),
            ["remark"] = Terminal.Node(DraftTable.RemarkOf(target)),
        };
        return node;
    }

    /// <summary>A place as JSON.</summary>
    internal static JsonNode Node(TextPlace place) => new JsonObject
    {
        ["line"] = place.Line, ["column"] = place.Column, ["page"] = place.Page, ["quote"] = place.Quote,
    };

    /// <summary>The document that was read as JSON.</summary>
    internal static JsonObject Source(OfficialDocument source) => new()
    {
        ["name"] = source.Name, ["kind"] = DraftTable.NameOf(source.Kind), ["lines"] = source.Lines.Length, ["sha256"] = source.Sha256,
    };

    static string[] Cells(Language language, DraftTarget target) =>
    [
        target.Id, target.Places[0].Line.ToString(CultureInfo.InvariantCulture), target.Section,
        target.Scope.Length > 0 ? $"{target.Name}（{target.Scope}）" : target.Name,
        TargetValue.In(target, language), Day(target.Due) + (target.DueStatus is DueStatus.Ambiguous or DueStatus.Missing ? "?" : ""),
    ];

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static JsonArray Days(ImmutableArray<DateOnly> days) => new([.. days.Select(day => (JsonNode)Day(day)!)]);
}
