namespace Suandian.PowerFlow;

/// <summary>A balanced three-phase grid as arrays, one set for each kind of component.</summary>
/// <remarks>
/// Powers are in MW and Mvar, angles in degrees, voltages and impedances in pu on <see cref="BaseMva"/> and the base voltage of the bus.
/// Components name buses by index, 0 … <see cref="GridBuses.Count"/> − 1. The columns are those of the MATPOWER case format, version 2.
/// </remarks>
public sealed record PowerGrid
{
    /// <summary>Name: letters, digits and _.</summary>
    public required string Name { get; init; }

    /// <summary>Name shown to people; the name where none is given.</summary>
    public Text Title
    {
        get => field.Zh is null ? new Text(Name, Name) : field;
        init;
    }

    /// <summary>Power base, MVA, &gt; 0; need not be round.</summary>
    public required double BaseMva { get; init; }

    /// <summary>Buses with their load and shunt.</summary>
    public required GridBuses Buses { get; init; }

    /// <summary>Lines and transformers.</summary>
    public required GridBranches Branches { get; init; }

    /// <summary>Generators.</summary>
    public required GridGenerators Generators { get; init; }

    /// <summary>Further fields of the file it came from, as they were written; not used, kept for writing.</summary>
    public GridField[] FurtherFields { get; init; } = [];
}

/// <summary>A field of a case file that is kept and not used.</summary>
/// <param name="Name">Name behind mpc.</param>
/// <param name="Text">What stands behind the equal sign.</param>
public sealed record GridField(string Name, string Text);
