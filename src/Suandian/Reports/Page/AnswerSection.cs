using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>The first screen: the short answer, what it does not help, five numbers.</summary>
static class AnswerSection
{
    internal static Html Write(Voice voice, StudyFigures figures)
    {
        var facts = figures.Case.Data;
        var head = figures.Headline.Data;
        return Html.Of($"""
            <section id="{voice.Id}-answer" style="margin-top:0"><h1>{voice.Say(facts.Name)}{voice["answer.plan"]}</h1>
            <p class="answer">{Emphasised(voice.Say(head.Answer))}</p>
            <p class="p">{voice.Say(head.Caveat)}</p>
            <div class="kpis">{Numbers(voice, head)}</div>
            {PageParts.Foot(voice, figures, figures.Headline.Sha256)}
            </section>

            """);
    }

    /// <summary>Marks the figures of the answer: what stands between the Chinese or English words "build" and the first comma is left to the eye; numbers with units are underlined.</summary>
    static Html Emphasised(string sentence)
    {
        var marked = AnswerPattern.Figure().Replace(System.Net.WebUtility.HtmlEncode(sentence), "<em class=\"nb\">$0</em>");
        return new Html(marked);
    }

    static Html Numbers(Voice voice, Headline head) => Html.All(
        Kpi(voice, "kpi.price", Quantity.PriceYuanPerMwh, head.EnergyPriceYuanPerMwh, Against(voice, Quantity.PriceYuanPerMwh, head.EnergyPriceYuanPerMwh)),
        Kpi(voice, "kpi.green", Quantity.SharePu, head.LocalGreenSharePu, Against(voice, Quantity.SharePu, head.LocalGreenSharePu)),
        Kpi(voice, "kpi.gpu", Quantity.PriceYuanPerGpuHour, head.GpuHourPriceYuan, Against(voice, Quantity.PriceYuanPerGpuHour, head.GpuHourPriceYuan)),
        Kpi(voice, "kpi.capital", Quantity.MoneyYuan, new Pair(null, head.EnergyInvestmentYuan), Html.Of($"{voice["kpi.computing"]} {voice.Prose(Quantity.MoneyYuan, head.ComputingInvestmentYuan)}")),
        Kpi(voice, "kpi.curtailed", Quantity.SharePu, head.CurtailedSharePu, Against(voice, Quantity.SharePu, head.CurtailedSharePu)));

    static Html Kpi(Voice voice, string key, Quantity quantity, Pair value, Html below)
    {
        var (number, unit) = Suandian.Reports.Numbers.Prose(quantity, value.Plan, voice.Language, voice.TenMegawatts);
        return Html.Of($"""<div class="kpi"><div>{voice[key]}</div><div class="v">{number}<span class="u">{unit}</span></div><div>{below}</div></div>""");
    }

    static Html Against(Voice voice, Quantity quantity, Pair pair) => pair.Base is { } today
        ? Html.Of($"""{voice["kpi.today"]} {voice.Prose(quantity, today)}, <b class="nb">{Suandian.Reports.Numbers.Change(quantity, pair, voice.Language)}</b>""")
        : Html.Of($"{voice["kpi.nobase"]}");
}

/// <summary>Which pieces of the answer are figures.</summary>
static partial class AnswerPattern
{
    [System.Text.RegularExpressions.GeneratedRegex(@"\d[\d,.]*[ \u202F]?(%|万千瓦时|亿千瓦时|万千瓦|GWh|MWh|MW|元/千瓦时|yuan/kWh)(风电|光伏|光热|储能| of wind| of solar| of PV)?", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, 1000)]
    internal static partial System.Text.RegularExpressions.Regex Figure();
}
