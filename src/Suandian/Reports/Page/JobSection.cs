using System.Globalization;
using Suandian.Reports.Feeders;
using Suandian.Reports.Figures;
using Suandian.Reports.Jobs;
using Suandian.Scheduling.Statistics;

namespace Suandian.Reports.Page;

/// <summary>The plan's work as single jobs: promise and outcome side by side, and why they differ.</summary>
static class JobSection
{
    const double Left = 52, Right = 12, Height = 260, Foot = 34;
    const int DayH = 24;
    const string Plan = "#9DB8C1", Green = "#BFDDB0";

    internal static Html Write(Voice voice, StudyFigures figures, int number)
    {
        if (figures.Jobs is not { } figure)
        {
            return Html.None;
        }

        var jobs = figure.Data;
        return PageParts.Section(voice, "jobs", number, figure.Finding, Html.Of($"""
            <p class="p">{voice.Of("jobs.intro", ("jobs", Numbers.Three(jobs.Workloads.Sum(w => w.Jobs), grouped: true)))}</p>
            <figure>{PageParts.Title(voice["jobs.week"], voice.Of("jobs.week_unit", ("unit", "MW"), ("from", Day(voice, figures, jobs.WeekFirstHour))))}{Svg.Both(width => Draw(voice, figures, width))}{PageParts.Foot(voice, figures, figure.Sha256)}</figure>
            <p class="p" style="margin-top:16px">{voice.Of("jobs.green", ("plan", Share(voice, jobs.GreenPlannedPu)), ("jobs", Share(voice, jobs.GreenPu)))}</p>
            <figure>{PageParts.Title(voice["jobs.green_week"], voice.Of("jobs.week_unit", ("unit", "MW"), ("from", Day(voice, figures, jobs.WeekFirstHour))))}{Svg.Both(width => DrawGreen(voice, figures, width))}{PageParts.Foot(voice, figures, figure.Sha256)}</figure>
            <figure>{PageParts.Title(voice["jobs.waits"], voice["jobs.waits_how"])}{Svg.Both(width => DrawWaits(voice, jobs, width))}{PageParts.Foot(voice, figures, figure.Sha256)}</figure>
            <figure class="long"><table><thead><tr><th>{voice["computing.class"]}</th><th class="n wide">{voice["jobs.jobs"]}</th><th class="n">{voice["jobs.planned_wait"]}<br>h</th><th class="n">{voice["jobs.wait"]}<br>h</th><th class="n wide">{voice["computing.wait95"]}<br>h</th><th class="n wide">{voice["computing.window"]}<br>h</th><th class="n">{voice["jobs.late"]}</th><th class="n wide">{voice["jobs.late_pieces"]}</th></tr></thead>
            <tbody>{jobs.Workloads.Select(w => Row(voice, w))}</tbody></table>{PageParts.Foot(voice, figures, figure.Sha256)}</figure>
            <p class="p" style="margin-top:16px">{voice.Of("jobs.headroom", ("busy", Share(voice, jobs.BusyPu)), ("list", string.Join(voice["comma"], jobs.Headroom.Select(h => voice.Of("jobs.headroom_row", ("more", Share(voice, h.HeadroomPu)), ("late", Share(voice, h.LatePu)))))))}</p><p class="p">{voice.Of("jobs.done", ("done", Share(voice, jobs.DonePu)), ("pieces", Share(voice, jobs.DoneInPiecesPu)))} {Energy(voice, jobs)}</p><p class="p">{voice["jobs.note"]}</p>
            """));
    }

    static string Share(Voice voice, double pu) => Numbers.Say(Quantity.SharePu, pu, voice.Language);

    /// <summary>A change with its sign.</summary>
    static string Change(Voice voice, double pu) => (pu > 0 ? "+" : "") + Share(voice, pu);

    static Html Row(Voice voice, JobWorkload w) => Html.Of($"""
        <tr><td>{PageParts.Chip(Voice.Key(w.Class))}{voice.Say(w.Title)}</td><td class="n wide">{Numbers.Three(w.Jobs, grouped: true)}</td><td class="n">{Numbers.Three(w.PlannedWaitH)}</td><td class="n">{Numbers.Three(w.MeanWaitH)}</td><td class="n wide">{Numbers.Three(w.Wait95H)}</td><td class="n wide">{Numbers.Three(w.DeadlineH)}</td><td class="n">{Share(voice, w.LatePu)}</td><td class="n wide">{Share(voice, w.LateInPiecesPu)}</td></tr>

        """);

    static string Energy(Voice voice, JobFigures jobs)
    {
        string Mwh(double mwh) => Numbers.Say(Quantity.EnergyMwh, mwh, voice.Language, voice.TenMegawatts);
        string Of(Scheduling.PlanYear.EnergyDifference e) => Share(voice, e.PlannedMwh > 0 ? e.AboveMwh / e.PlannedMwh : 0);
        return voice.Of("jobs.energy", ("above", Mwh(jobs.Whole.AboveMwh)), ("share", Of(jobs.Whole)), ("pieces", Of(jobs.InPieces)), ("below", Mwh(jobs.Whole.BelowMwh)),
            ("energy", Change(voice, jobs.Whole.PlannedMwh > 0 ? jobs.Whole.MoreMwh / jobs.Whole.PlannedMwh : 0)), ("dearer", double.IsNaN(jobs.Whole.DearerPu) ? "–" : Change(voice, jobs.Whole.DearerPu)),
            ("peak", Numbers.Say(Quantity.PowerMw, jobs.Whole.PeakMw, voice.Language, voice.TenMegawatts)),
            ("yuan", (jobs.Whole.MoreYuan > 0 ? "+" : "") + Numbers.Say(Quantity.YearlyMoneyYuan, jobs.Whole.MoreYuan, voice.Language)), ("cost", Change(voice, jobs.Whole.PlannedYuan > 0 ? jobs.Whole.MoreYuan / jobs.Whole.PlannedYuan : 0)));
    }

    static string Day(Voice voice, StudyFigures figures, int hourOfYear)
    {
        var time = new DateTime(figures.Case.Data.Year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hourOfYear);
        return voice.IsChinese ? string.Create(CultureInfo.InvariantCulture, $"{time.Month}月{time.Day}日") : time.ToString("d MMM", CultureInfo.InvariantCulture);
    }

    /// <summary>The week: the plan as an area, the jobs as a line.</summary>
    static Html Draw(Voice voice, StudyFigures figures, double width)
    {
        var jobs = figures.Jobs!.Data;
        LegendItem[] items = [new(Plan, voice["jobs.plan_curve"], false), new(Svg.High, voice["jobs.job_curve"], false)];
        return Week(voice, figures, (width, voice["jobs.week"]), items, Math.Max(jobs.PlannedMw.Max(), jobs.JobsMw.Max()),
            plot => Html.All([plot.Area(jobs.PlannedMw, (0, 1), Plan), plot.Line(jobs.JobsMw, (0, 1), Svg.High)]));
    }

    /// <summary>The same week: green generation as an area, all computing of plan and jobs as lines.</summary>
    static Html DrawGreen(Voice voice, StudyFigures figures, double width)
    {
        var jobs = figures.Jobs!.Data;
        LegendItem[] items = [new(Green, voice["jobs.green_curve"], false), new(Svg.Ink, voice["jobs.computing_plan"], false), new(Svg.High, voice["jobs.computing_jobs"], false)];
        return Week(voice, figures, (width, voice["jobs.green_week"]), items, new[] { jobs.GreenMw, jobs.ComputingPlannedMw, jobs.ComputingMw }.Max(mw => mw.Max()),
            plot => Html.All([plot.Area(jobs.GreenMw, (0, 1), Green), plot.Line(jobs.ComputingPlannedMw, (0, 1), Svg.Ink), plot.Line(jobs.ComputingMw, (0, 1), Svg.High)]));
    }

    static Html Week(Voice voice, StudyFigures figures, (double Width, string Meaning) of, LegendItem[] items, double most, Func<JobPlot, Html> curves)
    {
        var (jobs, width, legend) = (figures.Jobs!.Data, of.Width, new SvgLegend(items, of.Width));
        var plot = new JobPlot(Left, width - Right, (legend.Height + 16, Height - Foot), (0, jobs.PlannedMw.Length), (0, Math.Max(1e-9, most) * 1.05));
        var days = Enumerable.Range(0, (jobs.PlannedMw.Length + DayH - 1) / DayH).Where(d => width > 500 || d % 2 == 0)
            .ToDictionary(d => (d * (double)DayH) + (DayH / 2), d => Day(voice, figures, jobs.WeekFirstHour + (d * DayH)));
        return Svg.Frame(width, Height, of.Meaning, Html.Of($"""
            {legend.Draw()}{plot.Across(4, v => v.ToString("#,##0.###", CultureInfo.InvariantCulture))}{curves(plot)}{plot.Below(days.Keys, d => days[d])}
            """));
    }

    /// <summary>Share of the work of each workload that waits longer; its window as a mark.</summary>
    static Html DrawWaits(Voice voice, JobFigures jobs, double width) => new WaitDrawing([.. jobs.Workloads.Select(w => (w.Title, Spread.Of(w.WithinH)))], voice)
    {
        AllowedH = [.. jobs.Workloads.Select(w => (double)w.DeadlineH)],
        What = "axis_work_longer",
    }.Draw(width);
}
