namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>F01, F02, F03, F14, F15: the money block.</summary>
static class MoneyChecks
{
    /// <summary>Half a unit of the fourth decimal of a sum in 万元.</summary>
    const decimal MoneyRounding = 0.00005m;

    /// <summary>A rate is written to two decimals of a per cent at best, to whole per cents at worst.</summary>
    const decimal RateRounding = 0.0051m;

    /// <summary>Scores are rounded to two decimals; some offices round to one.</summary>
    const decimal ScoreRounding = 0.0501m;

    /// <summary>The findings.</summary>
    internal static IEnumerable<FormFinding> Find(FilledForm form, FormSettings limits)
    {
        var total = form.Money.FirstOrDefault(row => row.IsTotal);
        if (total is null)
        {
            return [];
        }

        var parts = form.Money.Where(row => row != total).ToArray();
        return [.. Totals(total, parts), .. Execution(form, total, limits)];
    }

    static IEnumerable<FormFinding> Totals(MoneyRow total, MoneyRow[] parts)
    {
        foreach (var column in (Func<MoneyRow, FormCell>[])[row => row.Initial, row => row.Budget, row => row.Spent])
        {
            var values = parts.Select(row => FormNumber.Plain(column(row))).OfType<decimal>().ToArray();
            if (values.Length > 0 && FormNumber.Plain(column(total)) is { } written && Math.Abs(written - values.Sum()) > MoneyRounding)
            {
                yield return FormFinding.Of("F01", [column(total), .. parts.Select(column)], ("written", written), ("sum", values.Sum()), ("label", total.Label.Text));
            }
        }
    }

    static IEnumerable<FormFinding> Execution(FilledForm form, MoneyRow total, FormSettings limits)
    {
        var (budget, spent) = (FormNumber.Plain(total.Budget), FormNumber.Plain(total.Spent));
        if (budget is not > 0 || spent is null)
        {
            yield break;
        }

        var rate = spent.Value / budget.Value;
        if (FormNumber.Rate(total.Rate) is { } written && Math.Abs(written - rate) > RateRounding)
        {
            yield return FormFinding.Of("F02", [total.Rate], ("written", total.Rate.Text), ("rate", decimal.Round(rate * 100, 2)));
        }

        if (FormNumber.Plain(total.Weight) is { } weight && FormNumber.Plain(total.Score) is { } score)
        {
            var due = decimal.Round(weight * Math.Min(rate, 1), 2, MidpointRounding.AwayFromZero);
            if (Math.Abs(score - due) > ScoreRounding)
            {
                yield return FormFinding.Of("F03", [total.Score], ("written", score), ("score", due), ("weight", weight), ("rate", decimal.Round(rate * 100, 2)));
            }
        }

        if (rate > 1)
        {
            yield return FormFinding.Of("F15", [total.Spent, total.Budget], ("spent", spent), ("budget", budget));
        }
        else if (rate < limits.LeastExecution && form.MoneyReason.Length == 0 && !form.Indicators.Any(row => IsAboutMoney(row.Reason.Text)))
        {
            yield return FormFinding.Of("F14", [total.Rate], ("rate", decimal.Round(rate * 100, 2)), ("least", limits.LeastExecution * 100));
        }
    }

    static bool IsAboutMoney(string reason) => ((string[])["执行", "支付", "资金", "结余"]).Any(word => reason.Contains(word, StringComparison.Ordinal));
}
