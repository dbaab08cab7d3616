using System.Reflection;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>The report as one HTML file that opens offline: text and tables without script, charts with it.</summary>
public static class ReportPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="figures">Figures of the study.</param>
    /// <returns>A whole HTML document, UTF-8, LF.</returns>
    public static string Write(StudyFigures figures)
    {
        var facts = figures.Case.Data;
        var views = Html.All(Voice.All.Select(voice => View(voice, figures)));
        return Html.Of($"""
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{facts.Name.Zh}</title>
            <style>
            {new Html(Asset("style.css"))}{Html.If(figures.Grid is not null, () => new Html(Asset("grid.css")))}</style>
            </head>
            <body>
            {views}
            <script type="application/json" id="figures">{new Html(PageData.Write(figures))}</script>
            <script>{new Html(Script("echarts.js"))}</script>
            <script>{new Html(Asset("charts.js"))}</script>
            </body>
            </html>

            """).Markup.ReplaceLineEndings("\n");
    }

    static Html View(Voice voice, StudyFigures figures)
    {
        var facts = figures.Case.Data;
        (string Id, Func<Voice, StudyFigures, int, Html> Write)[] sections =
        [
            ("compare", CompareSection.Write), ("build", BuildSection.Write), ("price", PriceSection.Write), ("green", TimeSections.Green),
            ("map", MapSection.Write), ("dispatch", TimeSections.Dispatch), ("duration", TimeSections.Duration), ("storage", TimeSections.Storage),
            ("curtailed", CurtailmentSection.Write), ("computing", ComputingSection.Write), ("jobs", JobSection.Write), ("grid", GridSection.Write), ("shadows", ProofSections.Shadows),
            ("assumptions", ProofSections.Assumptions), ("warnings", ProofSections.Warnings), ("certificate", ProofSections.Certificate),
        ];
        var written = new List<(string Id, Html Body)> { ("answer", AnswerSection.Write(voice, figures)) };
        foreach (var (id, write) in sections)
        {
            var body = write(voice, figures, written.Count + 1);
            if (body != Html.None)
            {
                written.Add((id, body));
            }
        }

        var contents = written.Select(s => Html.Of($"""<li><a href="#{voice.Id}-{s.Id}">{voice["section." + s.Id]}</a></li>"""));
        return Html.Of($"""
            <div class="view{(voice.IsChinese ? "" : " en")}" id="{voice.Id}" lang="{(voice.IsChinese ? "zh-CN" : "en")}" data-title="{voice.Say(facts.Name)}">
            <a class="skip" href="#{voice.Id}-compare">{voice["skip"]}</a>
            {Band(voice, facts)}
            <div class="top"><span class="brand">算电 <i>Suandian</i></span><span class="case">{voice.Say(facts.Name)}{voice["comma"]}{Hours(voice, facts)}</span>{Switches(voice)}<button class="btn print" data-print>{voice["print"]}</button></div>
            <div class="page"><nav aria-label="{voice["contents"]}"><ol>{contents}</ol></nav>
            <main>
            {written.Select(s => s.Body)}
            {ProofSections.Footer(voice, figures)}
            </main></div></div>

            """);
    }

    static string Hours(Voice voice, CaseFacts facts) => facts.IsWholeYear
        ? voice.Of("hours.year", ("hours", facts.Snapshots))
        : voice.Of("hours.weeks", ("weeks", facts.Blocks));

    static Html Band(Voice voice, CaseFacts facts)
    {
        var notes = new List<string>();
        if (facts.SyntheticWeather.Length > 0)
        {
            notes.Add(voice.Of("band.synthetic", ("sites", string.Join(voice["and"], facts.SyntheticWeather.Select(s => voice.Say(s))))));
        }

        if (!facts.IsWholeYear)
        {
            notes.Add(voice.Of("band.part", ("weeks", facts.Blocks)));
        }

        return Html.If(notes.Count > 0, () => Html.Of($"""<div class="band">{string.Join(" ", notes)}</div>"""));
    }

    /// <summary>Choice of unit and language.</summary>
    internal static Html Switches(Voice voice) => Html.Of($"""
        {Html.If(voice.IsChinese, () => Html.Of($"""<span class="seg" role="group" aria-label="{voice["units"]}">{Switch("zh", "万千瓦", voice.TenMegawatts)}{Switch("zh-mw", "MW", !voice.TenMegawatts)}</span>"""))}<span class="seg" role="group" aria-label="{voice["language"]}">{Switch("zh", "中文", voice.IsChinese)}{Switch("en", "EN", !voice.IsChinese)}</span>
        """);

    static Html Switch(string to, string label, bool current) =>
        Html.Of($"""<a href="#{to}" data-view-to="{to}"{(current ? Html.Of($" aria-current=\"true\"") : Html.None)}>{label}</a>""");

    /// <summary>A script that may stand inside a script element.</summary>
    static string Script(string name) => Read(name).Replace("</script", "<\\/script", StringComparison.Ordinal);

    static string Asset(string name) => Read("page/" + name);

    static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
