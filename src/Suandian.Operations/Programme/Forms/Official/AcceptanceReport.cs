using System.Collections.Immutable;
using System.Globalization;
using Suandian.Operations.Programme.Ledger.Targets;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>验收报告: what was promised, what is done and proved, what is open.</summary>
public static class AcceptanceReport
{
    /// <summary>The report as a document.</summary>
    /// <param name="summary">The programme.</param>
    /// <param name="targets">Targets in the order of the programme.</param>
    /// <param name="evidence">Evidence behind them.</param>
    /// <param name="scored">The self-evaluation form; null where there is none.</param>
    /// <param name="language">Language of the report.</param>
    public static OfficialDocument Build(
        ProgrammeSummary summary, ImmutableArray<ReportedTarget> targets, ImmutableArray<EvidenceItem> evidence, ScoredForm? scored, Language language = Language.Zh)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var words = new ReportWords(summary, language);
        var blocks = new List<OfficialBlock> { words.Head(1, "head.about") };
        blocks.AddRange(words.About());
        blocks.Add(words.Head(1, "head.targets"));
        blocks.Add(words.Counts(targets));
        blocks.Add(words.Targets(targets));
        blocks.AddRange(words.Bars(targets));
        blocks.AddRange(Sections(words, targets));
        if (scored is not null)
        {
            blocks.AddRange(Score(words, scored));
        }

        blocks.AddRange(Evidence(words, evidence));
        blocks.Add(words.Head(1, "head.troubles"));
        blocks.AddRange(words.Troubles(targets));
        blocks.Add(words.Head(1, "head.opinion"));
        blocks.Add(Opinion(words, targets));
        string title = words.Say("title.acceptance", ("name", summary.Name));
        return words.Document(title, blocks, scored is null ? [] : [words.Say("attachment.form")]);
    }

    static IEnumerable<OfficialBlock> Sections(ReportWords words, ImmutableArray<ReportedTarget> targets)
    {
        foreach (var section in targets.GroupBy(t => t.Section))
        {
            yield return new OfficialHeading(2, section.Key);
            string[] done = [.. section.Where(t => t.State.IsDone()).Select(t => words.Say("item", ("name", t.Name), ("done", t.Done), ("promise", t.Target)))];
            string[] open = [.. section.Where(t => !t.State.IsDone()).Select(t => t.Name)];
            string list = string.Join(words.Say("semicolon"), done);
            yield return done.Length == 0
                ? words.Tell("section_open", ("open", string.Join(words.Say("comma"), open)))
                : new OfficialParagraph(words.Say("section_done", ("count", done.Length), ("list", list))
                    + (open.Length == 0 ? "" : words.Say("section_rest", ("count", open.Length), ("open", string.Join(words.Say("comma"), open)))));
        }
    }

    static IEnumerable<OfficialBlock> Score(ReportWords words, ScoredForm scored)
    {
        yield return words.Head(1, "head.score");
        yield return scored.Grade is { } grade
            ? words.Tell("score", ("total", ReportWords.Points(scored.Total)), ("grade", Texts.Phrases.Of("form.grade." + FormWords.Code(grade))))
            : words.Tell("score_open", ("total", ReportWords.Points(scored.Total)), ("open", ReportWords.Points(scored.Open)));
        var blocks = scored.Rows.GroupBy(r => r.Row.Block).OrderBy(g => g.Key).Select(g => (Name: words.Say("block." + FormWords.Code(g.Key)),
            Weight: g.Sum(r => r.Weight), Score: g.Any(r => r.Score is null) ? null : g.Sum(r => r.Score)));
        yield return new OfficialTable(
            words.Say("table.score"),
            [new(words.Say("column.block"), 40), new(words.Say("column.weight"), 30, true), new(words.Say("column.score"), 30, true)],
            [
                .. blocks.Append((words.Say("block.execution"), scored.Execution.Weight, scored.Execution.Score)).Append((words.Say("total"), scored.Weight, scored.Total))
                    .Select(b => ImmutableArray.Create(b.Item1, ReportWords.Points(b.Item2), b.Item3 is { } score ? ReportWords.Points(score) : words.Say("unknown"))),
            ]);
    }

    static IEnumerable<OfficialBlock> Evidence(ReportWords words, ImmutableArray<EvidenceItem> evidence)
    {
        yield return words.Head(1, "head.evidence");
        if (evidence.IsEmpty)
        {
            yield return words.Tell("no_evidence");
            yield break;
        }

        yield return words.Tell("evidence", ("count", evidence.Length));
        yield return new OfficialTable(
            words.Say("table.evidence"),
            [
                new(words.Say("column.number"), 8), new(words.Say("column.file"), 35), new(words.Say("column.speaks_of"), 16),
                new(words.Say("column.date"), 17), new(words.Say("column.hash"), 24),
            ],
            [
                .. evidence.Select((e, i) => ImmutableArray.Create(
                    ReportWords.Whole(i + 1), e.Name, InLines(e.Targets), e.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—",
                    e.Sha256[..Math.Min(12, e.Sha256.Length)])),
            ]);
    }

    /// <summary>Letters the column of codes holds in a line, a Chinese one being 2 wide.</summary>
    const int CodesWide = 7;

    /// <summary>As many codes a line as fit: a narrow column would break inside of one.</summary>
    internal static string InLines(string codes)
    {
        var lines = new List<string>();
        foreach (string code in codes.Split('、'))
        {
            if (lines.Count > 0 && Width(lines[^1]) + Width(code) <= CodesWide)
            {
                lines[^1] += code + "、";
            }
            else
            {
                lines.Add(code + "、");
            }
        }

        return string.Join('\n', lines).TrimEnd('、');
    }

    static int Width(string text) => text.Sum(c => char.IsAscii(c) ? 1 : 2);

    /// <summary>Ready where everything is done and proved; else what has to come first. It proposes and does not decide.</summary>
    static OfficialParagraph Opinion(ReportWords words, ImmutableArray<ReportedTarget> targets)
    {
        int open = targets.Count(t => !t.State.IsDone());
        int unproved = targets.Count(t => t.State.IsDone() && t.Evidence == 0);
        return open == 0 && unproved == 0
            ? words.Tell("opinion.ready", ("all", targets.Length))
            : words.Tell("opinion.not_ready", ("open", open), ("unproved", unproved));
    }
}
