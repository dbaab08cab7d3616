namespace Suandian.Operations.Programme.Ledger;

/// <summary>Where a row is: register and id, written visits/17.</summary>
/// <param name="Register">Name of the register.</param>
/// <param name="Id">Id within the register.</param>
public readonly record struct RowAddress(string Register, string Id)
{
    /// <summary>Reads visits/17; null where the text has no register and id.</summary>
    public static RowAddress? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int at = text.IndexOf('/', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1 ? new RowAddress(text[..at], text[(at + 1)..]) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Register}/{Id}";
}
