namespace Suandian.Cases.Tables;

/// <summary>Words of units with their factor to base units; one row per unit, words separated by blanks.</summary>
static class UnitTable
{
    internal static readonly (string Words, decimal Factor, string Powers)[] Rows =
    [
        ("W 瓦", 1e-6m, "MW"), ("kW 千瓦", 1e-3m, "MW"), ("MW 兆瓦", 1, "MW"), ("GW 吉瓦", 1e3m, "MW"),
        ("Wh 瓦时", 3600e-6m, "MW s"), ("kWh 千瓦时 千瓦小时 度 度电", 3.6m, "MW s"), ("MWh 兆瓦时", 3600, "MW s"),
        ("GWh 吉瓦时", 3600e3m, "MW s"), ("TWh 太瓦时", 3600e6m, "MW s"),
        ("yuan CNY RMB 元 人民币", 1, "yuan"), ("角", 0.1m, "yuan"), ("分", 0.01m, "yuan"),
        ("m 米", 1e-3m, "km"), ("km 公里 千米", 1, "km"), ("mm 毫米", 1e-6m, "km"),
        ("km2 平方公里 平方千米", 1, "km^2"), ("m2 ㎡ 平方米 平米", 1e-6m, "km^2"), ("公顷 ha", 0.01m, "km^2"),
        ("亩", 2000m / 3 * 1e-6m, "km^2"), ("m3 立方米", 1e-9m, "km^3"),
        ("s 秒", 1, "s"), ("ms 毫秒", 1e-3m, "s"), ("us μs µs 微秒", 1e-6m, "s"), ("min 分钟", 60, "s"),
        ("h 小时 时", 3600, "s"), ("d 天 日", 86400, "s"), ("a 年 year years", 1, "a"), ("month 月 个月", 1, "month"),
        ("kvar 千乏", 1e-3m, "Mvar"), ("Mvar 兆乏", 1, "Mvar"), ("kVA 千伏安", 1e-3m, "MVA"), ("MVA 兆伏安", 1, "MVA"), ("万千伏安", 10, "MVA"),
        ("A 安 安培", 1, "A"), ("kA 千安", 1e3m, "A"), ("uS μS µS 微西", 1, "uS"),
        ("V 伏", 1e-3m, "kV"), ("kV 千伏", 1, "kV"), ("ohm Ω 欧 欧姆", 1, "ohm"),
        ("GB", 1, "GB"), ("MB", 1e-3m, "GB"), ("TB", 1e3m, "GB"), ("PB", 1e6m, "GB"),
        ("Gbit Gb", 1, "Gbit"), ("Mbit Mb", 1e-3m, "Gbit"), ("Tbit Tb", 1e3m, "Gbit"),
        ("Gbps G", 1, "Gbit s^-1"), ("Mbps", 1e-3m, "Gbit s^-1"), ("Tbps", 1e3m, "Gbit s^-1"),
        ("t 吨 tCO2", 1, "t"), ("kg 公斤 千克 kgCO2", 1e-3m, "t"), ("g 克 gCO2", 1e-6m, "t"),
        ("degC °C ℃ 摄氏度", 1, "degC"), ("K", 1, "K"), ("deg °", 1, "deg"),
        ("% 百分之", 0.01m, ""), ("‰", 0.001m, ""), ("pu 1", 1, ""),
        ("GPU-h GPUh GPU时 GPU小时 卡时 卡小时", 1, "GPU-h"),
        ("TFLOPS", 1, "TFLOPS"), ("PFLOPS P", 1e3m, "TFLOPS"),
        ("piece 家 个 台 张 块 卡 户 人 项 组 套 座", 1, "piece"), ("unit", 1, "unit"),
    ];
}
