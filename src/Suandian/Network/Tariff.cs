namespace Suandian.Network;

/// <summary>One row of tariffs.csv; columns and ranges in Cases/schema/tariffs.csv.</summary>
public sealed record Tariff
{
    /// <summary>Name of the connection to the outside grid; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Bus it is connected to.</summary>
    public required string Bus { get; init; }

    /// <summary>import buys, export sells.</summary>
    public required TariffDirection Direction { get; init; }

    /// <summary>Energy price; multiplied by profile or series [yuan/MWh].</summary>
    public required double EnergyPriceYuanPerMwh { get; init; }

    /// <summary>Shape with which the energy price varies.</summary>
    public string? PriceProfile { get; init; }

    /// <summary>Hourly factors instead of a profile [pu].</summary>
    public string? PriceSeries { get; init; }

    /// <summary>Transmission and distribution price (import) [yuan/MWh].</summary>
    public double NetworkPriceYuanPerMwh { get; init; }

    /// <summary>Government funds and surcharges (import) [yuan/MWh].</summary>
    public double SurchargeYuanPerMwh { get; init; }

    /// <summary>Line loss charged on the energy price: energy/(1-loss) [pu].</summary>
    public double LossPu { get; init; }

    /// <summary>Demand charge on the highest power [yuan/MW/month].</summary>
    public double DemandChargeYuanPerMwMonth { get; init; }

    /// <summary>Highest power of each month or of the year.</summary>
    public TariffDemandPeriod DemandPeriod { get; init; }

    /// <summary>Connection limit [MW].</summary>
    public required double PowerMaxMw { get; init; }

    /// <summary>CO2 of imported power [t/MWh].</summary>
    public double Co2TPerMwh { get; init; }

    /// <summary>Share of imported power that counts as green [pu].</summary>
    public double GreenSharePu { get; init; }

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
