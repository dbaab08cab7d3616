using System.Collections.Immutable;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Year;
using Suandian.Network;
using Suandian.Planning;
using Suandian.PowerFlow;

namespace Suandian.Distribution.PlanCheck;

/// <summary>A plan on its grid: exact flows of every planned hour, what does not fit, and what makes it fit.</summary>
public sealed record PlanCheckSolution
{
    /// <summary>The hours on the grid as it stands.</summary>
    public required HoursCheckSolution Check { get; init; }

    /// <summary>What makes the plan fit; null where it fits as it is.</summary>
    public GridRepairSolution? Repair { get; init; }

    /// <summary>Rows of the plan with power that have no place in the grid.</summary>
    public required ImmutableArray<UnplacedRow> Unplaced { get; init; }

    /// <summary>Loads and generators of the grid that keep their power of today.</summary>
    public required ImmutableArray<string> TodayRows { get; init; }

    /// <summary>What loads with supply take less what generators there give without any losses, as the plan has it for what is placed, MWh/a.</summary>
    public required double NeedMwh { get; init; }

    /// <summary>Energy that loads of the grid take at buses with supply, MWh/a.</summary>
    public required double LoadMwh { get; init; }

    /// <summary>The same with what storage charges, as <see cref="FeederYearSolution.LoadMwh"/> has it, MWh/a.</summary>
    public required double TakenMwh { get; init; }

    /// <summary>Energy of the loads at buses without supply, which is in none of the other numbers, MWh/a.</summary>
    public required double UnsuppliedMwh { get; init; }

    /// <summary>Checks a plan on a grid.</summary>
    /// <param name="grid">Grid without errors.</param>
    /// <param name="network">Network of the plan.</param>
    /// <param name="plan">Plan with a solution.</param>
    /// <param name="threads">Threads, ≥ 1; the numbers do not depend on it.</param>
    public static PlanCheckSolution Of(CountyGrid grid, HourlyNetwork network, PlanningSolution plan, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(network);
        var equipped = new EquippedGrid(grid);
        var (placed, weightH) = (PlanPlacement.Of(equipped, network, plan), network.Snapshots.WeightH);
        var flow = HoursCheck.Flow(equipped.Grid, placed.Injections, threads);
        var check = HoursCheck.Measure(equipped.Grid, (placed.Injections, flow), FeederLimits.Of(equipped.Grid), weightH);
        var isSupplied = GridIslands.Of(equipped.Grid).Supplied(equipped.Grid.Buses);
        double Year(double[] powers, bool supplied) => Enumerable.Range(0, powers.Length).Where(i => isSupplied[i / weightH.Length] == supplied).Sum(i => powers[i] * weightH[i % weightH.Length]);
        return new PlanCheckSolution
        {
            Check = check,
            Repair = check.Fits ? null : GridRepair.Run(equipped, (placed.Injections, flow), weightH, threads),
            Unplaced = placed.Unplaced,
            TodayRows = placed.TodayRows,
            NeedMwh = -Year(placed.Injections.ActiveMw, supplied: true),
            LoadMwh = Year(placed.LoadMw, supplied: true),
            TakenMwh = FeederYear.Powers(placed.Hours(network), flow).Load.Zip(weightH).Where(p => double.IsFinite(p.First)).Sum(p => p.First * p.Second),
            UnsuppliedMwh = Year(placed.LoadMw, supplied: false),
        };
    }
}
