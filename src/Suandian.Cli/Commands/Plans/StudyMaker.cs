using System.Collections.Immutable;
using System.Reflection;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning;
using Suandian.Planning.Alternatives;
using Suandian.Planning.Stages;
using Suandian.Reports;
using Suandian.Reports.Figures;
using Suandian.Reports.Imported;
using Suandian.Reports.Questions;

namespace Suandian.Cli.Commands.Plans;

/// <summary>What a study is asked for.</summary>
/// <param name="Path">Case folder or workbook.</param>
/// <param name="Hours">Value of --hours; null for the hours of the case.</param>
/// <param name="Options">Options of the plan, given the case.</param>
/// <param name="WithBase">Whether the base case is solved.</param>
/// <param name="WithRanges">Whether the range of each shadow price is computed.</param>
/// <param name="WithUnique">Whether it is examined which capacities may move at the same cost.</param>
sealed record StudyRequest(
    string Path, string? Hours, Func<Case, PlanningOptions> Options, bool WithBase, bool WithRanges = false, bool WithUnique = false);

/// <summary>What a study came to: problems, or no plan with the reason, or a study with its figures.</summary>
/// <param name="Reading">What reading gave.</param>
/// <param name="Plan">How planning ended; null where the case could not be read.</param>
/// <param name="Why">Why there is no plan; null where there is one or the reason is none of the case.</param>
/// <param name="Study">The study; null without a plan.</param>
/// <param name="Figures">Its figures.</param>
sealed record StudyOutcome(CaseReading Reading, PlanningSolution? Plan, InfeasibilityReport? Why, Study? Study, StudyFigures? Figures)
{
    /// <summary>The study of an imported network; null for a case of our own.</summary>
    public ImportedStudy? Imported { get; init; }
}

/// <summary>Makes a study: read, network, plan, base case, replay, figures.</summary>
static class StudyMaker
{
    /// <summary>Takes all steps up to the figures.</summary>
    internal static StudyOutcome Make(StudyRun run, StudyRequest request)
    {
        var reading = CaseInput.OnHours(run.Read(request.Path), request.Hours);
        reading = request.WithRanges || request.WithUnique ? CaseInput.OfOurOwn(reading) : reading;
        if (reading.Case is null)
        {
            return new StudyOutcome(reading, null, null, null, null);
        }

        var data = CaseInput.On(reading.Case, request.Hours);
        var options = request.Options(data);
        if (data.Imported is not null)
        {
            return ImportedMaker.Make(run, reading, data, options, plan => Origin(request, data, (plan, options)));
        }

        return data.Stages.IsEmpty
            ? Planned(run, request, reading, (data, options))
            : Staged(run, request, reading, (data, options));
    }

    /// <summary>A study of a case that is built at once, for one future or several scenarios.</summary>
    static StudyOutcome Planned(StudyRun run, StudyRequest request, CaseReading reading, (Case Data, PlanningOptions Options) chosen)
    {
        var (data, options) = chosen;
        var common = data.Scenarios.IsEmpty ? null : run.Scenarios(data, options);
        var model = common?.Joint ?? run.Build(run.Network(data), options);
        if (ModelProblems.Of(model.Linear) is { Length: > 0 } wrong)
        {
            return new StudyOutcome(reading with { Case = null, Problems = [.. reading.Problems, .. wrong] }, null, null, null, null);
        }

        var scenarios = common is null ? null : ScenarioRun.Make(run, common, options);
        var solution = scenarios?.Solution ?? run.Vertex(model);
        var plan = Timeless(scenarios?.Plan ?? model.ReadSolution(solution), out var seconds);
        if (!StudyRun.HasPlan(plan))
        {
            return new StudyOutcome(reading, plan, run.Why(plan, (data, seconds), (model.Network, scenarios?.Planning), options), null, null);
        }

        var network = model.Network;
        if (scenarios is not null)
        {
            // the page shows the common plan in one scenario; the proof is that of the joint problem
            network = scenarios.Planning.Scenarios[scenarios.Shown].Network;
            plan = Timeless(scenarios.Planning.In(solution, scenarios.Shown), out _) with { Certificate = plan.Certificate };
        }

        var solved = new SolvedPlan(model, solution);
        return Told(run, reading, Asked(run, request, solved, Bare(run, request, chosen, (network, plan))) with
        {
            Problems = reading.Problems,
            Scenarios = scenarios?.Answer,
            SameCost = request.WithUnique && solved.IsVertex ? run.SameCost(solved, PlanQuantities.Capacities(data, network)) : null,
        });
    }

    /// <summary>A study of a case with stages: the report shows the last one, the proof is that of all.</summary>
    static StudyOutcome Staged(StudyRun run, StudyRequest request, CaseReading reading, (Case Data, PlanningOptions Options) chosen)
    {
        var planning = run.Stages(chosen.Data, chosen.Options);
        var solution = run.Solve(planning);
        var (network, staged) = planning.In(solution, chosen.Data.Stages.Length - 1);
        var plan = Timeless(staged, out _);
        if (!StudyRun.HasPlan(plan))
        {
            return new StudyOutcome(reading, plan, run.Why(plan, (chosen.Data, solution.Seconds), planning), null, null);
        }

        var last = planning.Solved(solution, chosen.Data.Stages.Length - 1);
        return Told(run, reading, Asked(run, request, last, Bare(run, request, chosen, (network, plan))) with
        {
            Problems = reading.Problems,
            Stages = planning.Answer(solution),
            SameCost = request.WithUnique && last.IsVertex ? Same(run, chosen.Data, planning, (solution, network)) : null,
        });
    }

    /// <summary>How far each capacity of each stage may move at the same cost.</summary>
    static ImmutableArray<SameCost> Same(StudyRun run, Case data, StagePlanning planning, (LinearSolution Solution, HourlyNetwork Network) found)
    {
        var capacities = PlanQuantities.Capacities(data, found.Network);
        return
        [
            .. data.Stages.SelectMany((stage, s) => run.SameCost(planning.Solved(found.Solution, s),
                [.. capacities.Select(c => c with { Name = StagesFiles.InStage(data, c.Name, stage.Name) })])),
        ];
    }

    /// <summary>The study with the ranges that were asked for, or with the word that they cannot be told.</summary>
    static Study Asked(StudyRun run, StudyRequest request, SolvedPlan solved, Study study) => study with
    {
        Ranges = request.WithRanges && solved.IsVertex ? run.Ranges(solved) : null,
        IsAskedWithoutVertex = (request.WithRanges || request.WithUnique) && !solved.IsVertex,
    };

    /// <summary>The plan beside its base case, replayed.</summary>
    static Study Bare(
        StudyRun run, StudyRequest request, (Case Data, PlanningOptions Options) chosen, (HourlyNetwork Network, PlanningSolution Plan) found)
    {
        var baseNetwork = NetworkBuilder.BaseCase(found.Network, found.Plan);
        return new Study
        {
            Case = chosen.Data,
            Network = found.Network,
            Plan = found.Plan,
            BaseNetwork = baseNetwork,
            Base = request.WithBase && run.Base(baseNetwork, chosen.Options) is { } solved ? Timeless(solved, out _) : null,
            GridCheck = chosen.Data.Grid is { } grid ? run.GridCheck(grid, found.Network, found.Plan) : null,
            JobYear = run.JobYear(found.Network, found.Plan),
            Replay = run.Replay(found.Network, found.Plan, chosen.Options),
            Provenance = Origin(request, chosen.Data, (found.Plan, chosen.Options)),
        };
    }

    static StudyOutcome Told(StudyRun run, CaseReading reading, Study study)
    {
        run.Begin(StudyStage.Figures);
        return new StudyOutcome(reading, study.Plan, null, study, StudyFigures.From(study));
    }

    /// <summary>The plan without the time it took, so that the same input gives byte-equal results.</summary>
    static PlanningSolution Timeless(PlanningSolution plan, out double seconds)
    {
        seconds = plan.Run.Seconds;
        return plan with { Run = plan.Run with { Seconds = 0 } };
    }

    static Provenance Origin(StudyRequest request, Case data, (PlanningSolution Plan, PlanningOptions Options) solved)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Path)));
        return new Provenance
        {
            Product = $"Suandian {typeof(Study).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}",
            Solver = solved.Plan.Run.Solver,
            Command = $"suandian study {name}",
            Options = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["base"] = request.WithBase ? "yes" : "no",
                ["hours"] = data.Settings.Hours == HourSelection.Year ? "year" : "weeks " + string.Join(',', data.Settings.Weeks),
                ["line_model"] = solved.Options.LineModel.ToString().ToLowerInvariant(),
                ["solver_method"] = solved.Plan.Run.Method.En,
            }.ToImmutableSortedDictionary(StringComparer.Ordinal),
            FilesRead = data.FilesRead,
        };
    }
}
