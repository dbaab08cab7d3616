namespace Suandian.Network;

/// <summary>One row of costs.csv; columns and ranges in Cases/schema/costs.csv.</summary>
public sealed record Cost
{
    /// <summary>Name of the cost row; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>One unit of capacity: MW, MWh, MW times km, Gbit/s.</summary>
    public required CostUnit Unit { get; init; }

    /// <summary>Overnight investment per unit of capacity [yuan/unit].</summary>
    public required double OvernightCostYuanPerUnit { get; init; }

    /// <summary>Economic lifetime [a].</summary>
    public required double LifetimeYears { get; init; }

    /// <summary>Real discount rate; that of case.yaml if empty [pu].</summary>
    public double? DiscountRate { get; init; }

    /// <summary>Fixed operation and maintenance per unit and year [yuan/unit/a].</summary>
    public double FixedOmYuanPerUnitYear { get; init; }

    /// <summary>Fixed operation and maintenance as a share of the overnight cost; added to the figure in yuan [1/a].</summary>
    public double FixedOmSharePerYear { get; init; }

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
