using System.Globalization;
using Suandian.Network;

namespace Suandian.Cases.Pypsa;

sealed partial class PypsaBuilder
{
    /// <summary>Links: one flow of either sign, counted at bus 0. A link without bus 1 brings nothing there.</summary>
    Links Links(PypsaCapacity capacity)
    {
        var (rows, table) = (_links, _links.Table);
        var ends = rows.Indices.Where(i => table.Written("bus1", i).Length == 0).ToHashSet();
        return new Links
        {
            Name = rows.Names,
            Bus0 = rows.Map(i => Bus(table, "bus0", i)),
            Bus1 = rows.Map(i => Bus(table, ends.Contains(i) ? "bus0" : "bus1", i)),
            ExistingMw = capacity.Existing,
            MinMw = capacity.Least,
            MaxMw = capacity.Most,
            AnnualCostYuanPerMw = capacity.Annual,
            ExistingCostYuanPerMw = new double[rows.Count],
            Efficiency = rows.Map(i => ends.Contains(i) ? 0 : table.At("efficiency", i, 0)),
            HourlyEfficiency = rows.Hours("efficiency", (i, _, share) => ends.Contains(i) ? 0 : share),
            TwoWay = rows.Map(_ => false),
            Renewable = rows.Map(_ => false),
            FloorPu = rows.Shares("p_min_pu"),
            CeilingPu = rows.Shares("p_max_pu"),
            FixedMw = rows.Given("p_set"),
            MarginalCostYuanPerMwh = new double[rows.Count],
            HourlyCostYuanPerMwh = rows.Hours("marginal_cost"),
            Outputs = Outputs(),
        };
    }

    /// <summary>Buses 2, 3, … of links.</summary>
    LinkOutputs? Outputs()
    {
        var (rows, table) = (_links, _links.Table);
        var outputs = rows.Indices.SelectMany(i => PypsaPorts.Of(table).Where(port => table.Written($"bus{port}", i).Length > 0).Select(port => (i, port))).ToArray();
        return outputs.Length == 0 ? null : new LinkOutputs
        {
            Link = Array.ConvertAll(outputs, o => rows.Place(o.i)),
            Bus = Array.ConvertAll(outputs, o => Bus(table, $"bus{o.port}", o.i)),
            EfficiencyPu = [.. outputs.SelectMany(o => Enumerable.Range(0, T).Select(t => table.At($"efficiency{o.port}", o.i, t)))],
        };
    }

    /// <summary>Lines, then transformers as lines with their reactance behind the tap.</summary>
    Lines Lines(PypsaCapacity line, PypsaCapacity transformer)
    {
        var lines = _lines.Names.ToHashSet();
        return new Lines
        {
            Name = [.. _lines.Names, .. _transformers.Names.Select(name => lines.Contains(name) ? "transformer " + name : name)],
            Bus0 = [.. Ends("bus0")],
            Bus1 = [.. Ends("bus1")],
            ExistingMw = [.. line.Existing, .. transformer.Existing],
            MinMw = [.. line.Least, .. transformer.Least],
            MaxMw = [.. line.Most, .. transformer.Most],
            AnnualCostYuanPerMw = [.. line.Annual, .. transformer.Annual],
            ExistingCostYuanPerMw = new double[_lines.Count + _transformers.Count],
            ReactancePu = [.. _lines.Map(i => PypsaImpedance.OfLine(_source, i)), .. _transformers.Map(i => PypsaImpedance.OfTransformer(_source, i))],
            FixedMw = _lines.Given("s_set") is null && _transformers.Given("s_set") is null ? null
                : [.. _lines.Given("s_set") ?? Free(_lines), .. _transformers.Given("s_set") ?? Free(_transformers)],
            CeilingPu = [.. _lines.Shares("s_max_pu"), .. _transformers.Shares("s_max_pu")],
        };

        double[] Free(PypsaRows rows) => [.. Enumerable.Repeat(double.NaN, rows.Count * T)];
        IEnumerable<int> Ends(string port) => _lines.Map(i => Bus(_lines.Table, port, i)).Concat(_transformers.Map(i => Bus(_transformers.Table, port, i)));
    }
}

/// <summary>Ports of links beyond bus 1.</summary>
static class PypsaPorts
{
    /// <summary>Numbers of the ports that columns name, ascending.</summary>
    internal static int[] Of(PypsaTable links) =>
    [
        .. links.Said.Where(name => name.StartsWith("bus", StringComparison.Ordinal) && name is not ("bus0" or "bus1"))
            .Select(name => int.Parse(name[3..], CultureInfo.InvariantCulture)).Order(),
    ];
}
