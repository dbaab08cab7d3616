using System.Globalization;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D24: opinions that should be independent and are near copies.</summary>
static class NearCopies
{
    /// <summary>Likeness above which two opinions are told.</summary>
    const double Alike = 0.5;

    /// <summary>The findings, one for each pair.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        var opinions = document.Forms.Select(form => (form.Number, form.Heading, form.Opinion)).Where(form => form.Opinion.Text.Length > 0).ToArray();
        for (var i = 0; i < opinions.Length; i++)
        {
            for (var j = i + 1; j < opinions.Length; j++)
            {
                var ratio = opinions[i].Heading == opinions[j].Heading ? Similarity.Ratio(opinions[i].Opinion.Text, opinions[j].Opinion.Text) : 0;
                if (ratio > Alike)
                {
                    yield return CheckedDocument.Found("D24", [Place(opinions[i].Opinion), Place(opinions[j].Opinion)],
                        ("one", opinions[i].Number), ("other", opinions[j].Number), ("ratio", ratio.ToString("0.00", CultureInfo.InvariantCulture)));
                }
            }
        }
    }

    static Documents.Targets.TextPlace Place((string Text, Documents.Passages.Passage Passage) opinion)
    {
        var at = opinion.Passage.Text.IndexOf(opinion.Text, StringComparison.Ordinal);
        return opinion.Passage.PlaceOf(at, Math.Min(at + 30, opinion.Passage.Text.Length));
    }
}
