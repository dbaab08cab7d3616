using System.Collections.Immutable;

namespace Suandian.Cases.Traces;

/// <summary>Sections that a log may name, each by its name in upper or lower case; those of the programme in English or Chinese.</summary>
/// <param name="known">Their names; empty for the three of the programme by the words of case files.</param>
sealed class SectionNames(ImmutableArray<string> known)
{
    static readonly string[][] Programme = [["government", "政府"], ["national", "国家创新"], ["market", "市场"]];

    readonly ImmutableArray<string> _known = known.IsEmpty ? [.. Programme.Select(words => words[0])] : known;

    /// <summary>True where only the three sections of the programme are known.</summary>
    internal bool IsProgramme => known.IsEmpty;

    /// <summary>The section that a word means; null where it means none.</summary>
    internal string? Find(string word)
    {
        if (_known.Contains(word, StringComparer.Ordinal))
        {
            return word;
        }

        var alike = Array.Find(Programme, words => words.Contains(word, StringComparer.OrdinalIgnoreCase)) ?? [word];
        return _known.FirstOrDefault(name => alike.Contains(name, StringComparer.OrdinalIgnoreCase));
    }
}
