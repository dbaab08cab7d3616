using Suandian.Cases.Tables;

namespace Suandian.Cases.Traces;

/// <summary>A job as a row tells it.</summary>
/// <param name="Row">Where.</param>
/// <param name="Id">Its name.</param>
/// <param name="SubmitS">Arrival, s on the clock of the table.</param>
/// <param name="RunS">Time it ran, s.</param>
/// <param name="Processors">Processors held.</param>
sealed record JobDraft(RawRow Row, string Id, long SubmitS, long RunS, double Processors)
{
    /// <summary>Time asked for, s; 0 where nobody says.</summary>
    internal long EstimateS { get; init; }

    /// <summary>Equal parts on nodes of their own; 0 where nobody says.</summary>
    internal double Nodes { get; init; }

    /// <summary>Accelerators, thousandths.</summary>
    internal long AcceleratorMilli { get; init; }

    /// <summary>Memory, MiB; 0 where nobody says.</summary>
    internal double MemoryMiB { get; init; }

    /// <summary>Latest end, s on the clock of the table; null for none.</summary>
    internal long? DeadlineS { get; init; }

    /// <summary>Chip asked for.</summary>
    internal string? Chip { get; init; }

    /// <summary>Partition.</summary>
    internal string? Partition { get; init; }

    /// <summary>User.</summary>
    internal string? User { get; init; }

    /// <summary>Section: government, national or market.</summary>
    internal string? Section { get; init; }
}
