using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>One network of an elastic plan: a whole case, one of its stages, or one of its scenarios.</summary>
/// <param name="name">Name of the stage or scenario; null for a whole case.</param>
/// <param name="network">The network as the case states it.</param>
/// <param name="model">Planning problem of the opened network; with scenarios the joint one.</param>
/// <param name="scenario">Index of the scenario; 0 where there is one.</param>
sealed class ElasticPart(string? name, HourlyNetwork network, PlanningModel model, int scenario = 0)
{
    readonly int _scenarios = model.Network.Snapshots.Scenarios?.Count ?? 1;

    internal string? Name { get; } = name;

    internal HourlyNetwork Network { get; } = network;

    internal PlanningModel Model { get; } = model;

    internal Snapshots Snapshots => Network.Snapshots;

    /// <summary>First snapshot of the part in its planning problem.</summary>
    internal int Start { get; } = model.Network.Snapshots.Scenarios?.Start[scenario] ?? 0;

    /// <summary>What sums over the year are multiplied by in the planning problem.</summary>
    internal double ProbabilityPu { get; } = model.Network.Snapshots.Scenarios?.ProbabilityPu[scenario] ?? 1;

    /// <summary>Row of an annual rule.</summary>
    internal int RuleRow(int rule) => Model.RuleRows[rule * _scenarios + scenario] is var row ? row.Rows.Block.First + row.Index : -1;

    /// <summary>Row of the energy of a generator, which has a limit.</summary>
    internal int EnergyRow(int generator)
    {
        var block = Block("generator_energy");
        return Enumerable.Range(block.First, block.Length).First(row => block.Component(row) == generator * _scenarios + scenario);
    }

    /// <summary>Column of the peak of a trade, of which there is one for the year.</summary>
    internal int PeakColumn(int trade) => Model.Variables.Trades.Peak.Column(Model.Periods.Of(trade, Snapshots.Month[0], scenario), 0);

    /// <summary>Rows of a component in a block, each with its snapshot of the part.</summary>
    /// <param name="name">Name of the block, without the ending of a stage.</param>
    /// <param name="component">Component.</param>
    internal IEnumerable<(int Row, int Snapshot)> RowsOf(string name, int component)
    {
        var block = Block(name);
        return Enumerable.Range(block.First, block.Length).Where(row => block.Component(row) == component)
            .Select(row => (Row: row, Snapshot: block.Snapshot(row) - Start))
            .Where(r => r.Snapshot >= 0 && r.Snapshot < Snapshots.Count);
    }

    Block Block(string name) => Model.Linear.ConstraintBlocks.First(c => c.Block.Name == name + Model.Suffix).Block;

    /// <summary>The members of the part in an array over the snapshots of its planning problem [count × T].</summary>
    internal int[] Cut(int[] all)
    {
        var (whole, mine) = (Model.Network.Snapshots.Count, Snapshots.Count);
        var cut = new int[all.Length / whole * mine];
        for (var i = 0; i < cut.Length; i++)
        {
            cut[i] = all[i / mine * whole + Start + i % mine];
        }

        return cut;
    }

    /// <summary>What the part is in a solution of the planning problem.</summary>
    internal PlanningSolution Read(LinearSolution solution)
    {
        if (_scenarios == 1)
        {
            return new SolutionReader(Model, solution).Read(PlanningStatus.Optimal, new Text("", ""));
        }

        var own = PlanningModel.Build(RelaxedNetwork.Open(Network), Model.Options);
        return new SolutionReader(own, new Scenarios.ScenarioPart(Model, own, scenario).Of(solution)).Read(PlanningStatus.Optimal, new Text("", ""));
    }
}
