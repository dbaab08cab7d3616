using System.Text.Json.Serialization;

namespace Suandian.Network;

/// <summary>Controllable links; arrays [l]. The sending end counts; the receiving end gets efficiency × flow.</summary>
public sealed record Links
{
    /// <summary>Number of links.</summary>
    public int Count => Name.Length;

    /// <summary>Size of the modules in which new capacity comes, MW; NaN where any size will do; null where none has modules.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? ModuleMw { get; init; }

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
}
