using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>Rows of people who were erased, entered once more: a row that is there already stays as it is, a new one is refused.</summary>
static class ErasedPerson
{
    /// <summary>Fields with the pseudonym in place of each code of an erased person; null where nobody erased bears a code of the row.</summary>
    internal static ImmutableSortedDictionary<string, string>? Renamed(LedgerState state, RowDraft draft, string id, ImmutableSortedDictionary<string, string> fields)
    {
        bool isErased = IsId(state, draft, id);
        foreach (var field in draft.Schema.PersonalFields.Where(f => f.Personal == Personal.Id && fields.ContainsKey(f.Name)))
        {
            if (state.Erased.Pseudonym(fields[field.Name]) is { } pseudonym)
            {
                (fields, isErased) = (fields.SetItem(field.Name, pseudonym), true);
            }
        }

        return isErased ? fields : null;
    }

    /// <summary>The problem of a new row, at the code, which is not told.</summary>
    internal static void Refuse(LedgerState state, RowDraft draft, string id, ImmutableSortedDictionary<string, string> fields)
    {
        string field = IsId(state, draft, id) ? "id" : draft.Schema.PersonalFields.First(f => state.Erased.Pseudonym(fields.GetValueOrDefault(f.Name, "")) is not null).Name;
        draft.Findings.Add(ProblemCode.LedgerErased, draft.Spot(field), Masking.Of(Personal.Id, field == "id" ? id : fields[field]));
    }

    static bool IsId(LedgerState state, RowDraft draft, string id) => draft.Schema.Name == Erasure.Persons && state.Erased.Pseudonym(id) is not null;
}
