using Suandian.Optimisation;

namespace Suandian.Planning;

/// <summary>A plan at its optimum, of which more can be asked: how far its prices hold, and what else costs as little.</summary>
/// <remarks>
/// What is asked is asked of a linear problem: whole numbers are held at those of the plan, so the answers hold for its modules and
/// its on/off states. With stages the problem is that of all stages, and what is asked is asked of one of them.
/// </remarks>
public sealed class SolvedPlan
{
    readonly IReadOnlyDictionary<int, (int Column, double Worth)>? _bought;
    readonly HashSet<int> _inModules;

    /// <summary>A plan for one stage, for one future or several.</summary>
    /// <param name="plan">The planning problem.</param>
    /// <param name="optimum">Its optimum.</param>
    public SolvedPlan(PlanningModel plan, LinearSolution optimum)
        : this(plan, optimum, (1, 1), null)
    {
    }

    /// <summary>The plan of a stage.</summary>
    /// <param name="plan">The planning problem of the stage, part of a joint one.</param>
    /// <param name="optimum">Optimum of the joint problem.</param>
    /// <param name="worth">Yuan of the objective for a yuan a year in this stage, and in all stages.</param>
    /// <param name="bought">Column of what is bought in the stage and yuan of the objective for a yuan a year of it, by column of the capacity; null where it is the capacity itself.</param>
    internal SolvedPlan(
        PlanningModel plan, LinearSolution optimum, (double Stage, double All) worth, IReadOnlyDictionary<int, (int Column, double Worth)>? bought)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(optimum);
        (Plan, Optimum, Worth, WorthOfAll, _bought) = (plan, optimum, worth.Stage, worth.All, bought);
        Linear = optimum.HasPoint ? ModuleSearch.Held(plan.Linear, optimum.Columns) : plan.Linear;
        _inModules = plan.Options.WholeModules && plan.Network.Modules is { } modules
            ? [.. modules.Variable.Select((kind, m) => Formulation.GlobalLimits.Of(kind, plan.Variables).Column(modules.Component[m], 0))]
            : [];
    }

    /// <summary>True where the optimum is a vertex with duals: then ranges and ends are exact.</summary>
    public bool IsVertex => Optimum is { HasPoint: true, HasBasis: true, HasDuals: true };

    /// <summary>True where whole numbers are held, so that the answers are those of the plan's modules and on/off states.</summary>
    public bool IsHeld => Plan.Linear.HasIntegers;

    /// <summary>True where the cost of a capacity also stands in the rows of the tail, so that no range of it can be told.</summary>
    public bool IsCostInTail => Plan.Network.Snapshots.Scenarios is not null && Plan.Options.Risk.WeightPu > 0;

    /// <summary>The planning problem.</summary>
    internal PlanningModel Plan { get; }

    /// <summary>The linear problem that is asked.</summary>
    internal LinearModel Linear { get; }

    /// <summary>The optimum.</summary>
    internal LinearSolution Optimum { get; }

    /// <summary>Yuan of the objective for a yuan a year in the stage that is asked of; 1 without stages.</summary>
    internal double Worth { get; }

    /// <summary>Yuan of the objective for a yuan a year in all stages; 1 without stages.</summary>
    internal double WorthOfAll { get; }

    /// <summary>True where a capacity comes in modules, whose number is held.</summary>
    internal bool IsInModules(int column) => _inModules.Contains(column);

    /// <summary>Column of what is bought of a capacity and yuan of the objective for a yuan a year of it; null where nothing can be bought.</summary>
    internal (int Column, double Worth)? Bought(int column) =>
        column < 0 || !(Linear.ColumnLower[column] < Linear.ColumnUpper[column]) || IsInModules(column) ? null
        : _bought is null ? (column, 1)
        : _bought.TryGetValue(column, out var bought) ? bought : null;
}
