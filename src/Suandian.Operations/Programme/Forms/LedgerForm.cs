using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Programme.Ledger.Targets;
using Suandian.Texts;
using Figure = Suandian.Operations.Programme.Ledger.Figures.Figure;

namespace Suandian.Operations.Programme.Forms;

/// <summary>The form of a programme: weights, words and reasons from its registers of the form, done values from its figures alone.</summary>
public sealed class LedgerForm
{
    readonly LedgerState _state;
    readonly DateOnly _day;
    readonly bool _isStrict;
    readonly Findings _findings = new();

    LedgerForm(LedgerState state, DateOnly day, bool isStrict) => (_state, _day, _isStrict) = (state, day, isStrict);

    /// <summary>The form as of the end of a day.</summary>
    /// <param name="state">A state that holds a programme.</param>
    /// <param name="day">Rows up to the end of this day count.</param>
    /// <param name="isStrict">Only rows that evidence proves count.</param>
    /// <param name="rights">Decides whether names of people are masked.</param>
    public static FormReading Make(LedgerState state, DateOnly day, bool isStrict, Rights rights)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rights);
        var made = new LedgerForm(state, day, isStrict);
        FormRow[] rows = [.. state.Rows("form_rows").Select(made.Row)];
        var form = new Form
        {
            Head = LedgerFormHead.Of(state, rights),
            Money = new FormMoney { Rows = [.. state.Rows("form_money").Select(Money)], Reason = LedgerFormHead.Row(state)?["execution_reason"] ?? "" },
            Rows = [.. rows.OrderBy(r => r.Second).ThenBy(r => r.Code, CodeOrder.Instance)],
        };
        return new FormReading(made._findings.HasErrors ? null : form, made._findings.Sorted(), []);
    }

    static MoneyRow Money(LedgerRow row) => new(
        FormWords.Value<MoneySource>(row["source"])!.Value, row.Number("initial_wan_yuan"), row.Number("budget_wan_yuan"), row.Number("executed_wan_yuan"));

    FormRow Row(LedgerRow row)
    {
        var (known, unknown) = FormTargets.Of(_state, row);
        foreach (string target in unknown)
        {
            _findings.Add(ProblemCode.FormTargetUnknown, new Source("form_rows").At(null, "targets"), target, ("what", row.Address.Id),
                ("hint", Suggestion.DidYouMean(target, _state.Rows("targets").Select(t => t.Address.Id))));
        }

        var second = FormWords.Value<SecondLevel>(row["second"])!.Value;
        foreach (var (name, several) in FormTargets.Doubtful(_state, row))
        {
            _findings.Add(ProblemCode.FormTargetSeveral, new Source("form_rows").At(null, "targets"), name, ("what", row.Address.Id), ("targets", string.Join("、", several)), ("first", FormTargets.Chosen(_state, row)));
        }

        TargetStatus[] targets = [.. known.Select(t => Status(t, second))];
        var figure = row["indicator"].Length == 0 ? null : new FigureMaker(_state, _day, _isStrict).Make(row["indicator"]);
        var made = Common(row, second, [.. targets.Select(t => t.Figure), figure]);
        return targets switch
        {
            [var only] => LedgerFormRow.Promised(made, row, only) with { Remark = Remark(known, second) },
            [_, ..] => LedgerFormRow.Promised(made, row, targets) with { Remark = Remark(known, second) },
            [] when figure is not null => LedgerFormRow.Measured(made, row, figure),
            _ => LedgerFormRow.InWords(made, row, "", ""),
        };
    }

    /// <summary>As it stood at the end of the due day where the row speaks of being on time.</summary>
    TargetStatus Status(string target, SecondLevel second)
    {
        var due = second == SecondLevel.Timeliness ? _state.Row("targets", target)!.Date("due") : null;
        return new StatusMaker(_state, due < _day ? due.Value : _day, _isStrict).Of(target)!;
    }

    /// <summary>What the reports say of its targets too; by timeliness the value is that of the due day, so what came later is told beside it.</summary>
    string Remark(IEnumerable<string> targets, SecondLevel second)
    {
        var maker = new StatusMaker(_state, _day, _isStrict);
        string remark = LedgerFormRow.Remark(targets.Select(t => maker.Of(t)!));
        return remark.Length > 0 && second == SecondLevel.Timeliness ? remark + Phrases.Of("form.note.timeliness").Zh : remark;
    }

    FormRow Common(LedgerRow row, SecondLevel second, IEnumerable<Figure?> figures) => new()
    {
        Code = row.Address.Id,
        Second = second,
        Indicator = row["name_zh"],
        Measurement = figures.FirstOrDefault(f => f?.Indicator.Formula == Formula.Measure)?.Indicator.Id ?? "",
        Weight = row.Number("weight")!.Value,
        Evidence = [.. row.Evidence.Concat(figures.SelectMany(f => Proof.Of(f, _state))).Distinct().Select(File)],
        RuleWords = row["rule"],
        Basis = row["basis"],
        Previous = row.Number("previous"),
        Reason = row["reason"],
        Deduction = row.Number("deduction") ?? 0,
        IsApplicable = row["applicable"] != "no",
    };

    FormEvidence File(string id) => new(_state.Row(RegisterSchema.Evidence, id)?["file"] ?? id, id);
}
