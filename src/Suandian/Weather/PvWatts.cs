namespace Suandian.Weather;

/// <summary>PVWatts version 5: power of modules and inverter.</summary>
/// <remarks>
/// Source: A. P. Dobos, PVWatts Version 5 Manual, NREL/TP-6A20-62641, 2014, doi:10.2172/1158421.
/// Checked against: pvlib pvsystem.pvwatts_dc, pvwatts_losses and inverter.pvwatts, every hour of one year.
/// </remarks>
public static class PvWatts
{
    const double ReferenceEfficiency = 0.9637;

    /// <summary>DC power per rated DC power, before losses: G/1000 (1 + γ (Tc − 25)) [pu].</summary>
    /// <param name="effectiveWm2">Irradiance that enters the cells [W/m²].</param>
    /// <param name="cellC">Cell temperature [°C].</param>
    /// <param name="gammaPerC">Temperature coefficient [1/°C], typically −0.005 … −0.002.</param>
    public static double Dc(double effectiveWm2, double cellC, double gammaPerC) =>
        effectiveWm2 / 1000 * (1 + gammaPerC * (cellC - 25));

    /// <summary>Joint loss of losses that act one after another: 1 − Π (1 − loss) [pu].</summary>
    /// <param name="lossesPu">Single losses, 0 … 1, shape [losses].</param>
    public static double Losses(ReadOnlySpan<double> lossesPu)
    {
        double left = 1;
        foreach (double loss in lossesPu)
            left *= 1 - loss;
        return 1 - left;
    }

    /// <summary>Losses PVWatts assumes, one after another: soiling 2 %, shading 3, mismatch 2, wiring 2, connections 0.5,
    /// first light 1.5, nameplate 1, availability 3; together 14.0757 %.</summary>
    public static ReadOnlySpan<double> DefaultLossesPu => [0.02, 0.03, 0.02, 0.02, 0.005, 0.015, 0.01, 0.03];

    /// <summary>AC power of the inverter per rated AC power [pu], clipped at 1.</summary>
    /// <param name="dcPu">DC power over the DC power at which the inverter reaches its rating (AC rating/nominal efficiency).</param>
    /// <param name="nominalEfficiency">Efficiency at rating, default of PVWatts 0.96.</param>
    /// <remarks>η = ηn/0.9637 (−0.0162 z − 0.0059/z + 0.9858); AC = min(1, max(0, η z/ηn)).</remarks>
    public static double Ac(double dcPu, double nominalEfficiency)
    {
        if (!(dcPu > 0))
            return 0;
        double efficiency = nominalEfficiency / ReferenceEfficiency * (-0.0162 * dcPu - 0.0059 / dcPu + 0.9858);
        return Math.Min(1, Math.Max(0, efficiency * dcPu / nominalEfficiency));
    }
}
