using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Suandian.Operations.Programme.Ledger.History;

/// <summary>Codes of people who were erased, known by a keyed hash alone, so that a sheet that is imported again does not bring them back.</summary>
/// <remarks>
/// HMAC-SHA-256 (RFC 2104) of the code under a random key that lies in the store beside the personal values and never in the history. Whoever has
/// the store can test a guess and no more; whoever has only the history cannot.
/// </remarks>
public sealed record ErasedCodes
{
    const string KeyMark = "erasure-key", Prefix = "erased-code:";

    /// <summary>Nobody was erased.</summary>
    public static ErasedCodes None { get; } = new();

    string Key { get; init; } = "";

    ImmutableDictionary<string, string> Pseudonyms { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What a store keeps of them among the personal values.</summary>
    /// <param name="values">Values by mark.</param>
    internal static ErasedCodes Of(IReadOnlyDictionary<string, string> values) => !values.TryGetValue(KeyMark, out string? key) ? None : new ErasedCodes
    {
        Key = key, Pseudonyms = values.Where(v => v.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToImmutableDictionary(v => v.Key, v => v.Value),
    };

    /// <summary>What stands for a code in the rows of an erased person; null for a code nobody had who was erased.</summary>
    internal string? Pseudonym(string code) => Pseudonyms.IsEmpty ? null : Pseudonyms.GetValueOrDefault(MarkOf(code));

    /// <summary>With the codes of one more person.</summary>
    /// <param name="forgotten">The codes and what stands for them from now on.</param>
    /// <param name="salt">Random bytes for the key, where there is none yet.</param>
    /// <param name="entry">Number of the entry that erases.</param>
    /// <param name="kept">What the store has to keep.</param>
    internal ErasedCodes With(ForgottenCodes forgotten, Func<byte[]> salt, long entry, out ImmutableArray<Seal> kept)
    {
        var known = Key.Length > 0 ? this : this with { Key = Convert.ToHexStringLower(salt()) };
        string[] marks = [.. forgotten.Codes.Select(known.MarkOf)];
        kept =
        [
            .. Key.Length > 0 ? (ReadOnlySpan<Seal>)[] : [Sound(KeyMark, known.Key, entry)],
            .. marks.Where(m => !known.Pseudonyms.ContainsKey(m)).Select(m => Sound(m, forgotten.Pseudonym, entry)),
        ];
        return known with { Pseudonyms = known.Pseudonyms.SetItems(marks.Select(m => KeyValuePair.Create(m, forgotten.Pseudonym))) };
    }

    /// <summary>True for what this class keeps among the personal values.</summary>
    internal static bool IsMark(string mark) => mark == KeyMark || mark.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>True where a kept value is as it was written.</summary>
    internal static bool IsSound(Seal seal) => seal == Sound(seal.Mark, seal.Value, seal.Entry);

    static Seal Sound(string mark, string value, long entry) => new(mark, Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{mark}\n{value}\n{entry}")))), value, entry);

    string MarkOf(string code) => Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(Key), Encoding.UTF8.GetBytes(code)));
}

/// <summary>Codes of a person who is erased.</summary>
/// <param name="Pseudonym">What stands for them in rows that are told apart by a code.</param>
/// <param name="Codes">The codes in clear, of which a keyed hash is kept.</param>
sealed record ForgottenCodes(string Pseudonym, ImmutableArray<string> Codes);
