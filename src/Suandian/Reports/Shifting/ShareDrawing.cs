using Suandian.Reports.Feeders;
using Suandian.Reports.Page;

namespace Suandian.Reports.Shifting;

/// <summary>Lying bars of one length, a row each, divided by shares.</summary>
/// <param name="meaning">What the picture shows, for those who do not see it.</param>
/// <param name="parts">Name and colour of each part.</param>
/// <param name="rows">Name of each row, and its amounts ≥ 0. Shape [rows][parts].</param>
sealed class ShareDrawing(string meaning, (string Name, string Colour)[] parts, (string Name, double[] Amounts)[] rows)
{
    const double Row = 26, Bar = 18, Right = 8, LeastWritten = 34;

    internal Html Draw(double width)
    {
        var legend = new SvgLegend([.. parts.Select(p => new LegendItem(p.Colour, p.Name, false))], width);
        var left = Math.Min(0.4 * width, 16 + rows.Max(r => Svg.WidthOf(r.Name)));
        var room = width - left - Right;
        var drawn = rows.Select((row, n) =>
        {
            var (top, at, all) = (legend.Height + 12 + Row * n, left, Math.Max(1e-12, row.Amounts.Sum()));
            var bars = new List<Html>();
            for (var p = 0; p < parts.Length; p++)
            {
                var wide = room * row.Amounts[p] / all;
                var label = Html.If(wide > LeastWritten, () => Html.Of($"""<text x="{Svg.N(at + wide / 2)}" y="{Svg.N(top + 13)}" text-anchor="middle" fill="#fff">{100 * row.Amounts[p] / all:0}%</text>"""));
                bars.Add(Html.Of($"""<rect x="{Svg.N(at)}" y="{Svg.N(top)}" width="{Svg.N(wide)}" height="{Svg.N(Bar)}" fill="{parts[p].Colour}" stroke="#fff" stroke-width="0.5"><title>{parts[p].Name}: {row.Amounts[p]:0.#}</title></rect>{label}"""));
                at += wide;
            }

            return Html.Of($"""<text x="{Svg.N(left - 8)}" y="{Svg.N(top + 13)}" text-anchor="end" fill="{Svg.Ink}">{row.Name}</text>{bars}""");
        });
        return Svg.Frame(width, legend.Height + 12 + Row * rows.Length, meaning, Html.Of($"{legend.Draw()}{drawn}"));
    }
}
