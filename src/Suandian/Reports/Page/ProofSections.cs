using System.Globalization;
using Suandian.Network;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>Sections that let the reader judge: shadow prices, assumptions, warnings, certificate, provenance.</summary>
static class ProofSections
{
    internal static Html Shadows(Voice voice, StudyFigures figures, int number) => PageParts.Section(
        voice, "shadows", number, figures.Shadows.Finding, Html.Of($"""
            <ul class="findings">{figures.Shadows.Data.Rows.Where(r => r.Kind != ShadowKind.AtOptimum).Select(r => Finding(voice, r))}</ul>
            {AtOptimum(voice, [.. figures.Shadows.Data.Rows.Where(r => r.Kind == ShadowKind.AtOptimum)])}
            {PageParts.Foot(voice, figures, figures.Shadows.Sha256, voice["foot.duals"])}
            """));

    static Html Finding(Voice voice, ShadowRow row) => Html.Of($"""
        <li><div>{voice.Start(row.Sentence)}<small>{voice.Say(row.Reason)}</small></div>{Value(voice, row)}</li>

        """);

    static Html AtOptimum(Voice voice, ShadowRow[] rows) => Html.If(rows.Length > 0, () => Html.Of($"""
        <details><summary>{voice.Of("shadow.more", ("count", rows.Length))}</summary><ul class="findings">{rows.Select(r => Finding(voice, r))}</ul></details>
        """));

    static Html Value(Voice voice, ShadowRow row)
    {
        var money = voice.Prose(Quantity.YearlyMoneyYuan, row.YuanPerUnit);
        return row.Kind switch
        {
            ShadowKind.NotBinding => Html.Of($"""<div class="v off">{voice["shadow.off"]}</div>"""),
            ShadowKind.BindingLimit => Html.Of($"""<div class="v">{voice["shadow.saves"]} {money}</div>"""),
            ShadowKind.Requirement => Html.Of($"""<div class="v">{voice["shadow.costs"]} {money}</div>"""),
            ShadowKind.RuleLifted => Html.Of($"""<div class="v">{voice["shadow.worth"]} {money}</div>"""),
            _ => Html.Of($"""<div class="v off">{voice["shadow.even"]} {money}</div>"""),
        };
    }

    internal static Html Assumptions(Voice voice, StudyFigures figures, int number)
    {
        var data = figures.Assumptions.Data;
        var shares = data.Shares.Where(s => s.SharePu > 0.005).Select(s => Html.Of($"""<span style="width:{Html.Percent(s.SharePu)};background:{ShareColour(s.Status)};color:{(s.Status is Status.Fact or Status.Derived ? "#fff" : "#14202B")}">{voice.Title(s.Status)} {Numbers.Say(Quantity.SharePu, s.SharePu, voice.Language)}</span>"""));
        var counts = new Status?[] { Status.Fact, Status.Derived, Status.Estimate, Status.Recalled }.Select(s => Html.Of($"""<li>{PageParts.StatusMark(voice, s)}<b>{data.Rows.Count(r => r.Status == s)}</b></li>"""));
        return PageParts.Section(voice, "assumptions", number, figures.Assumptions.Finding, Html.Of($"""
            <p class="ft">{voice["assume.shares"]}</p><div class="trust">{shares}</div>
            <ul class="legend">{counts}</ul>
            <figure class="long"><table class="sources"><colgroup><col class="wide" style="width:15%"><col style="width:36%"><col style="width:13%"><col style="width:12%"><col style="width:80px"><col class="wide" style="width:20%"></colgroup><thead><tr><th class="wide">{voice["assume.id"]}</th><th>{voice["assume.item"]}</th><th class="n">{voice["assume.value"]}</th><th>{voice["assume.unit"]}</th><th>{voice["assume.status"]}</th><th class="wide">{voice["assume.source"]}</th></tr></thead>
            <tbody>{data.Rows.Select(r => Row(voice, r))}</tbody></table>{PageParts.Foot(voice, figures, figures.Assumptions.Sha256, voice["foot.case"])}</figure>
            """));
    }

    static string ShareColour(Status? status) => status switch
    {
        Status.Fact => "#0B5563",
        Status.Derived => "#4B8591",
        Status.Estimate => "#C1D6DC",
        Status.Recalled => "#E3EEF0",
        _ => "#F3E2B8",
    };

    static Html Row(Voice voice, AssumptionRow row) => Html.Of($"""
        <tr><td class="wide"><code>{row.Id}</code></td><td>{voice.Say(row.Item)}{(voice.Say(row.Note) is { Length: > 0 } note ? Html.Of($"<br><small>{note}</small>") : Html.None)}</td><td class="n">{Grouped(row.Value)}</td><td>{Unit(voice, row.Unit)}</td><td>{PageParts.StatusMark(voice, row.Status)}</td><td class="wide">{voice.Say(row.Source)}{(row.Date.Length > 0 ? ", " + row.Date : "")}</td></tr>

        """);

    /// <summary>A unit of the schema with its words in the language of the view: yuan/MW/month is 元/MW/月.</summary>
    static string Unit(Voice voice, string unit) => voice.IsChinese
        ? unit.Replace("yuan", "元", StringComparison.Ordinal).Replace("month", "月", StringComparison.Ordinal).Replace("GPU-h", "卡时", StringComparison.Ordinal)
        : unit;

    /// <summary>A number of the case with its thousands separated; other text as it is.</summary>
    static string Grouped(string value) => double.TryParse(value, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) >= 1000
        ? number.ToString("#,0.######", CultureInfo.InvariantCulture)
        : value;

    internal static Html Warnings(Voice voice, StudyFigures figures, int number) => PageParts.Section(
        voice, "warnings", number, figures.Warnings.Finding, Html.Of($"""
            <ul class="warn">{figures.Warnings.Data.Rows.Select(w => Html.Of($"""<li><div class="k" style="color:{LevelColour(w.Level)}">{Icon(w.Level)}{voice["warn." + w.Level.ToString().ToLowerInvariant()]}</div><div><p>{voice.Start(w.Fact)}</p><p>{voice["warn.effect"]}{voice.Say(w.Effect)}{voice["stop"]} {voice["warn.remedy"]}{voice.Say(w.Remedy)}{voice["stop"]}</p></div></li>"""))}</ul>
            """));

    static string LevelColour(WarningLevel level) => level switch { WarningLevel.Act => "#B3142B", WarningLevel.Note => "#8A5F00", _ => "#4E5B67" };

    static Html Icon(WarningLevel level) => level switch
    {
        WarningLevel.Act => Html.Of($"""<svg width="16" height="16" aria-hidden="true"><path d="M8 1 L15 14 H1 Z" fill="#B3142B"/></svg>"""),
        WarningLevel.Note => Html.Of($"""<svg width="16" height="16" aria-hidden="true"><path d="M8 1 L15 8 L8 15 L1 8 Z" fill="#8A5F00"/></svg>"""),
        _ => Html.Of($"""<svg width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6" fill="none" stroke="#6B7781" stroke-width="2"/></svg>"""),
    };

    internal static Html Certificate(Voice voice, StudyFigures figures, int number)
    {
        var proof = figures.Certificate.Data;
        return PageParts.Section(voice, "certificate", number, figures.Certificate.Finding, Html.Of($"""
            {Checks(voice, proof, voice.Prose(Quantity.YearlyMoneyYuan, proof.ObjectiveYuan))}
            {PageParts.Foot(voice, figures, figures.Certificate.Sha256, "certificate.json")}
            """));
    }

    /// <summary>Every check beside its bar.</summary>
    internal static Html Checks(Voice voice, CertificateFigures proof, Html objective)
    {
        var checks = proof.Optimum.Concat(proof.Replay).Select(c => Html.Of($"""<div><span>{voice.Start(c.Name)}</span><b>{Power(c.Value)} {(c.Holds ? "≤" : ">")} {Power(c.Bar)}{(c.Unit is "pu" or "" ? "" : " " + c.Unit)}</b></div>"""));
        return Html.Of($"""
            <div class="cert"><div><span>{voice["cert.objective"]}</span><b>{objective}</b></div><div><span>{voice["cert.solver"]}</span><b>{proof.Solver}</b></div>
            <div><span>{voice["cert.method"]}</span><b>{voice.Start(proof.Method)}</b></div><div><span>{voice["cert.size"]}</span><b>{Count(proof.Rows)} × {Count(proof.Columns)}{voice["comma"]}{Count(proof.Nonzeros)}</b></div>
            {checks}<p>{voice[proof.Checked ? proof.Holds ? "cert.holds" : "cert.fails" : "cert.unchecked"]}</p></div>
            """);
    }

    static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A small number as 3.1×10⁻¹⁰, with a real superscript.</summary>
    static Html Power(double value)
    {
        if (value == 0 || (Math.Abs(value) >= 0.01 && Math.Abs(value) < 1000))
        {
            return Html.Of($"{Numbers.Three(value)}");
        }

        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var mantissa = Math.Round(value / Math.Pow(10, exponent), 1);
        var front = mantissa == 1 ? "" : Numbers.Three(mantissa) + "×";
        return Html.Of($"{front}10<sup>{(exponent < 0 ? "−" : "")}{Math.Abs(exponent)}</sup>");
    }

    internal static Html Footer(Voice voice, StudyFigures figures)
    {
        var origin = figures.Provenance.Data;
        var files = origin.FilesRead.Select(f => Html.Of($"<code>{f.Path}</code> {f.Sha256[..12]} "));
        var options = origin.Options.Select(o => Html.Of($"{o.Key}={o.Value} "));
        return Html.Of($"""
            <footer><dl><dt>{voice["origin.product"]}</dt><dd>{origin.Product}, {origin.Solver}</dd><dt>{voice["origin.command"]}</dt><dd><code>{origin.Command}</code></dd>
            <dt>{voice["origin.options"]}</dt><dd>{options}</dd><dt>{voice["origin.created"]}</dt><dd>{origin.Created ?? "–"}</dd><dt>{voice["origin.inputs"]}</dt><dd>{files}</dd><dt>{voice["origin.more"]}</dt><dd>results.xlsx, tables/, solution.json, certificate.json, run.lock</dd></dl></footer>
            """);
    }
}
