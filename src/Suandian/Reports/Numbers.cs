using System.Globalization;

namespace Suandian.Reports;

/// <summary>Numbers as people read them: one place for units, decimals, signs. Page, workbook and terminal all use it.</summary>
/// <remarks>
/// Prose: at most three significant digits, no trailing zeros, a true minus sign. Columns: fixed decimals per quantity.
/// Chinese: power in 万千瓦 (10 MW) or MW, energy in 万千瓦时 below 1 亿, else 亿千瓦时 (100 GWh); English: MW, MWh, GWh.
/// Missing is an en dash, zero is 0.
/// </remarks>
public static class Numbers
{
    /// <summary>Most decimals of a column whose rows add up in sight.</summary>
    const int MostDecimals = 6;

    /// <summary>At most three significant digits, without exponent, with a true minus sign.</summary>
    /// <param name="value">Value in the unit shown.</param>
    /// <param name="grouped">Whether thousands are separated by commas (tables, English).</param>
    public static string Three(double value, bool grouped = false)
    {
        if (double.IsNaN(value))
        {
            return "–";
        }

        var size = Math.Abs(value);
        if (size < 5e-7)
        {
            return "0";
        }

        var digits = (int)Math.Floor(Math.Log10(size));
        var unit = Math.Pow(10, digits - 2);
        var rounded = Math.Round(size / unit) * unit;
        var decimals = Math.Clamp(2 - digits, 0, 9);
        return Sign(value) + Fixed(rounded, decimals, grouped, trim: true);
    }

    /// <summary>Number and unit for prose.</summary>
    /// <param name="quantity">What it measures.</param>
    /// <param name="value">Value in the stored unit of the quantity.</param>
    /// <param name="language">Language.</param>
    /// <param name="tenMegawatts">Chinese only: power in 万千瓦 rather than MW.</param>
    public static (string Number, string Unit) Prose(Quantity quantity, double value, Language language, bool tenMegawatts = true)
    {
        if (!double.IsFinite(value))
        {
            return ("–", "");
        }

        var (factor, unit) = Scale(quantity, Math.Abs(value), language, tenMegawatts);
        var shown = value * factor;
        var text = quantity switch
        {
            Quantity.SharePu => Sign(shown) + Fixed(Math.Abs(shown), Math.Abs(shown) is >= 10 and <= 99 or 0 or >= 99.95 ? 0 : 1, grouped: false, trim: true),
            Quantity.PriceYuanPerMwh => Sign(shown) + Fixed(Math.Abs(shown), 3, grouped: false, trim: false),
            Quantity.PriceYuanPerGpuHour => Sign(shown) + Fixed(Math.Abs(shown), 2, grouped: false, trim: false),
            _ => Three(shown, language == Language.En),
        };
        return (text, unit);
    }

    /// <summary>Numbers of a column that has its sum below it: one unit, and as few decimals as tell the sum with three digits and let the rows add up to it.</summary>
    /// <param name="quantity">What they measure.</param>
    /// <param name="values">Values in the stored unit of the quantity, finite.</param>
    /// <param name="language">Language.</param>
    /// <param name="tenMegawatts">Chinese only: power in 万千瓦 rather than MW.</param>
    public static (string[] Rows, string Sum, string Unit) Added(Quantity quantity, IReadOnlyCollection<double> values, Language language, bool tenMegawatts = true)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (factor, unit) = Scale(quantity, Math.Abs(values.Sum()), language, tenMegawatts);
        var (shown, sum) = (values.Select(v => v * factor).ToArray(), values.Sum() * factor);
        bool AddsUp(int decimals) => Math.Abs(shown.Sum(v => Math.Round(v, decimals)) - Math.Round(sum, decimals)) < 0.5 * Math.Pow(10, -decimals);
        var least = sum == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(sum))), 0, MostDecimals);
        var digits = Enumerable.Range(least, MostDecimals - least + 1).Where(AddsUp).DefaultIfEmpty(least).First();
        string Told(double value) => Sign(value) + Fixed(Math.Abs(Math.Round(value, digits)), digits, grouped: language == Language.En, trim: false);
        return ([.. shown.Select(Told)], Told(sum), unit);
    }

    /// <summary>Number and unit in one string, such as <c>2.5 万千瓦</c> or <c>81%</c>.</summary>
    public static string Say(Quantity quantity, double value, Language language, bool tenMegawatts = true)
    {
        var (number, unit) = Prose(quantity, value, language, tenMegawatts);
        return unit is "" or "%" ? number + unit : number + " " + unit;
    }

    /// <summary>The same quantity in both languages, for findings.</summary>
    public static Text Say(Quantity quantity, double value) =>
        new(Say(quantity, value, Language.Zh), Say(quantity, value, Language.En));

    /// <summary>Unit of a table column, which does not change with the size of the numbers.</summary>
    public static string ColumnUnit(Quantity quantity, Language language, bool tenMegawatts = true) =>
        Column(quantity, language, tenMegawatts).Unit;

    /// <summary>How many units of a table column one stored unit is.</summary>
    internal static double ColumnFactor(Quantity quantity, Language language, bool tenMegawatts = true) => Column(quantity, language, tenMegawatts).Factor;

    /// <summary>A number of a table column; a dash where it is missing.</summary>
    public static string Column(Quantity quantity, double? value, Language language, bool tenMegawatts = true)
    {
        if (value is not { } number || double.IsNaN(number))
        {
            return "–";
        }

        var (factor, _, decimals) = Column(quantity, language, tenMegawatts);
        var shown = number * factor;
        return Math.Abs(shown) < 0.5 * Math.Pow(10, -decimals) ? "0" : Sign(shown) + Fixed(Math.Abs(shown), decimals, grouped: true, trim: false);
    }

    /// <summary>Change from base to plan: whole per cent from 10 up, one decimal below; points for shares; new where the base is shown as 0.</summary>
    public static string Change(Quantity quantity, Pair pair, Language language)
    {
        if (pair.Base is not { } from || double.IsNaN(from))
        {
            return "–";
        }

        if (quantity == Quantity.SharePu)
        {
            var points = (pair.Plan - from) * 100;
            if (Math.Abs(points) < 0.05)
            {
                return language == Language.Zh ? "0 个百分点" : "0 points";
            }

            var text = Plus(points) + Fixed(Math.Abs(points), Math.Abs(points) >= 10 ? 0 : 1, grouped: false, trim: true);
            return text + (language == Language.Zh ? " 个百分点" : " points");
        }

        if (Column(quantity, from, language) == "0")
        {
            return Column(quantity, pair.Plan, language) == "0" ? "0" : language == Language.Zh ? "新增" : "new";
        }

        var percent = ((pair.Plan / from) - 1) * 100;
        if (Math.Abs(percent) < 0.05)
        {
            return "0%";
        }

        return Plus(percent) + Fixed(Math.Abs(percent), Math.Abs(percent) >= 10 ? 0 : 1, grouped: false, trim: true) + "%";
    }

    static (double Factor, string Unit) Scale(Quantity quantity, double size, Language language, bool tenMegawatts) => (quantity, language) switch
    {
        (Quantity.PowerMw, Language.Zh) => tenMegawatts ? (0.1, "万千瓦") : (1, "MW"),
        (Quantity.PowerMw, _) => (1, "MW"),
        (Quantity.EnergyMwh, Language.Zh) => (size >= 1e5, tenMegawatts) switch
        {
            (true, true) => (1e-5, "亿千瓦时"),
            (false, true) => (0.1, "万千瓦时"),
            (true, false) => (1e-3, "GWh"),
            _ => (1, "MWh"),
        },
        (Quantity.EnergyMwh, _) => size >= 1000 ? (1e-3, "GWh") : (1, "MWh"),
        (Quantity.MoneyYuan or Quantity.YearlyMoneyYuan, Language.Zh) => Yearly(quantity, size >= 1e8 ? (1e-8, "亿元") : size >= 1e4 ? (1e-4, "万元") : (1, "元"), "/年"),
        (Quantity.MoneyYuan or Quantity.YearlyMoneyYuan, _) => Yearly(quantity, size >= 1e6 ? (1e-6, "million yuan") : size >= 1e3 ? (1e-3, "thousand yuan") : (1, "yuan"), "/a"),
        (Quantity.WorkGpuH, Language.Zh) => size >= 1e8 ? (1e-8, "亿卡时") : size >= 1e4 ? (1e-4, "万卡时") : (1, "卡时"),
        (Quantity.WorkGpuH, _) => size >= 1e6 ? (1e-6, "million GPU-hours") : (1, "GPU-hours"),
        (Quantity.Co2T, Language.Zh) => size >= 1e4 ? (1e-4, "万吨") : (1, "吨"),
        (Quantity.Co2T, _) => size >= 1e3 ? (1e-3, "kt") : (1, "t"),
        _ => (Column(quantity, language, tenMegawatts).Factor, Column(quantity, language, tenMegawatts).Unit),
    };

    static (double Factor, string Unit) Yearly(Quantity quantity, (double Factor, string Unit) scale, string perYear) =>
        quantity == Quantity.YearlyMoneyYuan ? (scale.Factor, scale.Unit + perYear) : scale;

    static (double Factor, string Unit, int Decimals) Column(Quantity quantity, Language language, bool tenMegawatts) => (quantity, language) switch
    {
        (Quantity.PowerMw, Language.Zh) => tenMegawatts ? (0.1, "万千瓦", 2) : (1, "MW", 1),
        (Quantity.PowerMw, _) => (1, "MW", 1),
        (Quantity.EnergyMwh, Language.Zh) => tenMegawatts ? (0.1, "万千瓦时", 0) : (1e-3, "GWh", 1),
        (Quantity.EnergyMwh, _) => (1e-3, "GWh", 1),
        (Quantity.MoneyYuan, Language.Zh) => (1e-8, "亿元", 2),
        (Quantity.MoneyYuan, _) => (1e-6, "M yuan", 0),
        (Quantity.YearlyMoneyYuan, Language.Zh) => (1e-4, "万元/年", 0),
        (Quantity.YearlyMoneyYuan, _) => (1e-6, "M yuan/a", 2),
        (Quantity.PriceYuanPerMwh, Language.Zh) => (1e-3, "元/千瓦时", 3),
        (Quantity.PriceYuanPerMwh, _) => (1e-3, "yuan/kWh", 3),
        (Quantity.PriceYuanPerGpuHour, Language.Zh) => (1, "元/卡时", 2),
        (Quantity.PriceYuanPerGpuHour, _) => (1, "yuan/GPU-hour", 2),
        (Quantity.SharePu, _) => (100, "%", 1),
        (Quantity.WorkGpuH, Language.Zh) => (1e-4, "万卡时", 0),
        (Quantity.WorkGpuH, _) => (1e-6, "M GPU-hours", 2),
        (Quantity.Co2T, Language.Zh) => (1e-4, "万吨", 2),
        (Quantity.Co2T, _) => (1e-3, "kt", 1),
        (Quantity.DataRateGbitS, _) => (1, "Gbit/s", 1),
        (Quantity.TimeH, _) => (1, "h", 1),
        (Quantity.DelayMs, _) => (1, "ms", 1),
        (Quantity.LengthKm, _) => (1, "km", 0),
        (Quantity.AreaKm2, Language.Zh) => (1, "平方公里", 1),
        (Quantity.AreaKm2, _) => (1, "km²", 1),
        _ => (1, "", 0),
    };

    static string Fixed(double value, int decimals, bool grouped, bool trim)
    {
        var text = value.ToString((grouped ? "N" : "F") + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return trim && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    static string Sign(double value) => value < 0 ? "−" : "";

    static string Plus(double value) => value < 0 ? "−" : "+";
}
