namespace Suandian.Distribution.Grids;

/// <summary>Tables of a planning case whose rows have an hourly power at a bus.</summary>
public enum PlanTable
{
    /// <summary>Fixed loads.</summary>
    Loads,

    /// <summary>Clusters with their cooling.</summary>
    Clusters,

    /// <summary>Generators.</summary>
    Generators,

    /// <summary>Storage units: discharge less charge.</summary>
    StorageUnits,

    /// <summary>Links: what arrives at the second bus.</summary>
    Links,

    /// <summary>Connections over the border of the case: import or export.</summary>
    Tariffs,
}
