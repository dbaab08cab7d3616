using System.Globalization;
using Suandian.Operations.Programme;
using Suandian.Operations.Programme.Documents.Targets;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Programme;

/// <summary>The value of a promise in a few characters: ≥ 2 万平方米, 5–10 名, done by the day.</summary>
static class TargetValue
{
    /// <summary>In the language of the user.</summary>
    internal static string In(DraftTarget target, Language language) => target.Comparator switch
    {
        Comparator.AtLeast => $"≥ {Amount(target.Value, target.Unit, language)}",
        Comparator.AtMost => $"≤ {Amount(target.Value, target.Unit, language)}",
        Comparator.Range => $"{Amount(target.Value, null, language)}–{Amount(target.Max, target.Unit, language)}",
        Comparator.Equal when target.Kind != TargetKind.Milestone => $"= {Amount(target.Value, target.Unit, language)}",
        Comparator.Interval => Phrases.Of("cli.programme.value.from", ("day", target.Start?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).In(language),
        _ => Phrases.Of($"cli.programme.value.{(target.Kind == TargetKind.Milestone ? "milestone" : DraftTable.NameOf(target.Comparator))}").In(language),
    };

    /// <summary>万 and 亿 in Chinese, thousands in English.</summary>
    static string Amount(decimal? value, string? unit, Language language)
    {
        var number = value ?? 0;
        if (language == Language.En)
        {
            return number.ToString("#,0.####", CultureInfo.InvariantCulture) + (unit is null or "%" ? unit : " " + unit);
        }

        var (scaled, power) = number switch
        {
            >= 100_000_000 when number % 1_000_000 == 0 => (number / 100_000_000, "亿"),
            >= 10_000 when number % 100 == 0 => (number / 10_000, "万"),
            _ => (number, ""),
        };
        return scaled.ToString("0.######", CultureInfo.InvariantCulture) + power + unit;
    }
}
