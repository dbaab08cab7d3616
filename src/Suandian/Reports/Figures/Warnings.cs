using System.Collections.Immutable;

namespace Suandian.Reports.Figures;

/// <summary>What the reader must know.</summary>
/// <param name="Rows">Gravest first.</param>
public sealed partial record Warnings(ImmutableArray<WarningRow> Rows);

/// <summary>One warning.</summary>
/// <param name="Level">How grave.</param>
/// <param name="Code">Stable code, such as <c>synthetic_weather</c>, or the code of a problem.</param>
/// <param name="Fact">What is so.</param>
/// <param name="Effect">How large the effect is, or that it is unknown.</param>
/// <param name="Remedy">What to do.</param>
public sealed record WarningRow(WarningLevel Level, string Code, Text Fact, Text Effect, Text Remedy);

/// <summary>How grave a warning is.</summary>
public enum WarningLevel
{
    /// <summary>须处理: act before use.</summary>
    Act,

    /// <summary>注意: mind it.</summary>
    Note,

    /// <summary>说明: good to know.</summary>
    Info,
}
