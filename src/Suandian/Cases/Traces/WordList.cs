using System.Collections.Immutable;

namespace Suandian.Cases.Traces;

/// <summary>Words in one cell, separated by ; | 、 or a comma.</summary>
static class WordList
{
    static readonly char[] Separators = [';', '；', '|', '、', ',', '，'];

    internal static ImmutableArray<string> Of(string? cell) =>
        cell is null ? [] : [.. cell.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
