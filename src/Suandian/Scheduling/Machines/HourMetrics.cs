namespace Suandian.Scheduling.Machines;

/// <summary>One hour of a simulated machine.</summary>
/// <param name="Hour">Hour of the trace, from 0.</param>
/// <param name="Table">The row of the table that holds; null where the machine has no hours.</param>
/// <param name="IdleKwh">Energy of the site for the idle machine, kWh.</param>
/// <param name="DynamicKwh">Energy of the site that jobs add, kWh.</param>
/// <param name="PeakMw">Highest power of the site in the hour, MW.</param>
/// <param name="ExcessKwh">Energy above the power limit, kWh.</param>
public sealed record HourMetrics(long Hour, MachineHour? Table, double IdleKwh, double DynamicKwh, double PeakMw, double ExcessKwh)
{
    /// <summary>Energy of the site, kWh.</summary>
    public double EnergyKwh => IdleKwh + DynamicKwh;
}
