namespace Suandian.Prices;

/// <summary>What the price build-up must know of a case beyond the arrays: which part a component belongs to and which buses are far.</summary>
/// <remarks>Arrays in the order of the <see cref="Network.HourlyNetwork"/>.</remarks>
public sealed record CostTags
{
    /// <summary>Part of each generator [g].</summary>
    public required PricePart[] Generators { get; init; }

    /// <summary>Part of each storage unit [s].</summary>
    public required PricePart[] StorageUnits { get; init; }

    /// <summary>Part of each store [e].</summary>
    public required PricePart[] Stores { get; init; }

    /// <summary>Part of each link [l]: network, or a technology for a link that turns heat into electricity.</summary>
    public required PricePart[] Links { get; init; }

    /// <summary>True for buses at far ends [b].</summary>
    public required bool[] FarBus { get; init; }

    /// <summary>True for electricity buses [b].</summary>
    public required bool[] ElectricBus { get; init; }

    /// <summary>Fixed O&amp;M within the annual cost of new halls [c], yuan/MW/a.</summary>
    public required double[] HallUpkeepYuanPerMw { get; init; }

    /// <summary>Fixed O&amp;M within the annual cost of new servers [c], yuan/MW/a.</summary>
    public required double[] ServerUpkeepYuanPerMw { get; init; }
}
