using System.Collections.Immutable;

namespace Suandian.Cases.Pypsa;

/// <summary>A network of PyPSA as its tables say it.</summary>
public sealed record PypsaNetwork
{
    readonly ImmutableDictionary<string, PypsaTable> _tables;

    internal PypsaNetwork(
        ImmutableDictionary<string, PypsaTable> tables, PypsaSnapshots snapshots, ImmutableSortedDictionary<string, PypsaSheet> sheets) =>
        (_tables, Snapshots, Sheets) = (tables, snapshots, sheets);

    /// <summary>The network in each scenario; empty where there is one future. Tables and snapshots are then those of the first.</summary>
    internal ImmutableArray<PypsaScenario> Scenarios { get; init; } = [];

    /// <summary>Names and probabilities of the scenarios.</summary>
    internal ImmutableArray<Scenario> ScenarioRows => [.. Scenarios.Select(s => new Scenario { Name = s.Name, ProbabilityPu = s.ProbabilityPu })];

    internal PypsaSnapshots Snapshots { get; }

    /// <summary>Files as text, without outcomes of earlier runs: what a case folder keeps.</summary>
    internal ImmutableSortedDictionary<string, PypsaSheet> Sheets { get; init; }

    /// <summary>Name of the network, empty where it has none.</summary>
    internal string Name => Sheets.TryGetValue("network.csv", out var sheet) && sheet.Header.IndexOf("name") is >= 0 and var at
        && sheet.Rows is [var row, ..] && at < row.Cells.Length ? row.Cells[at] : "";

    /// <summary>Number of snapshots.</summary>
    public int SnapshotCount => Snapshots.Count;

    /// <summary>Labels of the snapshots, with the investment period before it where there are some.</summary>
    public ImmutableArray<string> SnapshotLabels =>
        [.. Snapshots.Label.Select((label, t) => Snapshots.Period[t] < 0 ? label : $"{Snapshots.Periods[Snapshots.Period[t]].Period} {label}")];

    internal PypsaTable Of(string component) => _tables.GetValueOrDefault(component) ?? PypsaTable.Empty(component);
}

/// <summary>A scenario of a stochastic network.</summary>
/// <param name="Name">Name.</param>
/// <param name="ProbabilityPu">Weight; all together 1.</param>
/// <param name="Network">The network in it.</param>
sealed record PypsaScenario(string Name, double ProbabilityPu, PypsaNetwork Network);

/// <summary>The snapshots with their three weights.</summary>
/// <param name="Label">Label of each, as written.</param>
/// <param name="Period">Index of its investment period; −1 without periods.</param>
/// <param name="CostH">Weight of costs (PyPSA: objective), h/a.</param>
/// <param name="EnergyH">Weight of energy and emissions (PyPSA: generators), h/a.</param>
/// <param name="StepH">Hours elapsed in storage balances (PyPSA: stores), h.</param>
/// <param name="Periods">Investment periods with the weight of their costs and their years; empty without periods.</param>
sealed record PypsaSnapshots(
    ImmutableArray<string> Label,
    ImmutableArray<int> Period,
    double[] CostH,
    double[] EnergyH,
    double[] StepH,
    ImmutableArray<(int Period, double Cost, double Years)> Periods)
{
    const double HoursOfYear = 8760;

    internal int Count => Label.Length;

    /// <summary>Years that the snapshots stand for, in each period where there are some: the weights of costs over the hours of a year.</summary>
    internal double Years => YearsIn(0);

    /// <summary>True where all periods stand for the same time.</summary>
    internal bool HasEvenPeriods => Enumerable.Range(0, Periods.Length).All(p => Math.Abs(YearsIn(p) - Years) <= 1e-9 * Math.Max(1, Years));

    double YearsIn(int period) => CostH.Where((_, t) => Periods.IsEmpty || Period[t] == period).Sum() / HoursOfYear;
}

/// <summary>A file of a PyPSA folder, as text.</summary>
/// <param name="Name">File name.</param>
/// <param name="Header">Column names.</param>
/// <param name="Rows">Rows.</param>
sealed record PypsaSheet(string Name, ImmutableArray<string> Header, ImmutableArray<Tables.RawRow> Rows)
{
    /// <summary>The sheet without some of its columns.</summary>
    internal PypsaSheet Without(Func<string, bool> column)
    {
        int[] kept = [.. Enumerable.Range(0, Header.Length).Where(j => j == 0 || !column(Header[j]))];
        return this with
        {
            Header = [.. kept.Select(j => Header[j])],
            Rows = [.. Rows.Select(row => row with { Cells = [.. kept.Select(j => j < row.Cells.Length ? row.Cells[j] : "")] })],
        };
    }
}
