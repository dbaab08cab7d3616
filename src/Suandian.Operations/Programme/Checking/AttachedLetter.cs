using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Checking;

/// <summary>An official letter inside a document: number on a line of its own, title, addressee, text, closing.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title, without blanks; empty where none was found.</param>
/// <param name="Passages">All its paragraphs.</param>
/// <param name="IsAttached">False where the letter is the document itself.</param>
sealed partial record AttachedLetter(DocumentNumber Number, string Title, ImmutableArray<Passage> Passages, bool IsAttached)
{
    /// <summary>Longest letter, paragraphs.</summary>
    const int Longest = 60;

    /// <summary>Paragraphs before a number at the head of the document itself.</summary>
    const int Head = 6;

    static readonly ImmutableArray<string> Closings = [.. Words("closing")];
    static readonly ImmutableArray<string> Copies = [.. Words("copies")];

    /// <summary>The closing phrase; null where there is none.</summary>
    internal Passage? Closing => Passages.FirstOrDefault(passage => Closings.Any(words => passage.Text.StartsWith(words, StringComparison.Ordinal)));

    /// <summary>The line of copies; null where there is none.</summary>
    internal Passage? CopyLine => Passages.FirstOrDefault(passage => Copies.Any(words => passage.Text.StartsWith(words, StringComparison.Ordinal)));

    /// <summary>What stands after the closing phrase and is no line of copies.</summary>
    internal IEnumerable<Passage> Signature => Closing is { } closing
        ? Passages.Skip(Passages.IndexOf(closing) + 1).TakeWhile(passage => passage != CopyLine) : [];

    /// <summary>The name the letter is about, from its title; empty for none.</summary>
    internal string Subject => Established().Match(Title) is { Success: true } match ? match.Groups["name"].Value : "";

    /// <summary>The letters of a document.</summary>
    internal static ImmutableArray<AttachedLetter> In(ImmutableArray<Passage> passages)
    {
        var letters = ImmutableArray.CreateBuilder<AttachedLetter>();
        for (var i = 0; i < passages.Length; i++)
        {
            if (DocumentNumber.Alone(passages[i].Text) is { } number)
            {
                letters.Add(From(passages, i, number));
            }
        }

        return letters.ToImmutable();
    }

    static AttachedLetter From(ImmutableArray<Passage> passages, int at, DocumentNumber number)
    {
        var start = at > 0 && passages[at - 1].Text.Length <= 30 ? at - 1 : at;
        var end = at + 1;
        while (end < passages.Length && end - at < Longest && !Copies.Any(words => passages[end].Text.StartsWith(words, StringComparison.Ordinal)))
        {
            end++;
        }

        end = end < passages.Length && end - at < Longest ? end + 1 : Closed(passages, at);
        var title = passages.Skip(at + 1).Take(2).Select(passage => passage.Text).FirstOrDefault(text => TitleLine().IsMatch(text)) ?? "";
        return new AttachedLetter(number, title.Replace(" ", "", StringComparison.Ordinal), passages[start..end], at >= Head);
    }

    /// <summary>Past the closing phrase and the two lines that may sign it; without one past the number.</summary>
    static int Closed(ImmutableArray<Passage> passages, int at)
    {
        for (var i = at; i < Math.Min(passages.Length, at + Longest); i++)
        {
            if (Closings.Any(words => passages[i].Text.StartsWith(words, StringComparison.Ordinal)))
            {
                return Math.Min(passages.Length, i + 3);
            }
        }

        return Math.Min(passages.Length, at + 2);
    }

    static IEnumerable<string> Words(string kind) => LexiconFile.Rows("marks_of_letters").Where(row => row[0] == kind).Select(row => row[1]);

    [GeneratedRegex("(?:批复|通知|复函|函|请示|报告|意见|决定|通报|公告|通告)$", RegexOptions.None, 1000)]
    private static partial Regex TitleLine();

    [GeneratedRegex(
        "关于(?:同意)?(?:设立|成立|组建|建立|撤销|调整|命名|更名)(?<name>.{4,30}?)的(?:批复|请示|通知|复函|函|决定)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Established();
}
