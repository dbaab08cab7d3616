using Suandian.Cases.Tables;

namespace Suandian.Cases.Checks;

/// <summary>Rows of the plan that the grid of a case names exist; told whatever else is wrong with the grid.</summary>
static class GridPlacementChecks
{
    internal static void Run(CheckedCase c)
    {
        foreach (var named in c.Raw.Grid?.PlanRows ?? [])
        {
            string schema = SnakeCase.FromPascal(named.Table.ToString());
            string[] known = c.Raw.Tables.TryGetValue(schema, out var raw) ? [.. raw.Rows.Select(r => raw.Cell(r, "name"))] : [];
            if (!known.Contains(named.Name))
            {
                c.Findings.Add(ProblemCode.GridPlanUnknown, named.At, named.Name,
                    ("row", named.Row), ("table", schema), ("hint", Suggestion.DidYouMean(named.Name, known)));
            }
        }
    }
}
