using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>Which column of a table says what.</summary>
/// <param name="Name">Column of the thing promised.</param>
/// <param name="Targets">Columns with values or sentences, each with the year its header names.</param>
/// <param name="Unit">Column of the unit; null for none.</param>
/// <param name="Due">Column of the time; null for none.</param>
sealed record TableHeader(int Name, ImmutableArray<(int Column, int? Year)> Targets, int? Unit, int? Due)
{
    /// <summary>Reads a header; null where the cells are none.</summary>
    internal static TableHeader? Of(ImmutableArray<CellSpan> cells, PlanPeriod period)
    {
        var roles = cells.Select(cell => RoleOf(cell.Text, period)).ToArray();
        var name = Array.LastIndexOf(roles, "table_indicator") is >= 0 and var indicator ? indicator : Array.IndexOf(roles, "table_name");
        var targets = Enumerable.Range(0, roles.Length).Where(i => roles[i] == "table_target" || (roles[i] == "table_name" && i > name && name >= 0))
            .Select(i => (i, Section.YearOf(cells[i].Text))).ToImmutableArray();
        if (name < 0 || targets.IsEmpty || cells.Any(cell => cell.Text.Length > 16))
        {
            return null;
        }

        return new TableHeader(name, targets, At(roles, "table_unit"), At(roles, "table_due"));
    }

    static int? At(string[] roles, string role) => Array.IndexOf(roles, role) is >= 0 and var at ? at : null;

    /// <summary>The kind of words a header cell holds; an organisation before a unit, a past figure before a target.</summary>
    static string RoleOf(string cell, PlanPeriod period)
    {
        if (Section.YearOf(cell) is { } year && year < period.Start?.Year)
        {
            return "table_past";
        }

        foreach (var role in (string[])["table_other", "table_past", "table_due", "table_unit", "table_target", "table_indicator", "table_name"])
        {
            if (Vocabulary.Has(cell, role))
            {
                return role;
            }
        }

        return "";
    }
}
