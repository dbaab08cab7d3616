using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Cases;

public static partial class NetworkBuilder
{
    /// <summary>Units that are on or off, generators before links; null where there are none.</summary>
    /// <remarks>Cyclic in each block of hours; a start counts as often as the hour it falls in stands for.</remarks>
    static Commitments? CommitmentsOf(CaseLookup lookup, Generators generators)
    {
        var (data, snapshots) = (lookup.Data, lookup.Snapshots);
        (string Name, bool IsLink, int Index, UnitRow Row)[] units =
        [
            .. Of(data.Generators, g => g.Committable, isLink: false, g => (g.Name, UnitRow.Of(g))),
            .. Of(data.Links, l => l.Committable, isLink: true, l => (l.Name, UnitRow.Of(l))),
        ];
        return units.Length == 0 ? null : new Commitments
        {
            Name = Array.ConvertAll(units, u => u.Name),
            IsLink = Array.ConvertAll(units, u => u.IsLink),
            Component = Array.ConvertAll(units, u => u.Index),
            IsCyclic = true,
            MachineMw = Array.ConvertAll(units, u => u.Row.MachineMw),
            BoundMw = Array.ConvertAll(units, u => u.Row.BoundMw * (u.IsLink ? 1 : Highest(u.Index))),
            MinUp = Array.ConvertAll(units, u => Math.Max(u.Row.MinUpH, u.Row.LeastHours)),
            MinDown = Array.ConvertAll(units, u => Math.Max(u.Row.MinDownH, u.Row.LeastHours)),
            UpBefore = new int[units.Length],
            DownBefore = new int[units.Length],
            StartCostYuan = [.. units.SelectMany(u => snapshots.WeightH.Select(w => w * u.Row.StartCostYuan))],
            StopCostYuan = new double[units.Length * snapshots.Count],
            StandByYuanPerH = new double[units.Length * snapshots.Count],
        };

        double Highest(int g) => generators.AvailabilityPu.AsSpan(g * snapshots.Count, snapshots.Count).ToArray().Max();
    }

    /// <summary>Limits of ramps, generators before links; null where there are none.</summary>
    static Ramps? RampsOf(Case data, Commitments? commitments, int snapshots)
    {
        (string Name, bool IsLink, int Index, UnitRow Row)[] ramps =
        [
            .. Of(data.Generators, g => g.RampUpPuPerH is not null || g.RampDownPuPerH is not null, isLink: false, g => (g.Name, UnitRow.Of(g))),
            .. Of(data.Links, l => l.RampUpPuPerH is not null || l.RampDownPuPerH is not null, isLink: true, l => (l.Name, UnitRow.Of(l))),
        ];
        return ramps.Length == 0 ? null : new Ramps
        {
            Name = Array.ConvertAll(ramps, r => r.Name),
            IsLink = Array.ConvertAll(ramps, r => r.IsLink),
            Component = Array.ConvertAll(ramps, r => r.Index),
            IsCyclic = true,
            CountsStarts = true,
            InitialMw = [.. ramps.Select(_ => double.NaN)],
            UpPu = [.. ramps.SelectMany(r => Enumerable.Repeat(r.Row.RampUpPu, snapshots))],
            DownPu = [.. ramps.SelectMany(r => Enumerable.Repeat(r.Row.RampDownPu, snapshots))],
            Unit = Array.ConvertAll(ramps, r => UnitOf(commitments, r.IsLink, r.Index)),
            StartPu = [.. ramps.Select(_ => 1.0)],
            StopPu = [.. ramps.Select(_ => 1.0)],
        };
    }

    static int UnitOf(Commitments? units, bool isLink, int component) => units is null ? -1
        : Enumerable.Range(0, units.Count).FirstOrDefault(u => units.IsLink[u] == isLink && units.Component[u] == component, -1);

    static IEnumerable<(string, bool, int, UnitRow)> Of<T>(
        ImmutableArray<T> rows, Func<T, bool> isMember, bool isLink, Func<T, (string Name, UnitRow Row)> of) =>
        rows.Select((row, i) => (Row: row, Index: i)).Where(r => isMember(r.Row)).Select(r => (of(r.Row).Name, isLink, r.Index, of(r.Row).Row));

    /// <summary>Least flow of links, pu of power, of those that are on or off; null where there is none.</summary>
    static double[]? LinkFloors(ImmutableArray<Link> links, int snapshots) => !links.Any(l => l.Committable && l.MinimumPu > 0) ? null
        : [.. links.SelectMany(l => Enumerable.Repeat(l.Committable ? l.MinimumPu : 0, snapshots))];

    /// <summary>What a row of a table says of a unit.</summary>
    sealed record UnitRow(double MachineMw, double BoundMw, int MinUpH, int MinDownH, double StartCostYuan, double RampUpPu, double RampDownPu)
    {
        /// <summary>A limit of ramps leaves no start and stop within one hour, which would lift it.</summary>
        internal int LeastHours => double.IsNaN(RampUpPu) && double.IsNaN(RampDownPu) ? 0 : 1;

        internal static UnitRow Of(Generator g) => new(g.ModuleMw ?? double.NaN,
            g.Expandable && g.ModuleMw is null ? Largest(true, g.CapacityMw, g.CapacityMaxMw) : double.NaN,
            g.MinUpH, g.MinDownH, g.StartCostYuan, g.RampUpPuPerH ?? double.NaN, g.RampDownPuPerH ?? double.NaN);

        internal static UnitRow Of(Link l) => new(l.ModuleMw ?? double.NaN,
            l.Expandable && l.ModuleMw is null ? Largest(true, l.PowerMw, l.PowerMaxMw) : double.NaN,
            l.MinUpH, l.MinDownH, l.StartCostYuan, l.RampUpPuPerH ?? double.NaN, l.RampDownPuPerH ?? double.NaN);
    }
}
