using Suandian.Reports.Feeders;
using Suandian.Reports.Page;

namespace Suandian.Reports.Jobs;

/// <summary>Standing bars, one for each range, their share of all written above; beside them, where it is told, the share of the processor hours.</summary>
/// <param name="meaning">What the picture shows, for those who do not see it.</param>
/// <param name="columns">The ranges.</param>
sealed class ColumnDrawing(string meaning, JobRange[] columns)
{
    const double Top = 22, Height = 232, Foot = 24, Side = 8;

    /// <summary>What the two bars of a range are; null for one bar alone.</summary>
    internal (string Jobs, string Work)? Legend { get; init; }

    internal Html Draw(double width)
    {
        var step = (width - 2 * Side) / columns.Length;
        var drop = columns.Any(c => Svg.WidthOf(c.Name) + 6 > step) ? 14 : 0; // every other name a line lower
        var legend = new SvgLegend(Legend is var (jobs, work) ? [new(Svg.Good, jobs, false), new(Svg.Amber, work, false)] : [], width);
        var (top, foot) = ((Legend is null ? 0 : legend.Height) + Top, Height - Foot - drop);
        var (all, hours) = (Math.Max(1, columns.Sum(c => c.Count)), Math.Max(1e-12, columns.Sum(c => c.CpuH)));
        var most = Math.Max(1e-9, columns.Max(c => Math.Max((double)c.Count / all, Legend is null ? 0 : c.CpuH / hours)));
        var bars = columns.Select((c, i) =>
        {
            var x = Side + step * i;
            var wide = Legend is null ? step * 0.8 : step * 0.4;
            Html One(double at, double share, string colour) => Html.Of($"""<rect x="{Svg.N(at)}" y="{Svg.N(foot - (foot - top) * share / most)}" width="{Svg.N(wide - 1)}" height="{Svg.N((foot - top) * share / most)}" fill="{colour}"/>{Html.If(share > 0 && wide > 22, () => Html.Of($"""<text x="{Svg.N(at + wide / 2)}" y="{Svg.N(foot - (foot - top) * share / most - 5)}" text-anchor="middle" fill="{Svg.Ink}">{(share < 0.01 ? "<1%" : $"{100 * share:0}%")}</text>"""))}""");
            var second = Html.If(Legend is not null, () => One(x + step * 0.1 + wide, c.CpuH / hours, Svg.Amber));
            return Html.Of($"""{One(x + step * 0.1, (double)c.Count / all, Svg.Good)}{second}<text x="{Svg.N(x + step / 2)}" y="{Svg.N(foot + 16 + drop * (i % 2))}" text-anchor="middle" fill="{Svg.Pale}">{c.Name}</text>""");
        });
        return Svg.Frame(width, Height, meaning, Html.Of($"""{Html.If(Legend is not null, legend.Draw)}{bars}<line x1="{Svg.N(Side)}" x2="{Svg.N(width - Side)}" y1="{Svg.N(foot)}" y2="{Svg.N(foot)}" stroke="{Svg.None}"/>"""));
    }
}
