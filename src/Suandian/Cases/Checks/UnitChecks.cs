using Suandian.Cases.Tables;

namespace Suandian.Cases.Checks;

/// <summary>What is on or off has a size and runs one way, and nothing is said of units that is no unit.</summary>
static class UnitChecks
{
    internal static void Run(CheckedCase c)
    {
        foreach (var row in c.Tables.Generators)
        {
            var g = row.Record;
            if (g.Committable)
                Size(c, row, new(g.Expandable, "capacity_mw", g.CapacityMw, g.ModuleMw));
            Unused(c, row, g.Committable, [("start_cost_yuan", g.StartCostYuan), ("min_up_h", g.MinUpH), ("min_down_h", g.MinDownH)]);
        }

        foreach (var row in c.Tables.Links)
        {
            var l = row.Record;
            if (l.Committable)
                Size(c, row, new(l.Expandable, "power_mw", l.PowerMw, l.ModuleMw));
            if (l.Committable && l.TwoWay)
                c.Add(ProblemCode.UnitTwoWay, row, "two_way");
            Unused(c, row, l.Committable,
                [("start_cost_yuan", l.StartCostYuan), ("minimum_pu", l.MinimumPu), ("min_up_h", l.MinUpH), ("min_down_h", l.MinDownH)]);
        }
    }

    /// <summary>What only units have, said of a row that is none.</summary>
    static void Unused<T>(CheckedCase c, Row<T> row, bool isUnit, ReadOnlySpan<(string Column, double Value)> values)
    {
        foreach (var (column, value) in values)
        {
            if (!isUnit && value > 0 && row.Sound("committable"))
                c.Add(ProblemCode.ValueUnused, row, column, ("because", "committable = false"));
        }
    }

    static void Size<T>(CheckedCase c, Row<T> row, Machine machine)
    {
        if (!machine.Expandable && machine.Existing == 0 && row.Sound(machine.Column))
            c.Add(ProblemCode.UnitWithoutSize, row, machine.Column);
        double count = machine.Existing / (machine.Module ?? double.PositiveInfinity);
        if (Math.Abs(count - Math.Round(count)) > 1e-6 && row.Sound("module_mw") && row.Sound(machine.Column))
            c.Add(ProblemCode.UnitModules, row, machine.Column, ("module", machine.Module));
    }

    /// <summary>What stands of a unit, the column that says it, and what it is made of.</summary>
    sealed record Machine(bool Expandable, string Column, double Existing, double? Module);
}
