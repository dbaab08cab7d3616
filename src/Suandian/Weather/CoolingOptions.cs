namespace Suandian.Weather;

/// <summary>How a hall may give off its heat without a compressor.</summary>
public enum HeatRejection
{
    /// <summary>Dry coolers, sprayed with water when it is warm.</summary>
    DryAndEvaporative,

    /// <summary>Dry coolers only; no water.</summary>
    DryOnly,
}

/// <summary>Cooling and power supply of a data hall.</summary>
/// <remarks>
/// Temperatures: ASHRAE TC 9.9, Thermal Guidelines for Data Processing Environments, 5th edition, 2021: recommended
/// supply air 18 … 27 °C (all classes), allowable 15 … 32 (A1), 10 … 35 (A2), 5 … 40 (A3), 5 … 45 °C (A4). The other
/// defaults are estimates of the project for a hall of 2025 with indirect free cooling.
/// </remarks>
public sealed record CoolingOptions
{
    /// <summary>Air supplied to the servers [°C], 10 … 45. Default 25, inside the recommended range.</summary>
    public double SupplyC { get; init; } = 25;

    /// <summary>Warming of the air in the servers [K], 5 … 25. Default 12.</summary>
    public double ServerRiseK { get; init; } = 12;

    /// <summary>Supply air above outdoor dry bulb through dry coolers [K], 0 … 20. Default 6.</summary>
    public double DryApproachK { get; init; } = 6;

    /// <summary>Supply air above outdoor wet bulb through sprayed coolers [K], 0 … 20. Default 5.</summary>
    public double WetApproachK { get; init; } = 5;

    /// <summary>Means of heat rejection. Default dry and evaporative.</summary>
    public HeatRejection Rejection { get; init; } = HeatRejection.DryAndEvaporative;

    /// <summary>Losses of UPS and distribution, lighting, offices over IT power [pu], 0 … 0.5. Default 0.06.</summary>
    public double FixedOverheadPu { get; init; } = 0.06;

    /// <summary>Fans and pumps over IT power when it is cold [pu], 0 … 0.3. Default 0.02.</summary>
    public double LeastFanPu { get; init; } = 0.02;

    /// <summary>Fans and pumps over IT power at full air flow [pu], 0 … 0.3. Default 0.05.</summary>
    public double FullFanPu { get; init; } = 0.05;

    /// <summary>Spray pumps over IT power [pu], 0 … 0.1. Default 0.01.</summary>
    public double SprayPu { get; init; } = 0.01;

    /// <summary>Share of the Carnot limit a chiller reaches, 0.2 … 0.7. Default 0.45.</summary>
    public double CarnotShare { get; init; } = 0.45;

    /// <summary>Everything that is out of range; empty where all is well.</summary>
    public IReadOnlyList<Text> Problems()
    {
        var problems = new List<Text>();
        OptionRange.Check(problems, "supply_c", SupplyC, 10, 45);
        OptionRange.Check(problems, "server_rise_k", ServerRiseK, 5, 25);
        OptionRange.Check(problems, "dry_approach_k", DryApproachK, 0, 20);
        OptionRange.Check(problems, "wet_approach_k", WetApproachK, 0, 20);
        OptionRange.Check(problems, "fixed_overhead_pu", FixedOverheadPu, 0, 0.5);
        OptionRange.Check(problems, "least_fan_pu", LeastFanPu, 0, FullFanPu);
        OptionRange.Check(problems, "full_fan_pu", FullFanPu, 0, 0.3);
        OptionRange.Check(problems, "spray_pu", SprayPu, 0, 0.1);
        OptionRange.Check(problems, "carnot_share", CarnotShare, 0.2, 0.7);
        return problems;
    }
}
