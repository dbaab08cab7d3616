using System.Collections.Immutable;

namespace Suandian.Scheduling.Comparison;

/// <summary>Puts what runs on rows of processors, the lowest free ones first, for a chart of Gantt's kind.</summary>
public static class ProcessorRows
{
    /// <summary>Blocks of the chart; a segment whose processors are not neighbours has several.</summary>
    /// <param name="trace">The jobs.</param>
    /// <param name="segments">When they run, in any order.</param>
    public static ImmutableArray<ProcessorBlock> Of(JobTrace trace, IEnumerable<JobSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(segments);
        var (free, running, blocks) = (new SortedDictionary<int, int> { [0] = int.MaxValue }, new PriorityQueue<ProcessorBlock, long>(), ImmutableArray.CreateBuilder<ProcessorBlock>());
        foreach (var segment in segments.Where(s => s.EndS > s.StartS).OrderBy(s => s.StartS).ThenBy(s => s.Job))
        {
            while (running.TryPeek(out var ended, out var endS) && endS <= segment.StartS)
            {
                running.Dequeue();
                GiveBack(free, ended.FirstRow, ended.FirstRow + ended.Rows);
            }

            for (var needed = trace.Processors[segment.Job]; needed > 0;)
            {
                var (from, to) = free.First();
                var taken = Math.Min(needed, to - from);
                free.Remove(from);
                if (from + taken < to)
                {
                    free[from + taken] = to;
                }

                var block = new ProcessorBlock(segment, from, taken);
                blocks.Add(block);
                running.Enqueue(block, segment.EndS);
                needed -= taken;
            }
        }

        return blocks.ToImmutable();
    }

    static void GiveBack(SortedDictionary<int, int> free, int from, int to)
    {
        if (free.Remove(to, out var end))
        {
            to = end;
        }

        if (free.FirstOrDefault(f => f.Value == from, new(-1, -1)) is { Key: >= 0 } before)
        {
            (from, _) = (before.Key, free.Remove(before.Key));
        }

        free[from] = to;
    }
}

/// <summary>Neighbouring rows of processors that a job holds for a time.</summary>
/// <param name="Segment">Job and time.</param>
/// <param name="FirstRow">First row, from 0.</param>
/// <param name="Rows">Number of rows, ≥ 1.</param>
public readonly record struct ProcessorBlock(JobSegment Segment, int FirstRow, int Rows);
