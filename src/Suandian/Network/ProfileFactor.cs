namespace Suandian.Network;

/// <summary>One row of profiles.csv; columns and ranges in Cases/schema/profiles.csv.</summary>
public sealed record ProfileFactor
{
    /// <summary>Name of the profile; several rows each; the factors of all kinds multiply, then the mean is scaled to 1 where normalise says so.</summary>
    public required string Name { get; init; }

    /// <summary>hour 0–23, month 1–12, weekday 1–7 (Monday 1), hour_of_month = month*100+hour (replaces, e.g. 722 = July 22:00).</summary>
    public required ProfileFactorKind Kind { get; init; }

    /// <summary>Which hour, month or weekday.</summary>
    public required int Index { get; init; }

    /// <summary>Factor [pu].</summary>
    public required double Factor { get; init; }

    /// <summary>Scale the year to mean 1 (false for price factors).</summary>
    public bool Normalise { get; init; } = true;

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
