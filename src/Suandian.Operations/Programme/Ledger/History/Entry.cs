using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Suandian.Operations.Programme.Ledger.History;

/// <summary>One change that happened: an entry of the history, never altered.</summary>
public sealed record Entry
{
    /// <summary>What the first entry names as the hash before it.</summary>
    public const string Origin = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Number from 1 on, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>When, UTC, written 2024-06-01T02:03:04.1234567Z.</summary>
    public required string At { get; init; }

    /// <summary>Account that changed it.</summary>
    public required string By { get; init; }

    /// <summary>Why, in the words of the account.</summary>
    public required string Why { get; init; }

    /// <summary>One of <see cref="EntryKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Register of the row.</summary>
    public required string Register { get; init; }

    /// <summary>Id of the row.</summary>
    public required string Row { get; init; }

    /// <summary>The row before, canonical JSON; empty where there was none. What is personal is a seal.</summary>
    public required string Before { get; init; }

    /// <summary>The row after, canonical JSON; empty where there is none.</summary>
    public required string After { get; init; }

    /// <summary>Hash of the entry before.</summary>
    public required string Previous { get; init; }

    /// <summary>SHA-256 of everything above, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Fields before; none where there was no row.</summary>
    public ImmutableSortedDictionary<string, string> FieldsBefore => Fields(Before);

    /// <summary>Fields after; none where there is no row.</summary>
    public ImmutableSortedDictionary<string, string> FieldsAfter => Fields(After);

    static ImmutableSortedDictionary<string, string> Fields(string json) =>
        json.Length == 0 ? ImmutableSortedDictionary<string, string>.Empty : CanonicalJson.Read(json);

    /// <summary>Where the row is.</summary>
    public RowAddress Address => new(Register, Row);

    /// <summary>What the hash of an entry with this content must be.</summary>
    /// <remarks>SHA-256 over the entry without its hash, as canonical JSON in UTF-8; the objects before and after stand in it as they are kept.</remarks>
    public string ComputedHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json(withHash: false))));

    /// <summary>The entry as one line of JSON; without its hash it is what is hashed.</summary>
    public string ToJson() => Json(withHash: true);

    string Json(bool withHash) => CanonicalJson.Write(
    [
        ("after", After.Length == 0 ? "null" : After),
        ("at", CanonicalJson.Write(At)),
        ("before", Before.Length == 0 ? "null" : Before),
        ("by", CanonicalJson.Write(By)),
        .. withHash ? (ReadOnlySpan<(string, string)>)[("hash", CanonicalJson.Write(Hash))] : [],
        ("kind", CanonicalJson.Write(Kind)),
        ("number", Number.ToString(CultureInfo.InvariantCulture)),
        ("previous", CanonicalJson.Write(Previous)),
        ("register", CanonicalJson.Write(Register)),
        ("row", CanonicalJson.Write(Row)),
        ("why", CanonicalJson.Write(Why)),
    ]);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="System.Text.Json.JsonException">The line is no entry.</exception>
    public static Entry FromJson(string line) => EntryReader.Read(line);
}

/// <summary>Kinds of entries, as they are written.</summary>
public static class EntryKind
{
    /// <summary>A row came into being.</summary>
    public const string Added = "added";

    /// <summary>A row got other values.</summary>
    public const string Changed = "changed";

    /// <summary>A row was taken out; the history keeps it.</summary>
    public const string Removed = "removed";

    /// <summary>Personal values of a row, present and past, were taken out for good.</summary>
    public const string Erased = "erased";
}
