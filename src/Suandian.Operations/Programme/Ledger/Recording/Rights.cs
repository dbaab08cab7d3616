using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>What an account may do: which registers, whose rows, whether it sees personal data.</summary>
/// <remarks>While a programme has no role at all, everything is allowed: somebody must write the first one.</remarks>
public sealed record Rights
{
    const string Every = "*";

    readonly LedgerRow? _role;
    readonly bool _isOpen;

    Rights(LedgerRow? role, bool isOpen) => (_role, _isOpen) = (role, isOpen);

    /// <summary>The rights of an account as the roles of the programme state them.</summary>
    public static Rights Of(LedgerState state, string account)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new Rights(state.Row("roles", account), isOpen: state.Count("roles") == 0);
    }

    /// <summary>Names, phones and ids of people are shown in clear.</summary>
    public bool SeesPersonal => _role?.Is("personal") == true;

    /// <summary>True where the account may take personal values out for good: only one that sees them.</summary>
    internal bool MayErase => _isOpen || SeesPersonal;

    /// <summary>Organisation of the account; empty where it has none.</summary>
    public string Organisation => _role?["organisation"] ?? "";

    /// <summary>True where the account may edit a register at all. Whoever edits anything may add evidence.</summary>
    public bool MayEdit(string register) => _isOpen || (_role?.List("edits") is { IsEmpty: false } edits
        && (edits.Contains(Every) || edits.Contains(register) || register == RegisterSchema.Evidence));

    /// <summary>Problems of a request as a whole: no such account, no reason given.</summary>
    internal void Check(ChangeRequest request, Findings findings)
    {
        var spot = new Source(request.Source.Length > 0 ? request.Source : "roles").Whole;
        if (_role is null && !_isOpen)
        {
            findings.Add(ProblemCode.LedgerAccount, spot, request.By);
        }

        if (string.IsNullOrWhiteSpace(request.By))
        {
            findings.Add(ProblemCode.LedgerWho, spot, null);
        }

        if (string.IsNullOrWhiteSpace(request.Why))
        {
            findings.Add(ProblemCode.LedgerWhy, spot, null);
        }
    }

    /// <summary>Problems of one row: the register is not for this account, or the row belongs to another organisation.</summary>
    internal void CheckRow(RowDraft draft, ImmutableSortedDictionary<string, string>? before, ImmutableSortedDictionary<string, string>? after)
    {
        if (_isOpen || draft.Findings.HasErrors)
        {
            return;
        }

        if (!MayEdit(draft.Schema.Name))
        {
            draft.Findings.Add(ProblemCode.LedgerNotAllowed, draft.Spot(null), draft.Schema.Name, ("account", _role?.Address.Id),
                ("edits", _role?["edits"] is { Length: > 0 } edits ? edits : "–"));
        }
        else if (_role!["rows"] == "own" && draft.Schema.Field(RegisterSchema.Organisation) is not null)
        {
            foreach (string? owner in new[] { before, after }.OfType<ImmutableSortedDictionary<string, string>>()
                .Select(f => f.GetValueOrDefault(RegisterSchema.Organisation, "")).Where(o => o != Organisation).Take(1))
            {
                draft.Findings.Add(ProblemCode.LedgerNotOwn, draft.Spot(RegisterSchema.Organisation), owner.Length == 0 ? "–" : owner,
                    ("account", _role.Address.Id), ("organisation", Organisation));
            }
        }
    }
}
