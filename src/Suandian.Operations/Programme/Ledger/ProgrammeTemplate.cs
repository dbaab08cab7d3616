using System.Collections.Immutable;
using System.Reflection;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations.Programme.Ledger;

/// <summary>What a new programme begins with: organisations, indicators and milestones as data.</summary>
public static class ProgrammeTemplate
{
    /// <summary>A programme with nothing but its name and period.</summary>
    public const string Blank = "blank";

    const string Owner = "owner";

    /// <summary>Names of the templates.</summary>
    public static IReadOnlyList<string> Names { get; } = [Blank, "yiwu-2024"];

    /// <summary>Changes that make a new programme.</summary>
    /// <param name="template">One of <see cref="Names"/>.</param>
    /// <param name="account">Account that makes it; it gets every right.</param>
    /// <param name="given">Fields of the programme given by the user, which go before those of the template; owner is the name of the owning organisation.</param>
    public static ImmutableArray<Change> Changes(string template, string account, IReadOnlyDictionary<string, string> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        bool isBlank = template == Blank;
        ImmutableArray<Change> organisations = isBlank
            ? [Added("organisations", Owner, [new("name_zh", given.GetValueOrDefault(Owner, "")), new("kind", Owner)])]
            : Rows(template, "organisations");
        string owner = isBlank ? Owner : organisations.First(o => o.Values["kind"] == Owner).Id;
        var named = organisations.Select(o => o.Id == owner && given.ContainsKey(Owner)
            ? o with { Values = o.Values.SetItem("name_zh", given[Owner]).Remove("name_en") } : o);
        var role = Added("roles", account, [new("organisation", owner), new("edits", "*"), new("rows", "all"), new("personal", "yes")]);
        var programme = isBlank ? Added("programme", ProgrammeSettings.Id, []) : Rows(template, "programme").Single();
        programme = programme with { Values = programme.Values.SetItems(given.Where(g => g.Key != Owner)).SetItem(Owner, owner) };
        return [.. named, role, programme, .. isBlank ? [] : Rows(template, "milestones"), .. isBlank ? [] : Rows(template, "indicators")];
    }

    /// <summary>Draft targets that come with a template, as a CSV file to be confirmed; null where there are none.</summary>
    public static byte[]? Drafts(string template)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"programmes/{template}/drafts.csv");
        if (stream is null)
        {
            return null;
        }

        using var memory = new MemoryStream();
        memory.Write([0xEF, 0xBB, 0xBF]);
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    static ImmutableArray<Change> Rows(string template, string register) =>
        [.. RegisterSchema.Sheet(register, $"programmes/{template}").Select(row => Added(register, row["id"], row.Where(c => c.Key != "id" && c.Value.Length > 0)))];

    static Change Added(string register, string id, IEnumerable<KeyValuePair<string, string>> values) =>
        new() { Kind = ChangeKind.Add, Register = register, Id = id, Values = values.ToImmutableDictionary() };
}
