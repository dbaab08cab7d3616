using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Formulation;

namespace Suandian.Planning;

/// <summary>One side of a sum over many hours or components that an imported network limits, and the stretch by which it may be missed.</summary>
/// <param name="Table">Table, PyPSA's list name.</param>
/// <param name="Name">Name in that table.</param>
/// <param name="Column">Column that holds the limit.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="IsLeast">True where the sum may not be less, false where it may not be more.</param>
/// <param name="Row">Row of the linear problem.</param>
/// <param name="Stretch">By how much it is missed.</param>
sealed record ElasticSum(string Table, string Name, string Column, double Limit, string Unit, bool IsLeast, int Row, int Stretch)
{
    /// <summary>All sums: global constraints and the energy of generators.</summary>
    internal static IEnumerable<ElasticSum> Of(HourlyNetwork network, PlanningModel model, ElasticModel elastic, double cost)
    {
        foreach (var group in network.GlobalLimits.GroupBy(limit => limit.Kind))
        {
            var row = Block(model, GlobalLimits.RowName(group.Key)).First;
            foreach (var limit in group)
            {
                bool[] sides = limit.Sense switch { LimitSense.AtMost => [false], LimitSense.AtLeast => [true], _ => [true, false] };
                foreach (var isLeast in sides)
                {
                    yield return Side(("global_constraints", limit.Name, "constant", limit.Constant, UnitOf(limit.Kind)), isLeast, row, (elastic, cost));
                }

                row++;
            }
        }

        var generators = network.Generators;
        for (var g = 0; g < generators.Count && generators is { EnergyMinMwh: { } least, EnergyMaxMwh: { } most }; g++)
        {
            foreach (var (limit, isLeast) in new[] { (least[g], true), (most[g], false) }.Where(side => double.IsFinite(side.Item1)))
            {
                var block = Block(model, "generator_energy");
                var row = Enumerable.Range(block.First, block.Length).First(r => block.Component(r) == g);
                yield return Side(("generators", generators.Name[g], isLeast ? "e_sum_min" : "e_sum_max", limit, "MWh"), isLeast, row, (elastic, cost));
            }
        }
    }

    static ElasticSum Side(
        (string Table, string Name, string Column, double Limit, string Unit) of, bool isLeast, int row, (ElasticModel Model, double Cost) elastic)
    {
        var stretch = elastic.Model.Add(elastic.Cost);
        elastic.Model.Into(row, stretch, isLeast ? 1 : -1);
        return new(of.Table, of.Name, of.Column, of.Limit, of.Unit, isLeast, row, stretch);
    }

    static Block Block(PlanningModel model, string name) => model.Linear.ConstraintBlocks.First(c => c.Block.Name == name).Block;

    static string UnitOf(GlobalLimitKind kind) => kind switch
    {
        GlobalLimitKind.PrimaryEnergy => "t",
        GlobalLimitKind.OperationalLimit => "MWh",
        GlobalLimitKind.TransmissionVolumeExpansionLimit => "MW·km",
        GlobalLimitKind.TransmissionExpansionCostLimit => "yuan/a",
        _ => "MW",
    };
}
