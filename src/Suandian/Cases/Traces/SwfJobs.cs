using Suandian.Scheduling;

namespace Suandian.Cases.Traces;

/// <summary>Jobs of lines of the Standard Workload Format, in the order of the log.</summary>
sealed class SwfJobs
{
    readonly List<long> _number = [], _submitS = [], _runS = [], _estimateS = [];
    readonly List<int> _processors = [], _line = [];
    readonly List<double> _memoryMiB = [];
    readonly SwfLabels _users = new(), _queues = new();

    /// <summary>Number of jobs.</summary>
    internal int Count => _number.Count;

    /// <summary>First arrival that is known, s; 0 where none is.</summary>
    internal long FirstS => _submitS.Find(s => s >= 0);

    /// <summary>Makes room.</summary>
    internal void Reserve(int jobs)
    {
        foreach (var times in (List<long>[])[_number, _submitS, _runS, _estimateS])
        {
            times.EnsureCapacity(jobs);
        }

        _processors.EnsureCapacity(jobs);
        _line.EnsureCapacity(jobs);
        _memoryMiB.EnsureCapacity(jobs);
    }

    /// <summary>Takes a job.</summary>
    /// <param name="line">Line of the log.</param>
    /// <param name="number">Its number.</param>
    /// <param name="times">Arrival, run time and time asked for, s; −1 where nobody knows.</param>
    /// <param name="held">Processors, and memory of all of them, MiB.</param>
    /// <param name="names">Numbers of user and queue; below 0 where nobody knows.</param>
    internal void Add(int line, long number, (long SubmitS, long RunS, long EstimateS) times, (int Processors, double MemoryMiB) held, (double User, double Queue) names)
    {
        _line.Add(line);
        _number.Add(number);
        _submitS.Add(times.SubmitS);
        _runS.Add(times.RunS);
        _estimateS.Add(Math.Max(1, Math.Max(times.RunS, times.EstimateS)));
        _processors.Add(held.Processors);
        _memoryMiB.Add(held.MemoryMiB);
        _users.Add(names.User);
        _queues.Add(names.Queue);
    }

    /// <summary>The jobs taken.</summary>
    /// <param name="name">Name shown to people.</param>
    /// <param name="began">Local wall clock at second 0; null where the log does not say.</param>
    /// <param name="zero">That second on the clock of the log.</param>
    internal JobTrace Trace(string name, DateTime? began, long zero) => new()
    {
        Name = name,
        Number = [.. _number],
        Began = began,
        SubmitS = zero == 0 ? [.. _submitS] : [.. _submitS.Select(s => s < 0 ? -1 : Math.Max(-1, s - zero))],
        RunS = [.. _runS],
        EstimateS = [.. _estimateS],
        Processors = [.. _processors],
        MemoryMiB = _memoryMiB.Exists(m => m > 0) ? [.. _memoryMiB] : null,
        User = _users.Labels(),
        Partition = _queues.Labels(),
        Line = [.. _line],
    };
}
