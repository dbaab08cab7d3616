namespace Suandian.Weather;

/// <summary>Random numbers that are the same on every machine and in every version of the runtime.</summary>
/// <remarks>
/// Source: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014,
/// doi:10.1145/2660193.2660195. Checked against: the published first outputs for seed 1234567.
/// </remarks>
sealed class SplitMix64(ulong seed)
{
    ulong _state = seed;
    double _spare = double.NaN;

    /// <summary>An independent stream of the same seed.</summary>
    internal static SplitMix64 Stream(ulong seed, ulong stream) =>
        new(new SplitMix64(seed ^ (0xD1B54A32D192ED03 * (stream + 1))).Next());

    internal ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in (0, 1), both ends open.</summary>
    internal double Uniform() => ((Next() >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Standard normal, by the polar method of Marsaglia.</summary>
    internal double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            double kept = _spare;
            _spare = double.NaN;
            return kept;
        }

        while (true)
        {
            double x = 2 * Uniform() - 1, y = 2 * Uniform() - 1, s = x * x + y * y;
            if (s is >= 1 or 0)
                continue;
            double factor = Math.Sqrt(-2 * Math.Log(s) / s);
            _spare = y * factor;
            return x * factor;
        }
    }

    /// <summary>Standard normal series of first order, x(t) = ρ x(t−1) + √(1−ρ²) e(t).</summary>
    internal double[] Autoregressive(int length, double ρ)
    {
        double[] x = new double[length];
        double fresh = Math.Sqrt(1 - ρ * ρ);
        for (int i = 0; i < length; i++)
            x[i] = i == 0 ? Normal() : ρ * x[i - 1] + fresh * Normal();
        return x;
    }
}
