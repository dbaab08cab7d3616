using Suandian.Operations.Programme.Ledger.Figures;

namespace Suandian.Operations.Programme.Ledger.Drafts;

/// <summary>Which indicator computes the figure of a draft, by keywords and unit.</summary>
public static class IndicatorMatch
{
    /// <summary>The indicator whose longest fitting keyword is longer than that of every other; null where none fits or two fit equally.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="indicators">Indicators to choose from.</param>
    /// <remarks>A keyword such as 河南+大学 fits where both words stand in name, scope or literal text. Another unit rules an indicator out.</remarks>
    public static Indicator? Of(DraftTarget draft, IReadOnlyList<Indicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(indicators);
        string text = $"{draft.NameZh}\n{draft.Scope}\n{draft.Literal}";
        var fitting = indicators.Where(i => HasUnit(i, draft.Unit))
            .Select(i => (Indicator: i, Length: i.Keywords.Select(k => Fits(k, text)).DefaultIfEmpty().Max()))
            .Where(i => i.Length > 0).OrderByDescending(i => i.Length).Take(2).ToArray();
        return fitting.Length == 1 || (fitting.Length == 2 && fitting[0].Length > fitting[1].Length) ? fitting[0].Indicator : null;
    }

    static bool HasUnit(Indicator indicator, string unit) =>
        unit.Length == 0 || CountingUnit.Of(unit).Name == CountingUnit.Of(indicator.Unit).Name;

    /// <summary>Letters of a keyword that fits; 0 where it does not.</summary>
    static int Fits(string keyword, string text)
    {
        string[] words = keyword.Split('+');
        return words.All(w => text.Contains(w, StringComparison.Ordinal)) ? words.Sum(w => w.Length) : 0;
    }
}
