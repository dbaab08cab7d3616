using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Ledger.Figures;

/// <summary>What two figures both count: the same firm in two contracts, a room of a building that is counted itself.</summary>
public static class Overlap
{
    /// <summary>Keys or rows that stand behind both figures, sorted; each is a value told apart by or an address of a row.</summary>
    public static ImmutableArray<string> Of(Figure first, Figure second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var here = Counted(first);
        var there = Counted(second);
        return
        [
            .. here.Intersect(there)
                .Union(first.Rows.SelectMany(r => Referred(r.Row)).Intersect(there))
                .Union(second.Rows.SelectMany(r => Referred(r.Row)).Intersect(here))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>What a figure counts: values told apart where it tells apart, rows elsewhere.</summary>
    static HashSet<string> Counted(Figure figure) =>
        [.. figure.Rows.Select(r => figure.Indicator.Formula == Formula.Distinct ? KeyOf(figure.Indicator, r) : r.Row.Address.ToString())];

    /// <summary>A key that is a reference stands for the row it names.</summary>
    static string KeyOf(Indicator indicator, FigureRow row) =>
        RegisterSchema.Of(indicator.Register).Field(indicator.Field) is { Type: FieldType.Reference } field ? $"{field.References}/{row.Key}" : row.Key;

    static IEnumerable<string> Referred(LedgerRow row) => RegisterSchema.Of(row.Address.Register).Fields
        .Where(f => f.Type == FieldType.Reference && f.Name != RegisterSchema.Organisation && row[f.Name].Length > 0)
        .Select(f => $"{f.References}/{row[f.Name]}");
}
