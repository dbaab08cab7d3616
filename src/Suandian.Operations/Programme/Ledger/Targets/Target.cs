using System.Collections.Immutable;
using System.Globalization;

namespace Suandian.Operations.Programme.Ledger.Targets;

/// <summary>What was promised: a threshold for a figure, with the words of the document.</summary>
public sealed record Target
{
    /// <summary>Code.</summary>
    public required string Id { get; init; }

    /// <summary>Section of the document.</summary>
    public required string Section { get; init; }

    /// <summary>Name.</summary>
    public required Text Name { get; init; }

    /// <summary>What it speaks of: the event, or the title of its section; empty where the document says none.</summary>
    public required string Scope { get; init; }

    /// <summary>Indicator that computes its figure; empty where there is none yet.</summary>
    public required string Indicator { get; init; }

    /// <summary>Value; lower end of a range; null where the document names none.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Upper end of a range.</summary>
    public required decimal? Max { get; init; }

    /// <summary>First and last day of an interval; null elsewhere.</summary>
    public required (DateOnly From, DateOnly Until)? Interval { get; init; }

    /// <summary>How figure and value are compared.</summary>
    public required Comparator Comparator { get; init; }

    /// <summary>Unit as the document means it.</summary>
    public required string Unit { get; init; }

    /// <summary>Last day; null where none was found.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>How the due date was found.</summary>
    public required DueStatus DueStatus { get; init; }

    /// <summary>The other reading of an ambiguous due date.</summary>
    public required DateOnly? DueOther { get; init; }

    /// <summary>Words of the document.</summary>
    public required string Literal { get; init; }

    /// <summary>Lines of the document, joined by ;.</summary>
    public required string Line { get; init; }

    /// <summary>How the figure should grow.</summary>
    public required ProgressPlan Plan { get; init; }

    /// <summary>Targets whose rows may be the same.</summary>
    public required ImmutableArray<string> Overlaps { get; init; }

    /// <summary>The threshold as people write it: ≥ 80, 5–10, –.</summary>
    public string Threshold => (Comparator, Value) switch
    {
        (Comparator.Interval, _) when Interval is { } days => $"{Day(days.From)}–{Day(days.Until)}",
        (_, null) => "–",
        (Comparator.Range, { } low) => $"{Plain(low)}–{Plain(Max ?? low)}",
        (Comparator.AtMost, { } value) => $"≤ {Plain(value)}",
        (Comparator.Equal, { } value) => $"= {Plain(value)}",
        (Comparator.DirectionDown, { } value) => $"< {Plain(value)}",
        (Comparator.DirectionUp, { } value) => $"> {Plain(value)}",
        (_, { } value) => $"≥ {Plain(value)}",
    };

    /// <summary>The target a row of the register targets states.</summary>
    public static Target From(LedgerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new Target
        {
            Id = row.Address.Id,
            Section = row["section"],
            Name = row.Name,
            Scope = row["scope"],
            Indicator = row["indicator"],
            Value = row.Number("value"),
            Max = row.Number("max"),
            Interval = row.Date("value") is { } from && row.Date("max") is { } until ? (from, until) : null,
            Comparator = Comparators.Of(row["cmp"]),
            Unit = row["unit"],
            Due = row.Date("due"),
            DueStatus = Enum.Parse<DueStatus>(row["due_status"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
            DueOther = row.Date("due_other"),
            Literal = row["literal"],
            Line = row["line"],
            Plan = new ProgressPlan(
                Enum.Parse<PlanKind>(row["plan"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
                [.. row.List("plan_weights").Select(w => decimal.Parse(w, CultureInfo.InvariantCulture))]),
            Overlaps = row.List("overlaps"),
        };
    }

    static string Plain(decimal value) => value.ToString("#,##0.############", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
