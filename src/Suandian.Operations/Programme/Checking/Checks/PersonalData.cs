using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D25: personal data in a text meant for publication, by the name of the field and by the form of the number.</summary>
static partial class PersonalData
{
    static readonly FrozenDictionary<string, string> Labels = LexiconFile.Rows("personal_fields").ToFrozenDictionary(row => row[0], row => row[1]);

    /// <summary>The findings: one for names and addresses, one for numbers.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        var fields = document.Fields.Where(field => field.Value.Length > 0 && !Hidden().IsMatch(field.Value)).ToArray();
        foreach (var kind in (string[])["name", "number", "address"])
        {
            var places = fields.Where(field => KindOf(field) == kind).Select(field => (field.Label, field.Place)).ToList();
            if (kind == "number")
            {
                places.AddRange(CheckedDocument.Matches(document.Passages, Numbers()).Select(hit => ("", hit.Place)));
            }

            var told = places.DistinctBy(place => (place.Place.Line, place.Place.Quote.Trim())).ToArray();
            if (told.Length > 0)
            {
                yield return CheckedDocument.Found(("D25", kind), told.Select(place => Masked(place.Place)),
                    ("labels", string.Join('、', told.Select(place => place.Label).Where(label => label.Length > 0).Distinct())), ("count", told.Length));
            }
        }
    }

    /// <summary>What the label, or the known one it ends with, says of a person; null for an office in the place of a name.</summary>
    static string? KindOf(FormField field)
    {
        var kind = FormField.KnownAt(field.Label) is { } label ? Labels.GetValueOrDefault(label) : null;
        return kind == "name" && Office().IsMatch(field.Value) ? null : kind;
    }

    /// <summary>A text whose telephone numbers, identity cards and addresses of mail are stars.</summary>
    internal static string WithoutNumbers(string text) => Numbers().Replace(text, "***");

    /// <summary>The place without the datum itself: a report must not spread it.</summary>
    internal static TextPlace Masked(TextPlace place) =>
        place with { Quote = place.Quote.Trim() is { Length: > 0 } quote ? quote[0] + new string('*', Math.Min(quote.Length - 1, 8)) : "" };

    [GeneratedRegex("(?:局|委|办|厅|院|公司|集团|中心|部|处|科|所|政府|小组|专班|单位|部门|校|会)$|[，。]", RegexOptions.None, 1000)]
    private static partial Regex Office();

    [GeneratedRegex("^[（(]?(?:略|详见|见附件|另行|[*×xX]+|/)", RegexOptions.None, 1000)]
    private static partial Regex Hidden();

    /// <summary>Mobile and fixed telephones, identity cards, addresses of mail.</summary>
    [GeneratedRegex(@"(?<![\d.])1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4})(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)|[\w.-]+@[\w-]+\.[A-Za-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex Numbers();
}
