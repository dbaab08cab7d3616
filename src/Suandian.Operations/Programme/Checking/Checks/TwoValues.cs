using System.Collections.Frozen;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Quantities;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D08: one field, two values: two starts of a period, a label filled in differently, an indicator with two targets.</summary>
static class TwoValues
{
    /// <summary>Longest name that says little without its verb.</summary>
    const int ShortName = 2;

    static readonly FrozenDictionary<string, string> Labels = LexiconFile.Rows("single_fields").ToFrozenDictionary(row => row[0], row => row[1]);

    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        foreach (var period in document.Targets.Where(target => target.Doubts.Contains(DraftDoubt.SecondStart)))
        {
            yield return CheckedDocument.Found(("D08", "start"), period.Places, ("found", period.Places[0].Quote));
        }

        foreach (var label in Fields(document).Where(field => field.Value.Length > 0).GroupBy(field => Labels[field.Label]))
        {
            var values = label.GroupBy(field => Comparable(field.Value)).ToArray();
            if (values.Length > 1)
            {
                yield return CheckedDocument.Found(("D08", "label"), label.Select(field => field.Place), ("label", label.Key),
                    ("found", string.Join('、', values.Select(value => value.First().Value))));
            }
        }

        foreach (var finding in Indicators(document))
        {
            yield return finding;
        }
    }

    /// <summary>Labels that can have one value only, with a colon or, before a sum of money, without: 项目预算120万元.</summary>
    static IEnumerable<FormField> Fields(CheckedDocument document) => document.Fields.Where(field => Labels.ContainsKey(field.Label)).Concat(
        from passage in document.Passages
        from quantity in ScannedPassage.Of(passage).Quantities
        where quantity.Unit?.Kind == "money" && quantity.Comparator is null
        let label = Labels.Keys.FirstOrDefault(label => passage.Text.AsSpan(0, quantity.WordsStart).TrimEnd("为是共").EndsWith(label))
        where label is not null
        select new FormField(label, passage.Text[quantity.Start..quantity.UnitEnd], passage.PlaceOf(quantity.Start, quantity.UnitEnd), passage));

    /// <summary>Rows of equal name, unit, scope and time with different values.</summary>
    static IEnumerable<Finding> Indicators(CheckedDocument document)
    {
        var rows = document.Targets.Where(target => target.Kind is TargetKind.Number or TargetKind.Share && target.PartOf is null && target.ShareOf is null
            && !TargetNames.IsWeak(target.Name));
        foreach (var group in rows.GroupBy(row => (NameOf(row), row.Unit, row.Due, row.Kind)))
        {
            var differing = group.Where(row => group.Any(other => Differs(row, other))).ToArray();
            if (differing.Length > 1)
            {
                yield return CheckedDocument.Found(("D08", "indicator"), differing.Select(row => row.Places[0]), ("name", group.Key.Item1),
                    ("found", string.Join('、', differing.Select(row => row.Literal).Distinct())));
            }
        }
    }

    /// <summary>The thing counted; a short one, such as 企业, with its verb, because 服务 and 引进 count different ones.</summary>
    static string NameOf(DraftTarget row) => TargetNames.WithoutVerbs(row.Name) is { Length: > ShortName } name ? name : row.Name;

    static bool Differs(DraftTarget row, DraftTarget other) =>
        other.Section != row.Section && other.Scope == row.Scope && (other.Value, other.Max) != (row.Value, row.Max);

    /// <summary>A single quantity by its value, other text by its letters.</summary>
    static string Comparable(string value)
    {
        var plain = Plain(value);
        return QuantityScanner.Scan(plain, Masks.Of(plain)) is [{ Start: 0 } only] && only.UnitEnd == plain.Length
            ? $"{only.Value:0.####} {only.Unit?.Unit}" : plain;
    }

    static string Plain(string value) => string.Concat(value.Where(letter => letter is not (' ' or '（' or '）' or '(' or ')')));
}
