using Suandian.Cases;
using Suandian.Cases.Tables;
using static Suandian.Operations.Programme.Forms.FormChecks;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Checks of the money block.</summary>
static class FormMoneyChecks
{
    static readonly (string Column, Func<MoneyRow, decimal?> Amount)[] Columns =
        [("initial", r => r.Initial), ("budget", r => r.Budget), ("executed", r => r.Executed)];

    internal static void Add(ScoredForm scored, Source source, Findings findings)
    {
        var money = scored.Form.Money;
        foreach (var (column, amount) in Columns)
        {
            if (amount(money.Of(MoneySource.Total)) is { } total && money.Sum(amount) is { } sum && total != sum)
            {
                findings.Add(ProblemCode.FormMoneySum, source.At(null, column), Plain(total), ("sum", Plain(sum)));
            }
        }

        if (money.Total is not { Budget: { } budget, Executed: { } executed })
        {
            findings.Add(ProblemCode.FormMoneyOpen, source.At(null, "budget"), null);
        }
        else if (budget <= 0 || executed < 0)
        {
            findings.Add(ProblemCode.FormMoneyZero, source.At(null, "budget"), Plain(budget), ("budget", Plain(budget)), ("executed", Plain(executed)));
        }
        else if (scored.Execution.Rate < scored.Options.ExecutionReasonBelow && string.IsNullOrWhiteSpace(money.Reason))
        {
            findings.Add(ProblemCode.FormMoneyReason, source.At(null, "reason"), Percent(executed / budget),
                ("limit", Percent(scored.Options.ExecutionReasonBelow)), ("rate", Percent(executed / budget)));
        }
    }
}
