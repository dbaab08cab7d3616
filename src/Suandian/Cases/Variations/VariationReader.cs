using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Texts;

namespace Suandian.Cases.Variations;

/// <summary>Understands <c>name=values</c> on a case; what it cannot understand becomes a problem.</summary>
sealed class VariationReader(RawCase raw, Findings findings)
{
    /// <summary>What stands in the place of the file of a problem.</summary>
    internal const string Place = "--set";

    readonly NameFinder _finder = new(raw);

    /// <summary>The variation; null where a problem was found.</summary>
    internal Variation? Read(string set, int index)
    {
        int equals = set.IndexOf('=', StringComparison.Ordinal);
        var spot = new Source(Place).At(index + 1, equals > 0 ? Cell.Trim(set[..equals]) : null);
        if (equals <= 0 || Cell.Trim(set[(equals + 1)..]).Length == 0)
            return Refuse(ProblemCode.SweepForm, spot, set);
        string name = Cell.Trim(set[..equals]), text = Cell.Trim(set[(equals + 1)..]);
        if (_finder.Find(name) is not { } found)
            return Refuse(ProblemCode.SweepName, spot, name, ("hint", Suggestion.DidYouMean(name, _finder.Known())));
        return Understood(name, text, found, spot);
    }

    /// <summary>No cell may be written by two variations.</summary>
    internal void CheckOverlap(ImmutableArray<Variation> variations)
    {
        for (int i = 1; i < variations.Length; i++)
        {
            var other = variations.Take(i).FirstOrDefault(v => Shared(v, variations[i]).Any());
            if (other is not null)
            {
                var cell = Shared(other, variations[i]).First();
                findings.Add(ProblemCode.SweepTwice, new Source(Place).At(i + 1, variations[i].Name), $"{cell.Table}.{cell.Column}", ("other", other.Name));
            }
        }

        static IEnumerable<(string Table, int Line, string Column)> Shared(Variation a, Variation b) => a.Cells.Select(Address).Intersect(b.Cells.Select(Address));

        static (string Table, int Line, string Column) Address(VariedCell cell) => (cell.Table, cell.Line, cell.Column);
    }

    Variation? Understood(string name, string text, VariedName found, Spot spot)
    {
        var list = ValueList.Of(text);
        bool multiplies = list.IsFactor || found.Total is not null;
        if (list.IsFactor && found.Cells.Any(c => double.IsNaN(c.Present)))
            return Refuse(ProblemCode.SweepNothingToMultiply, spot, text);
        if (!list.IsFactor && found.IsMixed)
            return Refuse(ProblemCode.SweepUnits, spot, text, ("units", string.Join(", ", found.Cells.Select(c => c.Unit).Distinct())));
        string unit = list.IsFactor ? "" : found.Unit;
        if ((found.IsNumeric ? list.Numbers(unit) : list.Words()) is not { } values)
            return Refuse(ProblemCode.SweepValues, spot, text, ("unit", unit.Length == 0 ? "–" : unit), ("most", ValueList.Most));
        if (values.GroupBy(v => v.Text).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Refuse(ProblemCode.SweepValueTwice, spot, twice.Key);
        return new Variation
        {
            Name = name,
            Column = list.IsFactor ? name + "_factor" : found.Column,
            Unit = unit,
            IsFactor = list.IsFactor,
            Meaning = found.Total is null ? found.Schema.Description : Phrases.Of("sweep.meaning." + NameFinder.Demand),
            Values = values,
            Cells = found.Cells,
            Rule = !found.IsNumeric ? VariationRule.Words : multiplies ? VariationRule.Multiply : VariationRule.Set,
            Scale = list.IsFactor ? 1 : found.Total ?? found.Scale,
        };
    }

    Variation? Refuse(string code, Spot spot, string value, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        findings.Add(code, spot, value, places);
        return null;
    }
}
