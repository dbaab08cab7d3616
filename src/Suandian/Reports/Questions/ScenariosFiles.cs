using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases;
using Suandian.Planning.Scenarios;
using Suandian.Reports.Figures;
using Suandian.Reports.Page;
using Suandian.Reports.Tables;
using Suandian.Texts;

namespace Suandian.Reports.Questions;

/// <summary>What one plan costs in each scenario and how much a plan of its own would save there, as a page and a table.</summary>
public static class ScenariosFiles
{
    /// <summary>Name of the page in a report folder.</summary>
    internal const string Page = "scenarios.html";

    /// <summary>scenarios.html and scenarios.csv.</summary>
    /// <param name="data">The case.</param>
    /// <param name="answer">The outcomes.</param>
    public static ImmutableArray<QuestionFile> Of(Case data, ScenarioAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(answer);
        var title = Phrases.Of("scenarios.title", ("case", data.Settings.Name));
        return QuestionFile.All(Page, QuestionPage.Write(title, voice => Body(voice, data, answer)), Table(data, answer));
    }

    /// <summary>Expected cost, dearest scenario and largest regret, in one sentence.</summary>
    public static Text Finding(Case data, ScenarioAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(answer);
        var known = answer.Outcomes.Where(o => double.IsFinite(o.RegretYuan)).ToArray();
        var worst = known.MaxBy(o => o.RegretYuan);
        return Phrases.Of(worst is null ? "scenarios.finding_cost" : "scenarios.finding", ("count", answer.Outcomes.Length),
            ("cost", Numbers.Say(Quantity.YearlyMoneyYuan, answer.ExpectedYuan)),
            ("regret", Numbers.Say(Quantity.YearlyMoneyYuan, worst?.RegretYuan ?? 0)), ("name", worst is null ? default : NameOf(data, worst)));
    }

    /// <summary>Name of a scenario for people.</summary>
    public static Text NameOf(Case data, ScenarioOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(outcome);
        return data.Scenarios.Where(s => s.Name == outcome.Name).Select(s => CaseNames.Title(s.Name, s.NameZh, s.NameEn)).FirstOrDefault(new Text(outcome.Name, outcome.Name));
    }

    /// <summary>outcomes of the scenarios: one row for each.</summary>
    internal static ReportTable Table(Case data, ScenarioAnswer answer) => new TableOf<ScenarioOutcome>("scenarios", answer.Outcomes)
        .Word("name", o => o.Name)
        .Both("title", o => NameOf(data, o))
        .Number("probability_pu", o => o.ProbabilityPu)
        .Number("cost_yuan", o => o.CostYuan)
        .Number("best_cost_yuan", o => o.BestYuan)
        .Number("regret_yuan", o => o.RegretYuan)
        .Table();

    static Html Body(Voice voice, Case data, ScenarioAnswer answer)
    {
        var most = answer.Outcomes.Max(o => Math.Max(o.CostYuan, double.IsFinite(o.BestYuan) ? o.BestYuan : 0)) * 1.02;
        string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
        return Html.Of($"""
            <h1>{voice.Say(Phrases.Of("scenarios.heading"))}</h1>
            <p class="answer">{voice.Say(Finding(data, answer))}</p>
            <p class="p">{voice.Say(Phrases.Of("scenarios.how", ("expected", Numbers.Say(Quantity.YearlyMoneyYuan, answer.ExpectedYuan)), ("tail", Numbers.Say(Quantity.YearlyMoneyYuan, answer.TailYuan)), ("level", Percent(1 - answer.Risk.LevelPu)), ("weight", Percent(answer.Risk.WeightPu)), ("regret", Numbers.Say(Quantity.YearlyMoneyYuan, answer.ExpectedRegretYuan))))}</p>
            <div class="ranges">{answer.Outcomes.Select(o => Bar(voice, NameOf(data, o), o, most))}</div>
            <p class="ft">{voice.Say(Phrases.Of("scenarios.key"))}</p>
            """);
    }

    static Html Bar(Voice voice, Text name, ScenarioOutcome outcome, double most)
    {
        var share = outcome.ProbabilityPu.ToString("0.###", CultureInfo.InvariantCulture);
        var regret = double.IsFinite(outcome.RegretYuan)
            ? Html.Of($"""<br><small>{voice.Say(Phrases.Of("scenarios.regret"))} {voice.Prose(Quantity.YearlyMoneyYuan, outcome.RegretYuan)}</small>""")
            : Html.Of($"""<br><small>{voice.Say(Phrases.Of("scenarios.no_best"))}</small>""");
        var best = Html.If(double.IsFinite(outcome.BestYuan), () => Html.Of($"""<b style="left:{Html.Percent(outcome.BestYuan / most)}"></b>"""));
        return Html.Of($"""
            <div class="r"><span>{voice.Start(name)}<br><small class="muted">{voice.Say(Phrases.Of("scenarios.probability", ("p", share)))}</small></span><span class="t"><i style="left:0;width:{Html.Percent(outcome.CostYuan / most)}"></i>{best}</span><span class="v">{voice.Prose(Quantity.YearlyMoneyYuan, outcome.CostYuan)}{regret}</span></div>

            """);
    }
}
