using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Suandian.Operations.Programme.Documents.Quantities;

/// <summary>A lower and an upper limit side by side are one range: 不少于5家，不超过10家; 不超过10家但不少于5家.</summary>
static partial class TwoSided
{
    /// <summary>The quantities, limits of one thing joined.</summary>
    internal static ImmutableArray<Quantity> Joined(string text, ImmutableArray<Quantity> quantities)
    {
        var joined = ImmutableArray.CreateBuilder<Quantity>(quantities.Length);
        foreach (var quantity in quantities)
        {
            if (joined.Count > 0 && Range(text, joined[^1], quantity) is { } range)
            {
                joined[^1] = range;
            }
            else
            {
                joined.Add(quantity);
            }
        }

        return joined.ToImmutable();
    }

    static Quantity? Range(string text, Quantity one, Quantity other)
    {
        if (one.Unit is null || one.Unit != other.Unit || other.WordsStart < one.End || !Link().IsMatch(text[one.End..other.WordsStart]))
        {
            return null;
        }

        var (low, high) = (one.Comparator, other.Comparator) switch
        {
            (Comparator.AtLeast, Comparator.AtMost) => (one.Value, other.Value),
            (Comparator.AtMost, Comparator.AtLeast) => (other.Value, one.Value),
            _ => (0m, 0m),
        };
        return low >= high ? null : other with
        {
            WordsStart = one.WordsStart,
            Start = one.Start,
            Value = low,
            Max = high,
            Comparator = Comparator.Range,
            IsExclusive = one.IsExclusive || other.IsExclusive,
            IsChinese = one.IsChinese || other.IsChinese,
            HasWords = true,
        };
    }

    [GeneratedRegex("^[，、,]?(?:但|且|并且|同时|又|并)?[，,]?$", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
