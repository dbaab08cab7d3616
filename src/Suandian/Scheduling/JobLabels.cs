namespace Suandian.Scheduling;

/// <summary>One word out of few for each job, such as its user, queue or section.</summary>
/// <param name="Of">Place of each job's word in <paramref name="Names"/>; −1 where nobody says.</param>
/// <param name="Names">The words, each once.</param>
public sealed record JobLabels(int[] Of, string[] Names)
{
    /// <summary>The word of a job; null where nobody says.</summary>
    public string? this[int job] => Of[job] < 0 ? null : Names[Of[job]];

    /// <summary>Collects the words of jobs in order.</summary>
    /// <param name="words">A word for each job; null or empty where nobody says.</param>
    /// <returns>Null where no job has a word.</returns>
    public static JobLabels? From(IEnumerable<string?> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] of = [.. words.Select(word => string.IsNullOrEmpty(word) ? -1 : Place(word))];
        return places.Count == 0 ? null : new JobLabels(of, [.. places.Keys]);

        int Place(string word)
        {
            places.TryAdd(word, places.Count);
            return places[word];
        }
    }
}
