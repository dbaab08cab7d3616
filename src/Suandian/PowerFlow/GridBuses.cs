using System.Globalization;

namespace Suandian.PowerFlow;

/// <summary>What is given at a bus, numbered as in the MATPOWER case format.</summary>
public enum GridBusKind
{
    /// <summary>Active and reactive power are given.</summary>
    Pq = 1,

    /// <summary>Active power and voltage magnitude are given.</summary>
    Pv = 2,

    /// <summary>Voltage magnitude and angle are given; one in each island.</summary>
    Slack = 3,

    /// <summary>Left out, with all that is connected to it.</summary>
    Isolated = 4,
}

/// <summary>Buses of a grid with their load and shunt; arrays [buses].</summary>
public sealed record GridBuses
{
    /// <summary>Number of buses.</summary>
    public int Count => Number.Length;

    /// <summary>Label, a positive whole number; not an index.</summary>
    public required int[] Number { get; init; }

    /// <summary>Names for people; empty where buses have only their number. Shape [buses].</summary>
    public string[] Names { get; init; } = [];

    /// <summary>What is given.</summary>
    public required GridBusKind[] Kind { get; init; }

    /// <summary>Active load, MW.</summary>
    public required double[] LoadMw { get; init; }

    /// <summary>Reactive load, Mvar, positive where inductive.</summary>
    public required double[] LoadMvar { get; init; }

    /// <summary>Power taken by the shunt conductance at 1 pu, MW.</summary>
    public required double[] ShuntMw { get; init; }

    /// <summary>Reactive power given by the shunt susceptance at 1 pu, Mvar, positive where capacitive.</summary>
    public required double[] ShuntMvar { get; init; }

    /// <summary>Area number.</summary>
    public required double[] Area { get; init; }

    /// <summary>Voltage magnitude of the start, pu.</summary>
    public required double[] VoltagePu { get; init; }

    /// <summary>Voltage angle of the start, degrees; the given one at the slack.</summary>
    public required double[] AngleDeg { get; init; }

    /// <summary>Base voltage, kV, line to line; 0 where it is not known.</summary>
    public required double[] BaseKv { get; init; }

    /// <summary>Zone of losses.</summary>
    public required double[] Zone { get; init; }

    /// <summary>Highest voltage, pu.</summary>
    public required double[] MaxVoltagePu { get; init; }

    /// <summary>Lowest voltage, pu.</summary>
    public required double[] MinVoltagePu { get; init; }

    /// <summary>Columns behind the standard ones, each [buses]; kept for writing.</summary>
    public double[][] FurtherColumns { get; init; } = [];

    /// <summary>Power that shunts take at some voltages, iron losses of transformers among it, MW; a bus without voltage has none.</summary>
    /// <param name="voltagePu">Voltage magnitudes, NaN at buses without supply. Shape [buses].</param>
    public double ShuntsMw(double[] voltagePu) => ShuntMw.Zip(voltagePu, (mw, v) => double.IsFinite(v) ? mw * v * v : 0).Sum();

    /// <summary>What a bus is called: its name, else its number.</summary>
    public string Label(int bus) => Names.Length > 0 ? Names[bus] : Number[bus].ToString(CultureInfo.InvariantCulture);

    /// <summary>Names as people say them; empty where there are none but <see cref="Names"/>. Shape [buses] or [0].</summary>
    public Text[] Titles { get; init; } = [];

    /// <summary>Number of a bus, with its name where it has one: what pictures call it, and what people do.</summary>
    public Text Title(int bus)
    {
        var number = Number[bus].ToString(CultureInfo.InvariantCulture);
        return Titles.Length > 0 ? new Text($"{number} {Titles[bus].Zh}", $"{number} {Titles[bus].En}")
            : Names.Length > 0 ? new Text($"{number} {Names[bus]}", $"{number} {Names[bus]}") : new Text(number, number);
    }
}
