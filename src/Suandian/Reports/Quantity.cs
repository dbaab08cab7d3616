namespace Suandian.Reports;

/// <summary>What a number measures; decides unit, decimals and name for people in <c>Numbers</c>. The stored unit is in the comment.</summary>
public enum Quantity
{
    /// <summary>Power, MW; 万千瓦 in Chinese.</summary>
    PowerMw,

    /// <summary>Energy, MWh; 万千瓦时 or 亿千瓦时 in Chinese, MWh or GWh in English.</summary>
    EnergyMwh,

    /// <summary>Money, yuan; 万元 or 亿元, million yuan.</summary>
    MoneyYuan,

    /// <summary>Money per year, yuan/a.</summary>
    YearlyMoneyYuan,

    /// <summary>Price of energy, yuan/MWh; shown as 元/千瓦时, yuan/kWh.</summary>
    PriceYuanPerMwh,

    /// <summary>Price of computing, yuan per GPU-hour; 元/卡时.</summary>
    PriceYuanPerGpuHour,

    /// <summary>Share, pu; shown in %.</summary>
    SharePu,

    /// <summary>Work, reference GPU-hours; 万卡时.</summary>
    WorkGpuH,

    /// <summary>CO2, t.</summary>
    Co2T,

    /// <summary>Data rate, Gbit/s.</summary>
    DataRateGbitS,

    /// <summary>Time, h.</summary>
    TimeH,

    /// <summary>Delay, ms.</summary>
    DelayMs,

    /// <summary>Length, km.</summary>
    LengthKm,

    /// <summary>Land, km².</summary>
    AreaKm2,

    /// <summary>A pure number.</summary>
    Count,
}
