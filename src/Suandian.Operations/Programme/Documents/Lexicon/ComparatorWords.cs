using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Documents.Lexicon;

/// <summary>A word beside a number that says how it is meant.</summary>
/// <param name="Word">Such as 不低于.</param>
/// <param name="Comparator">What it makes of the number; null where it leaves it bare.</param>
/// <param name="Note">exclusive, approximate, level, cumulative, tentative, each, or empty.</param>
sealed record ComparatorWord(string Word, Comparator? Comparator, string Note);

/// <summary>The words of comparators.csv.</summary>
static class ComparatorWords
{
    static readonly ImmutableArray<ComparatorWord> Front = Read("before");
    static readonly ImmutableArray<ComparatorWord> Back = Read("after");

    /// <summary>The longest word a text before a number ends with.</summary>
    internal static ComparatorWord? Before(ReadOnlySpan<char> text)
    {
        if (Vocabulary.Before(text, "kept_tail") is not null)
        {
            return null; // the last character belongs to a word: 签约, 人均
        }

        foreach (var word in Front)
        {
            if (text.EndsWith(word.Word))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>The longest word a text after a number and its unit begins with.</summary>
    internal static ComparatorWord? After(ReadOnlySpan<char> text)
    {
        foreach (var word in Back)
        {
            if (text.StartsWith(word.Word))
            {
                return word;
            }
        }

        return null;
    }

    static ImmutableArray<ComparatorWord> Read(string place) =>
    [
        .. LexiconFile.Rows("comparators").Where(row => row[1] == place)
            .Select(row => new ComparatorWord(row[0], row[2] switch
            {
                ">=" => Comparator.AtLeast,
                "<=" => Comparator.AtMost,
                "=" => Comparator.Equal,
                _ => null,
            }, row[3]))
            .OrderByDescending(word => word.Word.Length),
    ];
}
