using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Ledger.History;

/// <summary>The state of a programme after an entry: what the history amounts to.</summary>
/// <remarks>Immutable; <see cref="With"/> gives the state after one more entry.</remarks>
public sealed record LedgerState
{
    /// <summary>Before the first entry.</summary>
    public static LedgerState Empty { get; } = new();

    /// <summary>Number of the last entry; 0 before the first.</summary>
    public long Head { get; init; }

    /// <summary>Hash of the last entry.</summary>
    public string HeadHash { get; init; } = Entry.Origin;

    /// <summary>Codes of people who were erased.</summary>
    public ErasedCodes Erased { get; init; } = ErasedCodes.None;

    ImmutableDictionary<string, ImmutableDictionary<string, LedgerRow>> Registers { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, LedgerRow>>.Empty;

    /// <summary>Rows of a register in the order they were added.</summary>
    public IEnumerable<LedgerRow> Rows(string register) =>
        Registers.TryGetValue(register, out var rows) ? rows.Values.OrderBy(r => r.Added) : [];

    /// <summary>Number of rows of a register.</summary>
    public int Count(string register) => Registers.TryGetValue(register, out var rows) ? rows.Count : 0;

    /// <summary>A row; null where there is none.</summary>
    public LedgerRow? Row(RowAddress address) => Row(address.Register, address.Id);

    /// <summary>A row; null where there is none.</summary>
    public LedgerRow? Row(string register, string id) =>
        Registers.TryGetValue(register, out var rows) ? rows.GetValueOrDefault(id) : null;

    /// <summary>Every row of every register.</summary>
    public IEnumerable<LedgerRow> AllRows() => RegisterSchema.All.SelectMany(register => Rows(register.Name));

    /// <summary>The state as stored rows tell it, without replaying the history.</summary>
    /// <param name="rows">Every row.</param>
    /// <param name="head">Number and hash of the last entry.</param>
    internal static LedgerState Stored(IEnumerable<LedgerRow> rows, (long Number, string Hash) head) => new()
    {
        Head = head.Number,
        HeadHash = head.Hash,
        Registers = rows.GroupBy(r => r.Address.Register).ToImmutableDictionary(g => g.Key, g => g.ToImmutableDictionary(r => r.Address.Id)),
    };

    /// <summary>The state after one more entry.</summary>
    /// <param name="entry">The next entry.</param>
    /// <param name="values">Value in clear of the mark of a seal; null where it is gone.</param>
    public LedgerState With(Entry entry, Func<string, string?> values)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(values);
        var rows = Registers.GetValueOrDefault(entry.Register) ?? ImmutableDictionary<string, LedgerRow>.Empty;
        rows = entry.After.Length == 0
            ? rows.Remove(entry.Row)
            : rows.SetItem(entry.Row, RowOf(entry, rows.GetValueOrDefault(entry.Row)?.Added ?? entry.Number, values));
        return this with { Head = entry.Number, HeadHash = entry.Hash, Registers = Registers.SetItem(entry.Register, rows) };
    }

    /// <summary>The state a whole history amounts to.</summary>
    public static LedgerState Replay(IEnumerable<Entry> entries, Func<string, string?> values)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.Aggregate(Empty, (ledger, entry) => ledger.With(entry, values));
    }

    static LedgerRow RowOf(Entry entry, long added, Func<string, string?> values)
    {
        var recorded = CanonicalJson.Read(entry.After);
        return new LedgerRow
        {
            Address = entry.Address, Recorded = recorded, Fields = Clear(entry.Register, recorded, values),
            Added = added, Changed = entry.Number,
        };
    }

    /// <summary>Fields in clear; a seal whose value is gone is left out.</summary>
    internal static ImmutableSortedDictionary<string, string> Clear(
        string register, ImmutableSortedDictionary<string, string> recorded, Func<string, string?> values)
    {
        var clear = recorded;
        foreach (var field in RegisterSchema.Has(register) ? RegisterSchema.Of(register).PersonalFields : [])
        {
            if (recorded.TryGetValue(field.Name, out string? mark))
            {
                clear = values(mark) is { } value ? clear.SetItem(field.Name, value) : clear.Remove(field.Name);
            }
        }

        return clear;
    }
}
