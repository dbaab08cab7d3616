using System.Reflection;
using Suandian.Reports.Page;
using Suandian.Texts;

namespace Suandian.Reports.Sweeps;

/// <summary>The results of a sweep as one HTML file that opens offline: what was varied, the range of the price, curves, all rows.</summary>
static class SweepPage
{
    /// <summary>Columns of the table and, where they vary, of the curves; new capacities follow.</summary>
    internal static readonly string[] Main =
    [
        "energy_price_yuan_per_mwh", "gpu_hour_price_yuan", "annual_cost_yuan", "local_green_share_pu",
        "curtailed_share_pu", "work_done_share_pu", "co2_t",
    ];

    /// <summary>Most rows of the table; the page stays small enough for a browser.</summary>
    const int MostRows = 500;

    /// <summary>The whole document, UTF-8, LF.</summary>
    internal static string Write(SweepResults results)
    {
        var shown = Shown(results).ToArray();
        var views = Voice.All.Select(voice => View(voice, results, shown));
        return Html.Of($"""
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{results.Name.Zh}</title>
            <style>
            {new Html(Asset("page/style.css"))}{new Html(Asset("page/sweep.css"))}</style>
            </head>
            <body>
            {views}
            <script type="application/json" id="figures">{new Html(SweepPageData.Write(results, shown))}</script>
            <script>{new Html(Asset("echarts.js").Replace("</script", "<\\/script", StringComparison.Ordinal))}</script>
            <script>{new Html(Asset("page/sweep.js"))}</script>
            </body>
            </html>

            """).Markup.ReplaceLineEndings("\n");
    }

    /// <summary>Main figures and new capacities that are not nothing everywhere.</summary>
    static IEnumerable<VariantFigure> Shown(SweepResults results) => results.Columns
        .Where(c => Main.Contains(c.Column) || (c.Column.StartsWith("new_", StringComparison.Ordinal) && IsSomewhere(results, c.Column)));

    static bool IsSomewhere(SweepResults results, string column) =>
        Enumerable.Range(0, results.Values.Length).Any(i => results.ValueOf(i, column) > 1e-4);

    /// <summary>Figures that differ between variants, beyond what rounding leaves.</summary>
    static VariantFigure[] Varying(SweepResults results, VariantFigure[] shown)
    {
        return [.. shown.Where(f => IsVarying([.. Enumerable.Range(0, results.Values.Length).Select(i => results.ValueOf(i, f.Column)).Where(double.IsFinite)]))];

        static bool IsVarying(double[] values) => values.Length > 0 && values.Max() - values.Min() > 1e-6 * Math.Max(1e-3, values.Max(Math.Abs));
    }

    static Html View(Voice voice, SweepResults results, VariantFigure[] shown) => Html.Of($"""
        <div class="view{(voice.IsChinese ? "" : " en")}" id="{voice.Id}" lang="{(voice.IsChinese ? "zh-CN" : "en")}" data-title="{voice.Of("sweep.title", ("name", results.Name))}">
        <a class="skip" href="#{voice.Id}-charts">{voice["skip"]}</a>
        {Band(voice, results)}
        <div class="top"><span class="brand">算电 <i>Suandian</i></span><span class="case">{voice.Of("sweep.title", ("name", results.Name))}</span>{ReportPage.Switches(voice)}<button class="btn print" data-print>{voice["print"]}</button></div>
        <div class="page"><nav aria-label="{voice["contents"]}"><ol>{Contents(voice)}</ol></nav>
        <main>
        {Answer(voice, results)}
        {Charts(voice, Varying(results, shown))}
        {Table(voice, results, shown)}
        <footer><dl><dt>{voice["origin.product"]}</dt><dd>{results.Product}</dd><dt>{voice["sweep.definition"]}</dt><dd><code>sweep.json sha256:{results.Sha256[..12]}</code></dd><dt>{voice["origin.more"]}</dt><dd>results.csv, results.parquet, sweep.json, variants/, case/</dd></dl></footer>
        </main></div></div>

        """);

    static IEnumerable<Html> Contents(Voice voice) => ((string[])["answer", "charts", "table"])
        .Select(id => Html.Of($"""<li><a href="#{voice.Id}-{id}">{voice["sweep.section." + id]}</a></li>"""));

    /// <summary>What the reader must know: weather that was not measured, hours that are not the year.</summary>
    static Html Band(Voice voice, SweepResults results)
    {
        var notes = new List<string>();
        if (!results.SyntheticWeather.IsEmpty)
        {
            notes.Add(voice.Of("band.synthetic", ("sites", string.Join(voice["and"], results.SyntheticWeather.Select(s => voice.Say(s))))));
        }

        if (results.Weeks is { } weeks)
        {
            notes.Add(voice.Of("band.part", ("weeks", weeks)));
        }

        return Html.If(notes.Count > 0, () => Html.Of($"""<div class="band">{string.Join(" ", notes)}</div>"""));
    }

    static Html Answer(Voice voice, SweepResults results)
    {
        var axes = results.Axes.Select((axis, a) => Html.Of($"""
            <li><code>{axis.Name}</code> {voice.Say(axis.Meaning)}{(axis.Unit.Length > 0 ? Html.Of($"{voice["comma"]}{axis.UnitIn(voice.Language)}") : Html.None)}<small>{string.Join(voice["comma"], results.Values.Select(v => v[a]).Distinct().Select(v => axis.IsFactor ? "×" + v : v))}</small></li>

            """));
        return Html.Of($"""
            <section id="{voice.Id}-answer" style="margin-top:0"><h1>{voice.Of("sweep.title", ("name", results.Name))}</h1>
            <p class="answer">{voice.Start(SweepFindings.Price(results))}</p>
            <p class="p">{voice.Say(SweepFindings.Where(results))}</p>
            <h3>{voice["sweep.varied"]}</h3><ul class="axes">{axes}</ul>
            </section>

            """);
    }

    static Html Charts(Voice voice, VariantFigure[] shown) => Html.If(shown.Length > 0, () => Html.Of($"""
        <section id="{voice.Id}-charts"><p class="no">01</p><h2>{voice["sweep.charts"]}</h2>
        <div class="ctl" data-controls></div><ul class="legend" data-legend></ul>
        <div class="multiples">{shown.Select(f => Html.Of($"""<figure><p class="ft"><b>{voice.Start(f.Title)}</b> {Unit(voice, f)}</p><div class="chart" data-chart="{f.Column}" role="img" aria-label="{voice.Start(f.Title)}"><p class="noscript">{voice["sweep.noscript"]}</p></div></figure>"""))}</div>
        </section>

        """));

    static Html Table(Voice voice, SweepResults results, VariantFigure[] shown)
    {
        var axes = results.Axes.Select(a => Html.Of($"""<th class="n"><code>{a.Name}</code><br>{a.UnitIn(voice.Language)}</th>"""));
        var figures = shown.Select(f => Html.Of($"""<th class="n">{voice.Start(f.Title)}<br>{Unit(voice, f)}</th>"""));
        var rows = Enumerable.Range(0, Math.Min(MostRows, results.Values.Length)).Select(i => Html.Of($"""
            <tr><td class="n">{i + 1}</td>{results.Values[i].Select(v => Html.Of($"""<td class="n">{v}</td>"""))}<td class="nb">{voice.Say(Phrases.Of("sweep.status." + results.StatusOf(i)))}</td>{shown.Select(f => Html.Of($"""<td class="n">{Cell(voice, f, results.ValueOf(i, f.Column))}</td>"""))}</tr>

            """));
        return Html.Of($"""
            <section id="{voice.Id}-table"><p class="no">02</p><h2>{voice["sweep.all"]}</h2>
            <div class="scroll"><table class="sweep"><thead><tr><th class="n">{voice["sweep.variant"]}</th>{axes}<th>{voice["sweep.status"]}</th>{figures}</tr></thead><tbody>{rows}</tbody></table></div>
            <p class="p">{Html.If(results.Values.Length > MostRows, () => Html.Of($"{voice.Of("sweep.rows", ("more", results.Values.Length - MostRows))} "))}{voice["sweep.more"]}</p></section>
            """);
    }

    static string Unit(Voice voice, VariantFigure figure) => voice.Unit(figure.Quantity);

    static string Cell(Voice voice, VariantFigure figure, double value) => voice.Cell(figure.Quantity, value);

    static string Asset(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
