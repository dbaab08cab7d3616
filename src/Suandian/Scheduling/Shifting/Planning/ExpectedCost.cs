namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Expected cost of a run whose length is not known and that may not be suspended, by its start.</summary>
/// <remarks>
/// Reckons with a length that forgets its age: P(longer than u) = exp(−u/m), m the mean of its class. Then
///   f(s) = ∫ from s of exp(−(v − s)/m) price(v) dv,  f(hour) = m (1 − e) price(hour) + e f(hour + 1),  e = exp(−1 h/m)
/// is monotone within an hour (f' = f/m − price keeps its sign), so that the least lies at the ends of a window or where an hour begins.
/// The mean alone asks no more knowledge than GAIA's policies have; it weighs near hours more than a run of the mean length does.
/// Checked against: integration in steps of one slot, 1e-6 relative.
/// </remarks>
sealed class ExpectedCost
{
    const double SlotsPerHour = ShiftTrace.SlotsPerHour;

    /// <summary>Means after which a length is as good as over: exp(−25) = 1e-11.</summary>
    const int Means = 25;

    readonly GuidePrices _prices;
    readonly double _meanH;
    readonly int _first;
    readonly double[] _atHour; // f at the begin of each hour

    /// <summary>The expected cost for starts within some hours.</summary>
    /// <param name="prices">Prices by hour.</param>
    /// <param name="mean">Mean length, slots, &gt; 0.</param>
    /// <param name="hours">First and last hour of a start.</param>
    internal ExpectedCost(GuidePrices prices, int mean, (int First, int Last) hours)
    {
        (_prices, _meanH, _first) = (prices, mean / SlotsPerHour, hours.First);
        var end = hours.Last + 2 + (int)Math.Ceiling(Means * _meanH);
        var (keep, next) = (Math.Exp(-1 / _meanH), _meanH * prices[end]);
        _atHour = new double[hours.Last + 2 - hours.First];
        for (var hour = end - 1; hour >= hours.First; hour--)
        {
            next = _meanH * (1 - keep) * prices[hour] + keep * next;
            if (hour - hours.First < _atHour.Length)
            {
                _atHour[hour - hours.First] = next;
            }
        }
    }

    /// <summary>True where it knows the starts of some hours.</summary>
    internal bool Covers((int First, int Last) hours) => hours.First >= _first && hours.Last + 2 - _first <= _atHour.Length;

    /// <summary>f(s), in price · h.</summary>
    internal double At(int start)
    {
        var hour = start / ShiftTrace.SlotsPerHour;
        var keep = Math.Exp(-(1 - start % ShiftTrace.SlotsPerHour / SlotsPerHour) / _meanH);
        return _meanH * (1 - keep) * _prices[hour] + keep * _atHour[hour + 1 - _first];
    }

    /// <summary>The first of the best starts of a window.</summary>
    /// <param name="now">First slot it may start.</param>
    /// <param name="latest">Last slot it may start, ≥ <paramref name="now"/>.</param>
    /// <param name="waitingPerHour">Price of an hour of waiting, for each expected cpu h.</param>
    internal int Best(int now, int latest, double waitingPerHour)
    {
        var (best, least) = (now, At(now));
        for (var at = (now / ShiftTrace.SlotsPerHour + 1) * ShiftTrace.SlotsPerHour; at - ShiftTrace.SlotsPerHour < latest; at += ShiftTrace.SlotsPerHour)
        {
            var start = Math.Min(at, latest);
            var cost = At(start) + waitingPerHour * _meanH * ((start - now) / SlotsPerHour);
            if (least - cost > 1e-12 * Math.Abs(cost))
            {
                (best, least) = (start, cost);
            }
        }

        return best;
    }
}
