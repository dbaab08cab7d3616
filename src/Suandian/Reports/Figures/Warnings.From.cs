using Suandian.Cases;
using Suandian.Network;
using Suandian.Planning;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

public sealed partial record Warnings
{
    internal static Warnings From(StudyView view, (CaseFacts Case, AssumptionFigures Assumptions, CertificateFigures Certificate) known)
    {
        WarningRow[] rows =
        [
            .. OfPlan(view), .. WaitWarnings.Of(view), .. OfProof(view, known.Certificate), .. OfInput(known.Case, known.Assumptions),
            .. view.Study.Problems.Where(p => p.Severity == Severity.Warning).Select(OfProblem), .. OfModel(view),
        ];
        return new([.. rows.OrderBy(r => r.Level)]);
    }

    static IEnumerable<WarningRow> OfPlan(StudyView view)
    {
        var prices = view.Plan.Prices;
        if (prices.DemandGpuH - prices.DoneGpuH > 1e-6 * prices.DemandGpuH)
        {
            yield return Row(WarningLevel.Act, "undone_work",
                ("work", Numbers.Say(Quantity.WorkGpuH, prices.DemandGpuH - prices.DoneGpuH)),
                ("share", Numbers.Say(Quantity.SharePu, 1 - (prices.DoneGpuH / prices.DemandGpuH))));
        }

        var shed = view.Plan.Yearly(view.Plan.Shed);
        if (shed > Math.Max(1e-3, 1e-6 * view.Plan.Yearly(view.Study.Network.Loads.PowerMw))) // less is what an interior point leaves
        {
            yield return Row(WarningLevel.Act, "shed", ("energy", Numbers.Say(Quantity.EnergyMwh, shed)));
        }

        if (view.Base is null)
        {
            yield return Row(WarningLevel.Note, "no_base");
        }
        else if (view.Study.Plan.ObjectiveYuan > view.Study.Base!.ObjectiveYuan * (1 + 1e-6))
        {
            yield return Row(WarningLevel.Note, "dearer_than_base",
                ("yuan", Numbers.Say(Quantity.MoneyYuan, view.Study.Plan.ObjectiveYuan - view.Study.Base.ObjectiveYuan)));
        }
    }

    static IEnumerable<WarningRow> OfProof(StudyView view, CertificateFigures certificate)
    {
        if (view.Study.Plan.Status == PlanningStatus.Incumbent)
        {
            yield return Row(WarningLevel.Act, "incumbent",
                ("gap", Numbers.Say(Quantity.SharePu, view.Study.Plan.Certificate?.RelativeGap ?? double.NaN)));
        }

        if (!certificate.Checked)
        {
            yield return Row(WarningLevel.Act, "unchecked");
        }
        else if (!certificate.Holds)
        {
            var failed = certificate.Optimum.Concat(certificate.Replay).Where(c => !c.Holds).Select(c => c.Name).ToArray();
            yield return Row(WarningLevel.Act, "check_failed", ("checks", Headline.Join(failed)));
        }
    }

    static IEnumerable<WarningRow> OfInput(CaseFacts facts, AssumptionFigures assumptions)
    {
        if (!facts.SyntheticWeather.IsEmpty)
        {
            yield return Row(WarningLevel.Act, "synthetic_weather", ("sites", Headline.Join(facts.SyntheticWeather)));
        }

        if (!facts.IsWholeYear)
        {
            yield return Row(WarningLevel.Note, "part_year", ("weeks", facts.Blocks), ("hours", facts.Snapshots));
        }

        var weak = assumptions.Shares.Where(s => s.Status is Status.Estimate or Status.Recalled or null).Sum(s => s.SharePu);
        if (weak >= 0.1)
        {
            yield return Row(WarningLevel.Note, "estimates", ("share", Numbers.Say(Quantity.SharePu, weak)));
        }
    }

    static IEnumerable<WarningRow> OfModel(StudyView view)
    {
        if (view.Study.Stages is { } stages)
        {
            yield return Row(WarningLevel.Note, "stages", ("count", stages.Stages.Length),
                ("name", Questions.StagesFiles.NameOf(view.Study.Case, stages.Stages[^1].Name)));
        }

        if (view.Study.Scenarios is { } scenarios)
        {
            yield return Row(WarningLevel.Note, "scenarios", ("count", scenarios.Outcomes.Length),
                ("name", Questions.ScenariosFiles.NameOf(view.Study.Case, scenarios.Outcomes.MaxBy(o => o.ProbabilityPu)!)));
        }

        var refused = view.Plan.Network.Workloads.Refused;
        if (!refused.IsEmpty)
        {
            yield return Row(WarningLevel.Info, "refused_pairs",
                ("refused", refused.Length), ("pairs", refused.Length + view.Plan.Network.Workloads.Pairs.Length));
        }

        yield return Uniqueness(view);
        if (view.Study is { Plan.IntegerGap: not null } asked && (asked.Ranges is not null || asked.SameCost is not null))
        {
            yield return Row(WarningLevel.Info, "whole_held");
        }

        if (view.Study.IsAskedWithoutVertex)
        {
            yield return Row(WarningLevel.Note, "no_vertex");
        }

        yield return Row(WarningLevel.Info, "foresight");
    }

    /// <summary>Whether the plan is the only cheapest one, or which capacities may move at the same cost and how far.</summary>
    static WarningRow Uniqueness(StudyView view)
    {
        if (view.Study.SameCost is not { } capacities)
        {
            return Row(WarningLevel.Info, "unique_unknown");
        }

        var moving = capacities.Where(c => c.Moves).ToArray();
        return moving is [] ? Row(WarningLevel.Info, "unique") : Row(WarningLevel.Note, "not_unique",
            ("count", moving.Length), ("list", Headline.Join([.. moving.Take(6).Select(Movement)])));
    }

    static Text Movement(Planning.Alternatives.SameCost capacity)
    {
        var quantity = Questions.QuestionPage.QuantityOf(capacity.Unit);
        return Phrases.Of("warning.movement", ("name", capacity.Name),
            ("least", Numbers.Say(quantity, capacity.Least)), ("most", Numbers.Say(quantity, capacity.Most)));
    }

    static WarningRow OfProblem(Problem problem)
    {
        var place = string.Join(' ', new[] { problem.File, problem.Row is { } row ? $"#{row}" : null, problem.Column, problem.Value }.Where(s => s is not null));
        return new WarningRow(
            WarningLevel.Note,
            problem.Code,
            Phrases.Of("warning.problem.fact", ("place", place), ("expected", problem.Expected)),
            Phrases.Of("warning.problem.effect"),
            problem.Remedy);
    }

    internal static WarningRow Row(WarningLevel level, string code, params ReadOnlySpan<(string Name, object? Value)> places) => new(
        level,
        code,
        Phrases.Of($"warning.{code}.fact", places),
        Phrases.Of($"warning.{code}.effect", places),
        Phrases.Of($"warning.{code}.remedy", places));
}
