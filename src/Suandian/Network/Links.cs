namespace Suandian.Network;

/// <summary>Controllable links; arrays [l]. The sending end counts; the receiving end gets efficiency × flow.</summary>
public sealed record Links
{
    /// <summary>Number of links.</summary>
    public int Count => Name.Length;

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Sending bus index.</summary>
    public required int[] Bus0 { get; init; }

    /// <summary>Receiving bus index.</summary>
    public required int[] Bus1 { get; init; }

    /// <summary>Existing power, MW.</summary>
    public required double[] ExistingMw { get; init; }

    /// <summary>Largest power, MW.</summary>
    public required double[] MaxMw { get; init; }

    /// <summary>Annual cost of new power, yuan/MW/a.</summary>
    public required double[] AnnualCostYuanPerMw { get; init; }

    /// <summary>Fixed O&amp;M of existing power, yuan/MW/a.</summary>
    public required double[] ExistingCostYuanPerMw { get; init; }

    /// <summary>Power received over power sent, pu.</summary>
    public required double[] Efficiency { get; init; }

    /// <summary>May also run from bus 1 to bus 0 with the same loss.</summary>
    public required bool[] TwoWay { get; init; }

    /// <summary>What the link delivers is green generation: renewable carrier, one way, from a bus of another kind (heat) to an electricity bus.</summary>
    public required bool[] Renewable { get; init; }

    /// <summary>Charge per MWh sent, yuan/MWh.</summary>
    public required double[] MarginalCostYuanPerMwh { get; init; }

    /// <summary>Smallest power, MW; null where it is what exists.</summary>
    public double[]? MinMw { get; init; }

    /// <summary>Least flow from bus 0 [l × T], pu of power, below 0 for a flow back that takes efficiency × flow out of bus 1; null where it is 0.</summary>
    public double[]? FloorPu { get; init; }

    /// <summary>Largest flow from bus 0 [l × T], pu of power; null where it is 1.</summary>
    public double[]? CeilingPu { get; init; }

    /// <summary>Power received over power sent [l × T], pu; null where it is the same in all hours.</summary>
    public double[]? HourlyEfficiency { get; init; }

    /// <summary>Charge [l × T], yuan/MWh; null where it is the same in all hours.</summary>
    public double[]? HourlyCostYuanPerMwh { get; init; }

    /// <summary>Given flow from bus 0 [l × T], MW, NaN where it is free; null where all is free.</summary>
    public double[]? FixedMw { get; init; }

    /// <summary>Receiving buses beyond bus 1; null where no link has one.</summary>
    public LinkOutputs? Outputs { get; init; }

    /// <summary>Smallest power of a link, MW.</summary>
    public double LeastMw(int l) => (MinMw ?? ExistingMw)[l];

    /// <summary>True where the power is to be chosen.</summary>
    public bool IsExpandable(int l) => MaxMw[l] > LeastMw(l);

    /// <summary>Least flow, pu of power; i = l T + t.</summary>
    public double Floor(int i) => FloorPu is null ? 0 : FloorPu[i];

    /// <summary>Largest flow, pu of power; i = l T + t.</summary>
    public double Ceiling(int i) => CeilingPu is null ? 1 : CeilingPu[i];

    /// <summary>Power received over power sent, pu; i = l T + t.</summary>
    public double Received(int l, int i) => HourlyEfficiency is null ? Efficiency[l] : HourlyEfficiency[i];

    /// <summary>Charge per MWh sent, yuan/MWh; i = l T + t.</summary>
    public double MarginalCost(int l, int i) => HourlyCostYuanPerMwh is null ? MarginalCostYuanPerMwh[l] : HourlyCostYuanPerMwh[i];
}
