using Suandian.Network;

namespace Suandian.Cases;

/// <summary>Turns overnight costs into costs per year.</summary>
public static class Annuity
{
    /// <summary>Share of an investment that is due each year of its life (capital recovery factor).</summary>
    /// <param name="discountRate">Real discount rate, pu, ≥ 0.</param>
    /// <param name="lifetimeYears">Economic lifetime, a, &gt; 0.</param>
    /// <returns>r / (1 − (1 + r)^−n), or 1/n where r is 0; 1/a.</returns>
    /// <remarks>Source: any text on engineering economics, such as Park, Contemporary Engineering Economics, "capital recovery factor".</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Rate below 0 or lifetime not above 0.</exception>
    public static double Factor(double discountRate, double lifetimeYears)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(discountRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lifetimeYears);
        return discountRate == 0
            ? 1 / lifetimeYears
            : discountRate / (1 - Math.Pow(1 + discountRate, -lifetimeYears));
    }

    /// <summary>Annual cost of one unit of new capacity: annuity and fixed O&amp;M.</summary>
    /// <param name="cost">Row of costs.csv.</param>
    /// <param name="discountRate">Rate of the case, used where the row has none, pu.</param>
    /// <returns>yuan/unit/a.</returns>
    public static double New(Cost cost, double discountRate)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return cost.OvernightCostYuanPerUnit * Factor(cost.DiscountRate ?? discountRate, cost.LifetimeYears)
            + Upkeep(cost);
    }

    /// <summary>Fixed O&amp;M of one unit of capacity.</summary>
    /// <param name="cost">Row of costs.csv.</param>
    /// <returns>yuan/unit/a.</returns>
    public static double Upkeep(Cost cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return cost.OvernightCostYuanPerUnit * cost.FixedOmSharePerYear + cost.FixedOmYuanPerUnitYear;
    }
}
