using System.Globalization;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>On which days power is curtailed: a calendar, Monday first; rows of weeks where only weeks were computed.</summary>
static class CurtailmentSection
{
    static readonly string[] Ramp = ["#F3E2B8", "#DDB765", "#B07D24", "#6B430C"];

    internal static Html Write(Voice voice, StudyFigures figures, int number)
    {
        var data = figures.Curtailment.Data;
        var most = data.DayMwh.DefaultIfEmpty(0).Max();
        var days = data.Days.Zip(data.DayMwh).ToDictionary(p => p.First, p => p.Second);
        var calendar = figures.Case.Data.IsWholeYear
            ? Html.Of($"""<div class="wideonly">{Year(voice, days, most, upright: false)}</div><div class="narrowonly">{Year(voice, days, most, upright: true)}</div>""")
            : Blocks(voice, figures.Dispatch.Data, days, most);
        return PageParts.Section(voice, "curtailed", number, figures.Curtailment.Finding, Html.Of($"""
            <p class="p">{voice["curtailed.year"]} {voice.Prose(Quantity.EnergyMwh, data.YearMwh)}{voice["comma"]}{voice["curtailed.share"]} {voice.Prose(Quantity.SharePu, data.SharePu)}{voice["stop"]}</p>
            <figure>{PageParts.Title(voice["curtailed.what"], voice[figures.Case.Data.IsWholeYear ? "curtailed.unit" : "curtailed.blocks"])}
            <div class="ramp">0<i style="background:linear-gradient(90deg,#FFFFFF,#F3E2B8,#DDB765,#B07D24,#6B430C)"></i>{voice.Prose(Quantity.EnergyMwh, most)} <span class="none"></span>{voice["curtailed.none"]}</div>
            {calendar}{PageParts.Foot(voice, figures, figures.Curtailment.Sha256)}</figure>
            """));
    }

    static string Colour(double value, double most)
    {
        if (value < 0.1 || most <= 0)
        {
            return "#FFFFFF";
        }

        return Ramp[Math.Min(Ramp.Length - 1, (int)(value / most * Ramp.Length))];
    }

    static Html Cell(Voice voice, DateOnly day, double? value, (double X, double Y, double W, double H) at, double most)
    {
        var label = $"{Date(voice, day)}: {(value is { } mwh ? Numbers.Say(Quantity.EnergyMwh, mwh, voice.Language, voice.TenMegawatts) : "–")}";
        return Html.Of($"""<rect x="{at.X:0.#}" y="{at.Y:0.#}" width="{at.W:0.#}" height="{at.H:0.#}" fill="{(value is { } v ? Colour(v, most) : "#ECEFF2")}" stroke="#D9DFE4"><title>{label}</title></rect>""");
    }

    static string Date(Voice voice, DateOnly day) => voice.IsChinese
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日")
        : day.ToString("d MMM", CultureInfo.InvariantCulture);

    static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    /// <summary>The whole year: weeks along one side, Monday to Sunday along the other.</summary>
    static Html Year(Voice voice, Dictionary<DateOnly, double> days, double most, bool upright)
    {
        if (days.Count == 0)
        {
            return Html.None;
        }

        var first = days.Keys.Min();
        var start = first.AddDays(-Weekday(first));
        double left = upright ? 44 : 36, top = 22, cell = upright ? 38 : 17.6, step = upright ? 12.5 : 17.6;
        var weeks = ((days.Keys.Max().DayNumber - start.DayNumber) / 7) + 1;
        var cells = days.OrderBy(d => d.Key).Select(d =>
        {
            var (week, weekday) = ((d.Key.DayNumber - start.DayNumber) / 7, Weekday(d.Key));
            return Cell(voice, d.Key, d.Value, upright ? (left + (weekday * cell), top + (week * step), cell, step) : (left + (week * step), top + (weekday * cell), step, cell), most);
        });
        var months = Enumerable.Range(1, 12).Select(m =>
        {
            var week = (new DateOnly(first.Year, m, 1).DayNumber - start.DayNumber) / 7;
            var name = voice.IsChinese ? m + "月" : new DateOnly(first.Year, m, 1).ToString("MMM", CultureInfo.InvariantCulture);
            return upright
                ? Html.Of($"""<text x="{left - 6:0.#}" y="{top + (week * step) + 11:0.#}" text-anchor="end">{name}</text>""")
                : Html.Of($"""<text x="{left + (week * step):0.#}" y="14">{name}</text>""");
        });
        var names = Enumerable.Range(0, 7).Select(d => upright
            ? Html.Of($"""<text x="{left + ((d + .5) * cell):0.#}" y="14" text-anchor="middle">{voice["weekday." + d]}</text>""")
            : Html.Of($"""<text x="{left - 8:0.#}" y="{top + ((d + .72) * cell):0.#}" text-anchor="end">{voice["weekday." + d]}</text>"""));
        var (width, height) = upright ? (left + (7 * cell) + 2, top + (weeks * step) + 2) : (left + (weeks * step) + 2, top + (7 * cell) + 2);
        return Html.Of($"""<svg viewBox="0 0 {width:0} {height:0}" width="{width:0}" style="max-width:100%;height:auto" font-size="12" fill="#4E5B67" role="img" aria-label="{voice["curtailed.what"]}">{cells}{months}{names}</svg>""");
    }

    /// <summary>Chosen weeks: a row each, seven days from the first.</summary>
    static Html Blocks(Voice voice, DispatchFigures dispatch, Dictionary<DateOnly, double> days, double most)
    {
        const double Left = 132, Cell = 28, Width = 132 + (7 * 28) + 2;
        var rows = dispatch.Weeks.Select((week, n) => Html.Of($"""
            <text x="0" y="{(n * Cell) + 19:0.#}">{TimeSections.Days(voice, week)}</text>
            {Enumerable.Range(0, week.To.DayNumber - week.From.DayNumber + 1).Take(7).Select(d => CurtailmentSection.Cell(voice, week.From.AddDays(d), days.TryGetValue(week.From.AddDays(d), out var value) ? value : null, (Left + (d * Cell), n * Cell, Cell, Cell), most))}
            """));
        return Html.Of($"""<svg viewBox="0 0 {Width:0} {(dispatch.Weeks.Length * Cell) + 2:0}" width="{Width:0}" style="max-width:100%;height:auto" font-size="12" fill="#4E5B67" role="img" aria-label="{voice["curtailed.what"]}">{rows}</svg>""");
    }
}
