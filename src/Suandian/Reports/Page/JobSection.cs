using System.Globalization;
using Suandian.Reports.Feeders;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>The plan's work as single jobs: promise and outcome side by side, and why they differ.</summary>
static class JobSection
{
    const double Left = 44, Right = 12, Top = 34, Height = 260, Foot = 34;

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
        var count = jobs.PlannedMw.Length;
        var most = Math.Max(1e-9, jobs.PlannedMw.Concat(jobs.JobsMw).Max()) * 1.05;
        double X(double hour) => Left + ((width - Left - Right) * hour / count);
        double Y(double mw) => Height - Foot - ((Height - Foot - Top) * mw / most);
        string Steps(double[] mw) => string.Concat(mw.Select((v, h) => $"{(h == 0 ? "M" : "L")}{Svg.N(X(h))} {Svg.N(Y(v))}L{Svg.N(X(h + 1))} {Svg.N(Y(v))}"));
        var legend = new SvgLegend([new("#9DB8C1", voice["jobs.plan_curve"], false), new(Svg.High, voice["jobs.job_curve"], false)], width);
        var ticks = Svg.Ticks(0, most, 4).Select(v => Html.Of($"""<line x1="{Svg.N(Left)}" x2="{Svg.N(width - Right)}" y1="{Svg.N(Y(v))}" y2="{Svg.N(Y(v))}" stroke="#ECEFF2"/><text x="{Svg.N(Left - 6)}" y="{Svg.N(Y(v) + 4)}" text-anchor="end" fill="{Svg.Pale}">{v.ToString("0.###", CultureInfo.InvariantCulture)}</text>"""));
        var days = Enumerable.Range(0, (count + 23) / 24).Where(d => width > 500 || d % 2 == 0).Select(d => Html.Of($"""<text x="{Svg.N(X((d * 24) + 12))}" y="{Svg.N(Height - 14)}" text-anchor="middle" fill="{Svg.Pale}">{Day(voice, figures, jobs.WeekFirstHour + (d * 24))}</text>"""));
        return Svg.Frame(width, Height, voice["jobs.week"], Html.Of($"""
            {legend.Draw()}{ticks}{days}<path d="{Steps(jobs.PlannedMw)}L{Svg.N(X(count))} {Svg.N(Y(0))}L{Svg.N(X(0))} {Svg.N(Y(0))}Z" fill="#9DB8C1" opacity="0.7"/><path d="{Steps(jobs.JobsMw)}" fill="none" stroke="{Svg.High}" stroke-width="1.5"/>
            """));
    }
}
