using System.Globalization;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

/// <summary>Writes the range of validity into the rows of shadow prices, where it was computed.</summary>
static class ShadowRanges
{
    /// <summary>The row with its range; the row itself where there is none.</summary>
    internal static ShadowRow Into(StudyView view, ShadowRow row)
    {
        var range = view.Study.Ranges?.Shadows.FirstOrDefault(s => s.Component == row.Table && s.Name == row.Name && s.Column == row.Column);
        if (range is null || row.Kind is ShadowKind.NotBinding or ShadowKind.AtOptimum || double.IsNaN(range.From) || double.IsNaN(range.To))
        {
            return row;
        }

        return row with
        {
            HoldsFrom = double.IsFinite(range.From) ? range.From : null,
            HoldsUpTo = double.IsFinite(range.To) ? range.To : null,
            Reason = Phrases.Of(range.IsStraight ? "shadow.range" : "shadow.range_tangent",
                ("limit", Say(row.Quantity, range.Limit)), ("from", Say(row.Quantity, range.From)), ("to", Say(row.Quantity, range.To))),
        };
    }

    /// <summary>A share to a hundredth of a per cent, as its range is often narrow.</summary>
    static Text Say(Quantity quantity, double value) => double.IsInfinity(value) ? Phrases.Of(value > 0 ? "sensitivity.no_upper" : "sensitivity.no_lower")
        : quantity == Quantity.SharePu ? Percent(value)
        : Numbers.Say(quantity, value);

    static Text Percent(double value)
    {
        var words = (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
        return new Text(words, words);
    }
}
