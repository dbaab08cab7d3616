using System.Globalization;
using Suandian.Reports.Page;

namespace Suandian.Reports.Feeders;

/// <summary>What pictures share: frame, numbers, colours. They stand in a page or alone.</summary>
static class Svg
{
    internal const string Ink = "#14202B", Pale = "#6B7781", Rule = "#D9DFE4", Low = "#2166AC", High = "#B2182B", Good = "#0B5563", Amber = "#D9822B", None = "#9AA4AD";

    const string Fonts = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

    /// <summary>A picture of a size, px; it shrinks with its page but does not grow.</summary>
    internal static Html Frame(double width, double height, string meaning, Html drawing) => Html.Of($"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {N(width)} {N(height)}" width="{N(width)}" style="max-width:100%;max-height:none;height:auto;display:block" font-family="{Fonts}" font-size="12" role="img" aria-label="{meaning}"><title>{meaning}</title><rect width="{N(width)}" height="{N(height)}" fill="#fff"/>{drawing}</svg>
        """);

    /// <summary>A coordinate.</summary>
    internal static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Room that a text takes in 12 px, px.</summary>
    internal static double WidthOf(string text) => text.Sum(c => c > 0x2E80 ? 12.5 : 6.8);

    /// <summary>Round steps of an axis: about so many from least to most.</summary>
    internal static double[] Ticks(double least, double most, int about)
    {
        var raw = (most - least) / Math.Max(1, about);
        if (!(raw > 0))
        {
            return [least];
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = (raw / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10.0 } * power;
        var first = Math.Ceiling(least / step - 1e-9);
        return [.. Enumerable.Range(0, (int)Math.Floor(most / step - first + 1e-9) + 1).Select(i => (first + i) * step)];
    }

    /// <summary>The same picture shown wide and on a phone.</summary>
    internal static Html Both(Func<double, Html> draw) => Html.Of($"""<div class="wideonly">{draw(1016)}</div><div class="narrowonly">{draw(343)}</div>""");
}

/// <summary>Colours and their meanings on one or more lines above a picture.</summary>
sealed class SvgLegend
{
    readonly List<(double X, double Y, LegendItem Item)> _items = [];

    internal SvgLegend(LegendItem[] items, double width)
    {
        var (x, y) = (8.0, 14.0);
        foreach (var item in items)
        {
            var room = Svg.WidthOf(item.Meaning) + 40;
            (x, y) = x + room > width && x > 8 ? (8, y + 20) : (x, y);
            _items.Add((x, y, item));
            x += room;
        }

        Height = y + 8;
    }

    /// <summary>Height, px.</summary>
    internal double Height { get; }

    internal Html Draw() => Html.All(_items.Select(i =>
    {
        var sign = i.Item.IsSquare
            ? Html.Of($"""<rect x="{Svg.N(i.X + 2)}" y="{Svg.N(i.Y - 10)}" width="11" height="11" fill="{i.Item.Colour}"/>""")
            : i.Item.IsPoint
            ? Html.Of($"""<circle cx="{Svg.N(i.X + 7)}" cy="{Svg.N(i.Y - 4)}" r="5" fill="{i.Item.Colour}"/>""")
            : Html.Of($"""<rect x="{Svg.N(i.X)}" y="{Svg.N(i.Y - 6)}" width="14" height="4" fill="{i.Item.Colour}"/>""");
        return Html.Of($"""{sign}<text x="{Svg.N(i.X + 20)}" y="{Svg.N(i.Y)}" fill="{Svg.Ink}">{i.Item.Meaning}</text>""");
    }));
}

/// <summary>A colour and what it means.</summary>
/// <param name="Colour">Colour.</param>
/// <param name="Meaning">Words.</param>
/// <param name="IsPoint">True for buses, false for lines.</param>
readonly record struct LegendItem(string Colour, string Meaning, bool IsPoint)
{
    /// <summary>True for the supply, which is drawn as a square.</summary>
    internal bool IsSquare { get; init; }
}
