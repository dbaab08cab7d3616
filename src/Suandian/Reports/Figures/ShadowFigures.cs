using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Suandian.Reports.Figures;

/// <summary>What one more unit is worth.</summary>
/// <param name="Rows">Binding ones first, largest value per unit first; then sizes at their optimum, then those that do not bind.</param>
public sealed partial record ShadowFigures(ImmutableArray<ShadowRow> Rows);

/// <summary>One limit, requirement or size.</summary>
public sealed record ShadowRow
{
    /// <summary>What kind of statement this is.</summary>
    public required ShadowKind Kind { get; init; }

    /// <summary>Table of the component, or <c>annual_rules</c>.</summary>
    public required string Table { get; init; }

    /// <summary>Name of the row.</summary>
    public required string Name { get; init; }

    /// <summary>Column with the limit.</summary>
    public required string Column { get; init; }

    /// <summary>Name for people.</summary>
    public required Text Title { get; init; }

    /// <summary>What the limit measures.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Value in the plan, stored unit of the quantity; null where not defined.</summary>
    public double? Plan { get; init; }

    /// <summary>Limit, stored unit of the quantity; null where none.</summary>
    public double? Limit { get; init; }

    /// <summary>Unit the value is per: <c>MW</c>, <c>MWh</c>, <c>Gbit/s</c>, <c>%</c> (one percentage point), <c>t</c>.</summary>
    public required string PerUnit { get; init; }

    /// <summary>Yuan per year and unit, ≥ 0; what is saved (limits), what is spent (requirements), both (optimum); 0 where not binding.</summary>
    public required double YuanPerUnit { get; init; }

    /// <summary>The statement as a sentence.</summary>
    public required Text Sentence { get; init; }

    /// <summary>Reason or condition in small; says that the range of validity was not computed where that is so.</summary>
    public required Text Reason { get; init; }

    /// <summary>From which value of the limit on the figure holds, stored unit; null where it was not computed or nothing ends it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? HoldsFrom { get; init; }

    /// <summary>Up to which value of the limit the figure holds, stored unit; null where it was not computed or nothing ends it.</summary>
    public double? HoldsUpTo { get; init; }
}

/// <summary>Kinds of statements about one more unit.</summary>
public enum ShadowKind
{
    /// <summary>A capacity limit binds: one more unit saves.</summary>
    BindingLimit,

    /// <summary>A required share binds: one more percentage point costs.</summary>
    Requirement,

    /// <summary>A prohibition or cap binds: its value if lifted, not advice.</summary>
    RuleLifted,

    /// <summary>A size at its optimum: one more unit costs what it saves.</summary>
    AtOptimum,

    /// <summary>Does not bind.</summary>
    NotBinding,
}
