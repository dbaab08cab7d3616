namespace Suandian.Scheduling.Statistics;

/// <summary>How numbers are spread.</summary>
/// <remarks>Quantiles by linear interpolation between order statistics: type 7 of R. J. Hyndman and Y. Fan, 1996, doi:10.1080/00031305.1996.10473566.</remarks>
public sealed record Spread
{
    readonly double[] _sorted;

    Spread(double[] sorted) => _sorted = sorted;

    /// <summary>How many there are.</summary>
    public int Count => _sorted.Length;

    /// <summary>Mean; NaN of none.</summary>
    public double Mean => _sorted.Length == 0 ? double.NaN : _sorted.Average();

    /// <summary>The numbers in order.</summary>
    public ReadOnlySpan<double> Sorted => _sorted;

    /// <summary>The number that a share of all does not pass; NaN of none.</summary>
    /// <param name="share">0 for the least, 0.5 for the median, 1 for the largest.</param>
    public double Quantile(double share)
    {
        if (_sorted.Length == 0)
        {
            return double.NaN;
        }

        var place = share * (_sorted.Length - 1);
        var (low, high) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
        return _sorted[low] + (place - low) * (_sorted[high] - _sorted[low]);
    }

    /// <summary>The spread of numbers in any order.</summary>
    public static Spread Of(IEnumerable<double> values) => new([.. values.Order()]);
}
