using Suandian.Texts;

namespace Suandian.Operations.Storage;

/// <summary>The database of a ledger is away, full, or of a newer program.</summary>
public sealed class StoreException : SuandianException
{
    StoreException(Text words, Exception? inner)
        : base(words, inner)
    {
    }

    internal static StoreException Newer(IEnumerable<string> versions) =>
        new(Phrases.Of("ledger.store.newer", ("versions", string.Join(", ", versions))), inner: null);

    internal static StoreException Failed(Exception inner) => new(Phrases.Of("ledger.store.failed", ("detail", inner.Message)), inner);

    internal static StoreException Connection(Exception inner) => new(Phrases.Of("ledger.store.connection"), inner);

    internal static StoreException Taken() => new(Phrases.Of("ledger.store.taken"), inner: null);

    internal static StoreException Busy() => new(Phrases.Of("ledger.store.busy"), inner: null);
}
