using System.Globalization;

using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>What stands and what is built, with cost and reason.</summary>
static class BuildSection
{
    internal static Html Write(Voice voice, StudyFigures figures, int number)
    {
        var list = figures.Build.Data;
        var longest = list.Rows.Where(r => r.Unit == "MW").Select(r => r.Existing + r.New).DefaultIfEmpty(1).Max();
        var land = Html.If(list.NewLandKm2 is > 0, () => Html.Of($"""<p class="p">{voice["build.land"]} {voice.Prose(Quantity.AreaKm2, list.NewLandKm2!.Value)}{voice["stop"]}</p>"""));
        return PageParts.Section(voice, "build", number, figures.Build.Finding, Html.Of($"""
            {land}<figure class="long"><table><thead><tr><th>{voice["build.asset"]}</th><th class="wide">{voice["build.bars"]}</th><th class="n">{voice["build.existing"]}</th><th class="n">{voice["build.new"]}</th><th class="n">{voice["build.capital"]}<br>{voice.Unit(Quantity.MoneyYuan)}</th><th class="n wide">{voice["build.yearly"]}<br>{voice.Unit(Quantity.YearlyMoneyYuan)}</th><th class="wide">{voice["build.why"]}</th></tr></thead>
            <tbody>{list.Rows.Where(IsShown).Select(r => Row(voice, r, longest))}
            {Sum(voice, "build.energy", list.EnergyCapitalYuan, list.EnergyYearlyYuan)}{Sum(voice, "build.computing", list.ComputingCapitalYuan, list.ComputingYearlyYuan)}</tbody></table>
            {Kept(voice, list)}{NotBuilt(voice, list)}{PageParts.Foot(voice, figures, figures.Build.Sha256)}</figure>
            """));
    }

    /// <summary>Generation, storage and clusters that stand, and all that is built.</summary>
    static bool IsShown(BuildRow row) => row.New > 1e-6 || (row.Existing > 1e-6 && row.Table is ("generators" or "storage_units" or "clusters"));

    /// <summary>What stands and is not enlarged, in one sentence.</summary>
    static Html Kept(Voice voice, BuildList list)
    {
        var kept = list.Rows.Where(r => r.Existing > 1e-6 && !IsShown(r)).ToArray();
        return Html.If(kept.Length > 0, () => Html.Of($"""<p class="ft" style="margin-top:8px">{voice.Of("build.kept", ("count", kept.Length))}{Html.All(kept.Select((r, n) => Html.Of($"{(n > 0 ? voice["comma"] : "")}{voice.Say(r.Title)} {Capacity(voice, r, r.Existing)}")))}{voice["stop"]}</p>"""));
    }

    static Html Row(Voice voice, BuildRow row, double longest)
    {
        var colour = row.Technology is { } technology ? Voice.Key(technology) : row.IsComputing ? "accent" : "other";
        var bars = row.Unit == "MW"
            ? Html.Of($"""<span class="row" style="min-width:120px">{PageParts.Bar(row.Existing / longest, $"var(--{colour})", .4)}{PageParts.Bar(row.New / longest, $"var(--{colour})")}</span>""")
            : Html.None;
        var place = row.Bus1 is { } other ? voice.Say(row.Bus) + "–" + voice.Say(other) : voice.Say(row.Bus);
        var energy = row.EnergyMwh is > 0 ? Html.Of($"<br><small>{voice.Prose(Quantity.EnergyMwh, row.EnergyMwh.Value)}</small>") : Html.None;
        return Html.Of($"""
            <tr><td>{PageParts.Chip(colour)}{voice.Say(row.Title)}<br><small>{place}</small></td><td class="wide">{bars}</td><td class="n">{Capacity(voice, row, row.Existing)}</td><td class="n"><b>{Capacity(voice, row, row.New)}</b>{energy}</td>
            <td class="n">{(row.CapitalYuan > 0 ? voice.Cell(Quantity.MoneyYuan, row.CapitalYuan) : "–")}</td><td class="n wide">{voice.Cell(Quantity.YearlyMoneyYuan, row.YearlyYuan)}</td><td class="wide">{voice.Start(row.ReasonText)}</td></tr>

            """);
    }

    static Html Capacity(Voice voice, BuildRow row, double value) => value < 1e-6 ? Html.Of($"–") : row.Unit switch
    {
        "MW" => voice.Prose(Quantity.PowerMw, value),
        "MWh" => voice.Prose(Quantity.EnergyMwh, value),
        _ => Html.Of($"""<span class="nb">{Numbers.Three(value)} {row.Unit}</span>"""),
    };

    static Html Sum(Voice voice, string key, double capital, double yearly) => Html.Of($"""
        <tr class="sum"><td>{voice[key]}</td><td class="wide"></td><td></td><td></td><td class="n">{voice.Cell(Quantity.MoneyYuan, capital)}</td><td class="n wide">{voice.Cell(Quantity.YearlyMoneyYuan, yearly)}</td><td class="wide"></td></tr>
        """);

    static Html NotBuilt(Voice voice, BuildList list)
    {
        var names = list.Rows.Where(r => r.Existing <= 1e-6 && r.New <= 1e-6).Select(r => voice.Say(r.Title)).ToArray();
        return Html.If(names.Length > 0, () => Html.Of($"""<p class="ft" style="margin-top:8px">{voice.Of("build.not", ("count", names.Length.ToString(CultureInfo.InvariantCulture)))}{string.Join(voice["comma"], names)}{voice["stop"]}</p>"""));
    }
}
