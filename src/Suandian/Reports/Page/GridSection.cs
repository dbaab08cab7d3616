using System.Globalization;
using Suandian.Distribution.PlanCheck;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>The plan on its grid: hours solved, voltages, loadings, losses, what does not fit and what makes it fit.</summary>
static class GridSection
{
    internal static Html Write(Voice voice, StudyFigures figures, int number)
    {
        if (figures.Grid is not { } figure)
        {
            return Html.None;
        }

        var grid = figure.Data;
        return PageParts.Section(voice, "grid", number, figure.Finding, Html.Of($"""
            <p class="p">{voice["grid.intro"]} {Solved(voice, grid)} {Losses(voice, grid)}{Unsupplied(voice, grid)}</p>
            <figure>{PageParts.Title(voice["grid.profile"], voice["grid.profile_unit"])}{VoltageDrawing.Draw(voice, grid)}{Foot(voice, figures)}</figure>
            {Html.If(!grid.Misfits.IsEmpty, () => Misfits(voice, figures))}
            {(grid.Repair is { } repair ? Measures(voice, figures, repair) : Html.None)}
            {Pages(voice, grid)}{Loadings(voice, grid)}{Unplaced(voice, grid)}
            <p class="p">{voice["grid.note"]}</p>
            """));
    }

    static Html Foot(Voice voice, StudyFigures figures) => PageParts.Foot(voice, figures, figures.Grid!.Sha256);

    static string Solved(Voice voice, GridFigures grid) => grid.Unsolved == 0
        ? voice.Of("grid.solved", ("hours", grid.Snapshots))
        : voice.Of("grid.unsolved", ("hours", grid.Snapshots), ("unsolved", grid.Unsolved));

    static string Losses(Voice voice, GridFigures grid)
    {
        if (double.IsNaN(grid.LossMwh))
        {
            return "";
        }

        var (parts, sum, unit) = Numbers.Added(Quantity.EnergyMwh, [grid.PlanNeedMwh, grid.LossMwh, grid.ShuntMwh], voice.Language, voice.TenMegawatts);
        var share = Numbers.Say(Quantity.SharePu, grid.LossMwh / grid.TakenMwh, voice.Language);
        return voice.Of("grid.losses", ("loss", $"{parts[1]} {unit}"), ("share", share), ("shunts", $"{parts[2]} {unit}"))
            + " " + voice.Of("grid.import", ("exact", $"{sum} {unit}"), ("plan", $"{parts[0]} {unit}"));
    }

    static string Unsupplied(Voice voice, GridFigures grid) => grid.UnsuppliedMwh > 0
        ? " " + voice.Of("grid.unsupplied", ("energy", Numbers.Say(Quantity.EnergyMwh, grid.UnsuppliedMwh, voice.Language, voice.TenMegawatts))) : "";

    static Html Misfits(Voice voice, StudyFigures figures) => Html.Of($"""
        <figure class="long"><h3>{voice["grid.misfits"]}</h3><table><thead><tr><th>{voice["grid.element"]}</th><th class="n">{voice["grid.worst"]}</th><th class="n">{voice["grid.limit"]}</th><th class="n">{voice["grid.hours"]}</th><th class="wide">{voice["grid.when"]}</th><th class="wide">{voice["grid.first"]}</th></tr></thead>
        <tbody>{figures.Grid!.Data.Misfits.Select(m => Misfit(voice, m, figures.Case.Data.Year))}</tbody></table>{Foot(voice, figures)}</figure>
        """);

    static Html Misfit(Voice voice, GridMisfit m, int year)
    {
        string Pu(double value) => double.IsNaN(value) ? "–" : m.Kind == GridMisfitKind.Overload
            ? (100 * value).ToString("0", CultureInfo.InvariantCulture) + "%"
            : m.Kind == GridMisfitKind.VoltageSpread ? (100 * value).ToString("0.0", CultureInfo.InvariantCulture) + "%" : value.ToString("0.000", CultureInfo.InvariantCulture);
        return Html.Of($"""
            <tr><td>{voice.Start(m.Title)}<br><small>{voice["grid.kind." + SnakeNames.Of(m.Kind)]}</small></td><td class="n"><b>{Pu(m.WorstPu)}</b></td><td class="n">{Pu(m.LimitPu)}</td><td class="n">{(double.IsNaN(m.Hours) ? "–" : Numbers.Three(m.Hours, grouped: true))}</td><td class="wide">{When(voice, year, m.WorstHour)}</td><td class="wide">{When(voice, year, m.FirstHour)}</td></tr>

            """);
    }

    static string When(Voice voice, int year, int hourOfYear)
    {
        var time = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hourOfYear);
        return voice.IsChinese
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Month}月{time.Day}日 {time:HH:mm}")
            : time.ToString("d MMM HH:mm", CultureInfo.InvariantCulture);
    }

    static Html Measures(Voice voice, StudyFigures figures, GridRepairFigures repair)
    {
        var (costs, sum, unit) = Numbers.Added(Quantity.MoneyYuan, [.. repair.Measures.Select(m => m.CostYuan)], voice.Language);
        string Energy(double mwh) => Numbers.Say(Quantity.EnergyMwh, mwh, voice.Language, voice.TenMegawatts);
        var after = repair.Fits
            ? voice.Of("grid.after_fits", ("loss", Energy(repair.LossMwh)), ("shunts", Energy(repair.ShuntMwh)))
            : voice.Of(repair.Dark == 0 ? "grid.after_left" : repair.LeftOver == 0 ? "grid.after_left_dark" : "grid.after_left_both", ("left", repair.LeftOver), ("rounds", repair.Rounds), ("dark", repair.Dark));
        var search = repair.Search.Candidates == 0 ? "" : " " + voice.Of(repair.IsCheapest ? "grid.cheapest" : "grid.not_cheapest", ("candidates", repair.Search.Candidates), ("sets", repair.Search.Sets), ("bound", Numbers.Say(Quantity.MoneyYuan, repair.Search.AtLeastYuan, voice.Language)));
        return Html.Of($"""
            <figure class="long"><h3>{voice["grid.measures"]}</h3>{PageParts.Title("", voice.Of("grid.measures_unit", ("year", figures.Grid!.Data.MoneyYear)))}
            {Html.If(!repair.Measures.IsEmpty, () => Html.Of($"""
            <table><thead><tr><th>{voice["grid.element"]}</th><th class="wide">{voice["grid.measure"]}</th><th class="wide">{voice["grid.before"]}</th><th>{voice["grid.after"]}</th><th class="n">{voice["grid.cost"]}</th><th class="wide">{voice["grid.source"]}</th></tr></thead>
            <tbody>{repair.Measures.Select((m, i) => Measure(voice, m, $"{costs[i]} {unit}"))}<tr class="sum"><td>{voice["grid.total"]}</td><td class="wide"></td><td class="wide"></td><td></td><td class="n"><span class="nb">{sum} {unit}</span></td><td class="wide"></td></tr></tbody></table>
            """))}<p class="p">{after}{search}</p>{Foot(voice, figures)}</figure>
            """);
    }

    static Html Measure(Voice voice, GridMeasureRow m, string cost) => Html.Of($"""
        <tr><td>{voice.Start(m.Title)}</td><td class="wide">{voice["grid.measure." + SnakeNames.Of(m.Kind)]}{(m.MovesTap ? voice["grid.measure.and_tap"] : "")}</td><td class="wide">{voice.Say(m.Before)}</td><td>{voice.Say(m.After)}</td><td class="n">{(m.Kind == GridMeasureKind.Tap ? Html.Of($"–") : Html.Of($"<span class=\"nb\">{cost}</span>"))}</td><td class="wide"><small>{(m.CostStatus is { } status ? PageParts.StatusMark(voice, status) : Html.None)} {voice.Say(m.CostSource)}</small></td></tr>

        """);

    static Html Pages(Voice voice, GridFigures grid) => Html.Of($"""
        <h3>{voice["grid.pages"]}</h3><ul>{grid.Pages.Select(page => Html.Of($"""<li><a href="{page.Path}#{(voice.IsChinese ? "zh" : "en")}">{voice["grid.page." + page.Name]}</a>{(page.Yield is { } plant ? voice.Of("grid.page_yield", ("plant", plant)) : "")}{(grid.Repair is { Measures.IsEmpty: false } ? voice[page.Name == "year" ? "grid.page_as_is" : "grid.page_planned"] : "")}</li>"""))}</ul>

        """);

    static Html Loadings(Voice voice, GridFigures grid) => Html.Of($"""
        <details><summary>{voice["grid.loadings"]}</summary><table><thead><tr><th>{voice["grid.element"]}</th><th class="n">{voice["grid.rating"]}<br>MVA</th><th class="n">{voice["grid.peak"]}</th><th class="n wide">{voice["grid.loss"]}<br>MWh</th><th class="n wide">{voice["grid.reverse"]}<br>h</th></tr></thead>
        <tbody>{grid.Loadings.Where(l => !double.IsNaN(l.PeakPu)).Select(l => Html.Of($"""<tr><td>{voice.Start(l.Title)}<br><small>{voice.Say(l.Equipment)}</small></td><td class="n">{Numbers.Three(l.RatingMva, grouped: true)}</td><td class="n">{100 * l.PeakPu:0}%</td><td class="n wide">{Numbers.Three(l.LossMwh, grouped: true)}</td><td class="n wide">{Numbers.Three(l.ReverseH, grouped: true)}</td></tr>"""))}</tbody></table></details>
        """);

    static Html Unplaced(Voice voice, GridFigures grid)
    {
        string Name(GridUnplaced row) => voice.Say(row.Title) + " " + Numbers.Say(Quantity.EnergyMwh, row.EnergyMwh, voice.Language, voice.TenMegawatts);
        string List(bool isFar) => string.Join(voice["comma"], grid.Unplaced.Where(r => r.IsFar == isFar).Select(Name));
        Html Line(bool isFar, string key) => Html.If(grid.Unplaced.Any(r => r.IsFar == isFar), () => Html.Of($"""<p class="p">{voice[key]}{List(isFar)}{voice["stop"]}</p>"""));
        return Html.Of($"""
            <h3>{voice["grid.unplaced"]}</h3>{Html.If(grid.Unplaced.IsEmpty, () => Html.Of($"""<p class="p">{voice["grid.unplaced_none"]}</p>"""))}{Line(false, "grid.unplaced_near")}{Line(true, "grid.unplaced_far")}{Html.If(!grid.TodayRows.IsEmpty, () => Html.Of($"""<p class="p">{voice["grid.today"]}{string.Join(voice["comma"], grid.TodayRows.Select(voice.Say))}{voice["stop"]}</p>"""))}
            """);
    }
}
