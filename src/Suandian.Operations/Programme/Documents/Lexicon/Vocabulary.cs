using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Documents.Lexicon;

/// <summary>The words of words.csv by kind: verbs of promise, marks of the past, nouns of indicators.</summary>
static class Vocabulary
{
    static readonly FrozenDictionary<string, WordKind> Kinds = LexiconFile.Rows("words")
        .GroupBy(row => row[0], row => row[1])
        .ToFrozenDictionary(kind => kind.Key, kind => new WordKind(kind));

    /// <summary>The words of a kind, longest first.</summary>
    internal static ImmutableArray<string> Of(string kind) => Kinds[kind].Words;

    /// <summary>The longest word of a kind a text begins with; null where it begins with none.</summary>
    internal static string? At(ReadOnlySpan<char> text, string kind) => Kinds[kind].At(text);

    /// <summary>The longest word of a kind a text ends with; null where it ends with none.</summary>
    internal static string? Before(ReadOnlySpan<char> text, string kind) => Kinds[kind].Before(text);

    /// <summary>The first place of any word of a kind, and the word; the longest where several begin there.</summary>
    internal static (int At, string Word)? First(ReadOnlySpan<char> text, string kind)
    {
        var words = Kinds[kind];
        for (var i = 0; i < text.Length; i++)
        {
            if (words.At(text[i..]) is { } word)
            {
                return (i, word);
            }
        }

        return null;
    }

    /// <summary>The last place of any word of a kind, and the word.</summary>
    internal static (int At, string Word)? Last(ReadOnlySpan<char> text, string kind)
    {
        var words = Kinds[kind];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (words.At(text[i..]) is { } word)
            {
                return (i, word);
            }
        }

        return null;
    }

    /// <summary>True where a text holds a word of a kind.</summary>
    internal static bool Has(ReadOnlySpan<char> text, string kind) => First(text, kind) is not null;

    /// <summary>The words of a kind by their first and last character.</summary>
    sealed class WordKind(IEnumerable<string> words)
    {
        readonly FrozenDictionary<char, string[]> _byFirst = By(words, word => word[0]);
        readonly FrozenDictionary<char, string[]> _byLast = By(words, word => word[^1]);

        internal ImmutableArray<string> Words { get; } = [.. words.OrderByDescending(word => word.Length)];

        internal string? At(ReadOnlySpan<char> text)
        {
            foreach (var word in text.Length > 0 ? _byFirst.GetValueOrDefault(text[0]) ?? [] : [])
            {
                if (text.StartsWith(word))
                {
                    return word;
                }
            }

            return null;
        }

        internal string? Before(ReadOnlySpan<char> text)
        {
            foreach (var word in text.Length > 0 ? _byLast.GetValueOrDefault(text[^1]) ?? [] : [])
            {
                if (text.EndsWith(word))
                {
                    return word;
                }
            }

            return null;
        }

        static FrozenDictionary<char, string[]> By(IEnumerable<string> words, Func<string, char> key) => words.GroupBy(key)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Length).ToArray());
    }
}
