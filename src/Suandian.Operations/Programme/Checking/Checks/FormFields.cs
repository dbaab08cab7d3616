using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Lexicon;

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
                var found = string.Join('、', wrong.Select(field => field.Value.Length == 0 ? field.Label : $"{field.Label}“{field.Value}”"));
                yield return CheckedDocument.Found("D12", wrong.Select(field => field.Place), ("number", form.Number), ("found", found));
            }
        }
    }

    static bool IsWrong(string value, string pattern) =>
        value.Length == 0 || (pattern.Length > 0 && Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
