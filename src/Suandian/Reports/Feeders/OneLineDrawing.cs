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

    /// <summary>Distance of circuits side by side, px.</summary>
    const double Spacing = 5;

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
        var lines = branches.GroupBy(Ends).Select(together => Together([.. together.OrderByDescending(IsTree).ThenBy(k => k)], At, (scale, step)));
        var dots = paths.Order.Select(b => Dot(b, At(b), scale, step));
        return Svg.Frame(width, height, Meaning, Html.Of($"{legend.Draw()}{lines}{dots}"));
    }

    bool IsTree(int branch) => paths.Branch[grid.Branches.From[branch]] == branch || paths.Branch[grid.Branches.To[branch]] == branch;

    (int, int) Ends(int branch) => (Math.Min(grid.Branches.From[branch], grid.Branches.To[branch]), Math.Max(grid.Branches.From[branch], grid.Branches.To[branch]));

    /// <summary>Branches between the same two buses: side by side along the way of the tree, or aside of it where they close a loop or are open.</summary>
    Html Together(int[] branches, Func<int, (double X, double Y)> at, (double Scale, double Step) room)
    {
        var (near, far, first) = (at(grid.Branches.From[branches[0]]), at(grid.Branches.To[branches[0]]), branches[0]);
        if (!IsTree(first))
        {
            return Html.All(branches.Select((k, i) => Line(k, Aside(near, far, room, Shift(i)))));
        }

        (near, far) = paths.Branch[grid.Branches.To[first]] == first ? (near, far) : (far, near);
        string Way(double shift) => $"M{Svg.N(near.X - shift)} {Svg.N(near.Y)}V{Svg.N(far.Y + shift)}H{Svg.N(far.X)}";
        var lines = Html.All(branches.Select((k, i) => Line(k, Way(Shift(i)))).Reverse());
        return IsTransformer(first) ? Html.All(lines, Transformer((near.X + far.X) / 2, far.Y)) : lines;
    }

    /// <summary>0, then to both sides in turn, px.</summary>
    static double Shift(int place) => (place % 2 == 1 ? 1 : -1) * ((place + 1) / 2) * Spacing;

    /// <summary>From the lower bus below its row to the column of the upper one, and up beside it.</summary>
    static string Aside((double X, double Y) a, (double X, double Y) b, (double Scale, double Step) room, double shift)
    {
        var (low, high) = a.Y > b.Y || (a.Y == b.Y && a.X < b.X) ? (a, b) : (b, a);
        var (gap, below) = (Math.Min(14, 0.4 * room.Scale), (0.4 * room.Step) + shift);
        var column = high.X + (low.X < high.X ? -gap : gap) + shift;
        if (low.X == high.X)
        {
            return $"M{Svg.N(low.X)} {Svg.N(low.Y)}L{Svg.N(column)} {Svg.N(low.Y - below)}V{Svg.N(high.Y + below)}L{Svg.N(high.X)} {Svg.N(high.Y)}";
        }

        var start = low.X + (Math.Sign(column - low.X) * Math.Min(gap, Math.Abs(column - low.X)));
        return $"M{Svg.N(low.X)} {Svg.N(low.Y)}L{Svg.N(start)} {Svg.N(low.Y + below)}H{Svg.N(column)}V{Svg.N(high.Y + below)}L{Svg.N(high.X)} {Svg.N(high.Y)}";
    }

    Html Line(int k, string way)
    {
        var (mark, dash) = (Branch(k), grid.Branches.InService[k] ? "none" : "4 3");
        return Html.Of($"""<path d="{way}" fill="none" stroke="{mark.Colour}" stroke-width="{Svg.N(mark.Width)}" stroke-linejoin="round" stroke-dasharray="{dash}" opacity="{(grid.Buses.Count > MostNamed && dash != "none" ? "0.6" : "1")}"><title>{mark.Title}</title></path>""");
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
