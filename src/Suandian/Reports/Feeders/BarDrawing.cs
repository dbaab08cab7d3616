using Suandian.Reports.Page;

namespace Suandian.Reports.Feeders;

/// <summary>A bar with its name and what is written behind it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Length, ≥ 0.</param>
/// <param name="Words">What is written behind it.</param>
/// <param name="Colour">Colour.</param>
readonly record struct Bar(string Name, double Value, string Words, string Colour);

/// <summary>Lying bars, one below the other.</summary>
/// <param name="meaning">What the picture shows, for those who do not see it.</param>
/// <param name="bars">The bars from above.</param>
sealed class BarDrawing(string meaning, Bar[] bars)
{
    const double Row = 22, Gap = 8;

    /// <summary>A value at which a line is drawn, and its name; null for none.</summary>
    internal (double Value, string Name)? Mark { get; init; }

    internal Html Draw(double width)
    {
        var head = Mark is null ? 8 : 24;
        var left = Math.Min(0.4 * width, 16 + bars.Select(b => Svg.WidthOf(b.Name)).Append(20).Max());
        var room = Math.Max(40, width - left - Gap - bars.Select(b => Svg.WidthOf(b.Words)).Append(20).Max() - 8);
        var most = Math.Max(1e-12, bars.Select(b => b.Value).Append(Mark?.Value ?? 0).Max());
        var rows = bars.Select((b, n) => Html.Of($"""<text x="{Svg.N(left - Gap)}" y="{Svg.N(head + Row * n + 14)}" text-anchor="end" fill="{Svg.Ink}">{b.Name}</text><rect x="{Svg.N(left)}" y="{Svg.N(head + Row * n + 3)}" width="{Svg.N(Math.Max(1, room * b.Value / most))}" height="14" fill="{b.Colour}"/><text x="{Svg.N(left + room * b.Value / most + Gap)}" y="{Svg.N(head + Row * n + 14)}" fill="{Svg.Ink}">{b.Words}</text>"""));
        var mark = Mark is not var (value, name) ? Html.None
            : Html.Of($"""<line x1="{Svg.N(left + room * value / most)}" x2="{Svg.N(left + room * value / most)}" y1="{Svg.N(head - 4)}" y2="{Svg.N(head + Row * bars.Length)}" stroke="{Svg.High}" stroke-dasharray="6 4"/><text x="{Svg.N(left + room * value / most)}" y="14" text-anchor="{(value > most / 2 ? "end" : "start")}" fill="{Svg.High}">{name}</text>""");
        return Svg.Frame(width, head + Row * bars.Length + 8, meaning, Html.Of($"{rows}{mark}"));
    }
}
