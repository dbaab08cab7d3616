namespace Suandian.Scheduling;

/// <summary>Rigid batch jobs in order of arrival: one number a job in each array.</summary>
public sealed record JobTrace
{
    /// <summary>Name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the job in its log.</summary>
    public required long[] Number { get; init; }

    /// <summary>Arrival, s since the beginning of the log; never falls.</summary>
    public required long[] SubmitS { get; init; }

    /// <summary>Time the job really runs, s, ≥ 0. Policies do not see it before the job has ended.</summary>
    public required long[] RunS { get; init; }

    /// <summary>Time the user asked for, s, ≥ <see cref="RunS"/> and ≥ 1, so that a reservation holds something; the job would be stopped at its end.</summary>
    public required long[] EstimateS { get; init; }

    /// <summary>Processors held while it runs, ≥ 1.</summary>
    public required int[] Processors { get; init; }

    /// <summary>Number of jobs.</summary>
    public int Count => Number.Length;
}
