using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Tables;

static partial class ReportTables
{
    /// <summary>Units that are on or off; no table where there are none.</summary>
    static ImmutableArray<ReportTable> Units(Study study)
    {
        if (study.Network.Commitments is not { } units)
        {
            return [];
        }

        var (network, on, weight, names) = (study.Network, study.Plan.UnitOn, study.Network.Snapshots.WeightH, new CaseNames(study.Case));
        string Table(int u) => units.IsLink[u] ? "links" : "generators";
        double Hours(int u) => Enumerable.Range(0, weight.Length).Sum(t => weight[t] * UnitStates.On(network, on, u, t));
        double Starts(int u) => UnitStates.Changes(network, on, u).Starts.Select((s, t) => units.IsCyclic ? weight[t] * s : s).Sum();
        return
        [
            new TableOf<int>("units", [.. Enumerable.Range(0, units.Count)])
                .Word("table", Table)
                .Word("name", u => units.Name[u])
                .Both("title", u => names.TitleOf(Table(u), units.Name[u]))
                .Number("capacity_mw", u => (units.IsLink[u] ? study.Plan.LinkCapacityMw : study.Plan.GeneratorCapacityMw)[units.Component[u]])
                .Number("machine_mw", u => units.MachineMw[u])
                .Number("hours_on", u => Hours(u))
                .Number("starts", u => Starts(u))
                .Number("starts_yuan", u => UnitStates.CostYuan(network, on, u))
                .Table(),
        ];
    }
}
