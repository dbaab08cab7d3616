using System.Collections.Immutable;
using System.Reflection;
using Suandian.Cases;
using Suandian.Planning;
using Suandian.Reports;
using Suandian.Reports.Figures;

namespace Suandian.Cli;

/// <summary>What a study is asked for.</summary>
/// <param name="Path">Case folder or workbook.</param>
/// <param name="Hours">Value of --hours; null for the hours of the case.</param>
/// <param name="Options">Options of the plan, given the case.</param>
/// <param name="WithBase">Whether the base case is solved.</param>
sealed record StudyRequest(string Path, string? Hours, Func<Case, PlanningOptions> Options, bool WithBase);

/// <summary>What a study came to: problems, or no plan with the reason, or a study with its figures.</summary>
/// <param name="Reading">What reading gave.</param>
/// <param name="Plan">How planning ended; null where the case could not be read.</param>
/// <param name="Why">Why there is no plan; null where there is one or the reason is none of the case.</param>
/// <param name="Study">The study; null without a plan.</param>
/// <param name="Figures">Its figures.</param>
sealed record StudyOutcome(CaseReading Reading, PlanningSolution? Plan, InfeasibilityReport? Why, Study? Study, StudyFigures? Figures);

/// <summary>Makes a study: read, network, plan, base case, replay, figures.</summary>
static class StudyMaker
{
    /// <summary>Takes all steps up to the figures.</summary>
    internal static StudyOutcome Make(StudyRun run, StudyRequest request)
    {
        var reading = CaseInput.OfOurOwn(run.Read(request.Path));
        if (reading.Case is null)
        {
            return new StudyOutcome(reading, null, null, null, null);
        }

        var data = CaseInput.On(reading.Case, request.Hours);
        var options = request.Options(data);
        var network = run.Network(data);
        var plan = Timeless(run.Solve(run.Build(network, options)), out var seconds);
        if (!StudyRun.HasPlan(plan))
        {
            var why = plan.Status == PlanningStatus.Infeasible ? run.Explain(network, options, (data.Settings.Year, seconds)) : null;
            return new StudyOutcome(reading, plan, why, null, null);
        }

        var baseNetwork = NetworkBuilder.BaseCase(network, plan);
        var study = new Study
        {
            Case = data,
            Network = network,
            Plan = plan,
            BaseNetwork = baseNetwork,
            Base = request.WithBase && run.Base(baseNetwork, options) is { } solved ? Timeless(solved, out _) : null,
            Problems = reading.Problems,
            Replay = run.Replay(network, plan, options),
            Provenance = Origin(request, data, (plan, options)),
        };
        run.Begin(StudyStage.Figures);
        return new StudyOutcome(reading, plan, null, study, StudyFigures.From(study));
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
                ["solver_method"] = solved.Plan.Run.Method,
            }.ToImmutableSortedDictionary(StringComparer.Ordinal),
            FilesRead = data.FilesRead,
        };
    }
}
