using System.Text.RegularExpressions;
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
    /// <summary>The fields of a paragraph.</summary>
    internal static IEnumerable<FormField> In(Passage passage)
    {
        var text = passage.Text;
        if (!passage.IsForm && !passage.IsRow)
        {
            var match = Line().Match(text);
            return match.Success ? [Of(passage, match)] : [];
        }

        return Cells().Matches(text).Select(match => Of(passage, match));
    }

    static FormField Of(Passage passage, Match match)
    {
        var value = match.Groups["value"];
        var label = match.Groups["label"];
        var seen = value.Length > 0 ? value : label;
        return new FormField(label.Value, value.Value.Trim(), passage.PlaceOf(seen.Index, seen.Index + seen.Length), passage);
    }

    [GeneratedRegex(@"^(?<label>[\u4e00-\u9fff]{2,14})[:：](?<value>[^。；]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    /// <summary>Label with colon and the cell after it; a label that names a signature needs no colon.</summary>
    [GeneratedRegex(
        @"(?:^|\t)\|?(?:(?<label>[\u4e00-\u9fff]{2,12})[:：][ \t|]*|(?<label>[\u4e00-\u9fff]{0,8}签[字名])[\t|]+)(?<value>[^\t|]*)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cells();
}
