using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>Sections over time: green share, hour by hour, duration, storage.</summary>
static class TimeSections
{
    internal static Html Green(Voice voice, StudyFigures figures, int number)
    {
        var green = figures.Green.Data;
        return PageParts.Section(voice, "green", number, figures.Green.Finding, Html.Of($"""
            <p class="p">{voice["green.year"]} {voice.Prose(Quantity.SharePu, green.YearPu.Plan)}{voice["stop"]} {voice["green.full"]} {voice.Prose(Quantity.TimeH, Math.Round(green.FullyGreenH))}{voice["comma"]}{voice["green.poor"]} {voice.Prose(Quantity.TimeH, Math.Round(green.MostlyNotGreenH))}{voice["stop"]}</p>
            <p class="p">{voice["green.note"]}</p>
            <figure>{PageParts.Title(voice["green.what"], voice["green.unit"])}
            <div class="ramp">0%<i style="background:linear-gradient(90deg,#F3E9D8,#D9DCC0,#A3C9B4,#5FA9A0,#2B7F86,#0B5563)"></i>100%</div>
            {PageParts.Chart(voice, "green", figures.Green.Finding)}{ByHour(voice, green)}{PageParts.Foot(voice, figures, figures.Green.Sha256)}</figure>
            """));
    }

    /// <summary>The same by hour of day as a table, readable without script.</summary>
    static Html ByHour(Voice voice, GreenFigures green) => Html.Of($"""
        <details class="noprint"><summary>{voice["green.table"]}</summary><div class="scroll"><table><thead><tr><th>{voice["hour"]}</th>{Enumerable.Range(0, 24).Select(h => Html.Of($"""<th class="n">{h}</th>"""))}</tr></thead>
        <tbody><tr><td>{voice["mean"]}</td>{green.ByHourPu.Select(v => Html.Of($"""<td class="n">{(double.IsNaN(v) ? "–" : (v * 100).ToString("0", System.Globalization.CultureInfo.InvariantCulture))}</td>"""))}</tr></tbody></table></div></details>
        """);

    internal static Html Dispatch(Voice voice, StudyFigures figures, int number)
    {
        var dispatch = figures.Dispatch.Data;
        var several = dispatch.Weeks.Length > 1;
        return PageParts.Section(voice, "dispatch", number, figures.Dispatch.Finding, Html.Of($"""
            {Html.If(several, () => Html.Of($"""<div class="ctl" data-weeks>{Week(voice, dispatch, dispatch.MostImportWeek, "dispatch.mostimport")}{Week(voice, dispatch, dispatch.MostCurtailedWeek, "dispatch.mostcurtailed")}<select class="btn" aria-label="{voice["dispatch.week"]}">{dispatch.Weeks.Select(w => Html.Of($"""<option value="{w.First}">{Days(voice, w)}</option>"""))}</select></div>"""))}
            <figure><p class="ft"><b><span data-span></span></b>{voice["dispatch.unit"]}</p><ul class="legend" data-legend></ul>
            {PageParts.Chart(voice, "dispatch", figures.Dispatch.Finding)}
            {Html.If(several, () => Html.Of($"""<p class="ft" style="margin-top:24px"><b>{voice[figures.Case.Data.IsWholeYear ? "dispatch.year" : "dispatch.blocks"]}</b>{voice["dispatch.click"]}</p>{PageParts.Chart(voice, "year", figures.Dispatch.Finding)}"""))}{Totals(voice, dispatch)}{PageParts.Foot(voice, figures, figures.Dispatch.Sha256)}</figure>
            """));
    }

    static Html Week(Voice voice, DispatchFigures dispatch, int week, string key) => week < 0 || week >= dispatch.Weeks.Length
        ? Html.None
        : Html.Of($"""<button class="btn" data-start="{dispatch.Weeks[week].First}" aria-pressed="false">{voice[key]}</button>""");

    internal static string Days(Voice voice, DispatchWeek week) => voice.IsChinese
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{week.From.Month}月{week.From.Day}日–{week.To.Month}月{week.To.Day}日")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{week.From:d MMM}–{week.To:d MMM}");

    static Html Totals(Voice voice, DispatchFigures dispatch)
    {
        var rows = dispatch.Supply.Concat(dispatch.Below).Where(s => s.EnergyMwh > 1e-3).Select(s => Html.Of($"""<tr><td>{PageParts.Chip(Voice.Key(s.Technology))}{voice.Say(s.Name)}</td><td class="n">{voice.Prose(Quantity.EnergyMwh, s.EnergyMwh)}</td></tr>"""));
        return Html.Of($"""<details><summary>{voice["dispatch.totals"]}</summary><table><tbody>{rows}</tbody></table></details>""");
    }

    internal static Html Duration(Voice voice, StudyFigures figures, int number) => PageParts.Section(
        voice, "duration", number, figures.Duration.Finding, Html.Of($"""
            <figure>{PageParts.Title(voice["duration.what"], voice.Of("duration.unit", ("unit", voice.Unit(Quantity.PowerMw))))}
            {PageParts.Chart(voice, "duration", figures.Duration.Finding)}{PageParts.Foot(voice, figures, figures.Duration.Sha256)}</figure>
            """));

    internal static Html Storage(Voice voice, StudyFigures figures, int number)
    {
        var units = figures.Storage.Data.Units;
        return units.Length == 0 ? Html.None : PageParts.Section(voice, "storage", number, figures.Storage.Finding, Html.Of($"""
            {units.Select((u, n) => Html.Of($"""
            <figure>{PageParts.Title(voice.Say(u.Title), voice.Of("storage.unit", ("cycles", Numbers.Three(u.FullCycles))))}
            {PageParts.Chart(voice, $"storage-{n}", figures.Storage.Finding)}{PageParts.Foot(voice, figures, figures.Storage.Sha256)}</figure>
            """))}
            """));
    }
}
