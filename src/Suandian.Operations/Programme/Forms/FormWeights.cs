using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Weights of a form fitted to the usual points of a layout.</summary>
public static class FormWeights
{
    /// <summary>
    /// Rows rescaled so that each first level carries its usual points and everything with the money block sums to 100. Points of a first
    /// level without rows go to the others in proportion; a first level for which the layout gives no points keeps its own.
    /// </summary>
    public static Form Fitted(Form form, FormLayout layout)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(layout);
        var groups = form.Rows.GroupBy(r => layout.PlaceOf(r.Second)?.Group ?? -1).ToDictionary(g => g.Key, g => g.ToArray());
        int[] usual = [.. groups.Keys.Where(g => g >= 0 && layout.Groups[g].Weight > 0 && groups[g].Sum(r => r.Weight) > 0).Order()];
        decimal own = groups.Where(g => !usual.Contains(g.Key)).Sum(g => g.Value.Sum(r => r.Weight));
        decimal rest = 100 - layout.ExecutionWeight - own;
        if (usual.Length == 0 || rest <= 0)
        {
            return form;
        }

        decimal[] points = ScoringRules.Rescaled([.. usual.Select(g => layout.Groups[g].Weight)], rest);
        var fitted = usual.SelectMany((group, i) => ScoringRules.Rescaled([.. groups[group].Select(r => r.Weight)], points[i])
            .Select((weight, j) => (groups[group][j].Code, weight))).ToLookup(w => w.Code, w => w.weight);
        return form with { Rows = [.. form.Rows.Select(r => fitted[r.Code].FirstOrDefault() is > 0 and var weight ? r with { Weight = weight } : r)] };
    }
}
