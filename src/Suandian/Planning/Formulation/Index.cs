using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Members of blocks, named as their components.</summary>
static class Index
{
    /// <summary>One member per component for the year.</summary>
    internal static Members Annual(string[] names, Func<int, bool>? where = null) =>
        Members.Annual(names.Length) with { Names = names, Where = where is null ? null : (i, _) => where(i) };

    /// <summary>One member per component and snapshot.</summary>
    internal static Members Hourly(string[] names, Snapshots snapshots, Func<int, int, bool>? where = null) =>
        new(names.Length, snapshots.Count) { Names = names, Where = where };

    /// <summary>Indices 0 … count − 1 that meet a condition.</summary>
    internal static int[] Where(int count, Func<int, bool> condition) => [.. Enumerable.Range(0, count).Where(condition)];
}
