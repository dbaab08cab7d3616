using Suandian.Distribution.Year;

namespace Suandian.Distribution.Hosting;

/// <summary>What is added at a bus.</summary>
public enum HostingKind
{
    /// <summary>PV without reactive power.</summary>
    Pv,

    /// <summary>Wind without reactive power.</summary>
    Wind,

    /// <summary>Computing load.</summary>
    Load,
}

/// <summary>How hosting capacity is computed.</summary>
public sealed record HostingOptions
{
    /// <summary>What is added.</summary>
    public HostingKind Kind { get; init; }

    /// <summary>Power factor of computing load, inductive, &gt; 0 … 1; 0.95. PV and wind give no reactive power.</summary>
    public double PowerFactor { get; init; } = 0.95;

    /// <summary>Where the search ends, MW, &gt; 0; null for ten times the largest load of the grid, and 10 MW at the least.</summary>
    public double? MostMw { get; init; }

    /// <summary>Computing load at the bus that can be shifted within a day, MW at full power, ≥ 0; 0 for none.</summary>
    public double FlexibleMw { get; init; }

    /// <summary>Energy that this computing needs each day, as a share of full power all day, 0 … 1; 0.5.</summary>
    public double BusyPu { get; init; } = 0.5;

    /// <summary>Threads, ≥ 1; the numbers do not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What a MW does in each hour, pu; 1 throughout where no shape was given. Shape [hours].</summary>
    public double[] Shape(FeederHours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var given = Kind switch { HostingKind.Pv => hours.PvPu, HostingKind.Wind => hours.WindPu, _ => hours.ComputePu };
        return given ?? [.. Enumerable.Repeat(1.0, hours.Count)];
    }
}
