using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>Takes the personal values of one person out of a ledger: now and in the past, in every row that bears the same code or number.</summary>
/// <remarks>
/// Names, phones and free numbers go. A code that rows are told apart by becomes a pseudonym, the same in all these rows, so that no figure changes.
/// The history keeps the marks of what stood there; without salt and value they tell nothing. A keyed hash of the codes stays, see <see cref="ErasedCodes"/>.
/// </remarks>
static class Erasure
{
    /// <summary>Register whose ids are codes of people.</summary>
    internal const string Persons = "persons";

    const string Pseudonym = "erased-";

    /// <summary>Changes that erase the person of a row; none where nothing personal is kept of it.</summary>
    /// <param name="stored">What the store keeps.</param>
    /// <param name="row">A row of the person, also one that was taken out.</param>
    /// <param name="chance">Random bytes for the pseudonym.</param>
    internal static ImmutableArray<Change> Changes(StoredLedger stored, RowAddress row, ReadOnlySpan<byte> chance)
    {
        var kept = Kept(stored).ToLookup(value => value.Address);
        var codes = kept[row].Where(value => value.Field.Personal == Personal.Id).Select(value => value.Value).ToHashSet();
        if (row.Register == Persons)
        {
            codes.Add(row.Id);
        }

        string pseudonym = Pseudonym + Convert.ToHexStringLower(chance);
        ImmutableArray<Change> changes = [.. kept.Where(values => values.Key == row || IsOf(values.Key, codes) || values.Any(v => v.Field.Personal == Personal.Id && codes.Contains(v.Value)))
            .Select(values => new Change
            {
                Kind = ChangeKind.Erase, Register = values.Key.Register, Id = values.Key.Id, HoldsPersonal = true,
                Values = RegisterSchema.Of(values.Key.Register).PersonalFields.Where(f => f.Personal == Personal.Id && (f.IsRequired || f.IsKey))
                    .ToImmutableDictionary(f => f.Name, _ => pseudonym),
            })];
        return changes.IsEmpty || codes.Count == 0 ? changes
            : changes.SetItem(0, changes[0] with { Forgotten = new ForgottenCodes(pseudonym, [.. codes.Order(StringComparer.Ordinal)]) });
    }

    /// <summary>Marks of the personal values that entries of a row ever had.</summary>
    internal static IEnumerable<string> Marks(string register, string after) =>
        after.Length == 0 ? [] : Sealed(register, after).Select(field => field.Mark);

    static bool IsOf(RowAddress row, HashSet<string> codes) => row.Register == Persons && codes.Contains(row.Id);

    static IEnumerable<(RowAddress Address, FieldSchema Field, string Value)> Kept(StoredLedger stored)
    {
        var values = stored.Seals.Where(s => !s.Value.StartsWith(Pseudonym, StringComparison.Ordinal)).ToDictionary(s => s.Mark, s => s.Value);
        return stored.Entries.Where(entry => entry.After.Length > 0)
            .SelectMany(entry => Sealed(entry.Register, entry.After).Where(field => values.ContainsKey(field.Mark)).Select(field => (entry.Address, field.Field, values[field.Mark])));
    }

    static IEnumerable<(FieldSchema Field, string Mark)> Sealed(string register, string after)
    {
        if (!RegisterSchema.Has(register) || RegisterSchema.Of(register).PersonalFields is not { IsEmpty: false } personal)
        {
            return [];
        }

        var fields = CanonicalJson.Read(after);
        return personal.Where(f => fields.ContainsKey(f.Name)).Select(f => (f, fields[f.Name]));
    }
}
