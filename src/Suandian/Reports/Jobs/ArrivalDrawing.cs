using System.Globalization;
using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Texts;

namespace Suandian.Reports.Jobs;

/// <summary>Arrivals by hour of the week as a map of colours, days downwards; or by hour of the day where the trace does not tell its clock, as one row.</summary>
/// <param name="counts">Arrivals. Shape [168] or [24].</param>
/// <param name="voice">How it speaks.</param>
sealed class ArrivalDrawing(IReadOnlyList<int> counts, Voice voice)
{
    const int HoursOfDay = 24;
    const double Right = 8, Row = 26, Top = 34;

    internal Html Draw(double width)
    {
        var days = counts.Count / HoursOfDay;
        var left = days == 1 ? 8.0 : 48.0;
        var (cell, most) = ((width - left - Right) / HoursOfDay, Math.Max(1, counts.Max()));
        var cells = counts.Select((count, i) => Html.Of($"""<rect x="{Svg.N(left + cell * (i % HoursOfDay))}" y="{Svg.N(Top + Row * (i / HoursOfDay))}" width="{Svg.N(cell - 1)}" height="{Svg.N(Row - 1)}" fill="{Ramp.Hex((double)count / most)}"><title>{count}</title></rect>"""));
        var names = days == 1 ? [] : Enumerable.Range(0, days).Select(day => Html.Of($"""<text x="{Svg.N(left - 8)}" y="{Svg.N(Top + Row * day + 17)}" text-anchor="end" fill="{Svg.Ink}">{voice.Say(Phrases.Of($"jobs.weekday_{day}"))}</text>"""));
        var hours = Enumerable.Range(0, HoursOfDay).Where(h => h % (width < 500 ? 6 : 3) == 0).Select(h => Html.Of($"""<text x="{Svg.N(left + cell * h)}" y="{Svg.N(Top + Row * days + 16)}" fill="{Svg.Pale}">{h.ToString(CultureInfo.InvariantCulture)}</text>"""));
        var ramp = Enumerable.Range(0, 21).Select(i => Html.Of($"""<rect x="{Svg.N(left + 5 * i)}" y="6" width="5.5" height="10" fill="{Ramp.Hex(i / 20.0)}"/>"""));
        var scale = Html.Of($"""{ramp}<text x="{Svg.N(left + 114)}" y="15" fill="{Svg.Pale}">{voice.Say(Phrases.Of("jobs.arrival_scale", ("most", most)))}</text>""");
        return Svg.Frame(width, Top + Row * days + 26, voice.Say(Phrases.Of("jobs.arrivals")), Html.Of($"{scale}{cells}{names}{hours}"));
    }
}
