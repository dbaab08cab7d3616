using Suandian.Operations.Programme.Documents.Lexicon;

namespace Suandian.Operations.Programme.Documents.Quantities;

/// <summary>A number with its unit and the words that say how it is meant, found in clean text.</summary>
/// <param name="WordsStart">First character of the words before the number, such as 不低于.</param>
/// <param name="Start">First character of the number.</param>
/// <param name="UnitStart">First character of the unit; the end of the number where there is none.</param>
/// <param name="UnitEnd">Past the unit.</param>
/// <param name="End">Past the words after the unit, such as 以上.</param>
sealed record Quantity(int WordsStart, int Start, int UnitStart, int UnitEnd, int End)
{
    /// <summary>The value in the official unit.</summary>
    internal required decimal Value { get; init; }

    /// <summary>Upper end of a range.</summary>
    internal decimal? Max { get; init; }

    /// <summary>The unit; null where none stands there.</summary>
    internal MeasureUnit? Unit { get; init; }

    /// <summary>What the words make of it; null for a bare number.</summary>
    internal Comparator? Comparator { get; init; }

    /// <summary>Written in Chinese figures.</summary>
    internal bool IsChinese { get; init; }

    /// <summary>Followed by +.</summary>
    internal bool HasPlus { get; init; }

    /// <summary>The words exclude the number itself.</summary>
    internal bool IsExclusive { get; init; }

    /// <summary>About.</summary>
    internal bool IsApproximate { get; init; }

    /// <summary>Counted up.</summary>
    internal bool IsCumulative { get; init; }

    /// <summary>Each of several has it.</summary>
    internal bool IsEach { get; init; }

    /// <summary>The words before it say that a level is reached: 达到, 提高到, 不低于.</summary>
    internal bool HasWords { get; init; }

    /// <summary>Nothing is to happen: 零发生, 清零.</summary>
    internal bool IsZero { get; init; }

    /// <summary>Full coverage, read as 100 %.</summary>
    internal bool IsFullCoverage { get; init; }

    /// <summary>Told roughly: 百余, 上千, 三五.</summary>
    internal bool IsRough { get; init; }

    /// <summary>So many times a base that stands elsewhere: 翻一番.</summary>
    internal bool IsOfBase { get; init; }

    /// <summary>Nobody can tell how many: 数十家.</summary>
    internal bool IsUnclear { get; init; }
}
