using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Suandian.Cases;
using Suandian.Distribution.Grids;
using Suandian.PowerFlow;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Grids;

/// <summary>What the commands of a feeder are asked: numbers, lists of branches, numbers by bus.</summary>
static class FeederOptions
{
    /// <summary>An option with a number; another one is wrong usage.</summary>
    internal static Option<double?> Number(Door door, string name, string help, NumberRange range) =>
        door.Option<double?>(name, help, Key(name), range);

    /// <summary>An option with a text of a form; another one is wrong usage.</summary>
    internal static Option<string?> Words(Door door, string name, string help, Predicate<string> isGood) =>
        door.Option<string?>(name, help, Key(name), text => isGood(text!));

    /// <summary>An option with a number of a range, one for all or a list BUS=NUMBER,…; another one is wrong usage.</summary>
    internal static Option<string?> ByBus(Door door, string name, string help, NumberRange range)
    {
        var option = Words(door, name, help, text => ByBus(text) is { } numbers && numbers.Values.All(range.Holds));
        door.Ranges.Add(option, range);
        return option;
    }

    static string Key(string name) => "cli.option.feeder_" + name[2..].Replace('-', '_');

    /// <summary>True where a text is a list of branches, 7-8,9-10.</summary>
    internal static bool IsBranches(string text) => Array.TrueForAll(text.Split(','), BranchNames.IsName);

    /// <summary>The branches of a list, by the numbers of their buses in either order; of several in parallel all, or by #1, #2.</summary>
    internal static (bool[] Named, ImmutableArray<Problem> Problems) Branches(PowerGrid grid, string file, string text)
    {
        var (named, problems) = (new bool[grid.Branches.Count], ImmutableArray.CreateBuilder<Problem>());
        foreach (var name in text.Split(','))
        {
            int[] found = BranchNames.Find(grid, name);
            foreach (var k in found)
            {
                named[k] = true;
            }

            if (found.Length == 0)
            {
                problems.Add(Problem(ProblemCode.FeederBranchUnknown, file, "branch", name.Trim()));
            }
        }

        return (named, problems.ToImmutable());
    }

    /// <summary>Numbers by bus; bus 0 stands for all. Null where the text is no such list.</summary>
    internal static Dictionary<int, double>? ByBus(string text)
    {
        var numbers = new Dictionary<int, double>();
        foreach (var part in text.Split(','))
        {
            var (place, sides) = (0, part.Split('='));
            var isGood = double.TryParse(sides[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0 && double.IsFinite(value)
                && (sides.Length == 1 || (sides.Length == 2 && int.TryParse(sides[0], NumberStyles.None, CultureInfo.InvariantCulture, out place) && place > 0));
            if (!isGood || !numbers.TryAdd(place, value))
            {
                return null;
            }
        }

        return numbers;
    }

    /// <summary>A problem whose sentences have no places.</summary>
    internal static Problem Problem(string code, string file, string? column, string? value) => new(
        code, Severity.Error, file, null, column, value, Phrases.Of($"check.{code}.expected"), Phrases.Of($"check.{code}.remedy"));

    /// <summary>Name of a branch by the numbers of its buses.</summary>
    internal static string Branch(PowerGrid grid, int k) => BranchNames.Of(grid, k);

    /// <summary>Number of a bus.</summary>
    internal static string Bus(PowerGrid grid, int bus) => grid.Buses.Number[bus].ToString(CultureInfo.InvariantCulture);
}
