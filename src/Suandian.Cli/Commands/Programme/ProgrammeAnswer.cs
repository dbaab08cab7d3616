using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Programme;

/// <summary>What the commands of a programme share in answering.</summary>
static class ProgrammeAnswer
{
    /// <summary>Does something with a programme; a folder that holds none is a problem of the data.</summary>
    internal static int On(Door door, string command, string path, Func<ProgrammeFolder, ExitCode> work)
    {
        var (programme, problems) = ProgrammeFolder.Open(path, door.Clock);
        return (int)(programme is null ? CaseInput.Refuse(door, command, problems) : work(programme));
    }

    /// <summary>The answer where an account was named that the programme does not know, since it would see less than its user expects; null elsewhere.</summary>
    internal static ExitCode? UnknownAccount(Door door, string command, ProgrammeFolder programme, string? account)
    {
        const string Code = ProblemCode.LedgerAccount;
        return account is null || programme.State.Count("roles") == 0 || programme.State.Row("roles", account) is not null ? null
            : CaseInput.Refuse(door, command, [new Problem(Code, Severity.Error, "roles", null, null, account, Phrases.Of($"check.{Code}.expected"), Phrases.Of($"check.{Code}.remedy"))]);
    }

    /// <summary>The answer to a request: what was written, or every problem.</summary>
    internal static ExitCode Written(Door door, string command, Recorded recorded, Action<JsonObject>? more = null)
    {
        if (!recorded.Problems.IsEmpty)
        {
            return CaseInput.Refuse(door, command, recorded.Problems);
        }

        foreach (var result in Enum.GetValues<ChangeResult>().Where(r => recorded.Count(r) > 0))
        {
            string[] rows = [.. recorded.Outcomes.Where(o => o.Result == result).Select(o => o.Address!.Value.ToString())];
            door.Terminal.Say(door.Terminal.Words($"cli.programme.{result.ToString().ToLowerInvariant()}", ("count", rows.Length), ("rows", Few(rows))));
        }

        var document = CaseInput.Document(command, ExitCode.Done, recorded.Problems);
        document["rows"] = new JsonArray([.. recorded.Outcomes.Select(o => (JsonNode)new JsonObject
        {
            ["row"] = o.Address?.ToString(), ["result"] = o.Result.ToString().ToLowerInvariant(),
        })]);
        document["head"] = recorded.After.Head;
        document["hash"] = recorded.After.HeadHash;
        more?.Invoke(document);
        door.Terminal.Document(document);
        return ExitCode.Done;
    }

    /// <summary>One sentence and its figures as a document.</summary>
    internal static ExitCode Said(Door door, string command, string sentence, params ReadOnlySpan<(string Name, JsonNode? Value)> figures)
    {
        door.Terminal.Say(sentence);
        var document = CaseInput.Document(command, ExitCode.Done, ImmutableArray<Problem>.Empty);
        foreach (var (name, value) in figures)
        {
            document[name] = value;
        }

        door.Terminal.Document(document);
        return ExitCode.Done;
    }

    static string Few(string[] rows) => rows.Length <= 5 ? string.Join(", ", rows) : $"{string.Join(", ", rows[..3])} … {rows[^1]}";
}
