namespace Suandian.Prices;

/// <summary>One item of the annual cost: a component and what is paid for it. The items of a plan sum to its objective.</summary>
/// <param name="Table">Table of the component, such as <c>generators</c>.</param>
/// <param name="Name">Name of the component.</param>
/// <param name="Part">Part of the price it belongs to.</param>
/// <param name="Kind">What is paid.</param>
/// <param name="YuanPerYear">Money, yuan/a; negative for revenue.</param>
public sealed record CostItem(string Table, string Name, PricePart Part, CostKind Kind, double YuanPerYear)
{
    /// <summary>True where the component stands at a far end (its first bus for lines and links: a connection between local and far counts as local).</summary>
    public bool IsFar { get; init; }
}

/// <summary>What an item of cost is paid for.</summary>
public enum CostKind
{
    /// <summary>Annuity and fixed O&amp;M of new capacity (annuity alone for halls and servers).</summary>
    NewCapacity,

    /// <summary>The same for the energy side of storage sized apart.</summary>
    NewEnergy,

    /// <summary>Fixed O&amp;M of existing capacity.</summary>
    ExistingCapacity,

    /// <summary>Variable cost per MWh.</summary>
    Operation,

    /// <summary>Starts and stops of units, and their being on.</summary>
    Starts,

    /// <summary>Price of CO2.</summary>
    Co2,

    /// <summary>Energy price of purchases, or revenue of sales.</summary>
    Energy,

    /// <summary>Losses, network price, surcharges of purchases.</summary>
    NetworkCharge,

    /// <summary>Demand charge.</summary>
    DemandCharge,

    /// <summary>Annuity of servers.</summary>
    Servers,

    /// <summary>Upkeep of new halls and servers.</summary>
    Upkeep,

    /// <summary>Loss from load not served or work not done.</summary>
    Penalty,

    /// <summary>Work that waits.</summary>
    Waiting,
}
