using System.Collections.Frozen;
using Suandian.Network;

namespace Suandian.Cases;

/// <summary>Names of a case to indices, costs per year and hourly factors; used while a network is built.</summary>
sealed class CaseLookup
{
    static readonly double[] Flat = Constant(1);
    readonly FrozenDictionary<string, int> _bus;
    readonly FrozenDictionary<string, Cost> _cost;
    readonly FrozenDictionary<string, double[]> _profile;

    internal CaseLookup(Case data, Snapshots snapshots)
    {
        Data = data;
        Snapshots = snapshots;
        _bus = data.Buses.Select((bus, i) => (bus.Name, i)).ToFrozenDictionary(b => b.Name, b => b.i);
        _cost = data.Costs.ToFrozenDictionary(cost => cost.Name);
        _profile = data.Profiles.GroupBy(row => row.Name)
            .ToFrozenDictionary(g => g.Key, g => Profiles.Hourly([.. g], data.Settings.Year));
        Carriers = data.Carriers.ToFrozenDictionary(carrier => carrier.Name);
        Chips = data.Chips.ToFrozenDictionary(chip => chip.Name);
    }

    internal Case Data { get; }

    internal Snapshots Snapshots { get; }

    internal FrozenDictionary<string, Carrier> Carriers { get; }

    internal FrozenDictionary<string, Chip> Chips { get; }

    internal int Bus(string name) => _bus.TryGetValue(name, out int index)
        ? index
        : throw new ArgumentException($"bus '{name}' does not exist", nameof(name));

    /// <summary>Annual cost of a new unit, yuan/unit/a: per MW, MWh or Gbit/s; 0 without a row.</summary>
    /// <param name="name">Row of costs.csv, or null.</param>
    /// <param name="lengthKm">Length, used where the row is per MW·km.</param>
    internal double NewCost(string? name, double? lengthKm = null) =>
        Find(name) is { } cost ? Annuity.New(cost, Data.Settings.DiscountRate) * Length(cost, lengthKm) : 0;

    /// <summary>Upkeep of an existing unit, yuan/unit/a; 0 without a row.</summary>
    internal double Upkeep(string? name, double? lengthKm = null) =>
        Find(name) is { } cost ? Annuity.Upkeep(cost) * Length(cost, lengthKm) : 0;

    /// <summary>Unit of a cost row; null without a row.</summary>
    internal CostUnit? UnitOf(string? name) => Find(name)?.Unit;

    /// <summary>Hourly factors of a year from a profile or a series; 1 where there is neither. Shape [8760].</summary>
    internal double[] Factors(string? profile, string? series) =>
        profile is not null ? ProfileOf(profile) : series is not null ? Series(series) : Flat;

    /// <summary>A series of the case, shape [8760].</summary>
    internal double[] Series(string name) => SeriesOf(Data, name);

    /// <summary>Values of the snapshots out of a year, scaled.</summary>
    internal void Cut(double[] year, double scale, Span<double> values)
    {
        for (int t = 0; t < values.Length; t++)
            values[t] = year[Snapshots.HourOfYear[t]] * scale;
    }

    internal static double[] SeriesOf(Case data, string name) =>
        data.Series.TryGetValue(name, out double[]? values) && values.Length == Calendar.HoursOfYear
            ? values
            : throw new ArgumentException($"series '{name}' with 8760 values does not exist", nameof(name));

    internal static double[] Constant(double value)
    {
        double[] year = new double[Calendar.HoursOfYear];
        Array.Fill(year, value);
        return year;
    }

    internal static T Required<T>(T? value, string row, string column) where T : struct =>
        value ?? throw new ArgumentException($"'{row}' needs {column}", nameof(value));

    internal static string Required(string? value, string row, string column) =>
        value ?? throw new ArgumentException($"'{row}' needs {column}", nameof(value));

    double[] ProfileOf(string name) => _profile.TryGetValue(name, out double[]? values)
        ? values
        : throw new ArgumentException($"profile '{name}' does not exist", nameof(name));

    Cost? Find(string? name) => name is null
        ? null
        : _cost.TryGetValue(name, out Cost? cost) ? cost : throw new ArgumentException($"cost '{name}' does not exist", nameof(name));

    static double Length(Cost cost, double? lengthKm) =>
        cost.Unit == CostUnit.MwKm ? Required(lengthKm, cost.Name, "length_km") : 1;
}
