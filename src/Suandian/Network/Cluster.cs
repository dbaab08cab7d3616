using System.Text.Json.Serialization;

namespace Suandian.Network;

/// <summary>One row of clusters.csv; columns and ranges in Cases/schema/clusters.csv.</summary>
public sealed record Cluster
{
    /// <summary>Name of the cluster; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Bus it is connected to.</summary>
    public required string Bus { get; init; }

    /// <summary>Chip in its servers.</summary>
    public required string Chip { get; init; }

    /// <summary>Existing IT power [MW].</summary>
    public double ItCapacityMw { get; init; }

    /// <summary>Whether new IT capacity may be built.</summary>
    public bool Expandable { get; init; }

    /// <summary>Upper limit; needed where expandable [MW].</summary>
    public double? ItCapacityMaxMw { get; init; }

    /// <summary>New IT power comes in modules of this size; any size if empty [MW].</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ModuleMw { get; init; }

    /// <summary>Price of hall, power supply and cooling per MW IT; needed where expandable.</summary>
    public string? CostHall { get; init; }

    /// <summary>Where PUE by hour comes from.</summary>
    public ClusterPueModel PueModel { get; init; }

    /// <summary>Constant PUE, needed by pue_model constant [pu].</summary>
    public double? Pue { get; init; }

    /// <summary>Hourly PUE, needed by pue_model series [pu].</summary>
    public string? PueSeries { get; init; }

    /// <summary>Weather used by pue_model weather.</summary>
    public string? WeatherSite { get; init; }

    /// <summary>Power of idle servers over their full power [pu].</summary>
    public double IdlePu { get; init; }

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
