namespace Suandian.Weather;

/// <summary>What carries the heat away in an hour.</summary>
public enum CoolingRegime
{
    /// <summary>Outdoor air alone, through dry coolers.</summary>
    Free,

    /// <summary>Outdoor air and water.</summary>
    Evaporative,

    /// <summary>A compressor helps.</summary>
    Mechanical,
}

/// <summary>Power usage effectiveness of one hall over a year.</summary>
public sealed record CoolingYear
{
    /// <summary>Power of the hall over power of its servers, ≥ 1, shape [hours].</summary>
    public required double[] Pue { get; init; }

    /// <summary>What carried the heat away, shape [hours].</summary>
    public required CoolingRegime[] Regimes { get; init; }

    /// <summary>Water evaporated and blown down [litre per kWh of IT energy], shape [hours].</summary>
    public required double[] WaterLPerKwh { get; init; }
}

/// <summary>Hourly PUE from outdoor temperature and humidity.</summary>
public static class CoolingPue
{
    const double LeastCop = 2.5, GreatestCop = 10;
    const double CondenserApproachK = 12, EvaporatorApproachK = 8, FanRangeK = 20;

    /// <summary>Litres per kWh of heat: 3.6 MJ/2.45 MJ/kg of evaporation, and a quarter of it blown down.</summary>
    const double WaterLPerKwhHeat = 3.6 / 2.45 * 1.25;

    /// <summary>PUE, regime and water of every hour at full IT load.</summary>
    /// <param name="weather">Temperature and humidity of the place.</param>
    /// <param name="options">The hall.</param>
    /// <remarks>
    /// Free while dry bulb + dry approach ≤ supply: PUE = 1 + overhead + fans, fans rising linearly over the last 20 K.
    /// Evaporative while wet bulb + wet approach ≤ supply: full fans and spray.
    /// Mechanical beyond: the compressor takes the share (coldest air reached − supply)/server rise of the heat, at most 1,
    /// with COP = Carnot share × Te/(Tc − Te), Te = supply − 8 K, Tc = dry bulb + 12 K, 2.5 … 10. In DryOnly the dry
    /// bulb takes the place of the wet one. Outdoor air does not enter the hall, so its dust and humidity do not either.
    /// Thresholds: see <see cref="CoolingOptions"/>. PUE is defined in ISO/IEC 30134-2.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static CoolingYear Compute(WeatherYear weather, CoolingOptions options)
    {
        ArgumentNullException.ThrowIfNull(weather);
        ArgumentNullException.ThrowIfNull(options);
        OptionRange.Require(options.Problems(), nameof(options));
        WeatherYear.Verify(weather);
        var year = new CoolingYear
        {
            Pue = new double[weather.Length],
            Regimes = new CoolingRegime[weather.Length],
            WaterLPerKwh = new double[weather.Length],
        };
        for (int i = 0; i < weather.Length; i++)
        {
            (year.Pue[i], year.Regimes[i], year.WaterLPerKwh[i]) =
                Hour(weather.TemperatureC[i], weather.RelativeHumidityPct[i], options);
        }

        return year;
    }

    /// <summary>PUE, regime and water of one hour.</summary>
    /// <param name="dryBulbC">Outdoor air [°C].</param>
    /// <param name="relativeHumidityPct">Its relative humidity [%].</param>
    /// <param name="options">The hall.</param>
    public static (double Pue, CoolingRegime Regime, double WaterLPerKwh) Hour(
        double dryBulbC, double relativeHumidityPct, CoolingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double still = 1 + options.FixedOverheadPu;
        double spare = options.SupplyC - options.DryApproachK - dryBulbC;
        if (spare >= 0)
        {
            double flow = 1 - Math.Min(1, spare / FanRangeK);
            return (still + options.LeastFanPu + (options.FullFanPu - options.LeastFanPu) * flow, CoolingRegime.Free, 0);
        }

        bool wet = options.Rejection == HeatRejection.DryAndEvaporative;
        double reached = wet
            ? MoistAir.WetBulbC(dryBulbC, relativeHumidityPct) + options.WetApproachK
            : dryBulbC + options.DryApproachK;
        double share = Math.Clamp((reached - options.SupplyC) / options.ServerRiseK, 0, 1);
        double pue = still + options.FullFanPu + (wet ? options.SprayPu : 0) + share / Cop(dryBulbC, options);
        double water = wet ? WaterLPerKwhHeat : 0;
        return (pue, share > 0 ? CoolingRegime.Mechanical : CoolingRegime.Evaporative, water);
    }

    static double Cop(double dryBulbC, CoolingOptions options)
    {
        double te = options.SupplyC - EvaporatorApproachK + 273.15, tc = dryBulbC + CondenserApproachK + 273.15;
        double carnot = tc > te ? te / (tc - te) : double.PositiveInfinity;
        return Math.Clamp(options.CarnotShare * carnot, LeastCop, GreatestCop);
    }
}
