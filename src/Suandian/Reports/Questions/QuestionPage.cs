using System.Reflection;
using Suandian.Reports.Page;

namespace Suandian.Reports.Questions;

/// <summary>The frame of a page that answers one question: the style and the views of the report, without script.</summary>
static class QuestionPage
{
    /// <summary>A whole page.</summary>
    /// <param name="title">Name of the case and the question.</param>
    /// <param name="body">What stands in each view, heading included.</param>
    /// <param name="hasUnits">False for a page that says everything in MW: it has no switch of units.</param>
    internal static Html Write(Text title, Func<Voice, Html> body, bool hasUnits = true) => Html.Of($"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>{title.Zh}</title>
        <style>
        {new Html(Asset("style.css"))}{new Html(Asset("questions.css"))}</style>
        </head>
        <body>
        {Voice.All.Where(voice => hasUnits || voice.TenMegawatts || !voice.IsChinese).Select(voice => View(voice, title, body, hasUnits))}
        </body>
        </html>

        """);

    /// <summary>What the answers refer to, one paragraph each.</summary>
    internal static Html Notes(Voice voice, IEnumerable<Text> notes) => Html.Of($"{notes.Select(note => Html.Of($"<p class=\"p\">{voice.Say(note)}</p>"))}");

    /// <summary>Number and unit of a quantity whose unit is told in words of the case: MW, MWh, MWh/a, Gbit/s.</summary>
    internal static Quantity QuantityOf(string unit) => unit switch
    {
        "MW" => Quantity.PowerMw,
        "MWh" or "MWh/a" => Quantity.EnergyMwh,
        "Gbit/s" => Quantity.DataRateGbitS,
        _ => Quantity.Count,
    };

    /// <summary>A number in a table cell, at most three digits, with its unit.</summary>
    internal static Html Number(Voice voice, Quantity quantity, double value) => Html.Of($"""<td class="n">{voice.Prose(quantity, value)}</td>""");

    static Html View(Voice voice, Text title, Func<Voice, Html> body, bool hasUnits) => Html.Of($"""
        <div class="view{(voice.IsChinese ? "" : " en")}" id="{voice.Id}" lang="{(voice.IsChinese ? "zh-CN" : "en")}">
        <div class="top"><span class="brand">算电 <i>Suandian</i></span><span class="case">{voice.Say(title)}</span>{Switches(voice, hasUnits)}</div>
        <div class="page alone"><main>
        {body(voice)}
        </main></div></div>

        """);

    static Html Switches(Voice voice, bool hasUnits) => Html.Of($"""
        {Html.If(voice.IsChinese && hasUnits, () => Html.Of($"""<span class="seg" role="group" aria-label="{voice["units"]}">{Switch("zh", "万千瓦", voice.TenMegawatts)}{Switch("zh-mw", "MW", !voice.TenMegawatts)}</span>"""))}<span class="seg" role="group" aria-label="{voice["language"]}">{Switch("zh", "中文", voice.IsChinese)}{Switch("en", "EN", !voice.IsChinese)}</span>
        """);

    static Html Switch(string to, string label, bool current) =>
        Html.Of($"""<a href="#{to}"{(current ? Html.Of($" aria-current=\"true\"") : Html.None)}>{label}</a>""");

    static string Asset(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("page/" + name)!);
        return reader.ReadToEnd();
    }
}
