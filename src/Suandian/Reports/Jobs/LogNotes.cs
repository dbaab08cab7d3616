using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases;
using Suandian.Reports.Page;
using Suandian.Texts;

namespace Suandian.Reports.Jobs;

/// <summary>What a reader of schedules has to know of the log they come from.</summary>
public sealed record LogNotes
{
    /// <summary>Nothing to tell.</summary>
    public static LogNotes None { get; } = new();

    /// <summary>Moment at which the first row of the hourly table begins, by the clock of the log; null where there is no table or the log tells no dates.</summary>
    public DateTime? FirstHour { get; init; }

    /// <summary>Why each job that was left out was.</summary>
    public ImmutableArray<Problem> Dropped { get; init; } = [];

    /// <summary>What the jobs left out would have held.</summary>
    public DroppedWork Left { get; init; }

    /// <summary>Processor hours of the jobs that are left.</summary>
    public double KeptCpuH { get; init; }

    /// <summary>Share of the processor hours of the log that was left out, as far as it is known; NaN where nothing of it is.</summary>
    public double DroppedPu => Left.Unknown == Left.Jobs ? double.NaN : Left.CpuH / Math.Max(double.Epsilon, Left.CpuH + KeptCpuH);

    /// <summary>The moment of the first hour in a sentence; null where nobody knows.</summary>
    public Text? FirstHourWords => FirstHour is { } moment ? Phrases.Of("cli.jobs.first_hour", ("moment", moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))) : null;

    /// <summary>The jobs left out, with their share of the work, and then by reason; nothing where there are none.</summary>
    public IEnumerable<Text> DroppedWords()
    {
        if (Dropped.IsEmpty)
        {
            yield break;
        }

        yield return Phrases.Of(double.IsNaN(DroppedPu) ? "jobs.dropped_unknown" : Left.Unknown > 0 ? "jobs.dropped_partly" : "jobs.dropped",
            ("count", Left.Jobs), ("share", JobPage.Three(100 * DroppedPu)), ("unknown", Left.Unknown));
        foreach (var group in Dropped.GroupBy(p => p.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            yield return Phrases.Of("cli.simulate.dropped_why", ("count", group.DistinctBy(p => p.Row ?? (object)p).Count()), ("why", ProblemCode.TitleOf(group.Key))); // a row may have several
        }
    }

    /// <summary>All of it as paragraphs of a page.</summary>
    internal Html Paragraphs(Voice voice)
    {
        Text[] dropped = [.. DroppedWords()];
        return Html.Of($"""
            {(FirstHourWords is { } first ? Html.Of($"""<p class="ft">{voice.Start(first)}</p>""") : Html.None)}{Html.If(dropped.Length > 0, () => Html.Of($"""<p class="p">{voice.Start(dropped[0])} {string.Join(voice.IsChinese ? "；" : "; ", dropped[1..].Select(voice.Say))}</p>"""))}
            """);
    }
}
