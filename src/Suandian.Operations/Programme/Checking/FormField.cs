using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Passages;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking;

/// <summary>A label with its value, as 联系人：… or in a form.</summary>
/// <param name="Label">Label without its colon.</param>
/// <param name="Value">Value; empty where none is filled in.</param>
/// <param name="Place">Place of the value, of the label where there is no value.</param>
/// <param name="Passage">The paragraph.</param>
sealed partial record FormField(string Label, string Value, TextPlace Place, Passage Passage)
{
    /// <summary>Labels that are known wherever they stand, longest first: of persons, of forms, of dates.</summary>
    static readonly ImmutableArray<string> Known =
    [
        .. LexiconFile.Rows("personal_fields").Concat(LexiconFile.Rows("form_fields")).Select(row => row[0])
            .Append("日期").Distinct().OrderByDescending(label => label.Length),
    ];

    /// <summary>Ends of a value.</summary>
    static readonly char[] Ends = ['，', ',', '；', ';', '。', '）', ')', '、'];

    /// <summary>Marks a label may stand after.</summary>
    static readonly char[] Marks = [.. Ends, '（', '(', '“', '\t', '|'];

    /// <summary>The fields of a paragraph.</summary>
    internal static IEnumerable<FormField> In(Passage passage)
    {
        var text = passage.Text;
        if (passage.IsForm || passage.IsRow)
        {
            return Cells().Matches(text).Select(match => Of(passage, match));
        }

        var inside = Inside(passage).ToArray();
        var whole = Line().Match(text);
        return whole.Success && inside.All(field => !whole.Groups["label"].Value.EndsWith(field.Label, StringComparison.Ordinal))
            ? [Of(passage, whole), .. inside] : inside;
    }

    /// <summary>The known label a text ends with; null for none.</summary>
    internal static string? KnownAt(string text) => Known.FirstOrDefault(label => text.EndsWith(label, StringComparison.Ordinal));

    /// <summary>Known labels anywhere in a line, several on one line too: 姓名：… 职称：… 电话：….</summary>
    static IEnumerable<FormField> Inside(Passage passage)
    {
        var text = passage.Text;
        for (var colon = text.IndexOfAny(['：', ':']); colon > 0; colon = text.IndexOfAny(['：', ':'], colon + 1))
        {
            if (KnownAt(text[..colon]) is { } label)
            {
                var (start, end) = (colon + 1, ValueEnd(text, colon + 1));
                var at = end > start ? start : colon - label.Length;
                var place = passage.PlaceOf(at, end > start ? end : colon);
                yield return new FormField(label, text[start..end].Trim(), place, passage);
            }
        }
    }

    /// <summary>A value runs to a mark or to the next known label.</summary>
    static int ValueEnd(string text, int start)
    {
        var end = text.IndexOfAny(Ends, start) is >= 0 and var mark ? mark : text.Length;
        var colon = text.IndexOfAny(['：', ':'], start);
        return colon < 0 || colon > end ? end
            : KnownAt(text[start..colon]) is { } next ? colon - next.Length
            : text.LastIndexOfAny(Marks, colon, colon - start) is >= 0 and var before ? before : end;
    }

    static FormField Of(Passage passage, Match match)
    {
        var value = match.Groups["value"];
        var label = match.Groups["label"];
        var seen = value.Length > 0 ? value : label;
        return new FormField(label.Value, value.Value.Trim(), passage.PlaceOf(seen.Index, seen.Index + seen.Length), passage);
    }

    [GeneratedRegex(@"^(?<label>[\u4e00-\u9fff]{2,14})[:：](?<value>[^。；]*)[。；]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    /// <summary>Label with colon and the cell after it; a label that names a signature needs no colon.</summary>
    [GeneratedRegex(
        @"(?:^|\t)\|?(?:(?<label>[\u4e00-\u9fff]{2,12})[:：][ \t|]*|(?<label>[\u4e00-\u9fff]{0,8}签[字名])[\t|]+)(?<value>[^\t|]*)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cells();
}
