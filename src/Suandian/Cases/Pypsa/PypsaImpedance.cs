using System.Collections.Frozen;
using System.Globalization;

namespace Suandian.Cases.Pypsa;

/// <summary>What a branch sets against its flow: reactance in AC, resistance in DC, pu on 1 MVA.</summary>
/// <remarks>
/// Lines: x/V² with the voltage of bus 0; of a type, x = x per km × length / number in parallel.
/// Transformers: x/S × tap ratio; of a type, x = √(vsc² − vscr²)/100 / number in parallel on the type's S, tap ratio = 1 + (position − neutral) × step.
/// A phase shift plays no part, as in PyPSA's optimisation. Types: line_types.csv and transformer_types.csv of the network, else the
/// standard ones that ship with the program. Source: PyPSA user guide, "Power flow", line and transformer models.
/// </remarks>
static class PypsaImpedance
{
    static readonly FrozenDictionary<string, (double R, double X)> LineTypes = PypsaResource.Read("line_types").Rows
        .ToFrozenDictionary(row => row.Cells[0], row => (Parse(row.Cells[1]), Parse(row.Cells[2])));

    static readonly FrozenDictionary<string, double[]> TransformerTypes = PypsaResource.Read("transformer_types").Rows
        .ToFrozenDictionary(row => row.Cells[0], row => row.Cells[1..6].Select(Parse).ToArray());

    static readonly string[] OfType = ["s_nom", "vsc", "vscr", "tap_neutral", "tap_step"];

    /// <summary>True where a type is known.</summary>
    internal static bool Knows(PypsaNetwork network, string component, string type) => component == "lines"
        ? network.Of("line_types").IndexOf(type) >= 0 || LineTypes.ContainsKey(type)
        : network.Of("transformer_types").IndexOf(type) >= 0 || TransformerTypes.ContainsKey(type);

    internal static double OfLine(PypsaNetwork network, int i)
    {
        var (lines, buses) = (network.Of("lines"), network.Of("buses"));
        int bus = buses.IndexOf(lines.Text("bus0", i));
        bool isDc = buses.Text("carrier", bus) == "DC";
        double kv = buses.Number("v_nom", bus);
        string type = lines.Written("type", i);
        double ohm = lines.Number(isDc ? "r" : "x", i);
        if (type.Length > 0)
        {
            var (r, x) = LineType(network, type);
            ohm = (isDc ? r : x) * lines.Number("length", i) / lines.Number("num_parallel", i);
        }

        return ohm / (kv * kv);
    }

    internal static double OfTransformer(PypsaNetwork network, int i)
    {
        var (table, buses) = (network.Of("transformers"), network.Of("buses"));
        bool isDc = buses.Text("carrier", buses.IndexOf(table.Text("bus0", i))) == "DC";
        string type = table.Written("type", i);
        if (type.Length == 0)
            return table.Number(isDc ? "r" : "x", i) / table.Number("s_nom", i) * table.Number("tap_ratio", i);
        double[] t = TransformerType(network, type);
        var (r, z) = (t[2] / 100, t[1] / 100);
        double pu = (isDc ? r : Math.Sqrt(z * z - r * r)) / table.Number("num_parallel", i);
        return pu / t[0] * (1 + (table.Number("tap_position", i) - t[3]) * t[4] / 100);
    }

    static (double R, double X) LineType(PypsaNetwork network, string type)
    {
        var own = network.Of("line_types");
        return own.IndexOf(type) is >= 0 and var at ? (own.Number("r_per_length", at), own.Number("x_per_length", at)) : LineTypes[type];
    }

    /// <summary>S [MVA], vsc [%], vscr [%], neutral tap, step of a tap [%].</summary>
    static double[] TransformerType(PypsaNetwork network, string type)
    {
        var own = network.Of("transformer_types");
        return own.IndexOf(type) is >= 0 and var at
            ? [.. OfType.Select(name => own.Number(name, at))]
            : TransformerTypes[type];
    }

    static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
