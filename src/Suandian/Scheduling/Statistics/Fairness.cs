namespace Suandian.Scheduling.Statistics;

/// <summary>How alike those who share something fare.</summary>
static class Fairness
{
    /// <summary>J = (Σ x)² / (n Σ x²), 1/n … 1; 1 where all have the same, NaN where nobody has anything.</summary>
    /// <remarks>R. Jain, D.-M. Chiu, W. Hawe, "A quantitative measure of fairness", DEC-TR-301, 1984.</remarks>
    internal static double Jain(double[] x)
    {
        var (sum, squares) = (x.Sum(), x.Sum(v => v * v));
        return squares > 0 ? sum * sum / (x.Length * squares) : double.NaN;
    }
}
