using System.Collections.Immutable;
using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Scheduling;
using Suandian.Scheduling.Statistics;
using Suandian.Texts;
using static Suandian.Reports.Jobs.JobPage;

namespace Suandian.Reports.Jobs;

/// <summary>What the jobs of a trace are like, as a page and tables.</summary>
public static class TraceFiles
{
    const int MostBars = 20;
    const double SecondsPerDay = 86_400;

    /// <summary>The quantiles told: name and share.</summary>
    internal static readonly (string Name, double Share)[] Quantiles = [("least", 0), ("quarter", 0.25), ("median", 0.5), ("three_quarters", 0.75), ("p95", 0.95), ("most", 1)];

    /// <summary>trace.html, distributions.csv, shares.csv, demand.csv.</summary>
    /// <param name="trace">The jobs.</param>
    /// <param name="processors">Processors of the machine; 0 where nobody says.</param>
    /// <param name="statistics">What they are like.</param>
    /// <param name="notes">What there is to know of the log; null for nothing.</param>
    public static ImmutableArray<QuestionFile> Of(JobTrace trace, int processors, TraceStatistics statistics, LogNotes? notes = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(statistics);
        return QuestionFile.All("trace.html", QuestionPage.Write(Phrases.Of("jobs.trace_title", ("name", trace.Name)), voice => Body(voice, (trace, notes ?? LogNotes.None), processors, statistics), hasUnits: false),
            Distributions(statistics), Shares(statistics), Demand(statistics));
    }

    /// <summary>What there is to say of a trace in one sentence.</summary>
    public static Text Finding(TraceStatistics statistics, int processors)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        return Phrases.Of(double.IsNaN(statistics.OfferedLoadPu) ? "jobs.trace_finding" : "jobs.trace_finding_load", ("jobs", Fixed(statistics.Jobs, 0)), ("span", SpanInWords(statistics.SpanS)),
            ("cpu_h", Three(statistics.CpuH)), ("processors", Fixed(processors, 0)), ("load", Fixed(100 * statistics.OfferedLoadPu, 1)), ("median", SpanInWords(statistics.RunS.Quantile(0.5))));
    }

    /// <summary>What there is to say of accelerators; null where no job needs any.</summary>
    public static Text? Accelerators(TraceStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var a = statistics.Accelerators;
        return a.Count == 0 ? null : Phrases.Of("jobs.trace_accelerators", ("jobs", Fixed(a.Count, 0)), ("share", Three(100.0 * a.Count / statistics.Jobs)), ("hours", Three(statistics.AcceleratorH)),
            ("median", Three(a.Quantile(0.5))), ("most", Three(a.Quantile(1))), ("parts", Fixed(a.Sorted.ToArray().Count(n => n < 1), 0)));
    }

    static Html Body(Voice voice, (JobTrace Trace, LogNotes Notes) log, int processors, TraceStatistics s)
    {
        var trace = log.Trace;
        var legend = (Say(voice, "legend_jobs"), Say(voice, "legend_work"));
        return Html.Of($"""
        <h1>{Say(voice, "trace_title", ("name", trace.Name))}</h1><p class="answer">{voice.Say(Finding(s, processors))}</p>{(Accelerators(s) is { } words ? Html.Of($"""<p class="p">{voice.Say(words)}</p>""") : Html.None)}{log.Notes.Paragraphs(voice)}
        <div class="kpis">{Key(voice, "jobs", Fixed(s.Jobs, 0), "")}{Key(voice, "days", Three(s.SpanS / SecondsPerDay), Say(voice, "unit_days"))}{Key(voice, "cpu_h", Three(s.CpuH), "")}{Key(voice, "load", Three(100 * s.OfferedLoadPu), "%")}{Html.If(s.EstimatePu.Count > 0, () => Key(voice, "estimate", Three(100 * s.EstimatePu.Quantile(0.5)), "%"))}</div>
        {Figure(voice, "demand", width => new DemandDrawing(s, processors, voice).Draw(width))}
        {Figure(voice, s.ByHour.Length == TraceStatistics.HoursOfWeek ? "arrivals" : "arrivals_day", width => new ArrivalDrawing(s.ByHour, voice).Draw(width))}
        {Figure(voice, "sizes", width => new ColumnDrawing(Say(voice, "sizes"), JobRanges.Sizes(trace)) { Legend = legend }.Draw(width))}
        {Figure(voice, "runs", width => new ColumnDrawing(Say(voice, "runs"), JobRanges.Runs(trace)) { Legend = legend }.Draw(width))}
        {Figure(voice, "between", width => new ColumnDrawing(Say(voice, "between"), JobRanges.Between(s.BetweenS)).Draw(width))}
        {Html.If(s.EstimatePu.Count > 0, () => Figure(voice, "estimates", width => new ColumnDrawing(Say(voice, "estimates"), JobRanges.Tenths(s.EstimatePu)).Draw(width)))}
        <section><h2>{Say(voice, "distributions")}</h2>{Table(voice, ["measure", "mean", .. Quantiles.Select(q => q.Name)], Rows(voice, s))}</section>
        {Bars(voice, "section", s.Sections)}{Bars(voice, "partition", s.Partitions)}{Bars(voice, "user", s.Users)}
        <footer><p>{Say(voice, "trace_foot")}</p></footer>
        """);
    }

    static IEnumerable<string[]> Rows(Voice voice, TraceStatistics s)
    {
        string[] Row(string key, Spread of, Func<double, string> words) => [Say(voice, "measure_" + key), words(of.Mean), .. Quantiles.Select(q => words(of.Quantile(q.Share)))];
        return [Row("processors", s.Processors, Three), Row("run", s.RunS, Span), Row("between", s.BetweenS, Span), .. s.EstimatePu.Count == 0 ? [] : new[] { Row("estimate", s.EstimatePu, pu => Fixed(100 * pu, 0) + "%") }, .. s.Accelerators.Count == 0 ? [] : new[] { Row("accelerators", s.Accelerators, Three) }];
    }

    static Html Bars(Voice voice, string kind, ImmutableArray<TraceShare> shares) => Html.If(!shares.IsEmpty, () =>
    {
        var all = Math.Max(1e-12, shares.Sum(s => s.CpuH));
        Bar[] bars = [.. shares.Take(MostBars).Select(s => new Bar(Name(voice, kind, s.Name), s.CpuH, Say(voice, "share_words", ("share", Fixed(100 * s.CpuH / all, 1)), ("jobs", Fixed(s.Jobs, 0))), Svg.Good))];
        var more = Html.If(shares.Length > MostBars, () => Html.Of($"""<p class="ft">{Say(voice, "share_more", ("count", shares.Length - MostBars))}</p>"""));
        return Html.Of($"""<section><h2>{Say(voice, "shares_" + kind)}</h2><figure>{Svg.Both(width => new BarDrawing(Say(voice, "shares_" + kind), bars).Draw(width))}</figure>{more}</section>""");
    });

    static ReportTable Distributions(TraceStatistics s)
    {
        (string Name, Spread Of)[] all = [("processors", s.Processors), ("run_s", s.RunS), ("between_s", s.BetweenS), .. s.EstimatePu.Count == 0 ? [] : new[] { ("run_per_estimate_pu", s.EstimatePu) }, .. s.Accelerators.Count == 0 ? [] : new[] { ("accelerators", s.Accelerators) }];
        var table = new TableOf<(string Name, Spread Of)>("distributions", all).Word("measure", d => d.Name).Number("count", d => d.Of.Count).Number("mean", d => d.Of.Mean);
        foreach (var (name, share) in Quantiles)
        {
            table = table.Number(name, d => d.Of.Quantile(share));
        }

        return table.Table();
    }

    static ReportTable Shares(TraceStatistics s) => new TableOf<(string Kind, TraceShare Of)>("shares",
        [.. s.Sections.Select(x => ("section", x)), .. s.Partitions.Select(x => ("partition", x)), .. s.Users.Select(x => ("user", x))])
        .Word("kind", r => r.Kind).Word("name", r => r.Of.Name).Number("jobs", r => r.Of.Jobs).Number("cpu_h", r => r.Of.CpuH).Table();

    static ReportTable Demand(TraceStatistics s) => new TableOf<int>("demand", [.. Enumerable.Range(0, s.DemandCpus.Length)])
        .Number("from_s", i => i * s.PieceS).Number("processors", i => s.DemandCpus[i]).Table();
}
