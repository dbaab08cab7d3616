using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Capacities that come in whole modules.</summary>
/// <remarks>
/// Sets        m ∈ capacities built in modules
/// Parameters  size(m) of a module [MW or MWh]
/// Variables   n(m) = module_count, a whole number ≥ 0; z(m) the capacity
/// Source      PyPSA user guide, "Modular capacity expansion".
/// </remarks>
static class ModuleCounts
{
    internal static Variables? Add(LinearModel model, HourlyNetwork network) => network.Modules is not { } modules ? null
        : model.Variables("module_count", Index.Annual(modules.Name), 0, double.PositiveInfinity).AsIntegers();

    /// <summary>z(m) = size(m) n(m)</summary>
    internal static void Size(LinearModel model, HourlyNetwork network, PlanningVariables x)
    {
        if (network.Modules is { } modules && x.Modules is { } count)
        {
            model.Subject("module_size", Index.Annual(modules.Name), (m, _) =>
                GlobalLimits.Of(modules.Variable[m], x)[modules.Component[m]] == modules.Size[m] * count[m]);
        }
    }
}
