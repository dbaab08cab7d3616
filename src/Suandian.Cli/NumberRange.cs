using Suandian.Texts;

namespace Suandian.Cli;

/// <summary>The numbers that an option takes.</summary>
/// <param name="Least">The least, taken too unless <see cref="IsAbove"/>.</param>
/// <param name="Most">The largest, taken too; +∞ where there is none.</param>
readonly record struct NumberRange(double Least, double Most = double.PositiveInfinity)
{
    /// <summary>True where the least itself is not taken.</summary>
    internal bool IsAbove { get; init; }

    /// <summary>True where only whole numbers are taken.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>The range in words.</summary>
    internal Text Words => Phrases.Of($"cli.usage.range_{(IsWhole ? "whole" : IsAbove ? "above" : "number")}{(double.IsFinite(Most) ? "_to" : "")}", ("least", Least), ("most", Most));

    /// <summary>Whole numbers from the least to the largest.</summary>
    internal static NumberRange Whole(double least, double most = int.MaxValue) => new(least, most) { IsWhole = true };

    /// <summary>Numbers above the least, up to the largest.</summary>
    internal static NumberRange Above(double least, double most = double.PositiveInfinity) => new(least, most) { IsAbove = true };

    /// <summary>True for a number within.</summary>
    internal bool Holds(double number) => double.IsFinite(number) && number <= Most && (IsAbove ? number > Least : number >= Least) && (!IsWhole || number == Math.Floor(number));
}
