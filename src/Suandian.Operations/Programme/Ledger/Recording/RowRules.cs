using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>What must hold of a row beyond its single fields; fills the fields the program computes.</summary>
static class RowRules
{
    /// <summary>Checks a row that is to be written.</summary>
    /// <param name="draft">The change, and where problems go.</param>
    /// <param name="address">The row.</param>
    /// <param name="fields">Its fields as they are to be written.</param>
    /// <param name="world">Evidence files.</param>
    /// <returns>The fields with the computed ones.</returns>
    internal static ImmutableSortedDictionary<string, string> Check(
        RowDraft draft, RowAddress address, ImmutableSortedDictionary<string, string> fields, Circumstances world)
    {
        if (draft.Findings.HasErrors)
        {
            return fields;
        }

        var row = new LedgerRow { Address = address, Fields = fields, Recorded = fields, Added = 0, Changed = 0 };
        switch (draft.Schema.Name)
        {
            case "programme":
                CheckProgramme(draft, row);
                break;
            case "indicators":
                IndicatorRules.Check(draft, row);
                break;
            case "targets":
                TargetRules.Check(draft, row);
                break;
            case "roles":
                CheckRoles(draft, row);
                break;
            case "form_rows" or "form_head":
                FormRowRules.Check(draft, row);
                break;
            case "evidence" when world.File(address.Id)?.Length.ToString(CultureInfo.InvariantCulture) != row["bytes"]:
                draft.Findings.Add(ProblemCode.LedgerEvidence, draft.Spot("id"), address.Id);
                break;
            case "notes" when RowAddress.Parse(row["about"]) is not { } about || draft.State.Row(about) is null:
                draft.Findings.Add(ProblemCode.LedgerRow, draft.Spot("about"), row["about"], ("hint", ""));
                break;
            case "measurements":
                return Measurement.Read(draft, row, world);
            default:
                break;
        }

        DateOrders.Check(draft, row);

        return fields;
    }

    /// <summary>Checks that a row may go: nobody refers to it, and somebody is left who may edit everything.</summary>
    internal static void CheckRemoval(RowDraft draft, LedgerRow row)
    {
        string[] referring = [.. draft.State.AllRows().Where(r => Refers(r, row.Address)).Select(r => r.Address.ToString())];
        if (referring.Length > 0 || row.Address.Register == "programme")
        {
            draft.Findings.Add(ProblemCode.LedgerReferred, draft.Spot(null), row.Address.ToString(), ("number", referring.Length),
                ("rows", string.Join(", ", referring.Take(5))));
        }

        if (row.Address.Register == "roles")
        {
            CheckRoles(draft, row with { Fields = row.Fields.Remove("edits") });
        }
    }

    static bool Refers(LedgerRow row, RowAddress to) => RegisterSchema.Of(row.Address.Register).Fields
        .Where(f => f.References == to.Register).Any(f => f.Type == FieldType.References ? row.List(f.Name).Contains(to.Id) : row[f.Name] == to.Id);

    static void CheckProgramme(RowDraft draft, LedgerRow row)
    {
        if (row.Address.Id != ProgrammeSettings.Id)
        {
            draft.Findings.Add(ProblemCode.LedgerOneProgramme, draft.Spot("id"), row.Address.Id);
        }

        if (row.Date("start") > row.Date("end"))
        {
            draft.Findings.Add(ProblemCode.LedgerDates, draft.Spot("end"), row["end"], ("start", row["start"]));
        }
    }

    static void CheckRoles(RowDraft draft, LedgerRow row)
    {
        bool isEditor = IsEditor(row) || draft.State.Rows("roles").Any(r => r.Address != row.Address && IsEditor(r));
        if (!isEditor)
        {
            draft.Findings.Add(ProblemCode.LedgerLastEditor, draft.Spot("edits"), row.Address.Id);
        }

        foreach (string register in row.List("edits").Where(r => r != "*" && !RegisterSchema.Has(r)))
        {
            draft.Findings.Add(ProblemCode.LedgerRegister, draft.Spot("edits"), register, ("registers", string.Join(", ", RegisterSchema.All.Select(r => r.Name))));
        }
    }

    static bool IsEditor(LedgerRow role) => role.List("edits").Contains("*") && role["rows"] == "all";
}
