namespace Suandian.Weather;

/// <summary>The distribution functions the synthetic year is drawn from.</summary>
static class Distributions
{
    /// <summary>Standard normal distribution function Φ; absolute error below 2e-7.</summary>
    /// <remarks>Source: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964, 7.1.26.</remarks>
    internal static double NormalCdf(double x)
    {
        double z = Math.Abs(x) / Math.Sqrt(2), t = 1 / (1 + 0.3275911 * z);
        double tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
            * Math.Exp(-z * z) / 2;
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>Quantile of the Weibull distribution with a given mean: mean/Γ(1 + 1/k) (−ln(1 − u))^(1/k).</summary>
    internal static double WeibullQuantile(double u, double k, double mean) =>
        mean / Gamma(1 + 1 / k) * Math.Pow(-Math.Log(Math.Max(1e-12, 1 - u)), 1 / k);

    /// <summary>Quantile of the distribution of greatest entropy on 0 … 1 with a given mean (a truncated exponential).</summary>
    /// <remarks>f(x) ~ exp(−λ x); mean = 1/λ − 1/(e^λ − 1), solved for λ by halving.</remarks>
    internal static double EntropyQuantile(double u, double mean)
    {
        double low = -200, high = 200;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (MeanOf(middle) > mean)
                low = middle;
            else
                high = middle;
        }

        double λ = (low + high) / 2;
        return Math.Abs(λ) < 1e-6 ? u : Math.Clamp(-Math.Log(1 - u * (1 - Math.Exp(-λ))) / λ, 0, 1);
    }

    static double MeanOf(double λ) => Math.Abs(λ) < 1e-6 ? 0.5 : 1 / λ - 1 / (Math.Exp(λ) - 1);

    /// <summary>Γ(x) for x &gt; 0.5; relative error below 1e-10.</summary>
    /// <remarks>Source: C. Lanczos, SIAM J. Numer. Anal. B 1 (1964) 86, with g = 5 and six terms.</remarks>
    internal static double Gamma(double x)
    {
        ReadOnlySpan<double> c =
        [
            76.18009172947146, -86.50532032941677, 24.01409824083091,
            -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5,
        ];
        double series = 1.000000000190015;
        for (int i = 0; i < c.Length; i++)
            series += c[i] / (x + i + 1);
        double t = x + 5.5;
        return Math.Sqrt(2 * Math.PI) * Math.Exp((x + 0.5) * Math.Log(t) - t) * series / x;
    }
}
