using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>Draft rows as a CSV table that a person edits and confirms; reading it gives the rows back.</summary>
/// <remarks>The column confirm is written empty. A row enters a ledger only where a person has filled in yes. Indicator, plan and English name are for a person to fill in.</remarks>
public static class DraftTable
{
    /// <summary>Columns in order; described in docs/reference/programme-documents.md.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "confirm", "id", "section", "name", "scope", "kind", "comparator", "value", "max", "unit", "due", "due_status", "due_other", "start",
        "literal", "unit_literal", "per_period", "part_of", "share_of", "may_overlap", "indicator", "plan", "plan_weights", "name_en",
        "confidence", "source", "line", "column", "page", "quote", "remark_zh", "remark_en",
    ];

    /// <summary>The table as UTF-8 with byte order mark, so that spreadsheets read 中文.</summary>
    /// <param name="rows">The drafts.</param>
    public static byte[] Write(IEnumerable<DraftTarget> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var memory = new MemoryStream();
        var options = CsvWriterOptions.Default with { NewLine = "\n", WriteByteOrderMark = true };
        using (var csv = CsvWriter.Create(memory, options, leaveOpen: true))
        {
            foreach (var row in rows.Select(Cells).Prepend(Columns))
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell);
                }

                csv.EndRecord();
            }
        }

        return memory.ToArray();
    }

    /// <summary>Reads an edited table: the confirmed rows, or everything that is wrong with it.</summary>
    /// <param name="file">Name for the problems.</param>
    /// <param name="bytes">Content; UTF-8, UTF-16 with mark or GB18030.</param>
    public static DraftReading Read(string file, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(bytes);
        return TextDecoding.ToUtf8(bytes) is { } utf8
            ? new DraftTableReader(file).Read(utf8)
            : new DraftReading([], 0, [DraftTableReader.Problem(ProblemCode.DocumentEncoding, file, null, null, null)]);
    }

    /// <summary>Name of a value of an enum as tables and JSON write it, such as stated_year.</summary>
    /// <param name="value">The value.</param>
    public static string NameOf(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return string.Concat(value.ToString().Select((letter, i) =>
            char.IsAsciiLetterUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
    }

    /// <summary>The sign of a comparator: &gt;=, &lt;=, =, or its name.</summary>
    /// <param name="comparator">The comparator.</param>
    public static string SignOf(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => ">=",
        Comparator.AtMost => "<=",
        Comparator.Equal => "=",
        _ => NameOf(comparator),
    };

    /// <summary>What a person should look at, in both languages.</summary>
    /// <param name="row">A draft.</param>
    public static Text RemarkOf(DraftTarget row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var texts = row.Doubts.Distinct().Select(doubt => Phrases.Of($"draft_doubt.{NameOf(doubt)}")).ToArray();
        return new Text(string.Join('；', texts.Select(text => text.Zh)), string.Join("; ", texts.Select(text => text.En)));
    }

    /// <summary>A day as tables write it; empty for none.</summary>
    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A number without trailing zeros; empty for none.</summary>
    internal static string Number(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    static ImmutableArray<string> Cells(DraftTarget row)
    {
        var place = row.Places.FirstOrDefault();
        var remark = RemarkOf(row);
        var other = row.DueAlternatives.Where(day => day != row.Due).Select(day => (DateOnly?)day).FirstOrDefault();
        return
        [
            "", row.Id, row.Section, row.Name, row.Scope, NameOf(row.Kind), SignOf(row.Comparator), Number(row.Value), Number(row.Max),
            row.Unit ?? "", Day(row.Due), NameOf(row.DueStatus), Day(other), Day(row.Start), row.Literal, row.UnitLiteral ?? "", Number(row.PerPeriod),
            row.PartOf ?? "", row.ShareOf ?? "", string.Join(' ', row.MayOverlap), row.Indicator, row.Plan, row.PlanWeights, row.NameEn,
            row.Confidence.ToString("0.00", CultureInfo.InvariantCulture), row.Source, Number(place?.Line), Number(place?.Column), Number(place?.Page),
            place?.Quote ?? "", remark.Zh, remark.En,
        ];
    }
}

/// <summary>An edited table of drafts.</summary>
/// <param name="Confirmed">Rows with yes in the column confirm; empty where an error was found.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Problems">Everything that is wrong; rows not yet decided among them, as warnings.</param>
public sealed record DraftReading(ImmutableArray<ConfirmedDraft> Confirmed, int Rows, ImmutableArray<Problem> Problems)
{
    /// <summary>True where the table cannot be used.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == Severity.Error);

    /// <summary>Rows that nobody decided on.</summary>
    public int Open => Problems.Count(problem => problem.Code == ProblemCode.DraftUnconfirmed);
}

/// <summary>A draft that a person has confirmed.</summary>
/// <param name="Target">The draft as it was edited; doubts are not read back.</param>
/// <param name="Line">Line of the table, the header being 1.</param>
public sealed record ConfirmedDraft(DraftTarget Target, int Line);
