using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Cases;

/// <summary>Turns a case into the arrays a formulation reads: indices for names, annual costs for investments, series cut to the snapshots.</summary>
/// <remarks>
/// Expects a case whose problems have been looked at: a reference that does not exist is a mistake of the caller here.
/// Hour i of every series of 8760 is the hour that begins i hours after 1 January 00:00 on the clock of the case.
/// Series are cut to the snapshots and not scaled afterwards: a plan on chosen weeks sees the load of these weeks.
/// </remarks>
public static partial class NetworkBuilder
{
    /// <summary>The network of a case.</summary>
    /// <param name="data">Case without errors.</param>
    /// <returns>The network on the snapshots that <see cref="CaseSettings.Hours"/> asks for, with its active rules only.</returns>
    /// <exception cref="ArgumentException">A reference, a series or a value needed by a chosen model is missing.</exception>
    public static HourlyNetwork Build(Case data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Imported is { } imported ? Pypsa.PypsaBuilder.Build(imported) : Build(data, new Yields(data));
    }

    /// <summary>The network of a case with yields that may have been computed before, on the same weather.</summary>
    internal static HourlyNetwork Build(Case data, Yields yields)
    {
        var lookup = new CaseLookup(data, Calendar.Snapshots(data.Settings));
        Clusters clusters = ClustersOf(lookup, yields);
        Fibres fibres = FibresOf(lookup);
        Generators generators = GeneratorsOf(lookup, yields);
        var commitments = CommitmentsOf(lookup, generators);
        return new HourlyNetwork
        {
            Snapshots = lookup.Snapshots,
            Buses = data.Buses,
            Generators = generators,
            StorageUnits = StorageUnitsOf(lookup),
            Stores = StoresOf(lookup),
            Links = LinksOf(lookup),
            Lines = LinesOf(lookup),
            Loads = LoadsOf(lookup),
            Trades = TradesOf(lookup),
            Clusters = clusters,
            Workloads = WorkloadsOf(lookup, clusters, fibres),
            Fibres = fibres,
            Modules = ModulesOf(data),
            Commitments = commitments,
            Ramps = RampsOf(data, commitments, lookup.Snapshots.Count),
            Rules = [.. data.AnnualRules.Where(rule => rule.Active)],
            Co2PriceYuanPerT = data.Settings.Co2PriceYuanPerT ?? 0,
            ShedPriceYuanPerMwh = data.Settings.ShedPriceYuanPerMwh,
        };
    }

    /// <summary>Capacities of which new ones come in modules; null where there are none.</summary>
    static Modules? ModulesOf(Case data)
    {
        (LimitVariable Variable, int Component, string Name, double Size, double Base)[] all =
        [
            .. Of(data.Generators, LimitVariable.GeneratorCapacity, g => (g.Name, g.ModuleMw, g.CapacityMw)),
            .. Of(data.StorageUnits, LimitVariable.StoragePower, s => (s.Name, s.ModuleMw, s.PowerMw)),
            .. Of(data.Links, LimitVariable.LinkCapacity, l => (l.Name, l.ModuleMw, l.PowerMw)),
            .. Of(data.Lines, LimitVariable.LineCapacity, l => (l.Name, l.ModuleMw, l.CapacityMw)),
            .. Of(data.Clusters, LimitVariable.ClusterCapacity, c => (c.Name, c.ModuleMw, c.ItCapacityMw)),
        ];
        return all.Length == 0 ? null : new Modules
        {
            Name = Array.ConvertAll(all, m => m.Name),
            Variable = Array.ConvertAll(all, m => m.Variable),
            Component = Array.ConvertAll(all, m => m.Component),
            Size = Array.ConvertAll(all, m => m.Size),
            Base = Array.ConvertAll(all, m => m.Base),
        };

        static IEnumerable<(LimitVariable, int, string, double, double)> Of<T>(
            ImmutableArray<T> rows, LimitVariable variable, Func<T, (string Name, double? Size, double Existing)> of) =>
            rows.Select((row, i) => (Row: of(row), Index: i)).Where(m => m.Row.Size is not null)
                .Select(m => (variable, m.Index, m.Row.Name, m.Row.Size!.Value, m.Row.Existing));
    }

    static TOut[] Map<TIn, TOut>(ImmutableArray<TIn> rows, Func<TIn, TOut> value)
    {
        TOut[] values = new TOut[rows.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = value(rows[i]);
        return values;
    }

    /// <summary>Series of every row, laid row after row: shape [rows × snapshots].</summary>
    static double[] MapHours<T>(CaseLookup lookup, ImmutableArray<T> rows, Func<T, double[]> year, Func<T, double> scale)
    {
        int count = lookup.Snapshots.Count;
        double[] values = new double[rows.Length * count];
        for (int i = 0; i < rows.Length; i++)
            lookup.Cut(year(rows[i]), scale(rows[i]), values.AsSpan(i * count, count));
        return values;
    }

    static double Largest(bool expandable, double existing, double? largest) =>
        expandable ? Math.Max(existing, largest ?? existing) : existing;
}
