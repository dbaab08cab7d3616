using System.Globalization;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;
using Suandian.Texts;

namespace Suandian.Reports.Feeders;

/// <summary>Lowest and highest voltage of every bus over the electrical distance from the slack, joined along the branches.</summary>
/// <param name="grid">The grid.</param>
/// <param name="year">Its hours.</param>
/// <param name="voice">How it speaks.</param>
sealed class ProfileDrawing(PowerGrid grid, FeederYearSolution year, Voice voice)
{
    const double Left = 52, Right = 16, Height = 360, Foot = 44;

    /// <summary>Most limits that are drawn.</summary>
    const int MostLimits = 6;

    internal Html Draw(double width)
    {
        int[] buses = [.. year.Paths.Order.Where(b => year.Buses[b].LowestHour >= 0)];
        if (buses.Length == 0)
        {
            return Svg.Frame(width, Foot, Say("profile"), Html.Of($"""<text x="8" y="24" fill="{Svg.Ink}">{Say("no_hour")}</text>"""));
        }

        var legend = new SvgLegend([new(Svg.Low, Say("lowest"), false), new(Svg.High, Say("highest"), false), new(Svg.Pale, Say("limit"), false)], width);
        double[] limits = [.. buses.Where(b => year.Paths.Parent[b] >= 0).SelectMany(b => new[] { year.Limits.LowPu[b], year.Limits.HighPu[b] }).Where(v => v > 0.5 && v < 1.5).Distinct().Order().Take(MostLimits)];
        var (least, most) = (buses.Min(b => year.Buses[b].LowestPu), buses.Max(b => year.Buses[b].HighestPu));
        var (bottom, top) = (Math.Min(least, limits.Append(least).Min()) - 0.005, Math.Max(most, limits.Append(most).Max()) + 0.005);
        var far = Math.Max(1e-9, buses.Max(b => year.Paths.DistancePu[b])) * 100;
        double X(double percent) => Left + (width - Left - Right) * percent / far;
        double Y(double pu) => legend.Height + 20 + (Height - legend.Height - 20 - Foot) * (top - pu) / (top - bottom);
        var axes = Html.All([
            .. Svg.Ticks(bottom, top, 6).Select(v => Html.Of($"""<line x1="{Svg.N(Left)}" x2="{Svg.N(width - Right)}" y1="{Svg.N(Y(v))}" y2="{Svg.N(Y(v))}" stroke="#ECEFF2"/><text x="{Svg.N(Left - 6)}" y="{Svg.N(Y(v) + 4)}" text-anchor="end" fill="{Svg.Pale}">{v.ToString("0.00#", CultureInfo.InvariantCulture)}</text>""")),
            .. Svg.Ticks(0, far, width < 500 ? 4 : 8).Select(d => Html.Of($"""<text x="{Svg.N(X(d))}" y="{Svg.N(Height - Foot + 18)}" text-anchor="middle" fill="{Svg.Pale}">{d.ToString("0.####", CultureInfo.InvariantCulture)}</text>""")),
            Html.Of($"""<text x="{Svg.N(width - Right)}" y="{Svg.N(Height - 8)}" text-anchor="end" fill="{Svg.Pale}">{Say(width < 500 ? "distance_short" : "distance", ("mva", grid.BaseMva.ToString("0.###", CultureInfo.InvariantCulture)))}</text><text x="4" y="{Svg.N(legend.Height + 12)}" fill="{Svg.Pale}">pu</text>"""),
        ]);
        var bounds = limits.Select(v => Html.Of($"""<line x1="{Svg.N(Left)}" x2="{Svg.N(width - Right)}" y1="{Svg.N(Y(v))}" y2="{Svg.N(Y(v))}" stroke="{Svg.Pale}" stroke-dasharray="6 4"/>"""));
        Html Lines(Func<int, double> value, string colour)
        {
            var path = string.Concat(buses.Where(b => year.Paths.Parent[b] >= 0).Select(b =>
                $"M{Svg.N(X(100 * year.Paths.DistancePu[year.Paths.Parent[b]]))} {Svg.N(Y(value(year.Paths.Parent[b])))}L{Svg.N(X(100 * year.Paths.DistancePu[b]))} {Svg.N(Y(value(b)))}"));
            return Html.Of($"""<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.5" stroke-linecap="round" opacity="0.85"/>""");
        }

        return Svg.Frame(width, Height, Say("profile"), Html.Of($"{legend.Draw()}{axes}{bounds}{Lines(b => year.Buses[b].HighestPu, Svg.High)}{Lines(b => year.Buses[b].LowestPu, Svg.Low)}"));
    }

    string Say(string key, params ReadOnlySpan<(string Name, object? Value)> places) => voice.Say(Phrases.Of("feeder." + key, places));
}
