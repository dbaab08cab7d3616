using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Where money of a project comes from.</summary>
public enum MoneySource
{
    /// <summary>年度资金总额: all together.</summary>
    Total,

    /// <summary>当年财政拨款.</summary>
    Fiscal,

    /// <summary>上年结转资金.</summary>
    CarriedOver,

    /// <summary>财政专户管理资金.</summary>
    SpecialAccount,

    /// <summary>单位资金.</summary>
    OwnFunds,

    /// <summary>其他资金.</summary>
    Other,
}

/// <summary>One line of the money block, 万元. Null is an amount nobody has named, which is not 0.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Initial">年初预算数, 万元.</param>
/// <param name="Budget">全年预算数 (A), 万元.</param>
/// <param name="Executed">全年执行数 (B), 万元.</param>
public sealed record MoneyRow(MoneySource Source, decimal? Initial, decimal? Budget, decimal? Executed);

/// <summary>The money block of the form.</summary>
public sealed record FormMoney
{
    /// <summary>Amounts as they were given; a source that is not there was not named.</summary>
    public ImmutableArray<MoneyRow> Rows { get; init; } = [];

    /// <summary>Why less than the budget was spent; empty where no reason is given.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The line of a source as it was given; amounts null where it was not.</summary>
    public MoneyRow Of(MoneySource source) => Rows.FirstOrDefault(r => r.Source == source) ?? new MoneyRow(source, null, null, null);

    /// <summary>All money together: as given, else the sum of the sources, null where neither is known.</summary>
    public MoneyRow Total
    {
        get
        {
            var given = Of(MoneySource.Total);
            return given with
            {
                Initial = given.Initial ?? Sum(r => r.Initial),
                Budget = given.Budget ?? Sum(r => r.Budget),
                Executed = given.Executed ?? Sum(r => r.Executed),
            };
        }
    }

    /// <summary>Sum over the sources that name an amount; null where none does.</summary>
    internal decimal? Sum(Func<MoneyRow, decimal?> amount)
    {
        decimal[] named = [.. Rows.Where(r => r.Source != MoneySource.Total).Select(amount).OfType<decimal>()];
        return named.Length == 0 ? null : named.Sum();
    }
}
