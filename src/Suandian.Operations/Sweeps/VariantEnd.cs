namespace Suandian.Operations.Sweeps;

/// <summary>A variant ended: with a result in the folder, or without one.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="Trouble">What the worker said last; null where there is a result.</param>
public sealed record VariantEnd(int Number, string? Trouble);
