using System.Text.Json.Nodes;
using Suandian.Planning;

namespace Suandian.Cli.Commands.Plans;

/// <summary>Why a case has no plan, for people and for machines.</summary>
static class NoPlanAnswer
{
    /// <summary>Prints how the solve ended and, where it is infeasible, what stands in the way and what would help.</summary>
    internal static ExitCode Give(Door door, string command, PlanningSolution plan, InfeasibilityReport? why)
    {
        var terminal = door.Terminal;
        terminal.Say(terminal.Words("cli.plan." + plan.Status.ToString().ToLowerInvariant()));
        SayEndless(terminal, plan);
        if (why is not null)
        {
            Print(terminal, why);
        }

        var document = PlanAnswer.Document(command, plan);
        document["explanation"] = why is null ? null : Node(why);
        terminal.Document(document);
        return PlanAnswer.CodeOf(plan.Status);
    }

    /// <summary>What grows without limit, where something does.</summary>
    internal static void SayEndless(Terminal terminal, PlanningSolution plan)
    {
        if (!plan.Endless.IsEmpty)
        {
            terminal.Say(terminal.Words("cli.plan.endless", ("list", string.Join(", ", plan.Endless))));
        }
    }

    static void Print(Terminal terminal, InfeasibilityReport why)
    {
        terminal.Say(terminal.Words("cli.why.causes"));
        foreach (var cause in why.Cause)
        {
            terminal.Say("  - " + cause.Text.In(terminal.Language));
        }

        if (!why.Relax.IsEmpty)
        {
            terminal.Say(terminal.Words("cli.why.relax"));
            foreach (var relaxation in why.Relax)
            {
                terminal.Say("  - " + relaxation.Text.In(terminal.Language));
            }
        }

        if (!why.IsComplete)
        {
            terminal.Say(terminal.Words("cli.why.incomplete"));
        }
    }

    static JsonObject Node(InfeasibilityReport why) => new()
    {
        ["type"] = why.Type,
        ["complete"] = why.IsComplete,
        ["text"] = Terminal.Node(why.Text),
        ["cause"] = new JsonArray([.. why.Cause.Select(cause => (JsonNode)new JsonObject
        {
            ["kind"] = Snake(cause.Kind.ToString()),
            ["part"] = cause.Part,
            ["component"] = cause.Component,
            ["name"] = cause.Name,
            ["size"] = double.IsFinite(cause.Size) ? cause.Size : null,
            ["unit"] = cause.Unit,
            ["hours"] = new JsonArray([.. cause.Hours.Select(range => (JsonNode)new JsonObject
            {
                ["from"] = range.Labels?.First ?? range.From.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture),
                ["to"] = range.Labels?.Last ?? range.To.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture),
            })]),
            ["text"] = Terminal.Node(cause.Text),
        })]),
        ["relax"] = new JsonArray([.. why.Relax.Select(relaxation => (JsonNode)new JsonObject
        {
            ["kind"] = Snake(relaxation.Kind.ToString()),
            ["sufficient_alone"] = relaxation.SufficientAlone,
            ["text"] = Terminal.Node(relaxation.Text),
            ["changes"] = new JsonArray([.. relaxation.Changes.Select(change => (JsonNode)new JsonObject
            {
                ["table"] = change.Component,
                ["name"] = change.Name,
                ["column"] = change.Column,
                ["from"] = double.IsFinite(change.From) ? change.From : null,
                ["to"] = double.IsFinite(change.To) ? change.To : null,
                ["unit"] = change.Unit,
            })]),
        })]),
    };

    static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
