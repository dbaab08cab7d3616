using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D12: fields of parallel forms that are empty or hold what is no answer.</summary>
static class FormFields
{
    static readonly FrozenDictionary<string, string> Improper = LexiconFile.Rows("form_fields").ToFrozenDictionary(row => row[0], row => row[1]);

    /// <summary>The findings, one for each form.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        foreach (var form in document.Forms)
        {
            var wrong = form.Fields.Where(field => Improper.TryGetValue(field.Label, out var pattern) && IsWrong(field.Value, pattern)).ToArray();
            if (wrong.Length > 0)
            {
                yield return CheckedDocument.Found("D12", wrong.Select(Place), ("number", form.Number), ("found", string.Join('、', wrong.Select(Told))));
            }
        }
    }

    /// <summary>The field and what stands there; a name is not repeated.</summary>
    static string Told(FormField field) => field.Value.Length == 0 ? field.Label : IsName(field) ? field.Label + "带括号" : $"{field.Label}“{field.Value}”";

    static TextPlace Place(FormField field) => IsName(field) ? PersonalData.Masked(field.Place) : field.Place;

    static bool IsName(FormField field) => field.Value.Length > 0
        && (field.Label == "姓名" || field.Label.Contains("签字", StringComparison.Ordinal) || field.Label.Contains("签名", StringComparison.Ordinal));

    static bool IsWrong(string value, string pattern) =>
        value.Length == 0 || (pattern.Length > 0 && Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
