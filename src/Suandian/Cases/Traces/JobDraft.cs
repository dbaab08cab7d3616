using Suandian.Cases.Tables;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Cases.Traces;

/// <summary>A job as a row tells it; what is null or not sound was told as a fault already.</summary>
/// <param name="Row">Where.</param>
/// <param name="Id">Its name.</param>
sealed record JobDraft(RawRow Row, string Id)
{
    /// <summary>Arrival, s on the clock of the table.</summary>
    internal required long? SubmitS { get; init; }

    /// <summary>Time it ran, s.</summary>
    internal required long? RunS { get; init; }

    /// <summary>Processors held.</summary>
    internal required double? Processors { get; init; }

    /// <summary>False where a cell of the row cannot be used.</summary>
    internal bool IsSound { get; init; } = true;

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

    /// <summary>Section.</summary>
    internal string? Section { get; init; }

    /// <summary>What it asks of the cluster to which it may be shifted; null for nothing.</summary>
    internal JobDemand? Demand { get; init; }
}
