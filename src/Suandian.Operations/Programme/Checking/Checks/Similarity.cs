namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>Likeness of two texts after Ratcliff and Obershelp: 2 M / T, M the characters in matching blocks.</summary>
/// <remarks>
/// The longest block is taken first, then the parts left and right of it; the earliest block of several.
/// Source: J. W. Ratcliff, D. E. Metzener, Pattern Matching: The Gestalt Approach, Dr. Dobb's Journal, July 1988.
/// </remarks>
static class Similarity
{
    /// <summary>0 for nothing in common, 1 for equal texts.</summary>
    internal static double Ratio(string one, string other) =>
        one.Length + other.Length == 0 ? 1 : 2.0 * Matching(one, other) / (one.Length + other.Length);

    static int Matching(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.IsEmpty || other.IsEmpty)
        {
            return 0;
        }

        var (start, against, length) = Longest(one, other);
        return length == 0 ? 0
            : length + Matching(one[..start], other[..against]) + Matching(one[(start + length)..], other[(against + length)..]);
    }

    /// <summary>The longest common block: where it begins in both, and its length.</summary>
    static (int Start, int Against, int Length) Longest(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var best = (Start: 0, Against: 0, Length: 0);
        var row = new int[other.Length + 1];
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = other.Length; j > 0; j--)
            {
                row[j] = one[i] == other[j - 1] ? row[j - 1] + 1 : 0;
            }

            for (var j = 1; j <= other.Length; j++)
            {
                if (row[j] > best.Length)
                {
                    best = (i - row[j] + 1, j - row[j], row[j]);
                }
            }
        }

        return best;
    }
}
