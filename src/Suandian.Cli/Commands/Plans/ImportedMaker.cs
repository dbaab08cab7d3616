using Suandian.Cases;
using Suandian.Network;
using Suandian.Planning;
using Suandian.Reports.Figures;
using Suandian.Reports.Imported;

namespace Suandian.Cli.Commands.Plans;

/// <summary>Makes the study of an imported network: plan, replay, and what its report is made of.</summary>
static class ImportedMaker
{
    /// <summary>Takes all steps up to the report.</summary>
    /// <param name="run">Steps.</param>
    /// <param name="reading">The network that was read.</param>
    /// <param name="data">Its case.</param>
    /// <param name="options">Options of the plan.</param>
    /// <param name="origin">Provenance of a plan.</param>
    internal static StudyOutcome Make(StudyRun run, CaseReading reading, Case data, PlanningOptions options, Func<PlanningSolution, Provenance> origin)
    {
        var scenarios = data.Scenarios.IsEmpty ? null : ScenarioRun.Make(run, run.Scenarios(data, options), options);
        var model = scenarios?.Planning.Joint ?? run.Build(run.Network(data), options);
        var found = scenarios?.Plan ?? run.Solve(model);
        var plan = found with { Run = found.Run with { Seconds = 0 } };
        if (!StudyRun.HasPlan(plan))
        {
            return new StudyOutcome(reading, plan, run.Why(plan, (data, found.Run.Seconds), (model.Network, scenarios?.Planning), options), null, null);
        }

        var (network, shown) = scenarios is null ? (model.Network, plan) : Shown(scenarios, plan);
        var replay = run.Replay(network, shown, options);
        run.Begin(StudyStage.Figures);
        return new StudyOutcome(reading, plan, null, null, null)
        {
            Imported = new ImportedStudy
            {
                Case = data,
                Network = network,
                Plan = shown,
                Replay = replay,
                Scenarios = scenarios?.Answer,
                Problems = reading.Problems,
                Provenance = origin(plan),
            },
        };
    }

    /// <summary>The most probable scenario, with the proof of the joint problem.</summary>
    static (HourlyNetwork Network, PlanningSolution Plan) Shown(ScenarioRun scenarios, PlanningSolution joint)
    {
        var plan = scenarios.Planning.In(scenarios.Solution, scenarios.Shown);
        return (scenarios.Planning.Scenarios[scenarios.Shown].Network, plan with { Certificate = joint.Certificate, Run = joint.Run });
    }
}
