using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;

namespace Suandian.Operations.Programme.Documents.Passages;

/// <summary>What the text under a heading speaks of.</summary>
enum SectionKind
{
    /// <summary>The heading does not tell.</summary>
    Untold,

    /// <summary>What is to be done.</summary>
    Plan,

    /// <summary>What was done, or how things stand.</summary>
    Past,

    /// <summary>Payment, assessment, law: figures that are no promise.</summary>
    Terms,
}

/// <summary>A heading or numbered paragraph and what stands above it.</summary>
/// <param name="Level">Rank; a smaller number encloses a larger one.</param>
/// <param name="Label">Its own number, empty where it has none.</param>
/// <param name="Title">Its title, empty where it has none.</param>
/// <param name="Above">The enclosing section; null at the top.</param>
sealed partial record Section(int Level, string Label, string Title, Section? Above)
{
    /// <summary>The top of a document.</summary>
    internal static Section Top { get; } = new(0, "", "", null);

    /// <summary>Numbers from the top down, such as 三(二)1①.</summary>
    internal string Path => Above is null ? Label : Above.Path + Label;

    /// <summary>The year the nearest heading with one names.</summary>
    internal int? Year => Title.Length > 0 && YearOf(Title) is { } year ? year : Above?.Year;

    /// <summary>The nearest title.</summary>
    internal string NearestTitle => Title.Length > 0 ? Title : Above?.NearestTitle ?? "";

    /// <summary>What it speaks of: the nearest heading that tells.</summary>
    internal SectionKind Kind => KindOf(Title) is var own and not SectionKind.Untold ? own : Above?.Kind ?? SectionKind.Untold;

    /// <summary>The section a new heading opens after this one.</summary>
    internal Section Open(int level, string label, string title)
    {
        var above = this;
        while (above.Level >= level && above.Above is not null)
        {
            above = above.Above;
        }

        return new Section(level, label, title, above);
    }

    /// <summary>The first year a text names, in Arabic or Chinese figures; null for none.</summary>
    internal static int? YearOf(string text) => FindYear().Match(text) is { Success: true } match
        ? int.Parse(string.Concat(match.Groups["year"].Value.Select(Figure)), CultureInfo.InvariantCulture) : null;

    static char Figure(char letter) => "〇一二三四五六七八九".IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? (char)('0' + at) : letter;

    static SectionKind KindOf(string title)
    {
        if (title.Length == 0)
        {
            return SectionKind.Untold;
        }

        return Vocabulary.Has(title, "section_past") ? SectionKind.Past
            : Vocabulary.Has(title, "section_terms") ? SectionKind.Terms
            : Vocabulary.Has(title, "section_plan") ? SectionKind.Plan
            : SectionKind.Untold;
    }

    [GeneratedRegex("(?<year>20[0-9]{2}|二〇[〇一二三四五六七八九]{2})(?=年|[-—–至~])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FindYear();
}
