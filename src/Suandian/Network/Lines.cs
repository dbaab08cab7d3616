using System.Text.Json.Serialization;

namespace Suandian.Network;

/// <summary>AC lines without loss; arrays [l].</summary>
public sealed record Lines
{
    /// <summary>Number of lines.</summary>
    public int Count => Name.Length;

    /// <summary>Size of the modules in which new capacity comes, MW; NaN where any size will do; null where none has modules.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? ModuleMw { get; init; }

    /// <summary>Names.</summary>
    public required string[] Name { get; init; }

    /// <summary>First bus index; flow is positive from bus 0 to bus 1.</summary>
    public required int[] Bus0 { get; init; }

    /// <summary>Second bus index.</summary>
    public required int[] Bus1 { get; init; }

    /// <summary>Existing capacity, MW.</summary>
    public required double[] ExistingMw { get; init; }

    /// <summary>Largest capacity, MW.</summary>
    public required double[] MaxMw { get; init; }

    /// <summary>Annual cost of new capacity, yuan/MW/a.</summary>
    public required double[] AnnualCostYuanPerMw { get; init; }

    /// <summary>Fixed O&amp;M of existing capacity, yuan/MW/a.</summary>
    public required double[] ExistingCostYuanPerMw { get; init; }

    /// <summary>Series reactance over the square of the nominal voltage (ohm/kV², that is pu on 1 MVA); does not change with size. NaN where unknown.</summary>
    public required double[] ReactancePu { get; init; }
}
