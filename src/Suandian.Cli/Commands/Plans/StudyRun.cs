using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Distribution.Grids;
using Suandian.Distribution.PlanCheck;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning;
using Suandian.Planning.Alternatives;
using Suandian.Planning.Scenarios;
using Suandian.Planning.Sensitivities;
using Suandian.Planning.Stages;
using Suandian.Scheduling.PlanYear;

namespace Suandian.Cli.Commands.Plans;

/// <summary>The steps from a case to a plan, each of them shown while it works.</summary>
/// <param name="progress">Told of each step and of the solver.</param>
/// <param name="cancellation">Ends the run at the next step, or inside the solver.</param>
sealed class StudyRun(IProgress<StudyProgress> progress, CancellationToken cancellation)
{
    const double LeastExplainSeconds = 60;
    const double ExplainRatio = 4;

    /// <summary>Reads the case and finds all its problems.</summary>
    internal CaseReading Read(string path)
    {
        Begin(StudyStage.Read);
        return CaseInput.Read(path);
    }

    /// <summary>The hourly arrays of the case.</summary>
    internal HourlyNetwork Network(Case data)
    {
        Begin(StudyStage.Network);
        return data.Scenarios.IsEmpty ? NetworkBuilder.Build(data) : ScenarioPlanning.Join(ScenarioCases.Of(data));
    }

    /// <summary>The joint problem of the scenarios of a case.</summary>
    internal ScenarioPlanning Scenarios(Case data, PlanningOptions options)
    {
        Begin(StudyStage.Network);
        var scenarios = ScenarioCases.Of(data);
        Begin(StudyStage.Build);
        return ScenarioPlanning.Build(scenarios, options);
    }

    /// <summary>The problem of the stages of a case.</summary>
    internal StagePlanning Stages(Case data, PlanningOptions options)
    {
        Begin(StudyStage.Network);
        var stages = StageCases.Of(data);
        Begin(StudyStage.Build);
        return StagePlanning.Build(stages, StageCases.Capacities(data, stages[0].Network), data.Settings.DiscountRate, options);
    }

    /// <summary>The solution of the stages.</summary>
    internal LinearSolution Solve(StagePlanning planning)
    {
        Begin(StudyStage.Solve);
        var solution = planning.Run(new SolverWatch(progress, StudyStage.Solve), cancellation);
        cancellation.ThrowIfCancellationRequested();
        return solution;
    }

    /// <summary>The best plan of one scenario alone; null where it has none.</summary>
    internal PlanningSolution? Own(PlanningModel model)
    {
        var solution = Solve(model, StudyStage.Scenarios);
        return HasPlan(solution) ? solution : null;
    }

    /// <summary>The planning problem.</summary>
    internal PlanningModel Build(HourlyNetwork network, PlanningOptions options)
    {
        Begin(StudyStage.Build);
        return PlanningModel.Build(network, options);
    }

    /// <summary>The plan.</summary>
    internal PlanningSolution Solve(PlanningModel model) => Solve(model, StudyStage.Solve);

    /// <summary>The solution of the linear problem behind a plan; <see cref="PlanningModel.ReadSolution"/> turns it into the plan.</summary>
    internal LinearSolution Vertex(PlanningModel model)
    {
        Begin(StudyStage.Solve);
        var solution = model.Run(new SolverWatch(progress, StudyStage.Solve), cancellation);
        cancellation.ThrowIfCancellationRequested();
        return solution;
    }

    /// <summary>Told of the quantities that are asked after.</summary>
    internal IProgress<PlanQuantity> Asking => new SubjectWatch(progress, StudyStage.Alternatives);

    /// <summary>How far the shadow prices and sizes of a plan hold.</summary>
    internal SensitivityAnswer Sensitivities(SolvedPlan solved)
    {
        Begin(StudyStage.Sensitivities);
        var sensitivity = new Sensitivity(solved) { Progress = new SubjectWatch(progress, StudyStage.Sensitivities) };
        return new SensitivityAnswer(sensitivity.Shadows(cancellation), sensitivity.Costs(cancellation));
    }

    /// <summary>How far each capacity may move at the same cost.</summary>
    internal ImmutableArray<SameCost> SameCost(SolvedPlan solved, ImmutableArray<PlanQuantity> capacities)
    {
        Begin(StudyStage.Alternatives);
        return [.. new NearOptimal(solved, 0).Ranges(capacities, Asking, cancellation).Select(Planning.Alternatives.SameCost.Of)];
    }

    /// <summary>How far the shadow prices of a plan hold.</summary>
    internal SensitivityAnswer Ranges(SolvedPlan solved)
    {
        Begin(StudyStage.Sensitivities);
        return new SensitivityAnswer(new Sensitivity(solved) { Progress = new SubjectWatch(progress, StudyStage.Sensitivities) }.Shadows(cancellation), []);
    }

    /// <summary>The base case "today, nothing built"; null where it has no solution.</summary>
    internal PlanningSolution? Base(HourlyNetwork baseNetwork, PlanningOptions options)
    {
        Begin(StudyStage.Base);
        var solution = Solve(PlanningModel.Build(baseNetwork, options), StudyStage.Base);
        return HasPlan(solution) ? solution : null;
    }

    /// <summary>The plan on the grid of the case: exact flows of all its hours.</summary>
    internal PlanCheckSolution GridCheck(CountyGrid grid, HourlyNetwork network, PlanningSolution plan)
    {
        Begin(StudyStage.Grid);
        cancellation.ThrowIfCancellationRequested();
        return PlanCheckSolution.Of(grid, network, plan, Environment.ProcessorCount);
    }

    /// <summary>The plan's work as single jobs; null where nothing may wait.</summary>
    internal JobYearSolution? JobYear(HourlyNetwork network, PlanningSolution plan)
    {
        Begin(StudyStage.Jobs);
        return Scheduling.PlanYear.JobYear.Run(network, plan, cancellation: cancellation);
    }

    /// <summary>The replay, which knows nothing of the linear programme.</summary>
    internal ReplayReport Replay(HourlyNetwork network, PlanningSolution plan, PlanningOptions options)
    {
        Begin(StudyStage.Replay);
        return Planning.Replay.Check(network, plan, options.LineModel);
    }

    /// <summary>Why one network or the scenarios of a case have no plan, and the least changes that would give one; null where the reason is none of the case.</summary>
    internal InfeasibilityReport? Why(
        PlanningSolution plan, (Case Data, double SolveSeconds) of, (HourlyNetwork Network, ScenarioPlanning? Scenarios) planned, PlanningOptions options)
    {
        if (plan.Status != PlanningStatus.Infeasible)
        {
            return null;
        }

        Begin(StudyStage.Explain);
        var report = planned.Scenarios is { } scenarios
            ? Infeasibility.Explain(scenarios.Scenarios, options, How(of), cancellation)
            : Infeasibility.Explain(planned.Network, options, How(of), cancellation);
        return of.Data.Imported is null ? report : PypsaChanges.Named(report, planned.Network);
    }

    /// <summary>Why the stages of a case cannot be built; null where the reason is none of the case.</summary>
    internal InfeasibilityReport? Why(PlanningSolution plan, (Case Data, double SolveSeconds) of, StagePlanning stages)
    {
        if (plan.Status != PlanningStatus.Infeasible)
        {
            return null;
        }

        Begin(StudyStage.Explain);
        return Infeasibility.Explain(stages, How(of), cancellation);
    }

    /// <summary>Within so many times the time of the solve, but at least a minute.</summary>
    static InfeasibilityOptions How((Case Data, double SolveSeconds) of) => new()
    {
        Year = of.Data.Settings.Year,
        Labels = of.Data.Imported?.SnapshotLabels ?? [],
        TimeLimit = TimeSpan.FromSeconds(Math.Max(LeastExplainSeconds, ExplainRatio * of.SolveSeconds)),
        PartNames = of.Data.Stages.Select(s => (s.Name, Words: new Text(s.NameZh ?? s.Name, s.NameEn ?? s.Name)))
            .Concat(of.Data.Scenarios.Select(s => (s.Name, Words: new Text(s.NameZh ?? s.Name, s.NameEn ?? s.Name))))
            .ToImmutableDictionary(p => p.Name, p => p.Words),
    };

    /// <summary>True where there is a plan to report, optimal or the best found in the time given.</summary>
    internal static bool HasPlan(PlanningSolution solution) => solution.Status is PlanningStatus.Optimal or PlanningStatus.Incumbent;

    /// <summary>Announces a step.</summary>
    internal void Begin(StudyStage stage)
    {
        cancellation.ThrowIfCancellationRequested();
        progress.Report(new StudyProgress(stage));
    }

    PlanningSolution Solve(PlanningModel model, StudyStage stage)
    {
        Begin(stage);
        var solution = model.Solve(new SolverWatch(progress, stage), cancellation);
        cancellation.ThrowIfCancellationRequested();
        return solution;
    }

    sealed class SubjectWatch(IProgress<StudyProgress> progress, StudyStage stage) : IProgress<string>, IProgress<PlanQuantity>
    {
        public void Report(string value) => progress.Report(new StudyProgress(stage, Subject: value));

        public void Report(PlanQuantity value) => Report(value.Key);
    }

    sealed class SolverWatch(IProgress<StudyProgress> progress, StudyStage stage) : IProgress<SolverProgress>
    {
        public void Report(SolverProgress value) => progress.Report(new StudyProgress(stage, value));
    }
}
