namespace Suandian.Network;

/// <summary>One row of chips.csv; columns and ranges in Cases/schema/chips.csv.</summary>
public sealed record Chip
{
    /// <summary>Name of the chip (accelerator card); unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Vendor.</summary>
    public string? Vendor { get; init; }

    /// <summary>Board power of one card [kW].</summary>
    public required double PowerKw { get; init; }

    /// <summary>IT power per card over board power (CPU, memory, network) [pu].</summary>
    public required double ServerOverheadPu { get; init; }

    /// <summary>Reference GPU-hours of work done in one card-hour [pu].</summary>
    public required double WorkPu { get; init; }

    /// <summary>Dense FP16 peak [TFLOPS].</summary>
    public double? Fp16Tflops { get; init; }

    /// <summary>Memory [GB].</summary>
    public double? MemoryGb { get; init; }

    /// <summary>Server cost per card [yuan].</summary>
    public required double ServerCostYuanPerCard { get; init; }

    /// <summary>Economic lifetime [a].</summary>
    public required double LifetimeYears { get; init; }

    /// <summary>Upkeep per card and year [yuan/a].</summary>
    public double FixedOmYuanPerCardYear { get; init; }

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
