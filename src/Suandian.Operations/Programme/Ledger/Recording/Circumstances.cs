namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>What recording takes from the world.</summary>
/// <param name="At">The time, UTC.</param>
/// <param name="Salt">16 random bytes for a personal value.</param>
/// <param name="File">Bytes of an evidence file by its SHA-256; null where it is not stored.</param>
public sealed record Circumstances(DateTimeOffset At, Func<byte[]> Salt, Func<string, byte[]?> File);
