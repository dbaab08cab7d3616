using Suandian.Texts;

namespace Suandian.Cases.Tables;

/// <summary>The word that was probably meant.</summary>
static class Suggestion
{
    /// <summary>"Did you mean …?", empty where nothing is near.</summary>
    internal static Text DidYouMean(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } near ? Phrases.Of("check.did_you_mean", ("near", near)) : new Text("", "");

    /// <summary>The known word with the fewest edits, if it is at most a third of the word away.</summary>
    internal static string? Nearest(string word, IEnumerable<string> known)
    {
        string wanted = Key(word);
        if (wanted.Length < 2)
            return null;
        string? best = null;
        int least = Math.Max(1, wanted.Length / 3) + 1;
        foreach (string candidate in known)
        {
            int edits = Edits(wanted, Key(candidate));
            if (edits < least)
                (best, least) = (candidate, edits);
        }

        return best;
    }

    static string Key(string word) =>
        Cell.HalfWidth(word).ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    /// <summary>Edits between two words: insert, delete, replace, or swap of neighbours.</summary>
    /// <remarks>Source: optimal string alignment distance; F. Damerau, Comm. ACM 7 (1964), doi:10.1145/363958.363994.</remarks>
    static int Edits(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replace, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
