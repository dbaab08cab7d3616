namespace Suandian.Scheduling.Statistics;

/// <summary>Processors held in equal pieces of time.</summary>
public static class HeldProcessors
{
    /// <summary>Mean processors held in each piece.</summary>
    /// <param name="runs">Start and end, s, and processors.</param>
    /// <param name="fromS">Beginning of the first piece, s.</param>
    /// <param name="widthS">Length of a piece, s, &gt; 0.</param>
    /// <param name="pieces">Number of pieces, ≥ 1; what lies outside is not counted.</param>
    /// <returns>Shape [pieces].</returns>
    public static double[] Mean(IEnumerable<(long StartS, long EndS, int Processors)> runs, double fromS, double widthS, int pieces)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var (part, steps) = (new double[pieces], new double[pieces + 1]); // pieces held in part, and changes of what is held throughout
        foreach (var (startS, endS, processors) in runs)
        {
            var (start, end) = (Math.Clamp((startS - fromS) / widthS, 0, pieces), Math.Clamp((endS - fromS) / widthS, 0, pieces));
            var (first, last) = ((int)Math.Floor(start), (int)Math.Floor(end));
            if (first == last)
            {
                part[Math.Min(first, pieces - 1)] += (end - start) * processors;
                continue;
            }

            part[first] += (first + 1 - start) * processors;
            steps[first + 1] += processors;
            steps[last] -= processors;
            if (last < pieces)
            {
                part[last] += (end - last) * processors;
            }
        }

        var held = 0.0;
        for (var piece = 0; piece < pieces; piece++)
        {
            held += steps[piece];
            part[piece] += held;
        }

        return part;
    }

    /// <summary>Most processors held at one time in each piece.</summary>
    /// <inheritdoc cref="Mean"/>
    public static long[] Most(IEnumerable<(long StartS, long EndS, int Processors)> runs, long fromS, long widthS, int pieces)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var (most, held, sinceS) = (new long[pieces], 0L, fromS);
        foreach (var change in runs.Where(r => r.EndS > r.StartS).SelectMany(r => new[] { (AtS: r.StartS, By: (long)r.Processors), (AtS: r.EndS, By: -(long)r.Processors) }).GroupBy(c => c.AtS, c => c.By).OrderBy(c => c.Key))
        {
            for (var piece = Math.Max(0, (sinceS - fromS) / widthS); piece < pieces && fromS + (piece * widthS) < change.Key; piece++)
            {
                most[piece] = Math.Max(most[piece], held);
            }

            (held, sinceS) = (held + change.Sum(), change.Key);
        }

        return most;
    }
}
