using Suandian.Network;

namespace Suandian.Planning.Stages;

/// <summary>A stage: some years with the same demand and prices, at whose beginning may be built.</summary>
/// <param name="Name">Name.</param>
/// <param name="Year">First year.</param>
/// <param name="Years">Number of years, ≥ 1.</param>
/// <param name="Network">The network with the demand, the prices and the annual costs of new capacity of this stage; the components are the same in all.</param>
public sealed record StageNetwork(string Name, int Year, int Years, HourlyNetwork Network)
{
    /// <summary>Σ (1 + r)^−k over the years of the stage, k counted from a first year.</summary>
    /// <param name="rate">Discount rate per year, pu.</param>
    /// <param name="first">Year whose value is 1.</param>
    public double DiscountedYears(double rate, int first)
    {
        var sum = 0.0;
        for (var k = 0; k < Years; k++)
        {
            sum += Math.Pow(1 + rate, first - Year - k);
        }

        return sum;
    }
}

/// <summary>What may be built: a capacity and how long it lasts.</summary>
/// <param name="Quantity">The capacity, a quantity of one part.</param>
/// <param name="LifetimeYears">Years after which it is gone, &gt; 0.</param>
public sealed record StageCapacity(Alternatives.PlanQuantity Quantity, double LifetimeYears);
