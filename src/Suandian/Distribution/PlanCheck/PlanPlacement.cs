using System.Collections.Immutable;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Year;
using Suandian.Network;
using Suandian.Planning;
using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

/// <summary>The hourly powers of a plan at the buses of a grid, and what of the plan has no place there.</summary>
/// <param name="Injections">Powers into the buses for each snapshot of the plan.</param>
/// <param name="Unplaced">Rows of the plan with power that the grid carries not at all or in part, in the order of the tables.</param>
/// <param name="TodayRows">Loads and generators of the grid that stand for no row of the plan and keep their power of today.</param>
/// <param name="LoadMw">What loads take, MW, ≥ 0. Shape [buses × T].</param>
public sealed record PlanPlacement(
    HourlyInjections Injections, ImmutableArray<UnplacedRow> Unplaced, ImmutableArray<string> TodayRows, double[] LoadMw)
{
    /// <summary>Places a plan.</summary>
    /// <param name="grid">Grid whose loads and generators name rows of the plan.</param>
    /// <param name="network">Network of the plan.</param>
    /// <param name="plan">Plan with a solution.</param>
    public static PlanPlacement Of(EquippedGrid grid, HourlyNetwork network, PlanningSolution plan)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(network);
        var powers = new PlanPowers(network, plan);
        var (source, snapshots) = (grid.Source, network.Snapshots);
        var (active, reactive, load) = (new double[source.Buses.Length * snapshots.Count], new double[source.Buses.Length * snapshots.Count], new double[source.Buses.Length * snapshots.Count]);
        for (var l = 0; l < source.Loads.Length; l++)
        {
            var row = source.Loads[l];
            var planned = row.InService ? powers.Find(row.PlanTable, row.PlanRow) : null;
            Add(row.Bus, t => Power(planned?.IntoBus(t) * -row.PlanSharePu, Ratio(row.PowerMw, row.ReactiveMvar, row.PowerFactorPu), () => grid.Today.Load(l, Hour(t))), -1);
        }

        for (var g = 0; g < source.Generators.Length; g++)
        {
            var row = source.Generators[g];
            var planned = row.InService ? powers.Find(row.PlanTable, row.PlanRow) : null;
            Add(row.Bus, t => Power(planned?.IntoBus(t) * row.PlanSharePu, Ratio(row.PowerMw, row.ReactiveMvar, row.PowerFactorPu), () => grid.Today.Generator(g, Hour(t))), 1);
        }

        return new PlanPlacement(new HourlyInjections(snapshots.Count, active, reactive), powers.Unplaced(source),
            [.. source.Loads.Where(l => l.PlanTable is null && l.InService).Select(l => l.Name), .. source.Generators.Where(g => g.PlanTable is null && g.InService).Select(g => g.Name)], load);

        int Hour(int t) => grid.Today.Hours == 1 ? 0 : snapshots.HourOfYear[t];

        void Add(string bus, Func<int, (double Mw, double Mvar)> power, int sign)
        {
            var first = grid.Bus(bus) * snapshots.Count;
            for (var t = 0; t < snapshots.Count; t++)
            {
                var (mw, mvar) = power(t);
                (active[first + t], reactive[first + t]) = (active[first + t] + (sign * mw), reactive[first + t] + (sign * mvar));
                load[first + t] += sign < 0 ? Math.Max(0, mw) : 0;
            }
        }
    }

    /// <summary>The same as hours of a grid, each with the hours of the year that it stands for; numbered as hours of the year, 0 … 8759.</summary>
    /// <param name="network">Network of the plan.</param>
    public FeederHours Hours(HourlyNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new FeederHours
        {
            Injections = Injections, LoadMw = LoadMw, Label = network.Snapshots.HourOfYear, WeightH = network.Snapshots.IsWholeYear ? null : network.Snapshots.WeightH,
        };
    }

    static (double Mw, double Mvar) Power(double? planned, double ratio, Func<(double Mw, double Mvar)> today) =>
        planned is { } mw ? (mw, mw * ratio) : today();

    /// <summary>Reactive over active power of a row: by its power factor, or as its two figures of today have it.</summary>
    static double Ratio(double mw, double? mvar, double powerFactor) =>
        mvar is { } given ? mw == 0 ? 0 : given / mw : TodaysPowers.Tangent(powerFactor);
}

/// <summary>A row of the plan that has power and no place in the grid.</summary>
/// <param name="Table">Table of the planning case.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bus">Bus of the planning case where it stands.</param>
/// <param name="SharePu">Part of it that is not placed, pu.</param>
/// <param name="EnergyMwh">Energy of that part, without sign, MWh/a.</param>
/// <param name="PeakMw">Highest power of that part, MW.</param>
public sealed record UnplacedRow(string Table, string Name, string Bus, double SharePu, double EnergyMwh, double PeakMw);
