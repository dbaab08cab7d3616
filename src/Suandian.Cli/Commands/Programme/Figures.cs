using System.Globalization;
using System.Text.Json.Nodes;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.Targets;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Programme;

/// <summary>Figures and standings as people and programs read them.</summary>
static class Figures
{
    /// <summary>A figure with thousands separators; – where there are no data.</summary>
    internal static string Value(decimal? figure) => figure is { } value ? Figure.Written(value) : "–";

    /// <summary>A day, 2024-10-31; – where there is none.</summary>
    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A standing in words.</summary>
    internal static Text Standing(Standing standing) => Phrases.Of("ledger.standing." + standing.ToString().ToLowerInvariant());

    /// <summary>A target with its figure as JSON.</summary>
    internal static JsonObject Node(TargetStatus status) => new()
    {
        ["target"] = status.Target.Id,
        ["name"] = Terminal.Node(status.Title),
        ["scope"] = status.Target.Scope,
        ["indicator"] = status.Target.Indicator,
        ["standing"] = Standing(status.Standing).En.Replace(' ', '_'),
        ["reason"] = Terminal.Node(status.Reason),
        ["figure"] = status.Figure?.Value,
        ["counted"] = status.Counted,
        ["threshold"] = status.Target.Threshold,
        ["value"] = status.Target.Value,
        ["max"] = status.Target.Max,
        ["unit"] = status.Target.Unit,
        ["due"] = status.Target.Due is { } due ? Day(due) : null,
        ["planned"] = status.Planned,
        ["reached_on"] = status.ReachedOn is { } reached ? Day(reached) : null,
        ["over"] = status.IsOver,
        ["rows"] = status.Figure?.Raw,
        ["distinct"] = status.Figure?.Distinct,
        ["part"] = status.Figure?.Part,
        ["without_evidence"] = status.Figure?.WithoutProof,
        ["flags"] = new JsonArray([.. status.Flags.Select(f => (JsonNode)new JsonObject { ["code"] = f.Code, ["words"] = Terminal.Node(f.Words) })]),
    };
}
