namespace Suandian.Network;

/// <summary>One row of annual_rules.csv; columns and ranges in Cases/schema/annual_rules.csv.</summary>
public sealed record AnnualRule
{
    /// <summary>Name of the rule; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>What is limited: self-use over available green generation, green over consumption, export over available generation, export energy, CO2, curtailment over available generation, import over consumption.</summary>
    public required AnnualRuleKind Kind { get; init; }

    /// <summary>Limit: a share between 0 and 1, MWh/a or t/a by kind [pu, MWh or t].</summary>
    public required double Limit { get; init; }

    /// <summary>Whether the plan must obey it; otherwise it is only reported.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Document number.</summary>
    public string? Citation { get; init; }

    /// <summary>Standing of the figures in this row: F fact, D derived, E estimate, R recalled (to be checked).</summary>
    public Status? Status { get; init; }

    /// <summary>Where the figures of this row come from.</summary>
    public string? Source { get; init; }

    /// <summary>Chinese wording of source; source if empty.</summary>
    public string? SourceZh { get; init; }

    /// <summary>Remark.</summary>
    public string? Note { get; init; }

    /// <summary>Chinese wording of note; note if empty.</summary>
    public string? NoteZh { get; init; }
}
