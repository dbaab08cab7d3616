using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Planning.Alternatives;
using Suandian.Reports.Page;
using Suandian.Reports.Tables;
using Suandian.Texts;

namespace Suandian.Reports.Questions;

/// <summary>Least and most of each quantity near the optimum, as a page with range bars and as tables with the whole plans.</summary>
public static class AlternativesFiles
{
    /// <summary>alternatives.html, alternatives.csv (one row for each quantity) and alternative_plans.csv (one row for each capacity of each plan).</summary>
    /// <param name="data">The case.</param>
    /// <param name="network">Its network.</param>
    /// <param name="answer">The ranges.</param>
    public static ImmutableArray<QuestionFile> Of(Case data, HourlyNetwork network, AlternativesAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(answer);
        var title = Phrases.Of("alternatives.title", ("case", data.Settings.Name));
        return QuestionFile.All("alternatives.html", QuestionPage.Write(title, voice => Body(voice, network, answer)),
            Ranges(answer), Plans(data, network, answer));
    }

    /// <summary>What the ranges show, in one sentence: how many of the quantities may move, and by how much the most open one does.</summary>
    public static Text Finding(AlternativesAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var open = answer.Ranges.Where(r => r.Moves).OrderByDescending(r => (r.Most.Value - r.Least.Value) / Math.Max(1, Math.Abs(r.Optimum))).ToArray();
        if (open is [])
        {
            return Phrases.Of(answer.WithinPu == 0 ? "alternatives.unique" : "alternatives.nothing", ("within", Percent(answer.WithinPu)));
        }

        var first = open[0];
        return Phrases.Of(answer.WithinPu == 0 ? "alternatives.not_unique" : "alternatives.finding", ("within", Percent(answer.WithinPu)),
            ("count", open.Length), ("name", first.Quantity.Name),
            ("least", Said(first, first.Least.Value)), ("most", Said(first, first.Most.Value)), ("plan", Said(first, first.Optimum)));
    }

    /// <summary>A value of the quantity of a range as people read it.</summary>
    public static Text Said(AlternativeRange range, double value)
    {
        ArgumentNullException.ThrowIfNull(range);
        return Numbers.Say(QuestionPage.QuantityOf(range.Quantity.Unit), value);
    }

    /// <summary>A share as it was asked for, such as 2%.</summary>
    internal static string Percent(double share) => (share * 100).ToString("0.######", CultureInfo.InvariantCulture) + "%";

    static Html Body(Voice voice, HourlyNetwork network, AlternativesAnswer answer) => Html.Of($"""
        <h1>{voice.Say(Phrases.Of("alternatives.heading", ("within", Percent(answer.WithinPu))))}</h1>
        <p class="answer">{voice.Start(Finding(answer))}</p>
        <p class="p">{voice.Say(Phrases.Of(answer.WithinPu == 0 ? "alternatives.how_same" : "alternatives.how", ("within", Percent(answer.WithinPu)), ("cost", Numbers.Say(Quantity.YearlyMoneyYuan, answer.Optimum.ObjectiveYuan)), ("limit", Numbers.Say(Quantity.YearlyMoneyYuan, answer.LimitYuan))))}</p>
        {QuestionPage.Notes(voice, answer.Notes)}
        <div class="ranges" role="img" aria-label="{voice.Say(Finding(answer))}">{answer.Ranges.Select(r => Bar(voice, r))}</div>
        <p class="ft">{voice.Say(Phrases.Of("alternatives.key"))}</p>
        <h3>{voice.Say(Phrases.Of("alternatives.plans"))}</h3>
        <div class="scroll"><table><thead><tr><th>{voice.Say(Phrases.Of("alternatives.plan"))}</th>{answer.Ranges.Select(r => Html.Of($"<th class=\"n\">{voice.Say(r.Quantity.Name)}</th>"))}<th class="n">{voice.Say(Phrases.Of("alternatives.cost"))}<br>{voice.Unit(Quantity.YearlyMoneyYuan)}</th></tr></thead>
        <tbody>{PlansOf(answer).Select(p => Row(voice, network, answer, p))}</tbody></table></div>
        <p class="ft" style="margin-top:16px">{voice.Say(Phrases.Of(answer.Ranges.All(r => r.IsProved) ? "alternatives.proved" : "alternatives.unproved", ("names", Unproved(answer))))}</p>
        """);

    static Text Unproved(AlternativesAnswer answer)
    {
        var names = answer.Ranges.Where(r => !r.IsProved).Select(r => r.Quantity.Name).ToArray();
        return new(string.Join('、', names.Select(n => n.Zh)), string.Join(", ", names.Select(n => n.En)));
    }

    static Html Bar(Voice voice, AlternativeRange range)
    {
        var quantity = QuestionPage.QuantityOf(range.Quantity.Unit);
        var scale = Math.Max(1e-9, Math.Max(range.Most.Value, range.Optimum) * 1.02);
        var (from, to, at) = (range.Least.Value / scale, range.Most.Value / scale, range.Optimum / scale);
        var move = range.Moves
            ? Html.Of($"""{voice.Prose(quantity, range.Least.Value)} … {voice.Prose(quantity, range.Most.Value)}<br><small>{voice.Say(Phrases.Of("alternatives.optimum"))} {voice.Prose(quantity, range.Optimum)}</small>""")
            : Html.Of($"""{voice.Prose(quantity, range.Optimum)}<br><small>{voice.Say(Phrases.Of("alternatives.still"))}</small>""");
        return Html.Of($"""
            <div class="r"><span>{voice.Start(range.Quantity.Name)}</span><span class="t"><i style="left:{Html.Percent(from)};width:{Html.Percent(Math.Max(0, to - from))}"></i><b style="left:{Html.Percent(at)}"></b></span><span class="v">{move}</span></div>

            """);
    }

    static Html Row(Voice voice, HourlyNetwork network, AlternativesAnswer answer, NamedPlan plan) => Html.Of($"""
        <tr><td>{voice.Start(plan.Name)}</td>{answer.Ranges.Select(r => QuestionPage.Number(voice, QuestionPage.QuantityOf(r.Quantity.Unit), r.Quantity.In(network, plan.Plan)))}<td class="n">{voice.Cell(Quantity.YearlyMoneyYuan, plan.Plan.ObjectiveYuan)}</td></tr>

        """);

    /// <summary>The optimum and both ends of each range that moves.</summary>
    static IEnumerable<NamedPlan> PlansOf(AlternativesAnswer answer)
    {
        yield return new("optimum", Phrases.Of("alternatives.cheapest"), answer.Optimum);
        foreach (var range in answer.Ranges.Where(r => r.Moves))
        {
            yield return new($"least {range.Quantity.Key}", Phrases.Of("alternatives.least", ("name", range.Quantity.Name)), range.Least.Plan);
            yield return new($"most {range.Quantity.Key}", Phrases.Of("alternatives.most", ("name", range.Quantity.Name)), range.Most.Plan);
        }
    }

    static ReportTable Ranges(AlternativesAnswer answer) => new TableOf<AlternativeRange>("alternatives", answer.Ranges)
        .Word("quantity", r => r.Quantity.Key)
        .Both("title", r => r.Quantity.Name)
        .Word("unit", r => r.Quantity.Unit)
        .Number("least", r => r.Least.Value)
        .Number("optimum", r => r.Optimum)
        .Number("most", r => r.Most.Value)
        .Number("least_cost_yuan", r => r.Least.CostYuan)
        .Number("optimum_cost_yuan", _ => answer.Optimum.ObjectiveYuan)
        .Number("most_cost_yuan", r => r.Most.CostYuan)
        .Number("limit_cost_yuan", _ => answer.LimitYuan)
        .Number("least_gap", r => r.Least.Proof?.RelativeGap)
        .Number("most_gap", r => r.Most.Proof?.RelativeGap)
        .Word("proved", r => r.IsProved ? "true" : "false")
        .Table();

    static ReportTable Plans(Case data, HourlyNetwork network, AlternativesAnswer answer)
    {
        var capacities = PlanQuantities.Capacities(data, network);
        var rows = PlansOf(answer).SelectMany(p => capacities.Select(c => (Plan: p, Quantity: c))).ToArray();
        return new TableOf<(NamedPlan Plan, PlanQuantity Quantity)>("alternative_plans", rows)
            .Word("plan", r => r.Plan.Key)
            .Both("plan_title", r => r.Plan.Name)
            .Word("capacity", r => r.Quantity.Key)
            .Both("title", r => r.Quantity.Name)
            .Word("unit", r => r.Quantity.Unit)
            .Number("value", r => r.Quantity.In(network, r.Plan.Plan))
            .Number("cost_yuan", r => r.Plan.Plan.ObjectiveYuan)
            .Table();
    }

    sealed record NamedPlan(string Key, Text Name, Planning.PlanningSolution Plan);
}
