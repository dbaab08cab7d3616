using System.Text.RegularExpressions;

namespace Suandian.Operations.Programme.Checking;

/// <summary>Number of an official document, such as 哈政函〔2023〕178号.</summary>
/// <param name="Issuer">Characters before the year: office and kind of document, and what runs into them.</param>
/// <param name="Year">Year.</param>
/// <param name="Serial">Serial number as written.</param>
/// <param name="Brackets">The two brackets round the year.</param>
sealed partial record DocumentNumber(string Issuer, string Year, string Serial, string Brackets)
{
    /// <summary>As GB/T 9704 writes it.</summary>
    public override string ToString() => $"{Issuer}〔{Year}〕{Serial}号";

    /// <summary>The number a line consists of; null where it holds anything else.</summary>
    internal static DocumentNumber? Alone(string line) =>
        Numbers().Match(line) is { Success: true, Index: 0 } match && match.Length == line.Length ? Of(match) : null;

    /// <summary>Numbers in text.</summary>
    internal static Regex Pattern => Numbers();

    /// <summary>The number of a match.</summary>
    internal static DocumentNumber Of(Match match) => new(match.Groups["issuer"].Value, match.Groups["year"].Value,
        match.Groups["serial"].Value.TrimStart('0'), match.Groups["open"].Value + match.Groups["close"].Value);

    [GeneratedRegex(
        @"(?<issuer>[\u4e00-\u9fff-[阅据按照依见的了以和与及并由经]]{2,10}?)(?<open>[〔\[（(【［])(?<year>20\d\d)"
        + @"(?<close>[〕\]）)】］])第?(?<serial>\d{1,4})号",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
