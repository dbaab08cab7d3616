using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Passages;
using Suandian.Operations.Programme.Documents.Quantities;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>A passage with the times and quantities found in it.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Dates">Times in order.</param>
/// <param name="Quantities">Quantities in order, none inside a time.</param>
sealed record ScannedPassage(Passage Passage, ImmutableArray<DateMention> Dates, ImmutableArray<Quantity> Quantities)
{
    /// <summary>True for each character of a time, title, number of a document or article, or bracket.</summary>
    internal required bool[] Masked { get; init; }

    /// <summary>Clean text.</summary>
    internal string Text => Passage.Text;

    /// <summary>Scans a passage.</summary>
    internal static ScannedPassage Of(Passage passage)
    {
        var mask = Masks.Of(passage.Text);
        var dates = DateScanner.Scan(passage.Text).Where(date => !mask[date.Start] || !mask[date.End - 1]).ToImmutableArray();
        foreach (var date in dates)
        {
            mask.AsSpan(date.Start, date.End - date.Start).Fill(true);
        }

        return new ScannedPassage(passage, dates, QuantityScanner.Scan(passage.Text, mask)) { Masked = mask };
    }

    /// <summary>Times inside a clause.</summary>
    internal ImmutableArray<DateMention> DatesIn(Clause clause) => [.. Dates.Where(date => clause.Holds(date.Start, date.End))];

    /// <summary>Quantities inside a clause.</summary>
    internal ImmutableArray<Quantity> QuantitiesIn(Clause clause) =>
        [.. Quantities.Where(quantity => clause.Holds(quantity.Start, quantity.UnitEnd))];
}
