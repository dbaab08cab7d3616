using System.Globalization;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Reinforcement;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Cases.Feeder;

/// <summary>Where the measures of a catalogue may stand: branches and buses by their names, and what is generated and drawn there.</summary>
/// <param name="grid">The grid.</param>
/// <param name="hours">Its hours.</param>
sealed class MeasurePlaces(PowerGrid grid, FeederHours hours)
{
    const string Everywhere = "*";

    /// <summary>Branches or buses that the place of a row names; none, with a problem, where there are none or nothing there that the measure could work on.</summary>
    internal int[] Of(MeasureRow row, Measure type)
    {
        var place = row.Text("place") ?? "";
        if (type.IsAtBranch)
        {
            int[] used = [.. Enumerable.Range(0, grid.Branches.Count).Where(k => type.Kind == MeasureKind.CloseTie ? !grid.Branches.InService[k] : GridIslands.IsUsed(grid, k))];
            return Told(row, place == Everywhere ? used : [.. BranchNames.Find(grid, place).Intersect(used)]);
        }

        int[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => grid.Buses.Kind[b] is GridBusKind.Pq or GridBusKind.Pv)];
        int[] named = Told(row, place == Everywhere ? buses : [.. buses.Where(b => grid.Buses.Number[b].ToString(CultureInfo.InvariantCulture) == place)]);
        int[] suited = [.. named.Where(b => IsSuited(b, type.Kind))];
        if (suited.Length == 0 && named.Length > 0)
        {
            row.Problem(ProblemCode.MeasuresNothingThere, "place");
        }

        return suited;
    }

    /// <summary>The two buses of a new line, by index: of one base voltage and not joined by a branch; null, with a problem, where the place names no such two.</summary>
    internal (int From, int To)? Route(MeasureRow row)
    {
        var place = row.Text("place") ?? "";
        int[] ends = [.. place.Split('-').Select(end => Enumerable.Range(0, grid.Buses.Count).FirstOrDefault(b => grid.Buses.Number[b].ToString(CultureInfo.InvariantCulture) == end.Trim(), -1))];
        if (ends is [>= 0 and var from, >= 0 and var to] && from != to && grid.Buses.BaseKv[from] > 0 && Math.Abs(grid.Buses.BaseKv[from] - grid.Buses.BaseKv[to]) < 1e-9 && BranchNames.Find(grid, place).Length == 0)
        {
            return (from, to);
        }

        row.Problem(ProblemCode.MeasuresRoute, "place");
        return null;
    }

    /// <summary>Output of the generation of a bus, MW: that of the case, or the largest of all hours where that is more.</summary>
    internal double OutputMw(int bus) => Math.Max(Enumerable.Range(0, grid.Generators.Count).Where(g => grid.Generators.InService[g] && grid.Generators.Bus[g] == bus).Sum(g => grid.Generators.PowerMw[g]),
        Enumerable.Range(0, hours.Count).Max(h => hours.Injections.ActiveMw[bus * hours.Count + h] + hours.LoadMw[bus * hours.Count + h]));

    bool IsSuited(int bus, MeasureKind kind) => kind switch
    {
        MeasureKind.SmartInverter => OutputMw(bus) > 1e-9,
        MeasureKind.FlexibleCompute => Enumerable.Range(0, hours.Count).Any(h => hours.LoadMw[bus * hours.Count + h] > 0),
        _ => true,
    };

    static int[] Told(MeasureRow row, int[] found)
    {
        if (found.Length == 0)
        {
            row.Problem(ProblemCode.MeasuresPlace, "place");
        }

        return found;
    }
}
