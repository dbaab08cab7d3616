namespace Suandian.Scheduling;

/// <summary>When each job of a trace starts on one machine.</summary>
/// <param name="Policy">The policy that decided.</param>
/// <param name="Processors">Processors of the machine.</param>
/// <param name="StartS">Start, s since the beginning of the log. Shape [jobs].</param>
public sealed record ScheduleSolution(QueuePolicyKind Policy, int Processors, long[] StartS);

/// <summary>The order in which waiting jobs start on one machine.</summary>
public enum QueuePolicyKind
{
    /// <summary>In order of arrival; nobody passes.</summary>
    Fifo,

    /// <summary>The shortest estimate first; where it does not fit, all wait for it.</summary>
    ShortestFirst,

    /// <summary>In order of arrival; a later job may start where the first one waiting does not start later for it.</summary>
    Easy,

    /// <summary>In order of arrival; a later job may start where nobody before it starts later for it.</summary>
    Conservative,
}
