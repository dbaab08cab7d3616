using System.Text.RegularExpressions;

namespace Suandian.Operations.Programme.Ledger.Targets;

/// <summary>Order of codes in which digits count as numbers: T2 before T10.</summary>
public sealed partial class CodeOrder : IComparer<string>
{
    /// <summary>The one order.</summary>
    public static CodeOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y) => string.CompareOrdinal(Padded(x), Padded(y));

    static string Padded(string? code) => Digits().Replace(code ?? "", digits => digits.Value.PadLeft(20, '0'));

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
