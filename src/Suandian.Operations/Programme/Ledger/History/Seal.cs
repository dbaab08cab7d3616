using System.Security.Cryptography;
using System.Text;

namespace Suandian.Operations.Programme.Ledger.History;

/// <summary>A personal value that stands in the history only as a salted hash.</summary>
/// <param name="Mark">What the history holds: <c>seal:</c> and the SHA-256 of salt and value.</param>
/// <param name="Salt">Random salt, hexadecimal; without it the value cannot be guessed from the mark.</param>
/// <param name="Value">The value in clear.</param>
/// <param name="Entry">Number of the entry that brought it.</param>
/// <remarks>The history can be handed out and checked without the values; the value belongs to the mark or the audit says so.</remarks>
public sealed record Seal(string Mark, string Salt, string Value, long Entry)
{
    const string Prefix = "seal:";

    /// <summary>Seals a value.</summary>
    /// <param name="value">The value in clear.</param>
    /// <param name="salt">16 random bytes.</param>
    /// <param name="entry">Number of the entry.</param>
    public static Seal Of(string value, ReadOnlySpan<byte> salt, long entry)
    {
        string written = Convert.ToHexStringLower(salt);
        return new Seal(MarkOf(written, value, entry), written, value, entry);
    }

    /// <summary>True for a mark of a seal.</summary>
    public static bool IsMark(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(Prefix, StringComparison.Ordinal);
    }

    /// <summary>The mark that salt, value and number give.</summary>
    public string ComputedMark() => MarkOf(Salt, Value, Entry);

    static string MarkOf(string salt, string value, long entry) => Prefix + Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{salt}\n{entry.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n{value}")));
}
