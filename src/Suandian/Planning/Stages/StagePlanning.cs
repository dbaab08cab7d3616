using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning.Formulation;

namespace Suandian.Planning.Stages;

/// <summary>Building in stages: what is built once stays until its end, and all stages are chosen together.</summary>
/// <remarks>
/// Sets        s ∈ stages, v ≤ s stages in which was built; i ∈ capacities that may be built
/// Parameters  D(s) = Σ (1 + r)^−k over the years of s: present value of a yuan a year; A(i,v) annual cost of a unit built in v
///             (annuity and upkeep, paid while it stands); life(i) [a]; existing(i)
/// Variables   z(i,s) the capacities of each stage; build(i,v) = stage_build ≥ 0
/// Objective   Σ D(s) operation(s) + Σ build(i,v) A(i,v) Σ(s ≥ v, i still stands) D(s), yuan of the first year
/// Each stage is a planning problem of its own in the same linear model (its block names end with the stage); its capacities cost
/// nothing there. Only the rows stage_capacity join the stages. Existing capacity stays through all stages.
/// Source      multi-year expansion with annuities, as in PyPSA pathway planning (multi-investment optimisation).
/// </remarks>
public sealed class StagePlanning
{
    static readonly double[] One = [1];

    readonly ImmutableArray<StageNetwork> _stages;
    readonly ImmutableArray<StageCapacity> _capacities;
    readonly double _rate;
    readonly PlanningModel[] _plans;
    readonly (int First, int End, double Constant)[] _columns;
    readonly Variables _build;

    StagePlanning(ImmutableArray<StageNetwork> stages, ImmutableArray<StageCapacity> capacities, double rate, PlanningOptions options)
    {
        MemoryNeed.Check(stages.Select(s => ProblemSize.Of(s.Network)).Aggregate((sum, size) => sum + size), options.Solver);
        (_stages, _capacities, _rate) = (stages, capacities, rate);
        Linear = new LinearModel("stages");
        _plans = new PlanningModel[stages.Length];
        _columns = new (int, int, double)[stages.Length];
        for (var s = 0; s < stages.Length; s++)
        {
            var (first, constant) = (Linear.ColumnCount, Linear.CostConstant);
            var free = CapacityCosts.With(stages[s].Network, _ => 0);
            _plans[s] = PlanningModel.BuildInto(Linear, "_" + stages[s].Name, free, options with { Risk = new(), WholeModules = false });
            Linear.ScaleCosts(first, constant, Worth(s));
            _columns[s] = (first, Linear.ColumnCount, Linear.CostConstant - constant);
        }

        _build = AddBuilding();
        Options = options;
    }

    /// <summary>The linear problem of all stages.</summary>
    public LinearModel Linear { get; }

    internal PlanningOptions Options { get; }

    internal ImmutableArray<StageNetwork> Stages => _stages;

    /// <summary>The planning problem of each stage.</summary>
    internal IReadOnlyList<PlanningModel> Plans => _plans;

    /// <summary>Writes the problem.</summary>
    /// <param name="stages">Stages, their years rising.</param>
    /// <param name="capacities">Capacities that may be built.</param>
    /// <param name="rate">Discount rate per year, pu.</param>
    /// <param name="options">Options of the plan.</param>
    /// <exception cref="ArgumentException">No stage, or years that do not rise.</exception>
    public static StagePlanning Build(ImmutableArray<StageNetwork> stages, ImmutableArray<StageCapacity> capacities, double rate, PlanningOptions options) =>
        !stages.IsDefaultOrEmpty && stages.Zip(stages.Skip(1)).All(pair => pair.First.Year < pair.Second.Year)
            ? new(stages, capacities, rate, options)
            : throw new ArgumentException("the years of the stages must rise", nameof(stages));

    /// <summary>The problem of the same stages with other networks.</summary>
    internal StagePlanning With(Func<HourlyNetwork, HourlyNetwork> change) =>
        new([.. _stages.Select(s => s with { Network = change(s.Network) })], _capacities, _rate, Options);

    /// <summary>Solves the problem.</summary>
    public LinearSolution Run(IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default) =>
        Linear.HasIntegers ? ModuleSearch.Run(Linear, Options.Solver, progress, cancellation) : Solver.Solve(Linear, Options.Solver, progress, cancellation);

    /// <summary>The plan of one stage: what stands and how it runs, with its annual cost.</summary>
    /// <param name="solution">A solution of <see cref="Linear"/>.</param>
    /// <param name="stage">Index of the stage.</param>
    /// <returns>The network of the stage, new capacity priced as it was built, and the plan on it; the certificate is that of all stages.</returns>
    public (HourlyNetwork Network, PlanningSolution Plan) In(LinearSolution solution, int stage)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var (plan, worth) = (_plans[stage].ReadSolution(solution), Worth(stage));
        static double[] Over(double[] values, double by) => Array.ConvertAll(values, v => v / by);
        return (Priced(solution, stage), plan with
        {
            ObjectiveYuan = CostIn(solution, stage),
            BusPriceYuanPerMwh = Over(plan.BusPriceYuanPerMwh, worth),
            RuleShadowYuan = Over(plan.RuleShadowYuan, worth),
            LimitShadows = [.. plan.LimitShadows.Select(l => l with { YuanPerUnit = l.YuanPerUnit / worth })],
        });
    }

    /// <summary>The plan of one stage, of which more can be asked; everything else, other stages included, adapts.</summary>
    /// <inheritdoc cref="In"/>
    public SolvedPlan Solved(LinearSolution solution, int stage)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var bought = Enumerable.Range(0, _capacities.Length).ToDictionary(
            i => Column(_capacities[i], stage), i => (_build.Column(i * _stages.Length + stage, 0), WorthOf(i, stage)));
        return new(_plans[stage], solution, (Worth(stage), Enumerable.Range(0, _stages.Length).Sum(Worth)), bought);
    }

    /// <summary>What is built when, and what it costs.</summary>
    public StageAnswer Answer(LinearSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var build = solution.Values(_build);
        return new StageAnswer
        {
            PresentValueYuan = solution.Objective,
            Stages = [.. _stages.Select((s, i) => new StageOutcome(s.Name, s.Year, Worth(i), CostIn(solution, i)))],
            Paths =
            [
                .. _capacities.Select((c, i) => new StagePath(c.Quantity,
                    [.. _stages.Select((_, s) => build[i * _stages.Length + s])],
                    [.. _stages.Select((_, s) => solution.Columns[Column(c, s)])])),
            ],
        };
    }

    double Worth(int stage) => _stages[stage].DiscountedYears(_rate, _stages[0].Year);

    /// <summary>True where what was built in a stage still stands in a later one.</summary>
    bool Stands(StageCapacity capacity, int built, int stage) =>
        built <= stage && _stages[stage].Year < _stages[built].Year + capacity.LifetimeYears;

    /// <summary>Present value of a yuan a year as long as what was built in a stage stands.</summary>
    double WorthOf(int capacity, int built) => Enumerable.Range(0, _stages.Length).Where(s => Stands(_capacities[capacity], built, s)).Sum(Worth);

    int Column(StageCapacity capacity, int stage) => capacity.Quantity.Terms(_plans[stage])[0].Column;

    double Annual(int capacity, int stage) => CapacityCosts.Of(_stages[stage].Network, _capacities[capacity].Quantity.Parts[0]).Annual;

    /// <summary>z(i,s) − Σ(v that stand) build(i,v) = existing(i), and Σ build(i,v) A(i,v) Σ D(s)</summary>
    Variables AddBuilding()
    {
        var count = _stages.Length;
        string[] names = [.. _capacities.SelectMany(c => _stages.Select(s => $"{c.Quantity.Key} {s.Name}"))];
        var members = Members.Annual(names.Length) with { Names = names };
        var build = Linear.Variables("stage_build", members, 0, double.PositiveInfinity);
        Linear.Subject("stage_capacity", members, (m, _) =>
        {
            var (i, s) = (m / count, m % count);
            int[] column = [Column(_capacities[i], s)];
            int[] standing = [.. Enumerable.Range(0, s + 1).Where(v => Stands(_capacities[i], v, s)).Select(v => i * count + v)];
            var existing = CapacityCosts.Of(_stages[s].Network, _capacities[i].Quantity.Parts[0]).Existing;
            return Linear.Append(column, One) - Expression.Sum(standing, k => build[k]) == existing;
        });
        Linear.Minimise("stage_build", members, (m, _) =>
        {
            var (i, v) = (m / count, m % count);
            return Annual(i, v) * WorthOf(i, v) * build[m];
        });
        return build;
    }

    /// <summary>Annual cost of a stage: its operation and upkeep, and the annual costs of all new that stands.</summary>
    double CostIn(LinearSolution solution, int stage)
    {
        var (first, end, constant) = _columns[stage];
        var sum = constant;
        for (var j = first; j < end; j++)
        {
            sum += Linear.ColumnCost[j] * solution.Columns[j];
        }

        return sum / Worth(stage) + Enumerable.Range(0, _capacities.Length).Sum(i => NewIn(solution, i, stage).Yuan);
    }

    /// <summary>New capacity of all stages that stands, and its annual cost.</summary>
    (double Size, double Yuan) NewIn(LinearSolution solution, int capacity, int stage)
    {
        var (size, yuan) = (0.0, 0.0);
        for (var v = 0; v <= stage; v++)
        {
            if (Stands(_capacities[capacity], v, stage))
            {
                var built = solution.Columns[_build.Column(capacity * _stages.Length + v, 0)];
                (size, yuan) = (size + built, yuan + Annual(capacity, v) * built);
            }
        }

        return (size, yuan);
    }

    /// <summary>The network of a stage with the mean annual cost of the new capacity that stands.</summary>
    HourlyNetwork Priced(LinearSolution solution, int stage)
    {
        var index = _capacities.Select((c, i) => (c.Quantity.Parts[0], i)).ToDictionary(c => c.Item1, c => c.i);
        return CapacityCosts.With(_stages[stage].Network, part =>
        {
            var own = CapacityCosts.Of(_stages[stage].Network, part).Annual;
            return index.TryGetValue(part, out var i) && NewIn(solution, i, stage) is { Size: > 1e-9 } built ? built.Yuan / built.Size : own;
        });
    }
}
