using System.Globalization;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;

namespace Suandian.Reports.Feeders;

/// <summary>How a branch is drawn.</summary>
/// <param name="Colour">Colour of its line.</param>
/// <param name="Width">Width, px.</param>
/// <param name="Title">What the pointer tells.</param>
readonly record struct BranchMark(string Colour, double Width, string Title);

/// <summary>How a bus is drawn.</summary>
/// <param name="Colour">Colour of its point.</param>
/// <param name="Radius">Radius, px.</param>
/// <param name="Title">What the pointer tells.</param>
/// <param name="IsNamed">True where its number is written even if not all are.</param>
readonly record struct BusMark(string Colour, double Radius, string Title, bool IsNamed);

/// <summary>A one-line diagram as SVG at the pixel width it is shown at.</summary>
/// <param name="grid">The grid.</param>
/// <param name="paths">Its ways from the slacks.</param>
sealed class OneLineDrawing(PowerGrid grid, FeederPaths paths)
{
    /// <summary>Numbers of all buses are written up to so many.</summary>
    internal const int MostNamed = 60;

    const double Left = 24, Right = 40, Least = 9, Most = 52, Usual = 460;

    readonly OneLineLayout _layout = new(grid, paths);

    /// <summary>Branches by mark; null where one is not drawn.</summary>
    internal required Func<int, BranchMark> Branch { get; init; }

    /// <summary>Buses by mark.</summary>
    internal required Func<int, BusMark> Bus { get; init; }

    /// <summary>Colours and what they mean.</summary>
    internal required LegendItem[] Legend { get; init; }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    internal required string Meaning { get; init; }

    /// <summary>Draws.</summary>
    internal Html Draw(double width)
    {
        var legend = new SvgLegend(Legend, width);
        var step = Math.Clamp(Usual / _layout.Rows, Least, Most);
        var (top, scale) = (legend.Height + 28, (width - Left - Right) / _layout.Columns);
        (double X, double Y) At(int bus) => (Left + scale * paths.Depth[bus], top + step * _layout.Row[bus]);
        var height = top + step * (_layout.Rows - 1) + 32;
        var isReached = (int bus) => paths.Depth[bus] >= 0;
        var branches = Enumerable.Range(0, grid.Branches.Count).Where(k => isReached(grid.Branches.From[k]) && isReached(grid.Branches.To[k])).ToArray();
        var others = branches.Where(k => !IsTree(k)).Select(k => Other(k, At(grid.Branches.From[k]), At(grid.Branches.To[k]), step));
        var tree = branches.Where(IsTree).Select(k => Tree(k, At));
        var dots = paths.Order.Select(b => Dot(b, At(b), scale, step));
        return Svg.Frame(width, height, Meaning, Html.Of($"{legend.Draw()}{others}{tree}{dots}"));
    }

    bool IsTree(int branch) => paths.Branch[grid.Branches.From[branch]] == branch || paths.Branch[grid.Branches.To[branch]] == branch;

    Html Tree(int k, Func<int, (double X, double Y)> at)
    {
        var (from, to) = paths.Branch[grid.Branches.To[k]] == k ? (at(grid.Branches.From[k]), at(grid.Branches.To[k])) : (at(grid.Branches.To[k]), at(grid.Branches.From[k]));
        var mark = Branch(k);
        var line = Html.Of($"""<path d="M{Svg.N(from.X)} {Svg.N(from.Y)}V{Svg.N(to.Y)}H{Svg.N(to.X)}" fill="none" stroke="{mark.Colour}" stroke-width="{Svg.N(mark.Width)}"><title>{mark.Title}</title></path>""");
        return IsTransformer(k) ? Html.All(line, Transformer((from.X + to.X) / 2, to.Y)) : line;
    }

    /// <summary>A branch that closes a loop, or is open: an arc aside of the tree.</summary>
    Html Other(int k, (double X, double Y) a, (double X, double Y) b, double step)
    {
        var mark = Branch(k);
        var bend = Math.Max(12, 0.6 * step);
        var dash = grid.Branches.InService[k] ? "none" : "4 3";
        return Html.Of($"""<path d="M{Svg.N(a.X)} {Svg.N(a.Y)}C{Svg.N(a.X + bend)} {Svg.N(a.Y + bend)} {Svg.N(b.X + bend)} {Svg.N(b.Y - bend)} {Svg.N(b.X)} {Svg.N(b.Y)}" fill="none" stroke="{mark.Colour}" stroke-width="{Svg.N(mark.Width)}" stroke-dasharray="{dash}" opacity="{(grid.Buses.Count > MostNamed && dash != "none" ? "0.6" : "1")}"><title>{mark.Title}</title></path>""");
    }

    Html Dot(int b, (double X, double Y) at, double scale, double step)
    {
        var mark = Bus(b);
        var shape = paths.Depth[b] == 0
            ? Html.Of($"""<rect x="{Svg.N(at.X - 6)}" y="{Svg.N(at.Y - 6)}" width="12" height="12" fill="{Svg.Ink}"><title>{mark.Title}</title></rect>""")
            : Html.Of($"""<circle cx="{Svg.N(at.X)}" cy="{Svg.N(at.Y)}" r="{Svg.N(mark.Radius)}" fill="{mark.Colour}" stroke="#fff" stroke-width="0.75"><title>{mark.Title}</title></circle>""");
        var number = grid.Buses.Number[b].ToString(CultureInfo.InvariantCulture);
        var every = (int)Math.Ceiling((7.0 * number.Length + 4) / scale);
        var hasRoom = grid.Buses.Count <= MostNamed && paths.Depth[b] % every == 0;
        return hasRoom || mark.IsNamed || paths.Depth[b] == 0
            ? Html.Of($"""{shape}<text x="{Svg.N(at.X)}" y="{Svg.N(at.Y - Math.Max(9, mark.Radius + 4))}" text-anchor="middle" font-size="{(step < 14 ? 10 : 12)}" fill="{Svg.Ink}" paint-order="stroke" stroke="#fff" stroke-width="3">{number}</text>""")
            : shape;
    }

    bool IsTransformer(int k)
    {
        double a = grid.Buses.BaseKv[grid.Branches.From[k]], b = grid.Buses.BaseKv[grid.Branches.To[k]];
        return a > 0 && b > 0 && Math.Abs(a - b) > 0.01 * Math.Max(a, b);
    }

    static Html Transformer(double x, double y) => Html.Of($"""<circle cx="{Svg.N(x - 3)}" cy="{Svg.N(y)}" r="5" fill="#fff" stroke="{Svg.Ink}"/><circle cx="{Svg.N(x + 3)}" cy="{Svg.N(y)}" r="5" fill="none" stroke="{Svg.Ink}"/>""");
}
