using System.Globalization;

namespace Suandian.Weather;

/// <summary>Checks of option values.</summary>
static class OptionRange
{
    internal static void Check(List<Text> problems, string name, double value, double least, double greatest)
    {
        if (value >= least && value <= greatest)
            return;
        string shown = string.Create(CultureInfo.InvariantCulture, $"{value}"),
            range = string.Create(CultureInfo.InvariantCulture, $"{least} … {greatest}");
        problems.Add(new Text($"{name} 为 {shown}，应在 {range} 之间", $"{name} is {shown}, expected {range}"));
    }

    /// <summary>Throws where options are out of range: the caller should have asked for the problems first.</summary>
    internal static void Require(IReadOnlyList<Text> problems, string parameter)
    {
        if (problems.Count > 0)
            throw new ArgumentException(string.Join("; ", problems.Select(p => p.En)), parameter);
    }
}
