using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Capacities that are built in whole modules.</summary>
/// <remarks>
/// Sets        i ∈ generators, storage units (power), links, lines, clusters that may be built and have a module size
/// Parameters  existing(i), max(i), module(i) [MW]
/// Variables   n(i) = module_count, whole, 0 ≤ n ≤ (max − existing) / module rounded down
/// Nothing is written where no capacity has modules; with them the problem is a mixed-integer one.
/// </remarks>
static class Modules
{
    /// <summary>z(i) − module(i) n(i) = existing(i)</summary>
    internal static void Add(LinearModel model, HourlyNetwork network, PlanningVariables x, bool isWhole)
    {
        Module[] modules = isWhole ? [.. Of(network, x)] : [];
        if (modules.Length == 0)
        {
            return;
        }

        var members = Index.Annual([.. modules.Select(m => m.Name)]);
        var count = model.Variables("module_count", members, 0, (i, _) => Math.Floor((modules[i].Max - modules[i].Existing) / modules[i].Size + 1e-9)).AsIntegers();
        model.Subject("module_balance", members, (i, _) =>
            modules[i].Capacity[modules[i].Component] - modules[i].Size * count[i] == modules[i].Existing);
    }

    static IEnumerable<Module> Of(HourlyNetwork n, PlanningVariables x)
    {
        var (g, s, l, a, c) = (n.Generators, n.StorageUnits, n.Links, n.Lines, n.Clusters);
        return
        [
            .. Each(g.Name, g.ModuleMw, (g.ExistingMw, g.MaxMw), x.Generators.Capacity),
            .. Each(s.Name, s.ModuleMw, (s.ExistingMw, s.MaxMw), x.Storage.Power),
            .. Each(l.Name, l.ModuleMw, (l.ExistingMw, l.MaxMw), x.Links.Capacity),
            .. Each(a.Name, a.ModuleMw, (a.ExistingMw, a.MaxMw), x.Lines.Capacity),
            .. Each(c.Name, c.ModuleMw, (c.ExistingItMw, c.MaxItMw), x.Computing.Capacity),
        ];
    }

    static IEnumerable<Module> Each(string[] name, double[]? size, (double[] Existing, double[] Max) range, Variables capacity) =>
        Enumerable.Range(0, size is null ? 0 : name.Length).Where(i => size![i] > 0 && range.Max[i] > range.Existing[i])
            .Select(i => new Module(name[i], capacity, i, size![i], range.Existing[i], range.Max[i]));

    sealed record Module(string Name, Variables Capacity, int Component, double Size, double Existing, double Max);
}
