using Suandian.Cases.Tables;

namespace Suandian.Cases.Checks;

/// <summary>Series are used, and their values make sense where they are used.</summary>
static class SeriesUseChecks
{
    internal static void Run(CheckedCase c)
    {
        var t = c.Tables;
        var used = new HashSet<string>();
        Use(t.Generators.Select(g => g.Record.AvailabilitySeries), 0, 1.2, "pu");
        Use(t.Clusters.Select(k => k.Record.PueSeries), 1, 3, "pu");
        Use(t.StorageUnits.Select(s => s.Record.InflowSeries), 0, 1e6, "MW");
        Use(t.Loads.Select(l => l.Record.PowerSeries), 0, 100, "pu");
        Use(t.Tariffs.Select(k => k.Record.PriceSeries), -100, 100, "pu");
        Use(t.Workloads.Select(w => w.Record.ArrivalSeries), 0, 1000, "pu");
        foreach (var (name, series) in c.Raw.Series.OrderBy(s => s.Key, StringComparer.Ordinal).Where(s => !used.Contains(s.Key)))
            c.Findings.Add(ProblemCode.SeriesUnused, series.Source.At(1, name), name);

        void Use(IEnumerable<string?> names, double least, double greatest, string unit)
        {
            foreach (string name in names.OfType<string>().Distinct())
            {
                used.Add(name);
                if (c.Raw.Series.TryGetValue(name, out var series))
                    InRange(c, name, series, (least, greatest, unit));
            }
        }
    }

    static void InRange(CheckedCase c, string name, LoadedSeries series, (double Least, double Greatest, string Unit) range)
    {
        int hour = Array.FindIndex(series.Values, v => v < range.Least || v > range.Greatest);
        if (hour < 0)
            return;
        c.Findings.Add(ProblemCode.SeriesRange, series.Source.At(hour + 2, name), Cell.Plain(series.Values[hour]),
            ("range", $"{Cell.Plain(range.Least)} … {Cell.Plain(range.Greatest)} {range.Unit}"), ("series", name), ("hour", hour));
    }
}
