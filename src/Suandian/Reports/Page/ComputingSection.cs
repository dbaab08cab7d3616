using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>Computing by class, place and hour; waiting time, delay, bandwidth.</summary>
static class ComputingSection
{
    static readonly string[] PlaceColours = ["#08485E", "#5B93A8", "#C1D6DC", "#9A5310", "#D9B48A", "#6F6F78", "#C9CDD2"];

    internal static Html Write(Voice voice, StudyFigures figures, int number)
    {
        var computing = figures.Computing.Data;
        return computing.Workloads.Length == 0 ? Html.None : PageParts.Section(voice, "computing", number, figures.Computing.Finding, Html.Of($"""
            <figure>{PageParts.Title(voice["computing.what"], voice.Of("computing.unit", ("unit", voice.Unit(Quantity.PowerMw))))}
            <ul class="legend" data-compute-legend hidden>{computing.Classes.Select(c => Html.Of($"<li>{PageParts.Chip(Voice.Key(c.Class))}{voice.Say(c.Name)}</li>"))}</ul>
            {PageParts.Chart(voice, "compute", figures.Computing.Finding)}{PageParts.Foot(voice, figures, figures.Computing.Sha256)}</figure>
            {Table(voice, figures)}{Clusters(voice, figures)}{Refused(voice, computing)}
            """));
    }

    static Html Table(Voice voice, StudyFigures figures)
    {
        var computing = figures.Computing.Data;
        return Html.Of($"""
            <figure class="long"><table><thead><tr><th>{voice["computing.class"]}</th><th class="n">{voice.Unit(Quantity.WorkGpuH)}</th><th>{voice["computing.where"]}</th><th class="n">{voice["computing.wait"]}<br>h</th><th class="n wide">{voice["computing.wait95"]}<br>h</th><th class="n wide">{voice["computing.window"]}<br>h</th><th class="wide">{voice["computing.users"]}</th><th class="n wide">{voice["computing.delay"]}<br>ms</th><th class="n wide">Gbit/s</th></tr></thead>
            <tbody>{computing.Workloads.Select(w => Row(voice, computing, w))}</tbody></table>
            <ul class="legend" style="margin-top:8px">{computing.Clusters.Select((c, n) => Html.Of($"""<li><span class="chip" style="background:{PlaceColours[n % PlaceColours.Length]}"></span>{voice.Say(c.Title)}</li>"""))}</ul>{PageParts.Foot(voice, figures, figures.Computing.Sha256)}</figure>
            """);
    }

    static Html Row(Voice voice, ComputingFigures computing, WorkloadFigures work)
    {
        var index = computing.Clusters.Select((c, n) => (c.Name, n)).ToDictionary(p => p.Name, p => p.n);
        var places = work.Places.Select(p => Html.Of($"""<i class="bar" title="{voice.Say(p.Title)} {Numbers.Say(Quantity.SharePu, p.SharePu, voice.Language)}" style="width:{Html.Percent(p.SharePu)};background:{PlaceColours[index.GetValueOrDefault(p.Cluster) % PlaceColours.Length]}"></i>"""));
        var undone = work.UndoneGpuH > 1e-6 * Math.Max(1, work.DemandGpuH)
            ? Html.Of($"""<br><small style="color:var(--unserved)">{voice["computing.undone"]} {voice.Prose(Quantity.SharePu, work.UndoneGpuH / work.DemandGpuH)}</small>""")
            : Html.None;
        var instant = work.DeadlineH == 0;
        return Html.Of($"""
            <tr><td>{PageParts.Chip(Voice.Key(work.Class))}{voice.Say(work.Title)}{undone}</td><td class="n">{voice.Cell(Quantity.WorkGpuH, work.DemandGpuH)}</td><td><span class="row" style="min-width:72px;gap:1px">{places}</span></td>
            <td class="n">{(instant ? voice["computing.now"] : Numbers.Three(work.MeanWaitH))}</td><td class="n wide">{(instant ? "–" : Numbers.Three(work.Wait95H))}</td><td class="n wide">{(instant ? "–" : Numbers.Three(work.DeadlineH))}</td><td class="wide">{voice.Say(work.Origin)}</td>
            <td class="n wide">{(work.RoundTripMs is { } trip ? voice.Cell(Quantity.DelayMs, trip) : "–")} / {(work.LatencyLimitMs is { } limit ? Numbers.Three(limit) : voice["computing.nolimit"])}</td><td class="n wide">{voice.Cell(Quantity.DataRateGbitS, work.MeanGbitS)}</td></tr>

            """);
    }

    static Html Clusters(Voice voice, StudyFigures figures)
    {
        var rows = figures.Computing.Data.Clusters.Where(c => c.ItMw > 1e-6).Select(c => Html.Of($"""
            <tr><td>{voice.Say(c.Title)}<br><small>{voice.Say(c.Chip)}</small></td><td class="n">{voice.Cell(Quantity.PowerMw, c.ItMw)}</td><td class="n">{voice.Cell(Quantity.PowerMw, c.NewItMw)}</td><td class="n wide">{Numbers.Three(Math.Round(c.Cards), grouped: true)}</td><td class="n">{voice.Prose(Quantity.SharePu, c.UtilisationPu)}</td><td class="n">{c.MeanPue:0.00}</td><td class="n wide">{voice.Cell(Quantity.EnergyMwh, c.ElectricityMwh)}</td></tr>

            """));
        return Html.Of($"""
            <figure>{PageParts.Title(voice["clusters.what"], voice["clusters.unit"])}
            <table><thead><tr><th>{voice["clusters.cluster"]}</th><th class="n">IT<br>{voice.Unit(Quantity.PowerMw)}</th><th class="n">{voice["build.new"]}<br>{voice.Unit(Quantity.PowerMw)}</th><th class="n wide">{voice["clusters.cards"]}</th><th class="n">{voice["clusters.use"]}</th><th class="n">PUE</th><th class="n wide">{voice["clusters.energy"]}<br>{voice.Unit(Quantity.EnergyMwh)}</th></tr></thead><tbody>{rows}</tbody></table>
            {PageParts.Foot(voice, figures, figures.Computing.Sha256)}</figure>
            """);
    }

    static Html Refused(Voice voice, ComputingFigures computing) => Html.If(computing.Refused.Length > 0, () => Html.Of($"""
        <details><summary>{voice.Of("computing.refused", ("count", computing.Refused.Length))}</summary><table><tbody>{computing.Refused.Select(r => Html.Of($"<tr><td>{voice.Say(r.Workload)}</td><td>{voice.Say(r.Cluster)}</td><td>{voice.Say(r.Reason)}</td></tr>"))}</tbody></table></details>
        """));
}
