using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D26, D27: parts add up to their whole, or they do not; a total agrees with what recurs, or it does not.</summary>
static class PartsAndWhole
{
    /// <summary>The findings, what holds among them.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document) => [.. Parts(document), .. Totals(document)];

    static IEnumerable<Finding> Parts(CheckedDocument document)
    {
        foreach (var group in document.Targets.Where(target => target.PartOf is not null).GroupBy(target => target.PartOf))
        {
            var whole = document.Targets.First(target => target.Id == group.Key);
            var parts = group.Where(part => part.Max is null && part.Value is not null).ToArray();
            if (parts.Length == 0 || whole.Value is not { } value || whole.Max is not null)
            {
                continue;
            }

            var sum = parts.Sum(part => part.Value!.Value);
            if (sum == value && parts.Length > 1)
            {
                yield return Of("D26", whole, parts, sum);
            }
            else if (sum > value || (parts.Length > 1 && parts.All(IsPlain) && sum != value))
            {
                yield return Of("D27", whole, parts, sum);
            }
        }
    }

    /// <summary>每季度一次，全年共5次: five are not four.</summary>
    static IEnumerable<Finding> Totals(CheckedDocument document)
    {
        for (var i = 1; i < document.Targets.Length; i++)
        {
            var (each, total) = (document.Targets[i - 1], document.Targets[i]);
            if (total.Doubts.Contains(DraftDoubt.TotalDiffers))
            {
                yield return CheckedDocument.Found(("D27", "total"), [each.Places[0], total.Places[0]],
                    ("each", each.Literal), ("sum", Plain(each.Value)), ("total", Plain(total.Value)), ("unit", total.Unit ?? ""));
            }
        }
    }

    /// <summary>A bare or tentative number: one of several into which the whole is divided, and no lower limit of its own.</summary>
    static bool IsPlain(DraftTarget part) => part.Doubts.Contains(DraftDoubt.Tentative) || part.Doubts.Contains(DraftDoubt.BareNumber);

    static Finding Of(string rule, DraftTarget whole, DraftTarget[] parts, decimal sum) => CheckedDocument.Found(rule,
        [whole.Places[0], .. parts.Select(part => part.Places[0])],
        ("parts", string.Join(" + ", parts.Select(part => $"{part.Name} {Plain(part.Value)}"))), ("sum", Plain(sum)),
        ("whole", $"{whole.Name} {Plain(whole.Value)}"), ("literal", whole.Literal), ("unit", whole.Unit ?? ""));

    static string Plain(decimal? value) => (value ?? 0).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
