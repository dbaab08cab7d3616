using Suandian.Cases.Tables;
using Suandian.Distribution.Grids;

namespace Suandian.Cases.Checks;

/// <summary>Rows of the plan that the grid of a case names exist.</summary>
static class GridPlacementChecks
{
    internal static void Run(CheckedCase c)
    {
        if (c.Raw.Grid?.Grid is not { } grid)
            return;
        foreach (var (file, row, table, name) in Named(grid))
        {
            string schema = SnakeCase.FromPascal(table.ToString());
            string[] known = c.Raw.Tables.TryGetValue(schema, out var raw) ? [.. raw.Rows.Select(r => raw.Cell(r, "name"))] : [];
            if (!known.Contains(name))
            {
                c.Findings.Add(ProblemCode.GridPlanUnknown, new Spot($"{c.Settings!.Grid}/{file}", null, "plan_row", null), name,
                    ("row", row), ("table", schema), ("hint", Suggestion.DidYouMean(name, known)));
            }
        }
    }

    static IEnumerable<(string File, string Row, PlanTable Table, string Name)> Named(CountyGrid grid) =>
        grid.Loads.Where(l => l.PlanTable is not null).Select(l => ("grid_loads.csv", l.Name, l.PlanTable!.Value, l.PlanRow!))
            .Concat(grid.Generators.Where(g => g.PlanTable is not null).Select(g => ("grid_generators.csv", g.Name, g.PlanTable!.Value, g.PlanRow!)));
}
