using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D26, D27: parts add up to their whole, or they do not.</summary>
static class PartsAndWhole
{
    /// <summary>The findings, what holds among them.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
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
            var isDivision = parts.Length > 1 && parts.All(part => part.Doubts.Contains(DraftDoubt.Tentative));
            if (sum == value && parts.Length > 1)
            {
                yield return Of("D26", whole, parts, sum);
            }
            else if (sum > value || (isDivision && sum != value))
            {
                yield return Of("D27", whole, parts, sum);
            }
        }
    }

    static Finding Of(string rule, DraftTarget whole, DraftTarget[] parts, decimal sum) => CheckedDocument.Found(rule,
        [whole.Places[0], .. parts.Select(part => part.Places[0])],
        ("parts", string.Join(" + ", parts.Select(part => $"{part.Name} {Plain(part.Value)}"))), ("sum", Plain(sum)),
        ("whole", $"{whole.Name} {Plain(whole.Value)}"), ("literal", whole.Literal), ("unit", whole.Unit ?? ""));

    static string Plain(decimal? value) => (value ?? 0).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
