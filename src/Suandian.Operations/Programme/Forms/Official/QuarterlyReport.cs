using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger.Targets;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>季度报告: where every target stands at the end of a quarter, what is late, what comes next.</summary>
public static class QuarterlyReport
{
    /// <summary>The report as a document.</summary>
    /// <param name="summary">The programme.</param>
    /// <param name="quarter">Year and quarter, 1 to 4.</param>
    /// <param name="targets">Targets in the order of the programme, as they stand at the end of the quarter.</param>
    /// <param name="language">Language of the report.</param>
    public static OfficialDocument Build(
        ProgrammeSummary summary, (int Year, int Number) quarter, ImmutableArray<ReportedTarget> targets, Language language = Language.Zh)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (quarter.Number is < 1 or > 4)
        {
            throw new ArgumentOutOfRangeException(nameof(quarter), quarter.Number, "a year has quarters 1 to 4");
        }

        var words = new ReportWords(summary, language);
        var end = LastDay(quarter);
        string name = language == Language.Zh ? HeadingNumbers.Chinese(quarter.Number) : ReportWords.Whole(quarter.Number);
        var blocks = new List<OfficialBlock> { words.Head(1, "head.progress"), words.Tell("as_of", ("day", words.Day(end))), words.Counts(targets) };
        blocks.Add(words.Head(1, "head.each"));
        blocks.Add(words.Targets(targets));
        blocks.AddRange(words.Bars(targets));
        blocks.Add(words.Head(1, "head.troubles"));
        blocks.AddRange(words.Troubles(targets));
        blocks.Add(words.Head(1, "head.next"));
        blocks.AddRange(Next(words, targets, end));
        return words.Document(words.Say("title.quarterly", ("name", summary.Name), ("year", quarter.Year), ("quarter", name)), blocks, []);
    }

    /// <summary>Last day of a quarter.</summary>
    public static DateOnly LastDay((int Year, int Number) quarter) => new DateOnly(quarter.Year, quarter.Number * 3, 1).AddMonths(1).AddDays(-1);

    /// <summary>What is due in the three months that follow, and what was said to be done next.</summary>
    static IEnumerable<OfficialBlock> Next(ReportWords words, ImmutableArray<ReportedTarget> targets, DateOnly end)
    {
        var after = end.AddDays(1).AddMonths(3);
        ReportedTarget[] due = [.. targets.Where(t => !t.State.IsDone() && t.Due > end && t.Due < after).OrderBy(t => t.Due)];
        var items = due.Select(t => words.Say("due_item", ("name", t.Name), ("promise", t.Target), ("day", words.Day(t.Due!.Value))));
        yield return due.Length == 0 ? words.Tell("none_due") : words.Tell("due", ("count", due.Length), ("list", string.Join(words.Say("semicolon"), items)));
        foreach (var target in targets.Where(t => t.NextStep.Length > 0))
        {
            yield return words.Tell("next", ("name", target.Name), ("step", target.NextStep));
        }
    }
}
