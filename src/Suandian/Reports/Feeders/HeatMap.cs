using System.Globalization;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;
using Suandian.Texts;

namespace Suandian.Reports.Feeders;

/// <summary>Voltages of all buses and hours as a map of colours: hours to the right, buses downwards in the order of the feeder.</summary>
/// <remarks>Where the hours are many, a column holds whole days and shows the voltage farthest from nominal.</remarks>
/// <param name="grid">The grid.</param>
/// <param name="hours">Its hours.</param>
/// <param name="year">Their flows.</param>
/// <param name="voice">How it speaks.</param>
sealed class HeatMap(PowerGrid grid, FeederHours hours, FeederYearSolution year, Voice voice)
{
    const int MostColumns = 400, HoursOfDay = 24, Colours = 101;

    const double Left = 44, Right = 16;

    /// <summary>Deviation at the ends of the colours, pu: that of the standard up to 20 kV.</summary>
    const double End = 0.07;

    internal Html Draw(double width)
    {
        var span = hours.Count <= MostColumns ? 1 : HoursOfDay * (int)Math.Ceiling(hours.Count / (double)(HoursOfDay * MostColumns));
        var columns = (hours.Count + span - 1) / span;
        var (top, inside, tall) = (54.0, width - Left - Right, Math.Clamp(2.0 * year.Paths.Order.Length, 180, 560));
        var image = Convert.ToBase64String(PalettePng.Write(columns, year.Paths.Order.Length, Cells(columns, span), [.. Enumerable.Range(0, Colours).Select(i => Colour(i / 50.0 - 1)), (201, 208, 214)]));
        var ramp = Html.All(Enumerable.Range(0, 41).Select(i => Html.Of($"""<rect x="{Svg.N(Left + 4 * i)}" y="6" width="4.5" height="10" fill="{Hex(Colour(i / 20.0 - 1))}"/>""")));
        var scale = Html.Of($"""{ramp}<text x="{Svg.N(Left - 4)}" y="15" text-anchor="end" fill="{Svg.Ink}">−7%</text><text x="{Svg.N(Left + 170)}" y="15" fill="{Svg.Ink}">+7%</text><text x="{Svg.N(width < 500 ? 4 : Left + 210)}" y="{(width < 500 ? 34 : 15)}" fill="{Svg.Pale}">{Say(span == 1 ? "heat_hour" : span == HoursOfDay ? "heat_day" : "heat_days", ("days", span / HoursOfDay))}</text>""");
        var picture = Html.Of($"""<image x="{Svg.N(Left)}" y="{Svg.N(top)}" width="{Svg.N(inside)}" height="{Svg.N(tall)}" preserveAspectRatio="none" style="image-rendering:pixelated" href="data:image/png;base64,{image}"/><rect x="{Svg.N(Left)}" y="{Svg.N(top)}" width="{Svg.N(inside)}" height="{Svg.N(tall)}" fill="none" stroke="{Svg.Rule}"/>""");
        var rows = Rows((top, tall));
        double[] marks = hours.Count == 1 ? [0] : Svg.Ticks(0, hours.Count - 1, width < 500 ? 3 : 8);
        var ticks = marks.Where(h => h == Math.Floor(h)).Select(h => Html.Of($"""<text x="{Svg.N(Left + inside * (h + 0.5) / hours.Count)}" y="{Svg.N(top + tall + 16)}" text-anchor="middle" fill="{Svg.Pale}">{(hours.Year is null ? hours.Title((int)h) : hours.Title((int)h)[..5])}</text>"""));
        var foot = Html.Of($"""<text x="{Svg.N(width - Right)}" y="{Svg.N(top + tall + 32)}" text-anchor="end" fill="{Svg.Pale}">{Say("hour_axis")}</text><text x="4" y="{Svg.N(top - 6)}" fill="{Svg.Pale}">{Say("bus_axis")}</text>""");
        return Svg.Frame(width, top + tall + 40, Say("heat"), Html.Of($"{scale}{picture}{rows}{ticks}{foot}"));
    }

    IEnumerable<Html> Rows((double Top, double Tall) at)
    {
        var count = year.Paths.Order.Length;
        var step = Math.Max(1, (int)Math.Ceiling(count * 16 / at.Tall));
        for (var i = 0; i < count; i += step)
        {
            yield return Html.Of($"""<text x="{Svg.N(Left - 6)}" y="{Svg.N(at.Top + at.Tall * (i + 0.5) / count + 4)}" text-anchor="end" font-size="10" fill="{Svg.Pale}">{grid.Buses.Number[year.Paths.Order[i]].ToString(CultureInfo.InvariantCulture)}</text>""");
        }
    }

    byte[] Cells(int columns, int span)
    {
        var cells = new byte[columns * year.Paths.Order.Length];
        for (var r = 0; r < year.Paths.Order.Length; r++)
        {
            var row = year.Paths.Order[r] * hours.Count;
            for (var c = 0; c < columns; c++)
            {
                var far = double.NaN;
                for (var h = c * span; h < Math.Min(hours.Count, (c + 1) * span); h++)
                {
                    var deviation = year.Flow.VoltagePu[row + h] - 1;
                    far = double.IsNaN(far) || Math.Abs(deviation) > Math.Abs(far) ? deviation : far;
                }

                cells[r * columns + c] = double.IsNaN(far) ? (byte)Colours : (byte)Math.Round(50 * (1 + Math.Clamp(far / End, -1, 1)));
            }
        }

        return cells;
    }

    /// <summary>Blue below, white at, red above nominal; −1 … 1.</summary>
    static (byte R, byte G, byte B) Colour(double x)
    {
        (double R, double G, double B) end = x < 0 ? (33, 102, 172) : (178, 24, 43);
        byte Mix(double to) => (byte)Math.Round(247 + (to - 247) * Math.Abs(x));
        return (Mix(end.R), Mix(end.G), Mix(end.B));
    }

    static string Hex((byte R, byte G, byte B) c) => $"#{c.R:X2}{c.G:X2}{c.B:X2}";

    string Say(string key, params ReadOnlySpan<(string Name, object? Value)> places) => voice.Say(Phrases.Of("feeder." + key, places));
}
