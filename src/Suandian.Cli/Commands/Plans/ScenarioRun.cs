using Suandian.Optimisation;
using Suandian.Planning;
using Suandian.Planning.Scenarios;

namespace Suandian.Cli.Commands.Plans;

/// <summary>A plan for the scenarios of a case.</summary>
/// <param name="Planning">The joint problem and its scenarios.</param>
/// <param name="Solution">Its solution.</param>
/// <param name="Plan">The joint plan, with its certificate.</param>
/// <param name="Answer">Cost and regret in each scenario; null without a plan.</param>
sealed record ScenarioRun(ScenarioPlanning Planning, LinearSolution Solution, PlanningSolution Plan, ScenarioAnswer? Answer)
{
    /// <summary>Solves the joint problem and, for the regret, each scenario alone.</summary>
    /// <param name="run">Steps.</param>
    /// <param name="planning">The joint problem.</param>
    /// <param name="options">Options of the plan.</param>
    internal static ScenarioRun Make(StudyRun run, ScenarioPlanning planning, PlanningOptions options)
    {
        var solution = run.Vertex(planning.Joint);
        var plan = planning.Joint.ReadSolution(solution);
        if (!StudyRun.HasPlan(plan))
        {
            return new(planning, solution, plan, null);
        }

        var own = planning.Scenarios.Select(s => run.Own(PlanningModel.Build(s.Network, options with { Risk = new() }))).ToArray();
        return new(planning, solution, plan, planning.Answer(solution, own));
    }

    /// <summary>The scenario whose hours a report shows: the most probable, the first of equals.</summary>
    internal int Shown => Enumerable.Range(0, Planning.Scenarios.Length).MaxBy(s => Planning.Scenarios[s].ProbabilityPu);
}
