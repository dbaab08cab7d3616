using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

/// <summary>Capacities that come in whole modules.</summary>
/// <remarks>
/// Sets        m ∈ capacities built in modules
/// Parameters  size(m) of a module [MW or MWh]
/// Variables   n(m) = whole_count, a whole number ≥ 0; z(m) the capacity
/// Source      PyPSA user guide, "Modular capacity expansion".
/// </remarks>
static class WholeSizeRows
{
    internal static Variables? Add(LinearModel model, HourlyNetwork network) => network.WholeSizes is not { } modules ? null
        : model.Variables("whole_count", Index.Annual(modules.Name), 0, double.PositiveInfinity).AsIntegers();

    /// <summary>z(m) = size(m) n(m)</summary>
    internal static void Size(LinearModel model, HourlyNetwork network, PlanningVariables x)
    {
        if (network.WholeSizes is { } modules && x.WholeSizes is { } count)
        {
            model.Subject("whole_size", Index.Annual(modules.Name), (m, _) =>
                GlobalLimits.Of(modules.Variable[m], x)[modules.Component[m]] == modules.Size[m] * count[m]);
        }
    }
}
