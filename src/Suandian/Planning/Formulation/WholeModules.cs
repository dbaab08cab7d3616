using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Capacities that come in whole modules.</summary>
/// <remarks>
/// Sets        m ∈ capacities with a module size whose largest value is above what stands beside the modules
/// Parameters  size(m) of a module, base(m) what stands beside the modules, max(m) [MW or MWh]
/// Variables   n(m) = module_count, a whole number, 0 ≤ n ≤ (max − base) / size rounded down; z(m) the capacity
/// Nothing is written where no capacity has modules; with them the problem is a mixed-integer one.
/// Source      PyPSA user guide, "Modular capacity expansion" (there base = 0).
/// </remarks>
static class WholeModules
{
    /// <summary>z(m) − size(m) n(m) = base(m)</summary>
    internal static void Add(LinearModel model, HourlyNetwork network, PlanningVariables x, bool isWhole)
    {
        if (!isWhole || network.Modules is not { } modules)
        {
            return;
        }

        double Most(int m) => model.ColumnUpper[GlobalLimits.Of(modules.Variable[m], x).Column(modules.Component[m], 0)] - modules.Base[m];
        var members = Index.Annual(modules.Name, m => Most(m) > 0);
        var count = model.Variables("module_count", members, 0, (m, _) => Math.Floor(Most(m) / modules.Size[m] + 1e-9)).AsIntegers();
        model.Subject("module_balance", members, (m, _) =>
            GlobalLimits.Of(modules.Variable[m], x)[modules.Component[m]] - modules.Size[m] * count[m] == modules.Base[m]);
    }
}
