using System.Globalization;
using Suandian.Reports.Feeders;
using Suandian.Reports.Page;

namespace Suandian.Reports.Jobs;

/// <summary>Fields one below the other on one scale of time and one of values.</summary>
/// <param name="meaning">What the picture shows, for those who do not see it.</param>
/// <param name="time">Scale, length of a piece in s, and what is measured to the right.</param>
/// <param name="legend">Colours and their meanings.</param>
sealed class FieldStack(string meaning, (TimeScale Scale, double PieceS, string Foot) time, LegendItem[] legend)
{
    const double Left = 64, Right = 16, Field = 84, Gap = 34, Foot = 44, Room = 1.08;

    /// <summary>A level across every field; 0 for none.</summary>
    internal double Level { get; init; }

    /// <summary>How far above areas and level lines are still shown, as a share of these; by default not.</summary>
    internal double LinesAbove { get; init; }

    /// <summary>What is measured upwards; empty where the heading tells.</summary>
    internal string Unit { get; init; } = "";

    /// <summary>The picture.</summary>
    internal Html Draw(double width, JobField[] fields)
    {
        var colours = new SvgLegend(legend, width);
        var held = Math.Max(1e-9, fields.SelectMany(f => f.Areas.Select(a => a.Values.Max())).Append(Level).Max());
        var most = Room * Math.Max(held, Math.Min((1 + LinesAbove) * held, fields.SelectMany(f => f.Lines.Select(l => l.Values.Max())).DefaultIfEmpty().Max()));
        var (scale, at) = (time.Scale, (time.Scale.FromS, time.PieceS));
        var drawn = fields.Select((field, i) =>
        {
            var top = colours.Height + Gap + i * (Field + Gap);
            var plot = new JobPlot(Left, width - Right, (top, top + Field), (scale.FromS, scale.ToS), (0, most));
            var isLast = i == fields.Length - 1;
            return Html.Of($"""
                <text x="{Svg.N(Left)}" y="{Svg.N(top - 8)}" font-weight="700" fill="{Svg.Ink}">{field.Name}</text>{plot.Across(3, v => v.ToString("0.###", CultureInfo.InvariantCulture))}{field.Areas.Select(a => plot.Area(a.Values, at, a.Colour))}
                {field.Lines.Select(l => plot.Line(l.Values, at, l.Colour))}{Html.If(Level > 0, () => plot.Level(Level, Svg.High))}{plot.Below(isLast ? scale.Ticks(width) : [], scale.Words)}{Html.If(isLast, () => plot.Foot(time.Foot))}
                """);
        });
        var unit = Html.If(Unit.Length > 0, () => Html.Of($"""<text x="4" y="{Svg.N(colours.Height + Gap - 8)}" fill="{Svg.Pale}">{Unit}</text>"""));
        return Svg.Frame(width, colours.Height + Gap + fields.Length * (Field + Gap) - Gap + Foot, meaning, Html.Of($"{colours.Draw()}{unit}{drawn}"));
    }
}

/// <summary>One field: areas from below, the first one hindmost, and lines.</summary>
/// <param name="Name">What stands above it.</param>
/// <param name="Areas">Values of the pieces of time, and colour.</param>
/// <param name="Lines">Values of the pieces of time, and colour; what is above the scale is drawn at its edge.</param>
sealed record JobField(string Name, (double[] Values, string Colour)[] Areas, (double[] Values, string Colour)[] Lines);
