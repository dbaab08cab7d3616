using Suandian.Network;

namespace Suandian.Prices;

/// <summary>Sums over the year of hourly arrays [component × snapshot], weighted by the hours each snapshot stands for.</summary>
public static class Year
{
    /// <summary>Σ weight(t) · value(i, t).</summary>
    public static double Sum(HourlyNetwork network, double[] values, int component)
    {
        var weight = network.Snapshots.WeightH;
        var row = values.AsSpan(component * weight.Length, weight.Length);
        var sum = 0.0;
        for (var t = 0; t < weight.Length; t++)
        {
            sum += weight[t] * row[t];
        }

        return sum;
    }

    /// <summary>Σ weight(t) · value(i, t) · factor(i, t).</summary>
    public static double Sum(HourlyNetwork network, double[] values, double[] factors, int component)
    {
        var weight = network.Snapshots.WeightH;
        var from = component * weight.Length;
        var sum = 0.0;
        for (var t = 0; t < weight.Length; t++)
        {
            sum += weight[t] * values[from + t] * factors[from + t];
        }

        return sum;
    }

    /// <summary>Σ weight(t) · value(t) of a single series [T].</summary>
    public static double Sum(HourlyNetwork network, double[] series) => Sum(network, series, 0);
}
