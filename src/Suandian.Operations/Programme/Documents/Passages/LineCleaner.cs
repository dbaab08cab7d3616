using System.Text.RegularExpressions;

namespace Suandian.Operations.Programme.Documents.Passages;

/// <summary>Takes marks and stray blanks out of a line and keeps the place of every character that stays.</summary>
static partial class LineCleaner
{
    /// <summary>The characters that stay.</summary>
    internal static IEnumerable<CleanLetter> Letters(DocumentLine line)
    {
        var text = line.Text;
        var from = Prefix().Match(text).Length;
        var before = '\0';
        for (var i = from; i < text.Length; i++)
        {
            if (Mark().Match(text, i) is { Success: true } mark && mark.Index == i)
            {
                i += mark.Length - 1;
                continue;
            }

            var letter = Plain(text[i]);
            if (letter == ' ' && !StaysBlank(before, Next(text, i)))
            {
                continue;
            }

            before = letter;
            yield return new CleanLetter(letter, line.Number, i + 1);
        }
    }

    /// <summary>Clean text of a line.</summary>
    internal static string Text(DocumentLine line) => string.Concat(Letters(line).Select(letter => letter.Value));

    /// <summary>True for Chinese characters.</summary>
    internal static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff' or '〇';

    /// <summary>The plain form of full-width digits, letters and signs; Chinese punctuation stays.</summary>
    internal static char Plain(char letter) => letter switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(letter - 0xFEE0),
        '％' or '＋' or '／' or '＝' or '＜' or '＞' or '．' or '－' => (char)(letter - 0xFEE0),
        '～' or '〜' => '~',
        '\u3000' or '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\uFEFF' => ' ',
        _ => letter,
    };

    /// <summary>A blank parts two plain words, and the number of a heading from a figure: 2. 6月.</summary>
    static bool StaysBlank(char before, char after) => (IsPlainWord(before) || before == '.') && IsPlainWord(after);

    static bool IsPlainWord(char letter) => char.IsAsciiLetterOrDigit(letter);

    static char Next(string text, int i)
    {
        while (i < text.Length && Plain(text[i]) == ' ')
        {
            i++;
        }

        return i < text.Length ? Plain(text[i]) : '\0';
    }

    /// <summary>Marks of headings and lists of Markdown, and of bullets.</summary>
    [GeneratedRegex(@"^[\s\u3000]*(#{1,6}\s+|>\s+|[-*+]\s+|[•●▪·◆■◇□]\s*)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    /// <summary>Tags of HTML, bold marks of Markdown, blanks written as entities.</summary>
    [GeneratedRegex(@"\G(?:</?[A-Za-z][^<>]*>|\*\*|__|&nbsp;)", RegexOptions.None, 1000)]
    private static partial Regex Mark();
}
