using System.Collections.Immutable;
using Suandian.Distribution.Equipment;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Grids;

/// <summary>A grid by types, built as the arrays that flows are computed on.</summary>
/// <remarks>Bus b is row b of grid_buses.csv. Branch k is row k of grid_lines.csv, then come the rows of grid_transformers.csv.</remarks>
public sealed class EquippedGrid
{
    readonly Dictionary<string, int> _bus;
    readonly Dictionary<string, LineType> _lineType;
    readonly Dictionary<string, TransformerType> _transformerType;

    /// <summary>Builds a grid.</summary>
    /// <param name="source">Grid without errors.</param>
    public EquippedGrid(CountyGrid source)
        : this(source, null)
    {
    }

    EquippedGrid(CountyGrid source, TodaysPowers? today)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
        _bus = source.Buses.Select((bus, i) => (bus.Name, i)).ToDictionary(b => b.Name, b => b.i);
        _lineType = source.LineTypes.ToDictionary(t => t.Name);
        _transformerType = source.TransformerTypes.ToDictionary(t => t.Name);
        Today = today ?? new TodaysPowers(this);
        Grid = GridArrays.Of(this);
    }

    /// <summary>The tables.</summary>
    public CountyGrid Source { get; }

    /// <summary>Arrays; loads and generators as in the hour of the largest load.</summary>
    public PowerGrid Grid { get; }

    /// <summary>Powers of today, hour by hour.</summary>
    public TodaysPowers Today { get; }

    /// <summary>The same buses and powers with other lines and transformers.</summary>
    internal EquippedGrid With(ImmutableArray<GridLine> lines, ImmutableArray<GridTransformer> transformers) =>
        new(Source with { Lines = lines, Transformers = transformers }, Today);

    /// <summary>Index of a bus.</summary>
    public int Bus(string name) => _bus[name];

    /// <summary>Nominal voltage of a bus, kV.</summary>
    public double Kv(string bus) => Source.Buses[_bus[bus]].VoltageKv;

    /// <summary>Type of a line.</summary>
    public LineType TypeOf(GridLine line) => _lineType[line.Type];

    /// <summary>Type of a transformer.</summary>
    public TransformerType TypeOf(GridTransformer transformer) => _transformerType[transformer.Type];

    /// <summary>The branch that a line is.</summary>
    public BranchCircuit Circuit(GridLine line) => TypeOf(line).Circuit(Kv(line.Bus0), Source.Settings.BaseMva, line.LengthKm, line.Circuits);

    /// <summary>The branch that a transformer is.</summary>
    public BranchCircuit Circuit(GridTransformer transformer) => TypeOf(transformer)
        .Circuit((Kv(transformer.BusHigh), Kv(transformer.BusLow)), Source.Settings.BaseMva, transformer.Tap, transformer.Units);

    /// <summary>Lowest and highest voltage of a bus, pu: its own, else those of GB/T 12325 for three phases.</summary>
    /// <remarks>From 35 kV on the two deviations together are checked over all hours beside this band.</remarks>
    public static (double Min, double Max) Limits(GridBus bus)
    {
        ArgumentNullException.ThrowIfNull(bus);
        var (low, high) = VoltageStandard.Band(bus.VoltageKv);
        return (bus.MinVoltagePu ?? low, bus.MaxVoltagePu ?? high);
    }
}
