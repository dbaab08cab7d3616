using Suandian.Texts;

namespace Suandian.Cases.Tables;

/// <summary>Guesses which unit a value out of range was written in.</summary>
static class UnitGuess
{
    /// <summary>Units people confuse with one of the schema, and how many of it make one of the schema's.</summary>
    static (string Word, double PerUnit)[] Confused(string unit) => unit switch
    {
        "MW" => [("kW", 1000), ("W", 1e6), ("万千瓦", 0.1)],
        "MWh" => [("kWh", 1000), ("万千瓦时", 0.1)],
        "kW" => [("W", 1000), ("MW", 0.001)],
        "yuan/MWh" => [("yuan/kWh 元/千瓦时", 0.001), ("分/千瓦时", 0.1)],
        "yuan/MW" or "yuan/MW/month" or "yuan/MW/a" => [("yuan/kW 元/千瓦", 0.001)],
        "yuan" => [("万元", 1e-4)],
        "pu" or "1/a" or "1/h" => [("%", 100)],
        "km" => [("m", 1000)],
        "kV" => [("V", 1000)],
        "ms" => [("us", 1000), ("s", 0.001)],
        "us/km" => [("ns/m", 1), ("ms/km", 0.001)],
        "GB" => [("MB", 1000)],
        "t/MWh" => [("kg/MWh", 1000), ("g/kWh", 1000)],
        "Gbit/s" => [("Mbit/s", 1000)],
        "km2/MW" => [("m2/kW", 1000), ("ha/MW", 100)],
        "h" => [("min", 60)],
        _ => [],
    };

    /// <summary>"Looks like …; in the column's unit that is …", empty where nothing fits.</summary>
    internal static Text For(ColumnSchema column, string unit, double value)
    {
        foreach (var (word, perUnit) in value > 0 ? Confused(unit) : [])
        {
            double meant = value / perUnit;
            if (meant >= (column.Min ?? double.MinValue) && meant <= (column.Max ?? double.MaxValue) && meant != 0)
                return Says(word, meant, unit);
        }

        return new Text("", "");
    }

    /// <summary>The sentence itself.</summary>
    internal static Text Says(string word, double meant, string unit) =>
        Phrases.Of("check.looks_like", ("word", word), ("meant", Cell.Plain(Math.Round(meant, 6))), ("unit", unit));
}
