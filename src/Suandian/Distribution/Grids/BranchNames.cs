using System.Globalization;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Grids;

/// <summary>Names of branches by the numbers of their buses: 7-8, and 7-8#1, 7-8#2 where several lie in parallel.</summary>
public static class BranchNames
{
    const char Among = '#';

    /// <summary>Name of a branch.</summary>
    public static string Of(PowerGrid grid, int branch)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var (from, to) = (grid.Branches.From[branch], grid.Branches.To[branch]);
        var (count, place) = (0, 0);
        for (var k = 0; k < grid.Branches.Count; k++)
        {
            count += Joins(grid, k, (from, to)) ? 1 : 0;
            place = k == branch ? count : place;
        }

        var pair = string.Create(CultureInfo.InvariantCulture, $"{grid.Buses.Number[from]}-{grid.Buses.Number[to]}");
        return count == 1 ? pair : string.Create(CultureInfo.InvariantCulture, $"{pair}{Among}{place}");
    }

    /// <summary>Name of a branch with the names of its ends as people say them, where buses have names.</summary>
    public static Text Title(PowerGrid grid, int branch) => Title(Of(grid, branch), grid, (grid.Branches.From[branch], grid.Branches.To[branch]));

    /// <summary>A name followed by the names of two buses as people say them, where buses have names.</summary>
    public static Text Title(string name, PowerGrid grid, (int From, int To) ends)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var (buses, from, to) = (grid.Buses, ends.From, ends.To);
        return buses.Titles.Length > 0 ? new Text($"{name} {buses.Titles[from].Zh}—{buses.Titles[to].Zh}", $"{name} {buses.Titles[from].En} – {buses.Titles[to].En}")
            : buses.Names.Length > 0 ? new Text($"{name} {buses.Names[from]}—{buses.Names[to]}", $"{name} {buses.Names[from]} – {buses.Names[to]}") : new Text(name, name);
    }

    /// <summary>Titles of some branches in a row; a dash for none.</summary>
    public static Text Titles(PowerGrid grid, IReadOnlyCollection<int> branches)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(branches);
        var isNamed = grid.Buses.Titles.Length + grid.Buses.Names.Length > 0;
        string List(Language language, string between) => branches.Count == 0 ? "–" : string.Join(isNamed ? between : " ", branches.Select(k => Title(grid, k).In(language)));
        return new Text(List(Language.Zh, "、"), List(Language.En, "; "));
    }

    /// <summary>Branches of a name, the buses in either order; without a number all of several in parallel. Empty where there is none.</summary>
    public static int[] Find(PowerGrid grid, string name)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return Parts(name) is not var (a, b, place) ? []
            : Enumerable.Range(0, grid.Branches.Count).Where(k => (grid.Buses.Number[grid.Branches.From[k]], grid.Buses.Number[grid.Branches.To[k]]) is var ends && (ends == (a, b) || ends == (b, a))).ToArray() is var all
                && place == 0 ? all : [.. all.Skip(place - 1).Take(1)];
    }

    /// <summary>True where a text has the form of a name.</summary>
    public static bool IsName(string name) => Parts(name) is not null;

    static bool Joins(PowerGrid grid, int k, (int A, int B) ends) => (grid.Branches.From[k], grid.Branches.To[k]) is var (from, to) && (((from, to) == ends) || ((to, from) == ends));

    static (int A, int B, int Place)? Parts(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (sides, place) = (name.Trim().Split(Among), 0);
        return sides.Length <= 2 && (sides.Length == 1 || (int.TryParse(sides[1], NumberStyles.None, CultureInfo.InvariantCulture, out place) && place > 0))
            && sides[0].Split('-') is [var a, var b] && int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? (from, to, place) : null;
    }
}
