using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Suandian.Cases.Tables;

/// <summary>A product of base units: factor to them, and their powers.</summary>
/// <param name="Factor">How many base units one of it is.</param>
/// <param name="Powers">Power of each base unit, none of them 0.</param>
readonly record struct Unit(decimal Factor, ImmutableSortedDictionary<string, int> Powers)
{
    /// <summary>True for a bare magnitude such as 万, which takes the unit of the column.</summary>
    internal bool IsBare { get; init; }
}

/// <summary>Units people write, Chinese and international, and how they convert.</summary>
/// <remarks>Base units: MW, s, yuan, km, kV, ohm, GB, Gbit, t, degC, K, deg, GPU-h, TFLOPS, a (year), month, piece, unit (of a cost row).</remarks>
static class Units
{
    static readonly ImmutableSortedDictionary<string, int> One = ImmutableSortedDictionary<string, int>.Empty;

    static readonly (string Word, decimal Factor)[] Magnitudes =
    [
        ("万亿", 1e12m), ("千万", 1e7m), ("百万", 1e6m), ("十万", 1e5m), ("亿", 1e8m), ("万", 1e4m), ("千", 1e3m), ("百", 1e2m),
    ];

    static readonly FrozenDictionary<string, Unit> Known = Table().ToFrozenDictionary(u => u.Word, u => u.Unit);
    static readonly FrozenDictionary<string, Unit> AnyCase = Known
        .GroupBy(u => u.Key, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(g => g.Key, g => g.First().Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Chinese ways to write a unit of the schema, greatest first; empty where there is none.</summary>
    internal static ImmutableArray<string> Chinese(string unit) => unit switch
    {
        "MW" => ["万千瓦", "千瓦"],
        "MWh" => ["亿千瓦时", "万千瓦时", "千瓦时"],
        "yuan" => ["亿元", "万元", "元"],
        "yuan/MWh" => ["元/千瓦时"],
        "yuan/MW/month" => ["元/千瓦/月"],
        "km" => ["公里", "米"],
        "km2/MW" => ["亩/万千瓦"],
        "pu" => ["%"],
        "GPU-h/a" => ["亿卡时/年", "万卡时/年", "卡时/年"],
        "ms" => ["毫秒"],
        "a" => ["年"],
        "h" => ["小时"],
        _ => [],
    };

    /// <summary>A unit such as 元/千瓦时 or MW·km; null where a word of it is not known.</summary>
    internal static Unit? Parse(string text)
    {
        var unit = new Unit(1, One) { IsBare = true };
        int sign = 1;
        foreach (string part in text.Split('/'))
        {
            foreach (string word in part.Split('·', '*'))
            {
                if (Single(word.Trim()) is not { } single)
                    return null;
                unit = Product(unit, single, sign);
            }

            sign = -1;
        }

        return unit;
    }

    /// <summary>How many of <paramref name="to"/> one of <paramref name="from"/> is; null where the dimensions differ.</summary>
    /// <remarks>A figure "per year" or "per hour" may be written without saying so: 2% in a column of 1/a.</remarks>
    internal static decimal? Ratio(Unit from, Unit to)
    {
        if (from.Powers.SequenceEqual(to.Powers))
            return from.Factor / to.Factor;
        foreach (string implied in (ReadOnlySpan<string>)["a", "s"])
        {
            if (to.Powers.GetValueOrDefault(implied) == -1 && from.Powers.SequenceEqual(to.Powers.Remove(implied)))
                return from.Factor / (implied == "s" ? to.Factor * 3600 : to.Factor);
        }

        return null;
    }

    static Unit? Single(string word)
    {
        if (Known.TryGetValue(word, out var exact) || AnyCase.TryGetValue(word, out exact))
            return exact;
        foreach (var (name, factor) in Magnitudes)
        {
            if (!word.StartsWith(name, StringComparison.Ordinal))
                continue;
            string rest = word[name.Length..];
            if (rest.Length == 0)
                return new Unit(factor, One) { IsBare = true };
            if (Known.TryGetValue(rest, out var unit) || AnyCase.TryGetValue(rest, out unit))
                return unit with { Factor = factor * unit.Factor };
        }

        return null;
    }

    static Unit Product(Unit a, Unit b, int sign)
    {
        var powers = a.Powers;
        foreach (var (name, power) in b.Powers)
        {
            int sum = powers.GetValueOrDefault(name) + sign * power;
            powers = sum == 0 ? powers.Remove(name) : powers.SetItem(name, sum);
        }

        decimal factor = sign > 0 ? a.Factor * b.Factor : a.Factor / b.Factor;
        return new Unit(factor, powers) { IsBare = a.IsBare && b.IsBare };
    }

    static IEnumerable<(string Word, Unit Unit)> Table()
    {
        foreach (var (words, factor, powers) in UnitTable.Rows)
        {
            var unit = new Unit(factor, powers.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => p.Split('^'))
                .ToImmutableSortedDictionary(p => p[0], p => p.Length == 1 ? 1 : int.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture)));
            foreach (string word in words.Split(' '))
                yield return (word, unit);
        }
    }
}
