namespace Suandian.Distribution.Year;

/// <summary>Sums of hours of a year, of which each snapshot may stand for several or for a part.</summary>
public static class HourSum
{
    /// <summary>Decimals of an hour that are kept: a sum of weights carries round-off behind them.</summary>
    const int Decimals = 6;

    /// <summary>A sum without the round-off of its weights, so that whole hours are told as whole numbers.</summary>
    /// <param name="hours">Sum of weights, h.</param>
    public static double Told(double hours) => Math.Round(hours, Decimals);
}
