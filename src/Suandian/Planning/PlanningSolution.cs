using System.Collections.Immutable;
using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>What the plan builds and how it runs; arrays in the order and shapes of the <see cref="Network.HourlyNetwork"/> it was solved on.</summary>
/// <remarks>Hourly arrays are row-major [component × snapshot]. Money in yuan per year.</remarks>
public sealed record PlanningSolution
{
    /// <summary>How the solve ended.</summary>
    public required PlanningStatus Status { get; init; }

    /// <summary>What grows without limit where the cost has no lower bound, as <c>variable[component]</c>, what earns most first; empty otherwise.</summary>
    public ImmutableArray<string> Endless { get; init; } = [];

    /// <summary>Annual cost, yuan/a: annuities of new capacity, upkeep of existing, operation, penalties, less export revenue.</summary>
    public required double ObjectiveYuan { get; init; }

    /// <summary>Annual cost of what exists and may be given up, which the objective leaves out (PyPSA: objective_constant), yuan/a; null where nothing may be given up.</summary>
    public double? ObjectiveConstantYuan { get; init; }

    /// <summary>Relative distance of the cost from the bound proven in a search over whole numbers; null where there are none.</summary>
    public double? IntegerGap { get; init; }

    /// <summary>1 where a committable unit is on [u × T]; empty where there are none.</summary>
    public double[] UnitOn { get; init; } = [];

    /// <summary>Generator capacity, existing and new [g], MW.</summary>
    public required double[] GeneratorCapacityMw { get; init; }

    /// <summary>Storage power [s], MW.</summary>
    public required double[] StoragePowerMw { get; init; }

    /// <summary>Storage energy [s], MWh.</summary>
    public required double[] StorageEnergyMwh { get; init; }

    /// <summary>Store energy [e], MWh.</summary>
    public required double[] StoreEnergyMwh { get; init; }

    /// <summary>Link power [l], MW.</summary>
    public required double[] LinkCapacityMw { get; init; }

    /// <summary>Line capacity [l], MW.</summary>
    public required double[] LineCapacityMw { get; init; }

    /// <summary>Cluster IT power [c], MW.</summary>
    public required double[] ClusterItMw { get; init; }

    /// <summary>Fibre capacity [f], Gbit/s.</summary>
    public required double[] FibreGbitS { get; init; }

    /// <summary>Highest power of each connection in each demand period [k × 12], MW; the first entry where the period is the year; NaN where a month has no snapshot.</summary>
    public required double[] TradePeakMw { get; init; }

    /// <summary>Generator output [g × T], MW.</summary>
    public required double[] GeneratorMw { get; init; }

    /// <summary>Charge at the bus [s × T], MW.</summary>
    public required double[] ChargeMw { get; init; }

    /// <summary>Discharge at the bus [s × T], MW.</summary>
    public required double[] DischargeMw { get; init; }

    /// <summary>Level at the end of the hour [s × T], MWh.</summary>
    public required double[] LevelMwh { get; init; }

    /// <summary>Inflow spilled [s × T], MW.</summary>
    public required double[] SpillMw { get; init; }

    /// <summary>Store level at the end of the hour [e × T], MWh.</summary>
    public required double[] StoreLevelMwh { get; init; }

    /// <summary>Store output to its bus, negative when filling [e × T], MW.</summary>
    public required double[] StoreMw { get; init; }

    /// <summary>Link flow from bus 0, at the sending end [l × T], MW.</summary>
    public required double[] LinkForwardMw { get; init; }

    /// <summary>Link flow from bus 1, at the sending end [l × T], MW; zero where one-way.</summary>
    public required double[] LinkBackwardMw { get; init; }

    /// <summary>Line flow, positive from bus 0 to bus 1 [l × T], MW.</summary>
    public required double[] LineMw { get; init; }

    /// <summary>Import or export [k × T], MW, ≥ 0.</summary>
    public required double[] TradeMw { get; init; }

    /// <summary>Load not served [b × T], MW.</summary>
    public required double[] ShedMw { get; init; }

    /// <summary>IT power drawn, idle included [c × T], MW.</summary>
    public required double[] ItMw { get; init; }

    /// <summary>Work done by each pair of workload and cluster [p × T], GPU-hours per hour.</summary>
    public required double[] RunGpuH { get; init; }

    /// <summary>Work waiting at the end of the hour [w × T], GPU-hours.</summary>
    public required double[] BacklogGpuH { get; init; }

    /// <summary>Work given up [w × T], GPU-hours per hour.</summary>
    public required double[] UndoneGpuH { get; init; }

    /// <summary>Price of power at each bus [b × T], yuan/MWh (dual of the balance over the weight of the snapshot).</summary>
    public required double[] BusPriceYuanPerMwh { get; init; }

    /// <summary>Shadow price of each annual rule [rule]: yuan/a saved per unit by which its limit is loosened (per percentage point for shares), ≥ 0.</summary>
    public required double[] RuleShadowYuan { get; init; }

    /// <summary>What one more unit of a capacity limit would save, by component: yuan/a per MW, MWh or Gbit/s, 0 where the limit does not bind.</summary>
    public required ImmutableArray<LimitShadow> LimitShadows { get; init; }

    /// <summary>Solver, iterations, time.</summary>
    public required SolverRun Run { get; init; }

    /// <summary>Proof of feasibility and optimality, recomputed from the problem's own arrays; null without a plan.</summary>
    public Certificate? Certificate { get; init; }
}

/// <summary>How planning ended.</summary>
public enum PlanningStatus
{
    /// <summary>Optimal, to the tolerance the certificate states.</summary>
    Optimal,

    /// <summary>Time ran out or the user stopped; a feasible plan is kept and the certificate states its gap.</summary>
    Incumbent,

    /// <summary>No plan obeys all rules.</summary>
    Infeasible,

    /// <summary>The cost has no lower bound.</summary>
    Unbounded,

    /// <summary>Stopped without any feasible plan.</summary>
    Stopped,

    /// <summary>The solver failed.</summary>
    Failed,
}

/// <summary>What one more unit of a limit is worth.</summary>
/// <param name="Component">Table of the component, such as <c>generators</c>.</param>
/// <param name="Name">Name of the component.</param>
/// <param name="Column">Column that holds the limit, such as <c>capacity_max_mw</c>.</param>
/// <param name="YuanPerUnit">Saving per unit and year, ≥ 0.</param>
public sealed record LimitShadow(string Component, string Name, string Column, double YuanPerUnit);

/// <summary>The run of the solver behind a solution.</summary>
/// <param name="Solver">Solver and version.</param>
/// <param name="Method">Method, such as ipm without crossover.</param>
/// <param name="Iterations">Iterations.</param>
/// <param name="Seconds">Wall seconds in the solver.</param>
/// <param name="Rows">Rows of the problem.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Nonzeros">Nonzeros.</param>
public sealed record SolverRun(string Solver, Text Method, long Iterations, double Seconds, int Rows, int Columns, long Nonzeros);
