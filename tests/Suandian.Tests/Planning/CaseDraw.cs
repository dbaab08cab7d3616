namespace Suandian.Planning;

/// <summary>Series and numbers of a seed.</summary>
sealed class CaseDraw
{
    readonly Random _random;

    internal CaseDraw(int seed)
    {
        _random = new Random(seed);
        Hours = 24 * _random.Next(1, 4);
    }

    internal int Hours { get; }

    internal double Part => Between(0.1, 0.9);

    internal TinyNetwork Tiny() => new() { Hours = Hours, FirstHour = 24 * _random.Next(0, 360) };

    internal double Between(double low, double high) => low + (high - low) * _random.NextDouble();

    /// <summary>20 … 100 MW.</summary>
    internal double[] Load() => [.. Enumerable.Range(0, Hours).Select(_ => Between(20, 100))];

    /// <summary>0.05 … 1.</summary>
    internal double[] Availability() => [.. Enumerable.Range(0, Hours).Select(_ => Between(0.05, 1))];

    internal HashSet<int> Window()
    {
        var first = _random.Next(0, Hours - 10);
        return [.. Enumerable.Range(first, _random.Next(3, 10))];
    }

    /// <summary>0 in the hours given, 0.6 … 1 elsewhere.</summary>
    internal double[] Outside(HashSet<int> hours) =>
        [.. Enumerable.Range(0, Hours).Select(t => hours.Contains(t) ? 0 : Between(0.6, 1))];
}
