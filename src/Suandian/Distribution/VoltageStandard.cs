namespace Suandian.Distribution;

/// <summary>Limits of the supply voltage by GB/T 12325.</summary>
/// <remarks>
/// Up to 20 kV three-phase ±7 %; 220 V single-phase +7 %, −10 %; 35 kV and above the absolute values of the highest and the
/// lowest deviation together at most 10 %, where both have one sign the larger one alone. Nominal is the base voltage of the bus.
/// Between 20 and 35 kV, where the standard names no voltage, the rule of 20 kV holds.
/// Source: the text of the edition of 1990 as found; the edition in force, 2008, has the same figures by second-hand reports.
/// </remarks>
public static class VoltageStandard
{
    /// <summary>Most that the two deviations may come to together at 35 kV and above, pu.</summary>
    public const double MostSpreadPu = 0.10;

    const double FromKv = 35, SinglePhaseKv = 0.3;

    /// <summary>True where the two deviations count together: 35 kV and above.</summary>
    /// <param name="nominalKv">Nominal voltage, kV.</param>
    public static bool HasSumRule(double nominalKv) => nominalKv >= FromKv;

    /// <summary>Lowest and highest voltage, pu; 0 and infinite where the nominal voltage is not known.</summary>
    /// <param name="nominalKv">Nominal voltage, kV; 0 where it is not known.</param>
    /// <remarks>Where the two deviations count together, the band is what each of them alone may come to.</remarks>
    public static (double LowPu, double HighPu) Band(double nominalKv) => nominalKv switch
    {
        <= 0 => (0, double.PositiveInfinity),
        < SinglePhaseKv => (0.90, 1.07),
        < FromKv => (0.93, 1.07),
        _ => (1 - MostSpreadPu, 1 + MostSpreadPu),
    };

    /// <summary>The two deviations together as the standard counts them, pu.</summary>
    /// <param name="lowestPu">Lowest voltage of all hours, pu.</param>
    /// <param name="highestPu">Highest, pu.</param>
    public static double Spread(double lowestPu, double highestPu) => Math.Max(highestPu - 1, 0) + Math.Max(1 - lowestPu, 0);
}
