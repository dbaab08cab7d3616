namespace Suandian.Weather;

/// <summary>Power of a wind turbine over wind speed at hub height, at the standard density of 1.225 kg/m³.</summary>
public sealed class PowerCurve
{
    const double StandardDensity = 1.225;
    readonly double[] _speeds, _power, _exponents;

    /// <summary>A curve of points; between them it is linear, outside them the turbine stands still.</summary>
    /// <param name="speedsMS">Wind speeds [m/s], ≥ 0, strictly growing, at least two, shape [points].</param>
    /// <param name="powerPu">Power over nominal power [pu], shape [points].</param>
    /// <exception cref="ArgumentException">Fewer than two points, lengths differ or speeds do not grow.</exception>
    public PowerCurve(ReadOnlySpan<double> speedsMS, ReadOnlySpan<double> powerPu)
    {
        if (speedsMS.Length < 2 || speedsMS.Length != powerPu.Length)
            throw new ArgumentException($"a power curve of {speedsMS.Length} speeds and {powerPu.Length} powers", nameof(powerPu));
        for (int i = 1; i < speedsMS.Length; i++)
        {
            if (!(speedsMS[i] > speedsMS[i - 1]))
                throw new ArgumentException($"wind speed {speedsMS[i]} follows {speedsMS[i - 1]} in a power curve", nameof(speedsMS));
        }

        _speeds = speedsMS.ToArray();
        _power = powerPu.ToArray();
        _exponents = Array.ConvertAll(_speeds, v => Math.Clamp(v / 15 - 1.0 / 6, 1.0 / 3, 2.0 / 3));
    }

    /// <summary>Power at a wind speed [pu], density 1.225 kg/m³.</summary>
    public double At(double speedMS) => Read(speedMS, 0);

    /// <summary>Power at a wind speed [pu] in air of another density.</summary>
    /// <param name="speedMS">Wind speed at hub height [m/s].</param>
    /// <param name="densityKgM3">Density of the air [kg/m³], &gt; 0.</param>
    /// <remarks>
    /// Every speed v of the curve moves to v (1.225/ρ)^p, p = 1/3 up to 7.5 m/s, 2/3 from 12.5 m/s, linear between.
    /// Source: L. Svenningsen, Power Curve Air Density Correction And Other Power Curve Options in WindPRO, EMD, 2010.
    /// Checked against: windpowerlib power_curve_density_correction, every hour of one year, two turbines.
    /// </remarks>
    public double At(double speedMS, double densityKgM3) => Read(speedMS, Math.Log(StandardDensity / densityKgM3));

    double Read(double speed, double logRatio)
    {
        int low = 0, high = _speeds.Length - 1;
        double vLow = Moved(low, logRatio), vHigh = Moved(high, logRatio);
        if (!(speed >= vLow && speed <= vHigh))
            return 0;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            double v = Moved(middle, logRatio);
            if (v <= speed)
                (low, vLow) = (middle, v);
            else
                (high, vHigh) = (middle, v);
        }

        return _power[low] + (_power[high] - _power[low]) * (speed - vLow) / (vHigh - vLow);
    }

    double Moved(int point, double logRatio) =>
        logRatio == 0 ? _speeds[point] : _speeds[point] * Math.Exp(_exponents[point] * logRatio);
}
