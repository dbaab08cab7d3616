using Suandian.Network;

namespace Suandian.Reports.Page;

/// <summary>Pieces that every section uses: heading, foot of a figure, bars, chips.</summary>
static class PageParts
{
    /// <summary>A section with number, heading that states the finding, and body.</summary>
    internal static Html Section(Voice voice, string id, int number, Text finding, Html body) => Html.Of($"""
        <section id="{voice.Id}-{id}"><p class="no">{number:00}</p><h2>{voice.Say(finding)}</h2>
        {body}
        </section>

        """);

    /// <summary>Foot of a figure: standing of the data, source, hash.</summary>
    internal static Html Foot(Voice voice, StudyFigures figures, string sha256, string? source = null)
    {
        var facts = figures.Case.Data;
        var synthetic = facts.SyntheticWeather.Length > 0;
        var part = Html.If(!facts.IsWholeYear, () => Html.Of($"""<span class="tag">{voice.Of("foot.part", ("weeks", facts.Blocks))}</span>"""));
        return Html.Of($"""
            <div class="foot"><span class="tag{(synthetic ? "" : " real")}">{voice[synthetic ? "foot.synthetic" : "foot.given"]}</span>{part}<span>{voice["foot.source"]}{source ?? voice["foot.solution"]}</span><span>{voice["foot.data"]} <code>sha256:{sha256[..12]}</code></span></div>
            """);
    }

    /// <summary>Title line above a chart or table: what is measured, unit.</summary>
    internal static Html Title(string what, string rest) => Html.Of($"""<p class="ft"><b>{what}</b>{rest}</p>""");

    internal static Html Chip(string colour) => colour == "curtailed"
        ? Html.Of($"""<span class="chip hatch"></span>""")
        : Html.Of($"""<span class="chip" style="background:var(--{colour})"></span>""");

    /// <summary>A horizontal bar.</summary>
    internal static Html Bar(double share, string colour, double opacity = 1) =>
        share <= 0 ? Html.None : Html.Of($"""<i class="bar" style="width:{Html.Percent(Math.Min(1, share))};background:{colour}{(opacity < 1 ? ";opacity:.4" : "")}"></i>""");

    /// <summary>A chart drawn by script, with a name that says the finding and a hint where no script runs.</summary>
    internal static Html Chart(Voice voice, string name, Text finding) => Html.Of($"""
        <div class="chart" data-chart="{name}" role="img" aria-label="{voice.Say(finding)}"><p class="noscript">{voice["noscript"]}</p></div>
        """);

    internal static Html StatusMark(Voice voice, Status? status) => status is null
        ? Html.Of($"""<span class="muted">–</span>""")
        : Html.Of($"""<span class="st"><i class="{Voice.StatusKey(status)}"></i>{voice.Title(status)}</span>""");
}
