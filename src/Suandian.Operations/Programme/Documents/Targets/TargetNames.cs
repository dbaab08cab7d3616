using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Lexicon;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>Makes the name of a target from the words around its number.</summary>
static partial class TargetNames
{
    /// <summary>Words of a stretch of text without its times and without what only leads over or compares.</summary>
    /// <param name="text">Clean text of the passage.</param>
    /// <param name="start">First character.</param>
    /// <param name="end">Past the last character.</param>
    /// <param name="dates">Times of the passage.</param>
    internal static string Of(string text, int start, int end, IEnumerable<DateMention> dates) =>
        Trimmed(WithoutTimes(text, start, end, dates));

    /// <summary>A stretch of text without its times.</summary>
    internal static string WithoutTimes(string text, int start, int end, IEnumerable<DateMention> dates)
    {
        var letters = text[start..end].ToCharArray();
        foreach (var date in dates.Where(date => date.Start < end && date.End > start))
        {
            letters.AsSpan(Math.Max(date.Start, start) - start, Math.Min(date.End, end) - Math.Max(date.Start, start)).Clear();
        }

        return EmptyBrackets().Replace(string.Concat(letters.Where(letter => letter != '\0')), "");
    }

    /// <summary>A name without leading and trailing words of grammar.</summary>
    internal static string Trimmed(string words)
    {
        words = words.Trim(' ', '\t', '、', '，', '。', '；', '：', ':', ';', ',', '—', '-', '/');
        while (Leading(words) is { } head)
        {
            words = words[head.Length..].TrimStart('、', '，', ' ');
        }

        while ((ComparatorWords.Before(words)?.Word ?? Vocabulary.Before(words, "ensure")) is { } tail && words.Length > tail.Length)
        {
            words = words[..^tail.Length];
        }

        words = words.Trim(' ', '、', '，', '：', '—', '的');
        return words.Length > 1 && words[^1] is '）' or ')' && words.IndexOfAny(['（', '(']) < 0 ? words[..^1] : words;
    }

    /// <summary>True where a name says nothing by itself: a verb, 总数, 达到.</summary>
    internal static bool IsWeak(string name) => WithoutVerbs(name).Length < 2 || Generic().IsMatch(name) || PhaseAlone().IsMatch(WithoutVerbs(name));

    /// <summary>A name without the verb it begins or ends with.</summary>
    internal static string WithoutVerbs(string name)
    {
        var bare = name;
        while (VerbAt(bare) is { } head)
        {
            bare = bare[head.Length..];
        }

        while (bare.Length > 0 && (Vocabulary.Before(bare, "finish") ?? Vocabulary.Before(bare, "start") ?? Vocabulary.Before(bare, "count")) is { } tail)
        {
            bare = bare[..^tail.Length];
        }

        return bare.Trim('的', '了', '、', ' ');
    }

    /// <summary>The part of a name before its phase (一期) or verb: what the next clause speaks of when it names nothing.</summary>
    internal static string SubjectOf(string name)
    {
        var phase = Phase().Match(name);
        name = phase.Success && phase.Index > 1 ? name[..phase.Index] : name;
        var subject = Vocabulary.At(name, "noun_verb") is null ? WithoutVerbs(name) : name;
        return Vocabulary.Last(subject, "finish") is { At: > 1 } verb ? subject[..verb.At] : subject;
    }

    /// <summary>True where a name holds a phase such as 一期.</summary>
    internal static bool HasPhase(string name) => Phase().IsMatch(name);

    static string? Leading(string words)
    {
        if (Vocabulary.At(words, "kept_head") is not null)
        {
            return null; // the first character belongs to a word: 到位, 本科
        }

        if ((Vocabulary.At(words, "leading") ?? Vocabulary.At(words, "tentative")) is { } lead && words.Length > lead.Length)
        {
            return lead;
        }

        return words is ['为' or '将' or '对' or '同' or '替', _, _, ..] ? words[..1] : null;
    }

    static string? VerbAt(string words) => words.Length == 0 ? null
        : Vocabulary.At(words, "count") ?? Vocabulary.At(words, "finish") ?? Vocabulary.At(words, "start") ?? Vocabulary.At(words, "assist");

    /// <summary>What is left of （6月底前完成） without its time.</summary>
    [GeneratedRegex("[（(](?:完成|建成|到位|投用)?[）)]", RegexOptions.None, 1000)]
    private static partial Regex EmptyBrackets();

    [GeneratedRegex("^(?:总?数量?|总数|总额|其他|人数|各)$", RegexOptions.None, 1000)]
    private static partial Regex Generic();

    [GeneratedRegex("^(?:[一二三四首]期(?:工程)?|全部|主体工程)$", RegexOptions.None, 1000)]
    private static partial Regex PhaseAlone();

    [GeneratedRegex("[一二三四五首]期(?!间|限|末|内)|(?<!\\d)[1-5]期工程", RegexOptions.None, 1000)]
    private static partial Regex Phase();
}
