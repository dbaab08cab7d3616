using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Formulation;

namespace Suandian.Planning;

/// <summary>The planning problem of a network: what to build and how to run it at least annual cost.</summary>
/// <remarks>Equations, duals, row names and files: docs/reference/formulation.md.</remarks>
public sealed partial class PlanningModel
{
    PlanningModel(LinearModel linear, HourlyNetwork network, PlanningOptions options)
    {
        (Linear, Network, Options, Suffix) = (linear, network, options, linear.BlockSuffix);
        Periods = new DemandPeriods(network);
        Connections = new BusConnections(network);
        Variables = PlanningVariables.Add(Linear, network, Periods, Connections, options.WholeUnits);
    }

    /// <summary>The network it was built from.</summary>
    public HourlyNetwork Network { get; }

    /// <summary>The options it was built with.</summary>
    public PlanningOptions Options { get; }

    /// <summary>The linear problem; each column and row knows its block, component and snapshot.</summary>
    public LinearModel Linear { get; }

    /// <summary>End of the names of its blocks in a linear problem that holds others.</summary>
    internal string Suffix { get; }

    internal DemandPeriods Periods { get; }

    internal BusConnections Connections { get; }

    internal PlanningVariables Variables { get; }

    internal Constraints BusBalance { get; private set; } = null!;

    /// <summary>Rows of the annual rules [rule × scenario].</summary>
    internal RuleRow[] RuleRows { get; private set; } = [];

    /// <summary>Writes the planning problem of a network.</summary>
    /// <exception cref="ArgumentException">A line in a cycle has no reactance though the line model is Kirchhoff's, or a number is NaN.</exception>
    /// <exception cref="MemoryShortException">The problem is estimated to take more memory than the options allow.</exception>
    public static PlanningModel Build(HourlyNetwork network, PlanningOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        MemoryNeed.Check(ProblemSize.Of(network), options.Solver);
        return Write(new PlanningModel(ProblemSize.Reserve("planning", network), network, options));
    }

    /// <summary>Writes the planning problem of a network into a model that holds others, under names with an ending of its own.</summary>
    internal static PlanningModel BuildInto(LinearModel linear, string suffix, HourlyNetwork network, PlanningOptions options)
    {
        linear.BlockSuffix = suffix;
        var plan = Write(new PlanningModel(linear, network, options));
        linear.BlockSuffix = "";
        return plan;
    }

    static PlanningModel Write(PlanningModel plan)
    {
        var (network, options) = (plan.Network, plan.Options);
        var (model, x) = (plan.Linear, plan.Variables);

        Objective.Minimise(model, network, plan.Periods, x);
        plan.BusBalance = Balance.CurrentLaw(model, network, plan.Connections, x);
        Generation.Limit(model, network, x.Generators);
        Generation.Minimum(model, network, x.Generators);
        Generation.Energy(model, network, x.Generators);
        Commitment.Rows(model, network, x);
        RampLimits.Rows(model, network, x);
        Storage.ChargeLimit(model, network, x.Storage);
        Storage.DischargeLimit(model, network, x.Storage);
        Storage.LevelLimit(model, network, x.Storage);
        Storage.GivenOutput(model, network, x.Storage);
        Storage.Balance(model, network, x.Storage);
        StoreLevels.Limit(model, network, x.Stores);
        StoreLevels.Minimum(model, network, x.Stores);
        StoreLevels.Balance(model, network, x.Stores);
        LinkFlows.ForwardLimit(model, network, x.Links);
        LinkFlows.ForwardMinimum(model, network, x.Links);
        LinkFlows.BackwardLimit(model, network, x.Links);
        LineRows(options.LineModel)(model, network, x.Lines);
        Trading.Peak(model, network, plan.Periods, x.Trades);
        Computing.Limit(model, network, x.Computing);
        Backlogs.Balance(model, network, x.Work, x.Computing.Run);
        DataTransport.Limit(model, network, x.FibreCapacity, x.Computing.Run);
        plan.RuleRows = AnnualRules.Add(model, network, x);
        GlobalLimits.Rows(model, network, x);
        Risk.Add(model, network, plan.Periods, options.Risk);
        WholeModules.Add(model, network, x, options.WholeModules);
        return plan;
    }

    static Action<LinearModel, HourlyNetwork, LineVariables> LineRows(LineModel line) => line switch
    {
        LineModel.Transport => TransportLines.Flow,
        LineModel.Kirchhoff => KirchhoffLines.Flow,
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "no such line model"),
    };
}
