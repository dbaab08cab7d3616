using System.Collections.Immutable;
using System.Globalization;
using Suandian.Operations.Programme.Ledger.Targets;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>Sentences and tables that the reports of a programme share, in one language.</summary>
sealed class ReportWords(ProgrammeSummary summary, Language language)
{
    /// <summary>A sentence of the reports.</summary>
    internal string Say(string key, params ReadOnlySpan<(string Name, object? Value)> places) => Phrases.Of("official." + key, places).In(language);

    internal OfficialHeading Head(int level, string key, params ReadOnlySpan<(string Name, object? Value)> places) => new(level, Say(key, places));

    internal OfficialParagraph Tell(string key, params ReadOnlySpan<(string Name, object? Value)> places) => new(Say(key, places));

    /// <summary>The document around the text.</summary>
    internal OfficialDocument Document(string title, IEnumerable<OfficialBlock> blocks, ImmutableArray<string> attachments) => new()
    {
        Language = language,
        Number = summary.Number,
        Title = title + (summary.IsDemonstration ? Phrases.Of("form.demonstration").In(language) : ""),
        Addressee = summary.Addressee,
        Blocks = [.. blocks],
        Attachments = attachments,
        Signatory = summary.Signatory,
        Date = summary.Date,
    };

    /// <summary>Who, what, when.</summary>
    internal IEnumerable<OfficialBlock> About()
    {
        yield return Tell("about", ("name", summary.Name), ("owner", summary.Owner), ("contractor", summary.Contractor),
            ("supervisor", summary.Supervisor.Length == 0 ? "" : Say("supervised", ("supervisor", summary.Supervisor))),
            ("start", Day(summary.Start)), ("end", Day(summary.End)));
        if (summary.Purpose.Length > 0)
        {
            yield return Tell("purpose", ("purpose", summary.Purpose));
        }
    }

    /// <summary>How many targets stand where.</summary>
    internal OfficialParagraph Counts(ImmutableArray<ReportedTarget> targets)
    {
        int Count(Standing state) => targets.Count(t => t.State == state);
        return Tell("counts", ("all", targets.Length), ("done", targets.Count(t => t.State.IsDone())), ("late_ones", Count(Standing.DoneLate) is > 0 and var late ? Say("counts_late", ("done_late", late)) : ""), ("on_track", Count(Standing.OnTrack)),
            ("late", Count(Standing.Late)), ("unclear", Count(Standing.Unclear)), ("proved", targets.Count(t => t.Evidence > 0)));
    }

    /// <summary>Targets one a row.</summary>
    internal OfficialTable Targets(ImmutableArray<ReportedTarget> targets) => new(
        Say("table.targets"),
        [
            new(Say("column.number"), 7), new(Say("column.target"), 28), new(Say("column.promise"), 16), new(Say("column.done"), 14),
            new(Say("column.rate"), 12, true), new(Say("column.state"), 14), new(Say("column.evidence"), 9, true),
        ],
        [
            .. targets.Select((t, i) => ImmutableArray.Create(
                Whole(i + 1), t.Name, t.Target, t.Done.Length == 0 ? Say("unknown") : t.Done, t.Rate is { } rate ? Percent(rate) : "—", State(t.State), Whole(t.Evidence))),
        ]);

    /// <summary>How much of each target is reached, as bars; nothing where no target has a share.</summary>
    internal IEnumerable<OfficialBars> Bars(ImmutableArray<ReportedTarget> targets)
    {
        ImmutableArray<OfficialBar> bars = [.. targets.Where(t => t.Rate is not null).Select(t => new OfficialBar(t.Name, t.Rate!.Value, Percent(t.Rate.Value)))];
        return bars.IsEmpty ? [] : [new OfficialBars(Say("figure.targets"), Say("column.rate"), bars)];
    }

    /// <summary>A paragraph for each target that is late or unclear; one that says there is none otherwise.</summary>
    internal IEnumerable<OfficialBlock> Troubles(ImmutableArray<ReportedTarget> targets)
    {
        ReportedTarget[] troubled = [.. targets.Where(t => t.State is Standing.Late or Standing.Unclear or Standing.DoneLate)];
        if (troubled.Length == 0)
        {
            yield return Tell("no_trouble");
        }

        foreach (var target in troubled)
        {
            yield return new OfficialHeading(3, target.Name);
            yield return Tell(target switch
            {
                { State: Standing.Late } => "late",
                { State: Standing.DoneLate } => "done_late",
                { HasIndicator: false } => "no_indicator",
                _ => "unclear",
            },
                ("promise", target.Target), ("done", target.Done.Length == 0 ? Say("unknown") : target.Done), ("reason", Reason(target)));
        }
    }

    string Reason(ReportedTarget target) => target.Reason.Length == 0 ? Say("no_reason") : target.Reason;

    internal string State(Standing state) => Say("state." + FormWords.Code(state));

    internal string Day(DateOnly day) => language == Language.Zh
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日")
        : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    internal static string Percent(decimal share) => Math.Round(share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    internal static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Points(decimal points) => points.ToString("0.00", CultureInfo.InvariantCulture);
}
