using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations.Programme.Ledger.Drafts;

/// <summary>Draft targets as a CSV file that a person reads, corrects and confirms.</summary>
public static class DraftFile
{
    static readonly ImmutableArray<(string Column, Func<DraftTarget, string> Of)> Columns =
    [
        ("id", d => d.Id), ("section", d => d.Section), ("name_zh", d => d.NameZh), ("name_en", d => d.NameEn), ("indicator", d => d.Indicator),
        ("value", d => d.Value), ("max", d => d.Max), ("cmp", d => d.Cmp), ("unit", d => d.Unit), ("due", d => d.Due),
        ("due_status", d => d.DueStatus), ("due_other", d => d.DueOther), ("scope", d => d.Scope), ("literal", d => d.Literal),
        ("line", d => d.Line), ("source", d => d.Source), ("plan", d => d.Plan), ("plan_weights", d => d.PlanWeights),
        ("overlaps", d => d.Overlaps), ("confidence", d => d.Confidence), ("confirm", d => d.Confirm), ("remark", d => d.Remark),
    ];

    static readonly string[] Needed = ["id", "name_zh", "cmp", "confirm"];

    /// <summary>Columns of the file that are no field of a target.</summary>
    static readonly string[] Beside = ["id", "confidence", "confirm", "remark"];

    /// <summary>The drafts as CSV, UTF-8 with byte order mark, so that spreadsheet programs read 中文.</summary>
    public static byte[] Write(IEnumerable<DraftTarget> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        return Csv.Write([.. drafts.Select(d => Columns.Select(c => c.Of(d)).ToArray()).Prepend([.. Columns.Select(c => c.Column)])]);
    }

    /// <summary>Reads a file of drafts; what is wrong with its columns is a problem, what is wrong with a target is found when it is confirmed.</summary>
    /// <param name="bytes">The file, UTF-8, UTF-16 with mark or GB18030.</param>
    /// <param name="file">Its name, for problems.</param>
    public static DraftReading Read(byte[] bytes, string file)
    {
        var findings = new Findings();
        var source = new Source(file);
        if (TextDecoding.ToUtf8(bytes) is not { } text)
        {
            findings.Add(ProblemCode.Encoding, source.Whole, null);
            return new DraftReading([], findings.Sorted());
        }

        var sheet = Csv.Read(text);
        foreach (string column in Needed.Except(sheet.Header))
        {
            findings.Add(ProblemCode.ColumnMissing, source.At(1, column), null, ("what", column));
        }

        foreach (string column in sheet.Header.Except(Columns.Select(c => c.Column)))
        {
            findings.Add(ProblemCode.ColumnUnknown, source.At(1, column), column, ("columns", string.Join(", ", Columns.Select(c => c.Column))),
                ("hint", Suggestion.DidYouMean(column, Columns.Select(c => c.Column).Except(sheet.Header))));
        }

        foreach (var row in sheet.Rows.Where(r => r.Cells.Length != sheet.Header.Length))
        {
            findings.Add(ProblemCode.RowLength, source.At(row.Line), null, ("cells", row.Cells.Length), ("columns", sheet.Header.Length));
        }

        var drafts = findings.HasErrors ? [] : sheet.Rows.Select(row => new DraftLine(Draft(sheet.Header, row.Cells), row.Line)).ToImmutableArray();
        foreach (var line in drafts.Where(d => Decision(d.Draft) is null))
        {
            findings.Add(ProblemCode.LedgerConfirm, source.At(line.Line, "confirm"), line.Draft.Confirm);
        }

        return new DraftReading(drafts, findings.Sorted());
    }

    /// <summary>Changes that enter the confirmed drafts as targets; an empty indicator becomes the one whose keywords fit.</summary>
    public static ImmutableArray<Change> Confirmed(IEnumerable<DraftLine> drafts, LedgerState state)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(state);
        Indicator[] indicators = [.. state.Rows("indicators").Select(Indicator.From)];
        return [.. drafts.Where(d => Decision(d.Draft) == "yes").Select(d => Entered(d, indicators))];
    }

    static Change Entered(DraftLine line, IReadOnlyList<Indicator> indicators)
    {
        string indicator = line.Draft.Indicator.Length > 0 ? line.Draft.Indicator : IndicatorMatch.Of(line.Draft, indicators)?.Id ?? "";
        var draft = line.Draft with { Indicator = indicator };
        return new Change
        {
            Kind = ChangeKind.Add, Register = "targets", Id = draft.Id, Line = line.Line,
            Values = Columns.Where(c => !Beside.Contains(c.Column) && c.Of(draft).Length > 0).ToImmutableDictionary(c => c.Column, c => c.Of(draft)),
        };
    }

    /// <summary>yes, no, or empty for later; null where the word is none of them.</summary>
    static string? Decision(DraftTarget draft) => Cell.HalfWidth(draft.Confirm).ToLowerInvariant() switch
    {
        "yes" or "y" or "是" or "确认" or "√" => "yes",
        "no" or "n" or "否" or "×" => "no",
        "" => "",
        _ => null,
    };

    static DraftTarget Draft(ImmutableArray<string> header, string[] cells)
    {
        string At(string column) => header.IndexOf(column) is >= 0 and var at ? cells[at] : "";
        return new DraftTarget
        {
            Id = At("id"), Section = At("section"), NameZh = At("name_zh"), NameEn = At("name_en"), Indicator = At("indicator"),
            Value = At("value"), Max = At("max"), Cmp = At("cmp"), Unit = At("unit"), Due = At("due"), DueStatus = At("due_status"),
            DueOther = At("due_other"), Scope = At("scope"), Literal = At("literal"), Line = At("line"), Source = At("source"),
            Plan = At("plan"), PlanWeights = At("plan_weights"), Overlaps = At("overlaps"), Confidence = At("confidence"),
            Confirm = At("confirm"), Remark = At("remark"),
        };
    }
}

/// <summary>A draft and where it stands in its file.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Line">Line of the file, the header being 1.</param>
public sealed record DraftLine(DraftTarget Draft, int Line);

/// <summary>A file of drafts as it was read.</summary>
/// <param name="Drafts">Drafts in the order of the file; none where its columns are wrong.</param>
/// <param name="Problems">What is wrong with the file.</param>
public sealed record DraftReading(ImmutableArray<DraftLine> Drafts, ImmutableArray<Problem> Problems);
