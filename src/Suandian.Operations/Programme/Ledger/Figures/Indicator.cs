using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Ledger.Figures;

/// <summary>How a figure is computed from the registers.</summary>
public sealed record Indicator
{
    /// <summary>Code.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required Text Name { get; init; }

    /// <summary>How the figure is made.</summary>
    public required Formula Formula { get; init; }

    /// <summary>Register whose rows are counted; empty by ratio and period.</summary>
    public required string Register { get; init; }

    /// <summary>Conditions on the rows; by ratio those on the part.</summary>
    public required string Filter { get; init; }

    /// <summary>Field summed, told apart, or reported beside a count.</summary>
    public required string Field { get; init; }

    /// <summary>Date field that says when a row counts.</summary>
    public required string Date { get; init; }

    /// <summary>By ratio the indicator whose rows are the whole.</summary>
    public required string Of { get; init; }

    /// <summary>Unit of the figure.</summary>
    public required string Unit { get; init; }

    /// <summary>First day that counts; null for the start of the programme.</summary>
    public required DateOnly? Since { get; init; }

    /// <summary>True where the document states since when is counted.</summary>
    public required bool IsSinceStated { get; init; }

    /// <summary>Words of a target this indicator fits.</summary>
    public required ImmutableArray<string> Keywords { get; init; }

    /// <summary>Assessments it feeds.</summary>
    public required ImmutableArray<string> Tags { get; init; }

    /// <summary>What proves a row.</summary>
    public required Text Proof { get; init; }

    /// <summary>Where the wording can be read in two ways.</summary>
    public required Text Trap { get; init; }

    /// <summary>True where rows add up over time, so that a plan makes sense.</summary>
    public bool IsCumulative => Formula is Formula.Count or Formula.Sum or Formula.Distinct or Formula.Milestone;

    /// <summary>The indicator a row of the register indicators declares.</summary>
    public static Indicator From(LedgerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new Indicator
        {
            Id = row.Address.Id,
            Name = row.Name,
            Formula = Enum.Parse<Formula>(row["formula"], ignoreCase: true),
            Register = row["register"],
            Filter = row["filter"],
            Field = row["field"],
            Date = row["date"],
            Of = row["of"],
            Unit = row["unit"],
            Since = row.Date("since"),
            IsSinceStated = row.Is("since_stated"),
            Keywords = row.List("keywords"),
            Tags = row.List("tags"),
            Proof = new Text(row["proof_zh"], row["proof_en"]),
            Trap = new Text(row["trap_zh"], row["trap_en"]),
        };
    }
}

/// <summary>How a figure is made from rows.</summary>
public enum Formula
{
    /// <summary>Number of rows.</summary>
    Count,

    /// <summary>Sum of a field.</summary>
    Sum,

    /// <summary>Number of different values of a field.</summary>
    Distinct,

    /// <summary>Share of the rows of another indicator that meet the filter, %.</summary>
    Ratio,

    /// <summary>Number of milestones that are done.</summary>
    Milestone,

    /// <summary>Latest value read from a result file of the platform.</summary>
    Measure,

    /// <summary>Days of the service period that have passed.</summary>
    Period,
}
