using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Head of the form from the programme, its organisations and the register form_head.</summary>
static class LedgerFormHead
{
    internal static FormHead Of(LedgerState state, Rights rights)
    {
        var settings = ProgrammeSettings.Of(state)!;
        var row = Row(state);
        string At(string field) => row?[field] ?? "";
        string Person(string field) => Masking.Shown(RegisterSchema.Of("form_head").Field(field)!, At(field), rights);
        return new FormHead
        {
            Project = settings.Name.Zh,
            Department = At("department") is { Length: > 0 } department ? department : Organisation(state, "owner").Zh,
            Unit = At("unit") is { Length: > 0 } unit ? unit : Organisation(state, "contractor").Zh,
            Year = settings.End.Year,
            Goal = At("goal"),
            GoalDone = At("goal_done"),
            Course = At("course"),
            Conclusion = At("conclusion"),
            Shortcomings = At("shortcomings"),
            Measures = At("measures"),
            Leader = Person("leader"),
            FinanceLeader = Person("finance_leader"),
            Category = At("category"),
            Attribute = At("attribute"),
            Type = At("type"),
            IsDemonstration = settings.IsDemonstration,
        };
    }

    /// <summary>The one row of the register form_head; null where there is none.</summary>
    internal static LedgerRow? Row(LedgerState state) => state.Row("form_head", FormRowRules.HeadId);

    /// <summary>Name of the organisation that plays a part; by the owner the one the programme names. Empty where there is none.</summary>
    internal static Text Organisation(LedgerState state, string part)
    {
        var named = part == "owner" ? state.Row("organisations", state.Row("programme", ProgrammeSettings.Id)!["owner"]) : null;
        return (named ?? state.Rows("organisations").FirstOrDefault(o => o["kind"] == part))?.Name ?? new Text("", "");
    }
}
