using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>Finds the row that has the natural key of a new one; each register is indexed when it is first asked about.</summary>
sealed class KeyIndex
{
    readonly Dictionary<string, Dictionary<string, RowAddress>> _registers = [];

    /// <summary>The row with the same natural key; null where there is none or the register has no key.</summary>
    internal LedgerRow? Find(LedgerState state, RegisterSchema schema, ImmutableSortedDictionary<string, string> fields) =>
        !schema.Key.IsEmpty && Index(state, schema).TryGetValue(KeyOf(schema, fields), out var address) ? state.Row(address) : null;

    /// <summary>Keeps the index in step with a row that was written.</summary>
    internal void Update(LedgerState state, RegisterSchema schema, LedgerRow? before, LedgerRow? after)
    {
        if (schema.Key.IsEmpty)
        {
            return;
        }

        var index = Index(state, schema);
        if (before is not null)
        {
            index.Remove(KeyOf(schema, before.Fields));
        }

        if (after is not null)
        {
            index[KeyOf(schema, after.Fields)] = after.Address;
        }
    }

    Dictionary<string, RowAddress> Index(LedgerState state, RegisterSchema schema)
    {
        if (!_registers.TryGetValue(schema.Name, out var index))
        {
            index = [];
            foreach (var row in state.Rows(schema.Name))
            {
                index[KeyOf(schema, row.Fields)] = row.Address;
            }

            _registers.Add(schema.Name, index);
        }

        return index;
    }

    /// <summary>Values of the key fields, joined by a character no field can hold.</summary>
    static string KeyOf(RegisterSchema schema, ImmutableSortedDictionary<string, string> fields) =>
        string.Join('\u001f', schema.Key.Select(f => fields.GetValueOrDefault(f.Name, "")));
}
