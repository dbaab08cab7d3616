using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Formulation;

namespace Suandian.Planning;

/// <summary>One side of a sum over many hours or components that an imported network limits, and the stretch by which it may be missed.</summary>
/// <param name="Part">The case or its scenario.</param>
/// <param name="Table">Table, PyPSA's list name.</param>
/// <param name="Name">Name in that table.</param>
/// <param name="Column">Column that holds the limit.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="IsLeast">True where the sum may not be less, false where it may not be more.</param>
/// <param name="Row">Row of the linear problem.</param>
/// <param name="Stretch">By how much it is missed.</param>
sealed record ElasticSum(ElasticPart Part, string Table, string Name, string Column, double Limit, string Unit, bool IsLeast, int Row, int Stretch)
{
    /// <summary>All sums of a planning problem: global constraints and the energy of generators, of each scenario where there are several.</summary>
    internal static IEnumerable<ElasticSum> Of(PlanningModel model, ElasticPart[] parts, ElasticModel elastic, double cost)
    {
        var scenarios = model.Network.Snapshots.Scenarios;
        var of = parts.SelectMany(part => part.Network.GlobalLimits.Select(limit => (Limit: limit, Part: part)))
            .ToDictionary(l => scenarios is null ? l.Limit.Name : $"{l.Limit.Name} {l.Part.Name}");
        foreach (var group in model.Network.GlobalLimits.GroupBy(limit => limit.Kind))
        {
            var row = Block(model, GlobalLimits.RowName(group.Key)).First;
            foreach (var limit in group)
            {
                bool[] sides = limit.Sense switch { LimitSense.AtMost => [false], LimitSense.AtLeast => [true], _ => [true, false] };
                var (own, part) = of[limit.Name];
                foreach (var isLeast in sides)
                {
                    yield return Side((part, "global_constraints", own.Name, "constant", limit.Constant, UnitOf(limit.Kind)), isLeast, row, (elastic, cost));
                }

                row++;
            }
        }

        foreach (var part in parts)
        {
            foreach (var sum in EnergyOf(part, elastic, cost))
            {
                yield return sum;
            }
        }
    }

    static IEnumerable<ElasticSum> EnergyOf(ElasticPart part, ElasticModel elastic, double cost)
    {
        var generators = part.Network.Generators;
        for (var g = 0; g < generators.Count && generators is { EnergyMinMwh: { } least, EnergyMaxMwh: { } most }; g++)
        {
            foreach (var (limit, isLeast) in new[] { (least[g], true), (most[g], false) }.Where(side => double.IsFinite(side.Item1)))
            {
                yield return Side((part, "generators", generators.Name[g], isLeast ? "e_sum_min" : "e_sum_max", limit, "MWh"),
                    isLeast, part.EnergyRow(g), (elastic, cost));
            }
        }
    }

    static ElasticSum Side(
        (ElasticPart Part, string Table, string Name, string Column, double Limit, string Unit) of, bool isLeast, int row, (ElasticModel Model, double Cost) elastic)
    {
        var stretch = elastic.Model.Add(elastic.Cost);
        elastic.Model.Into(row, stretch, isLeast ? 1 : -1);
        return new(of.Part, of.Table, of.Name, of.Column, of.Limit, of.Unit, isLeast, row, stretch);
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
