using System.Collections.Frozen;

namespace Suandian.Operations.Programme.Ledger.Figures;

/// <summary>What a unit of a figure counts: 人 and 家 different ones, 人次 and 家次 rows.</summary>
/// <param name="Name">The unit in its usual writing: 人 for 名.</param>
/// <param name="Counts">What it counts.</param>
public sealed record CountingUnit(string Name, Counts Counts)
{
    static readonly FrozenDictionary<string, string[]> English = RegisterSchema.Sheet("counting_units").ToFrozenDictionary(row => row["unit"], row => row["en"].Split('|'));

    static readonly FrozenDictionary<string, CountingUnit> Known = RegisterSchema.Sheet("counting_units")
        .ToFrozenDictionary(row => row["unit"], row => new CountingUnit(row["same_as"], Enum.Parse<Counts>(row["counts"], ignoreCase: true)));

    /// <summary>The unit of a text; one nobody knows counts as itself.</summary>
    public static CountingUnit Of(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Known.GetValueOrDefault(unit) ?? new CountingUnit(unit, Counts.Any);
    }

    /// <summary>A unit in both languages, by an amount of one or of more; one nobody knows stays as it is written.</summary>
    public static Text Words(string unit, decimal amount = 2) =>
        new(unit, English.TryGetValue(unit, out string[]? words) ? amount == 1 ? words[0] : words[^1] : unit);

    /// <summary>An amount with its unit as a sentence tells it: 3 次, 3 times.</summary>
    public static Text Amount(decimal amount, string unit)
    {
        var words = Words(unit, amount);
        return new($"{Figure.Written(amount)} {words.Zh}".TrimEnd(), $"{Figure.Written(amount)} {words.En}".TrimEnd());
    }

    /// <summary>True where a formula counts what the unit says.</summary>
    public bool Fits(Formula formula) => Counts switch
    {
        Counts.Distinct => formula is not Formula.Count,
        Counts.Rows => formula is not Formula.Distinct,
        _ => true,
    };
}

/// <summary>What a unit counts.</summary>
public enum Counts
{
    /// <summary>Different ones.</summary>
    Distinct,

    /// <summary>Rows, the same one again and again.</summary>
    Rows,

    /// <summary>Nothing that could be counted twice.</summary>
    Any,
}
