using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Planning;
using Suandian.Reports.Questions;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Plans;

/// <summary>A plan of which more is asked, and what the answers refer to.</summary>
/// <param name="Solved">The plan at its optimum.</param>
/// <param name="Plan">The plan, in the last stage where there are stages.</param>
/// <param name="Network">Its network.</param>
/// <param name="Notes">What the answers refer to, where it is not the whole case as it stands.</param>
sealed record AskedPlan(SolvedPlan Solved, PlanningSolution Plan, HourlyNetwork Network, ImmutableArray<Text> Notes)
{
    /// <summary>Finds the plan: for one future, for all scenarios at once, or for all stages.</summary>
    internal static AskedPlan Find(StudyRun run, Case data, PlanningOptions options) =>
        data.Stages.IsEmpty ? AtOnce(run, data, options) : InStages(run, data, options);

    static AskedPlan AtOnce(StudyRun run, Case data, PlanningOptions options)
    {
        var model = run.Build(run.Network(data), options);
        var optimum = run.Vertex(model);
        var solved = new SolvedPlan(model, optimum);
        return new(solved, model.ReadSolution(optimum), model.Network,
        [
            .. Whole(solved, model.Network),
            .. data.Scenarios.IsEmpty ? [] : (Text[])[Phrases.Of("ask.scenarios", ("count", data.Scenarios.Length))],
        ]);
    }

    static AskedPlan InStages(StudyRun run, Case data, PlanningOptions options)
    {
        var planning = run.Stages(data, options);
        var optimum = run.Solve(planning);
        var last = data.Stages.Length - 1;
        var (solved, (network, plan)) = (planning.Solved(optimum, last), planning.In(optimum, last));
        return new(solved, plan, network,
        [
            .. Whole(solved, network),
            Phrases.Of("ask.stages", ("count", data.Stages.Length), ("name", StagesFiles.NameOf(data, data.Stages[last].Name))),
        ]);
    }

    static IEnumerable<Text> Whole(SolvedPlan solved, HourlyNetwork network)
    {
        if (solved.IsHeld)
        {
            yield return Phrases.Of("ask.held");
        }
        else if (network.Modules is not null || network.Commitments is not null)
        {
            yield return Phrases.Of("ask.relaxed");
        }

        if (solved.IsCostInTail)
        {
            yield return Phrases.Of("ask.tail");
        }
    }
}
