using System.Globalization;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>Voltages of all buses, level by level: the range of the year on the band of the limits, and the range after the measures. Drawn without script.</summary>
static class VoltageDrawing
{
    internal static Html Draw(Voice voice, GridFigures grid)
    {
        var shown = grid.Voltages.Where(v => !double.IsNaN(v.LowestPu)).ToArray();
        var scale = new Scale(shown);
        var hasAfter = shown.Any(v => v.AfterPu is not null);
        return Html.Of($"""
            <ul class="legend volt-key"><li><i style="background:var(--hair)"></i>{voice["grid.limit"]}</li><li><i style="background:var(--accent)"></i>{voice["grid.key.within"]}</li><li><i style="background:var(--unserved)"></i>{voice["grid.key.outside"]}</li>{Html.If(hasAfter, () => Html.Of($"""<li><i style="background:var(--csp);height:3px"></i>{voice["grid.key.after"]}</li>"""))}</ul>
            <div class="volt" role="img" aria-label="{voice["grid.profile"]}">
            {shown.GroupBy(v => v.Kv).Select(level => Html.Of($"""<div class="r k"><span>{level.Key.ToString("0.###", CultureInfo.InvariantCulture)} kV</span><span></span><span class="n">pu</span></div>{level.Select(v => Row(voice, v, scale))}"""))}
            <div class="r"><span></span><div class="ax">{scale.Ticks.Select(t => Html.Of($"""<span style="left:{Html.Percent(scale.At(t))}">{t:0.00}</span>"""))}</div><span></span></div></div>
            """);
    }

    static Html Row(Voice voice, GridVoltage v, Scale scale)
    {
        var after = v.AfterPu is { Base: { } low } range && !double.IsNaN(low) ? Bar("aft", low, range.Plan, scale) : Html.None;
        return Html.Of($"""
            <div class="r{(v.IsOutside ? " out" : "")}"><span title="{voice.Say(v.Title)}">{voice.Say(v.Title)}</span><div class="a">{Bar("lim", v.MinPu, v.MaxPu, scale)}{Bar(v.IsOutside ? "rng out" : "rng", v.LowestPu, v.HighestPu, scale)}{after}</div><span class="n">{v.LowestPu:0.000} – {v.HighestPu:0.000}</span></div>

            """);
    }

    static Html Bar(string kind, double from, double to, Scale scale) => Html.Of(
        $"""<i class="{kind}" style="left:{Html.Percent(scale.At(from))};width:{Html.Percent(scale.At(to) - scale.At(from))}"></i>""");

    /// <summary>From voltages to places along the row; 1 pu in the middle.</summary>
    sealed class Scale
    {
        readonly double _half;

        internal Scale(GridVoltage[] shown)
        {
            var farthest = shown.SelectMany(v => new[] { 1 - v.LowestPu, v.HighestPu - 1 }).Append(0.1).Max();
            _half = Math.Ceiling(Math.Min(farthest, 0.5) * 20) / 20 + 0.01;
        }

        internal IEnumerable<double> Ticks
        {
            get
            {
                var step = _half > 0.25 ? 0.2 : _half > 0.12 ? 0.1 : 0.05;
                return Enumerable.Range(-4, 9).Select(i => 1 + (i * step)).Where(t => Math.Abs(t - 1) < _half);
            }
        }

        internal double At(double pu) => Math.Clamp(0.5 + ((pu - 1) / (2 * _half)), 0, 1);
    }
}
