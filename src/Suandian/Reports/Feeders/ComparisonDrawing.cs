using System.Globalization;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;
using Suandian.Texts;

namespace Suandian.Reports.Feeders;

/// <summary>Lowest and highest voltage of every bus over the electrical distance from the slack, before and after.</summary>
/// <param name="grid">The grid; its power base is that of the distance.</param>
/// <param name="before">Hours before; null where there is nothing to compare with.</param>
/// <param name="after">Hours after.</param>
/// <param name="voice">How it speaks.</param>
sealed class ComparisonDrawing(PowerGrid grid, FeederYearSolution? before, FeederYearSolution after, Voice voice)
{
    const double Left = 52, Right = 16, Height = 360, Foot = 44;

    internal Html Draw(double width)
    {
        FeederYearSolution[] years = [.. ((FeederYearSolution?[])[before, after]).OfType<FeederYearSolution>().Where(year => Buses(year).Length > 0)];
        if (years.Length == 0)
        {
            return Svg.Frame(width, Foot, Say("feeder.comparison"), Html.Of($"""<text x="8" y="24" fill="{Svg.Ink}">{Say("feeder.no_hour")}</text>"""));
        }

        var legend = new SvgLegend([.. before is null ? (LegendItem[])[] : [new(Svg.Amber, Say("feeder.voltage_before"), false)], new(Svg.Good, Say("feeder.voltage_after"), false), new(Svg.Pale, Say("feeder.limit"), false)], width);
        double[] limits = [.. Buses(after).Where(b => after.Paths.Parent[b] >= 0).SelectMany(b => new[] { after.Limits.LowPu[b], after.Limits.HighPu[b] }).Where(v => v is > 0.5 and < 1.5).Distinct().Order().Take(6)];
        double[] seen = [.. years.SelectMany(year => Buses(year).SelectMany(b => new[] { year.Buses[b].LowestPu, year.Buses[b].HighestPu })), .. limits];
        var (bottom, top, far) = (seen.Min() - 0.005, seen.Max() + 0.005, Math.Max(1e-9, years.Max(year => Buses(year).Max(b => year.Paths.DistancePu[b]))) * 100);
        double X(double percent) => Left + (width - Left - Right) * percent / far;
        double Y(double pu) => legend.Height + 20 + (Height - legend.Height - 20 - Foot) * (top - pu) / (top - bottom);
        var axes = Html.All([
            .. Svg.Ticks(bottom, top, 6).Select(v => Html.Of($"""<line x1="{Svg.N(Left)}" x2="{Svg.N(width - Right)}" y1="{Svg.N(Y(v))}" y2="{Svg.N(Y(v))}" stroke="#ECEFF2"/><text x="{Svg.N(Left - 6)}" y="{Svg.N(Y(v) + 4)}" text-anchor="end" fill="{Svg.Pale}">{v.ToString("0.00#", CultureInfo.InvariantCulture)}</text>""")),
            .. Svg.Ticks(0, far, width < 500 ? 4 : 8).Select(d => Html.Of($"""<text x="{Svg.N(X(d))}" y="{Svg.N(Height - Foot + 18)}" text-anchor="middle" fill="{Svg.Pale}">{d.ToString("0.####", CultureInfo.InvariantCulture)}</text>""")),
            .. limits.Select(v => Html.Of($"""<line x1="{Svg.N(Left)}" x2="{Svg.N(width - Right)}" y1="{Svg.N(Y(v))}" y2="{Svg.N(Y(v))}" stroke="{Svg.Pale}" stroke-dasharray="6 4"/>""")),
            Html.Of($"""<text x="{Svg.N(width - Right)}" y="{Svg.N(Height - 8)}" text-anchor="end" fill="{Svg.Pale}">{voice.Say(Phrases.Of(width < 500 ? "feeder.distance_short" : "feeder.distance", ("mva", grid.BaseMva.ToString("0.###", CultureInfo.InvariantCulture))))}</text><text x="4" y="{Svg.N(legend.Height + 12)}" fill="{Svg.Pale}">pu</text>"""),
        ]);
        Html Lines(FeederYearSolution year, Func<int, double> value, string colour)
        {
            var path = string.Concat(Buses(year).Where(b => year.Paths.Parent[b] >= 0).Select(b =>
                $"M{Svg.N(X(100 * year.Paths.DistancePu[year.Paths.Parent[b]]))} {Svg.N(Y(value(year.Paths.Parent[b])))}L{Svg.N(X(100 * year.Paths.DistancePu[b]))} {Svg.N(Y(value(b)))}"));
            return Html.Of($"""<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.5" stroke-linecap="round" opacity="0.85"/>""");
        }

        var lines = years.SelectMany(year => ((Func<int, double>[])[b => year.Buses[b].HighestPu, b => year.Buses[b].LowestPu]).Select(value => Lines(year, value, year == after ? Svg.Good : Svg.Amber)));
        return Svg.Frame(width, Height, Say("feeder.comparison"), Html.Of($"{legend.Draw()}{axes}{lines}"));
    }

    static int[] Buses(FeederYearSolution year) => [.. year.Paths.Order.Where(b => year.Buses[b].LowestHour >= 0)];

    string Say(string key) => voice.Say(Phrases.Of(key));
}
