namespace Suandian.Operations.Programme.Ledger.History;

/// <summary>A row of the projection as a store keeps it.</summary>
/// <param name="Register">Register.</param>
/// <param name="Id">Id.</param>
/// <param name="Fields">Fields as the last entry wrote them, canonical JSON.</param>
/// <param name="Added">Number of the entry that added it.</param>
/// <param name="Changed">Number of the entry that changed it last.</param>
public sealed record StoredRow(string Register, string Id, string Fields, long Added, long Changed)
{
    /// <summary>Where it is.</summary>
    public RowAddress Address => new(Register, Id);

    /// <summary>What a store keeps of a row.</summary>
    public static StoredRow Of(LedgerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new StoredRow(row.Address.Register, row.Address.Id, CanonicalJson.Write(row.Recorded), row.Added, row.Changed);
    }

    /// <summary>The row with its personal values.</summary>
    /// <param name="values">Value in clear of the mark of a seal; null where it is gone.</param>
    /// <exception cref="System.Text.Json.JsonException">The fields are no JSON.</exception>
    public LedgerRow ToRow(Func<string, string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var recorded = CanonicalJson.Read(Fields);
        return new LedgerRow
        {
            Address = Address, Recorded = recorded, Fields = LedgerState.Clear(Register, recorded, values), Added = Added, Changed = Changed,
        };
    }
}

/// <summary>Everything a store keeps of a programme.</summary>
/// <param name="Entries">The history in the order of its numbers.</param>
/// <param name="Rows">The projection.</param>
/// <param name="Seals">Personal values.</param>
public sealed record StoredLedger(IReadOnlyList<Entry> Entries, IReadOnlyList<StoredRow> Rows, IReadOnlyList<Seal> Seals);
