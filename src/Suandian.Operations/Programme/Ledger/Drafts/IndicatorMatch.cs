using Suandian.Operations.Programme.Documents.Targets;
using Suandian.Operations.Programme.Ledger.Figures;

namespace Suandian.Operations.Programme.Ledger.Drafts;

/// <summary>Which indicator computes the figure of a draft, by keywords and unit.</summary>
public static class IndicatorMatch
{
    /// <summary>The indicator whose best fitting keyword has most letters in the name, then most in all; null where none fits or two fit equally.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="indicators">Indicators to choose from.</param>
    /// <remarks>A keyword such as 河南+大学 fits where both words stand in name, scope, literal text or quote. Another unit rules an indicator out.</remarks>
    public static Indicator? Of(DraftTarget draft, IReadOnlyList<Indicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(indicators);
        string text = string.Join('\n', [draft.Name, draft.Scope, draft.Literal, .. draft.Places.Select(p => p.Quote)]);
        var fitting = indicators.Where(i => HasUnit(i, draft.Unit ?? ""))
            .Select(i => (Indicator: i, Fit: i.Keywords.Select(k => Fits(k, draft.Name, text)).DefaultIfEmpty().Max()))
            .Where(i => i.Fit.InAll > 0).OrderByDescending(i => i.Fit).Take(2).ToArray();
        return fitting.Length == 1 || (fitting.Length == 2 && fitting[0].Fit != fitting[1].Fit) ? fitting[0].Indicator : null;
    }

    static bool HasUnit(Indicator indicator, string unit) =>
        unit.Length == 0 || CountingUnit.Of(unit).Name == CountingUnit.Of(indicator.Unit).Name;

    /// <summary>Letters of a keyword that fits: those in the name, and all; 0 where it does not.</summary>
    static (int InName, int InAll) Fits(string keyword, string name, string text)
    {
        string[] words = keyword.Split('+');
        return words.All(w => text.Contains(w, StringComparison.Ordinal))
            ? (words.Where(w => name.Contains(w, StringComparison.Ordinal)).Sum(w => w.Length), words.Sum(w => w.Length))
            : default;
    }
}
