using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>Checks the arithmetic and logic of a filled performance form.</summary>
/// <remarks>
/// Rules after 财预〔2020〕10号 as local forms apply it: execution score = weight × B/A, at most the weight; a reached indicator scores full,
/// a deduction has a reason, scores are rounded to two decimals and their sum is the total.
/// </remarks>
public static class FormChecker
{
    /// <summary>All findings, by cell block and rule.</summary>
    /// <param name="form">A form as read by <see cref="FormReader"/>.</param>
    /// <param name="settings">Limits; the defaults where null.</param>
    public static ImmutableArray<FormFinding> Check(FilledForm form, FormSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        var limits = settings ?? new FormSettings();
        return [.. MoneyChecks.Find(form, limits), .. form.Indicators.SelectMany(row => IndicatorChecks.Find(row, form, limits)), .. Sums(form)];
    }

    /// <summary>F04, F05: weights make 100, scores make the total.</summary>
    static IEnumerable<FormFinding> Sums(FilledForm form)
    {
        var money = form.Money.FirstOrDefault(row => FormNumber.Plain(row.Weight) is not null);
        var rows = form.Indicators.Where(row => !IndicatorChecks.IsStub(row)).ToArray();
        var weights = rows.Sum(row => FormNumber.Plain(row.Weight) ?? 0);
        var execution = money is null ? 0 : FormNumber.Plain(money.Weight) ?? 0;
        if (rows.Length > 0 && weights + execution != 100)
        {
            yield return FormFinding.Of("F04", form.Total is { } line && !line.Weight.IsEmpty ? [line.Weight] : [rows[^1].Weight],
                ("sum", weights + execution), ("indicators", weights), ("execution", execution));
        }

        var scores = rows.Sum(row => FormNumber.Plain(row.Score) ?? 0) + (money is null ? 0 : FormNumber.Plain(money.Score) ?? 0);
        if (form.Total is { } total && FormNumber.Plain(total.Score) is { } written && Math.Abs(written - scores) > 0.005m)
        {
            yield return FormFinding.Of("F05", [total.Score], ("written", written), ("sum", scores));
        }
    }
}
