using Suandian.Reports.Feeders;
using Suandian.Reports.Page;

namespace Suandian.Reports.Jobs;

/// <summary>A field of a picture with a linear axis each way.</summary>
/// <param name="left">Left edge, px.</param>
/// <param name="right">Right edge, px.</param>
/// <param name="room">Upper and lower edge, px.</param>
/// <param name="x">Least and largest value to the right.</param>
/// <param name="y">Least and largest value upwards.</param>
sealed class JobPlot(double left, double right, (double Top, double Bottom) room, (double Least, double Most) x, (double Least, double Most) y)
{
    /// <summary>Place of a value to the right, px.</summary>
    internal double X(double value) => left + (right - left) * Share(value, x);

    /// <summary>Height of a value, px from above.</summary>
    internal double Y(double value) => room.Bottom - (room.Bottom - room.Top) * Share(value, y);

    /// <summary>Lines across at round values, with their numbers.</summary>
    internal Html Across(int about, Func<double, string> words) => Html.All(Svg.Ticks(y.Least, y.Most, about).Select(v => Html.Of(
        $"""<line x1="{Svg.N(left)}" x2="{Svg.N(right)}" y1="{Svg.N(Y(v))}" y2="{Svg.N(Y(v))}" stroke="#ECEFF2"/><text x="{Svg.N(left - 6)}" y="{Svg.N(Y(v) + 4)}" text-anchor="end" fill="{Svg.Pale}">{words(v)}</text>""")));

    /// <summary>Numbers below.</summary>
    internal Html Below(IEnumerable<double> values, Func<double, string> words) => Html.All(values.Select(v => Html.Of(
        $"""<line x1="{Svg.N(X(v))}" x2="{Svg.N(X(v))}" y1="{Svg.N(room.Bottom)}" y2="{Svg.N(room.Bottom + 4)}" stroke="{Svg.None}"/><text x="{Svg.N(X(v))}" y="{Svg.N(room.Bottom + 17)}" text-anchor="{(X(v) > right - 16 ? "end" : X(v) < left + 8 ? "start" : "middle")}" fill="{Svg.Pale}">{words(v)}</text>"""))
        .Prepend(Html.Of($"""<line x1="{Svg.N(left)}" x2="{Svg.N(right)}" y1="{Svg.N(room.Bottom)}" y2="{Svg.N(room.Bottom)}" stroke="{Svg.None}"/>""")));

    /// <summary>What is measured to the right, below at the right end.</summary>
    internal Html Foot(string words) => Html.Of($"""<text x="{Svg.N(right)}" y="{Svg.N(room.Bottom + 34)}" text-anchor="end" fill="{Svg.Pale}">{words}</text>""");

    /// <summary>What is measured upwards, above the field.</summary>
    internal Html Head(string words) => Html.Of($"""<text x="4" y="{Svg.N(room.Top - 11)}" fill="{Svg.Pale}">{words}</text>""");

    /// <summary>Steps of equal width from a first value on, filled down to 0.</summary>
    internal Html Area(IReadOnlyList<double> values, (double From, double Width) at, string colour) =>
        Html.Of($"""<path d="M{Svg.N(X(at.From))} {Svg.N(Y(0))}{Steps(values, at, "V")}V{Svg.N(Y(0))}Z" fill="{colour}"/>""");

    /// <summary>Steps of equal width from a first value on, as a line.</summary>
    internal Html Line(IReadOnlyList<double> values, (double From, double Width) at, string colour) =>
        Html.Of($"""<path d="M{Svg.N(X(at.From))} {Svg.N(Y(Math.Min(values[0], y.Most)))}{Steps(values, at, "V")}" fill="none" stroke="{colour}" stroke-width="1.5"/>""");

    /// <summary>A level across.</summary>
    internal Html Level(double value, string colour) =>
        Html.Of($"""<line x1="{Svg.N(left)}" x2="{Svg.N(right)}" y1="{Svg.N(Y(value))}" y2="{Svg.N(Y(value))}" stroke="{colour}" stroke-dasharray="6 4"/>""");

    string Steps(IReadOnlyList<double> values, (double From, double Width) at, string down) =>
        string.Concat(values.Select((v, i) => $"{down}{Svg.N(Y(Math.Min(v, y.Most)))}H{Svg.N(X(Math.Min(x.Most, at.From + at.Width * (i + 1))))}"));

    static double Share(double value, (double Least, double Most) range) => range.Most > range.Least ? (value - range.Least) / (range.Most - range.Least) : 0;
}
