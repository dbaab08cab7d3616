using System.Globalization;
using System.Text;

namespace Suandian.Cases.Pypsa;

/// <summary>A PyPSA network written component by component, as text of its CSV folder.</summary>
sealed class PypsaDraft
{
    readonly SortedDictionary<string, List<(string Name, Dictionary<string, string> Cells)>> _tables = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, List<(string Name, string? Scenario, double[] Values)>> _series = new(StringComparer.Ordinal);
    readonly double[][] _weights;

    /// <summary>Hourly snapshots of 1 January 2015 with weights objective, generators and stores.</summary>
    internal PypsaDraft(double[] objective, double[]? generators = null, double[]? stores = null) =>
        _weights = [objective, generators ?? objective, stores ?? objective];

    /// <summary>Hourly snapshots of weight 1.</summary>
    internal PypsaDraft(int hours = 1)
        : this([.. Enumerable.Repeat(1.0, hours)])
    {
    }

    /// <summary>Investment periods: period, weight of costs, years; the snapshots are shared out evenly.</summary>
    internal (int Period, double Cost, double Years)[] Periods { get; init; } = [];

    /// <summary>Scenarios of a stochastic network with their weights; a component may then have a row for each, with the attribute <c>scenario</c>.</summary>
    internal (string Name, double Weight)[] Scenarios { get; init; } = [];

    /// <summary>Adds a component; attributes as <c>bus=a p_nom=100</c>, with _ for a blank inside a value.</summary>
    internal PypsaDraft Add(string component, string name, string attributes = "")
    {
        var cells = attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('=', 2))
            .ToDictionary(a => a[0], a => a[1].Replace('~', ' '));
        (_tables.TryGetValue(component, out var rows) ? rows : _tables[component] = []).Add((name, cells));
        return this;
    }

    /// <summary>Adds a series of one attribute of one component; NaN for an empty cell.</summary>
    internal PypsaDraft Series(string component, string attribute, string name, params double[] values) => Add($"{component}-{attribute}", (name, null, values));

    /// <summary>Adds a series of one attribute of one component in one scenario.</summary>
    internal PypsaDraft SeriesIn(string scenario, string component, string attribute, string name, params double[] values) =>
        Add($"{component}-{attribute}", (name, scenario, values));

    PypsaDraft Add(string file, (string, string?, double[]) column)
    {
        (_series.TryGetValue(file, out var columns) ? columns : _series[file] = []).Add(column);
        return this;
    }

    /// <summary>The folder as text.</summary>
    internal string Text()
    {
        var text = new StringBuilder();
        Snapshots(text);
        foreach (var (component, rows) in _tables)
        {
            string[] columns = [.. rows.SelectMany(r => r.Cells.Keys).Distinct()];
            text.Append(CultureInfo.InvariantCulture, $"== {component}.csv\nname{string.Concat(columns.Select(c => "," + c))}\n");
            foreach (var (name, cells) in rows)
            {
                text.Append(name).AppendJoin("", columns.Select(c => ",\"" + cells.GetValueOrDefault(c, "") + "\"")).Append('\n');
            }
        }

        foreach (var (file, columns) in _series)
        {
            Series(text, file, columns);
        }

        return text.ToString();
    }

    void Series(StringBuilder text, string file, List<(string Name, string? Scenario, double[] Values)> columns)
    {
        string?[] scenarios = columns.Exists(c => c.Scenario is not null) ? [.. Scenarios.Select(s => s.Name)] : [null];
        string[] names = [.. columns.Select(c => c.Name).Distinct()];
        text.Append(CultureInfo.InvariantCulture, $"== {file}.csv\nsnapshot{(scenarios is [null] ? "" : ",scenario")}{string.Concat(names.Select(n => "," + n))}\n");
        foreach (var scenario in scenarios)
        {
            for (var t = 0; t < _weights[0].Length; t++)
            {
                text.Append(Label(t)).Append(scenario is null ? "" : "," + scenario)
                    .AppendJoin("", names.Select(n => "," + Number(columns.Last(c => c.Name == n && (c.Scenario ?? scenario) == scenario).Values[t]))).Append('\n');
            }
        }
    }

    void Snapshots(StringBuilder text)
    {
        var hours = _weights[0].Length;
        text.Append(Periods is [] ? "== snapshots.csv\nsnapshot" : "== snapshots.csv\nname,period,timestep").Append(",objective,generators,stores\n");
        for (var t = 0; t < hours; t++)
        {
            text.Append(Periods is [] ? Label(t) : $"{t},{Periods[t * Periods.Length / hours].Period},{Label(t)}")
                .AppendJoin("", _weights.Select(w => "," + Number(w[t]))).Append('\n');
        }

        if (Scenarios is not [])
        {
            text.Append("== scenarios.csv\nscenario,weight\n").AppendJoin("", Scenarios.Select(s => $"{s.Name},{Number(s.Weight)}\n"));
        }

        if (Periods is not [])
        {
            text.Append("== investment_periods.csv\nperiod,objective,years\n");
            foreach (var (period, cost, years) in Periods)
            {
                text.Append(CultureInfo.InvariantCulture, $"{period},{cost},{years}\n");
            }
        }
    }

    static string Label(int t) => $"2015-01-01 {t.ToString("00", CultureInfo.InvariantCulture)}:00:00";

    static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
