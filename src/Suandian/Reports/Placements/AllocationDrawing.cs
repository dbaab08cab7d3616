using System.Globalization;
using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Texts;

namespace Suandian.Reports.Placements;

/// <summary>GPU allocated against GPU arrived, a line for each policy; the dotted line is what would be if everything fitted.</summary>
/// <param name="lines">Name and number of each policy, and allocated over capacity when 0, 1, 2 … per cent have arrived.</param>
/// <param name="language">Language.</param>
sealed class AllocationDrawing((string Name, int Policy, double[] AllocatedPu)[] lines, Language language)
{
    const double Width = 1016, Left = 52, Right = 16, Height = 420, Foot = 44;
    static readonly string[] Colours = ["#9AA4AD", "#6B7781", "#67A9CF", "#2166AC", "#8C6BB1", "#D9822B", "#B2182B", "#0B5563"];

    internal Html Draw()
    {
        var legend = new SvgLegend([.. lines.Select(line => new LegendItem(Colours[line.Policy], line.Name, false))], Width);
        var least = Math.Clamp(5 * (int)Math.Floor((100 * lines.Min(l => l.AllocatedPu[^1]) - 3) / 5), 0, 95); // below it all policies are alike
        var most = Math.Max(least + 1, lines.Max(l => l.AllocatedPu.Length) - 1);
        double X(double percent) => Left + (Width - Left - Right) * (percent - least) / (most - least);
        double Y(double percent) => legend.Height + 20 + (Height - legend.Height - 20 - Foot) * (100 - percent) / (100 - least);
        var axes = Html.All([
            .. Svg.Ticks(least, 100, 6).Select(v => Html.Of($"""<line x1="{Svg.N(Left)}" x2="{Svg.N(Width - Right)}" y1="{Svg.N(Y(v))}" y2="{Svg.N(Y(v))}" stroke="#ECEFF2"/><text x="{Svg.N(Left - 6)}" y="{Svg.N(Y(v) + 4)}" text-anchor="end" fill="{Svg.Pale}">{Number(v)}</text>""")),
            .. Svg.Ticks(least, most, 8).Select(v => Html.Of($"""<text x="{Svg.N(X(v))}" y="{Svg.N(Height - Foot + 18)}" text-anchor="middle" fill="{Svg.Pale}">{Number(v)}</text>""")),
            Html.Of($"""<text x="{Svg.N(Width - Right)}" y="{Svg.N(Height - 8)}" text-anchor="end" fill="{Svg.Pale}">{Say("arrived")}</text><text x="4" y="{Svg.N(legend.Height + 12)}" fill="{Svg.Pale}">{Say("allocated")}</text>"""),
            Html.Of($"""<path d="M{Svg.N(X(least))} {Svg.N(Y(least))}L{Svg.N(X(Math.Min(100, most)))} {Svg.N(Y(Math.Min(100, most)))}" fill="none" stroke="{Svg.Pale}" stroke-dasharray="3 4"/>"""),
        ]);
        var curves = lines.Select(line =>
        {
            var points = line.AllocatedPu.Select((pu, percent) => (X: (double)percent, Y: 100 * pu)).Where(p => p.X >= least && p.Y >= least);
            return Html.Of($"""<polyline points="{string.Join(' ', points.Select(p => $"{Svg.N(X(p.X))},{Svg.N(Y(p.Y))}"))}" fill="none" stroke="{Colours[line.Policy]}" stroke-width="2"/>""");
        });
        return Svg.Frame(Width, Height, Say("picture"), Html.Of($"{legend.Draw()}{axes}{curves}"));
    }

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    string Say(string key) => Phrases.Of("placement." + key).In(language);
}
