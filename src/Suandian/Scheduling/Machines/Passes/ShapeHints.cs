using System.Numerics;

namespace Suandian.Scheduling.Machines.Passes;

/// <summary>The latest time found for jobs of each shape, by how long they run: where what is free only shrinks, one that runs no shorter finds none before.</summary>
/// <param name="shapes">Number of shapes.</param>
sealed class ShapeHints(int shapes)
{
    const int PartsOfOctave = 4, Octaves = 42; // durations of some years in s

    readonly long[]?[] _latestS = new long[]?[shapes]; // [shapes][lengths]: of jobs shorter than a length
    readonly int[] _round = new int[shapes];
    int _now = 1;

    /// <summary>Forgets all.</summary>
    internal void Clear() => _now++;

    /// <summary>A time before which a job of a shape need not be tried, s.</summary>
    internal long Earliest(int shape, long durationS) => _round[shape] == _now ? _latestS[shape]![Class(durationS)] : long.MinValue;

    /// <summary>A job found a time.</summary>
    internal void Note(int shape, long durationS, long startS)
    {
        var latest = _latestS[shape] ??= new long[PartsOfOctave * Octaves];
        if (_round[shape] != _now)
        {
            Array.Fill(latest, long.MinValue);
            _round[shape] = _now;
        }

        for (var k = Class(durationS) + 1; k < latest.Length && latest[k] < startS; k++)
        {
            latest[k] = startS;
        }
    }

    /// <summary>Lengths in steps of about a fifth; one of a smaller class is shorter.</summary>
    static int Class(long durationS)
    {
        var octave = BitOperations.Log2((ulong)Math.Max(1, durationS));
        var within = octave < 2 ? 0 : (int)(durationS >> (octave - 2)) & (PartsOfOctave - 1);
        return Math.Min(PartsOfOctave * Octaves - 1, PartsOfOctave * octave + within);
    }
}
