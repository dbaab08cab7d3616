using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>A promise found in a document: a row of the ledger to be, until a person confirms it.</summary>
/// <remarks>Nothing here is settled silently: what the text leaves open stands in <see cref="Doubts"/>.</remarks>
public sealed record DraftTarget
{
    /// <summary>Number of the row in the order of the text, such as R07.</summary>
    public required string Id { get; init; }

    /// <summary>Numbers of the headings it stands under, such as 三(二)1①; empty where there are none.</summary>
    public required string Section { get; init; }

    /// <summary>What is promised, in the words of the text.</summary>
    public required string Name { get; init; }

    /// <summary>Event, project or heading it belongs to; empty where the name says it.</summary>
    public required string Scope { get; init; }

    /// <summary>What kind of promise it is.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>The value in <see cref="Unit"/>, 万 and 亿 multiplied out; null where the text has no number.</summary>
    public decimal? Value { get; init; }

    /// <summary>Upper end of a range, in the same unit.</summary>
    public decimal? Max { get; init; }

    /// <summary>First day of an interval of time; null for other kinds.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>How a done-value is held against the target.</summary>
    public required Comparator Comparator { get; init; }

    /// <summary>The words of the text the value was read from.</summary>
    public required string Literal { get; init; }

    /// <summary>Official name of the unit; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>The unit as written; null where the text has none and a noun implies it.</summary>
    public string? UnitLiteral { get; init; }

    /// <summary>Last day; null where neither the text nor its period tells one.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Where the due date comes from.</summary>
    public required DueStatus DueStatus { get; init; }

    /// <summary>Dates the text leaves open, where the status is ambiguous.</summary>
    public ImmutableArray<DateOnly> DueAlternatives { get; init; } = [];

    /// <summary>Ends of the periods of a recurring target.</summary>
    public ImmutableArray<DateOnly> DueDates { get; init; } = [];

    /// <summary>Value of one period of a recurring target.</summary>
    public decimal? PerPeriod { get; init; }

    /// <summary>How sure the reading is, 0 to 1: a rank for the eye, not a probability.</summary>
    public required double Confidence { get; init; }

    /// <summary>Where it stands.</summary>
    public required ImmutableArray<TextPlace> Places { get; init; }

    /// <summary>What a person should look at.</summary>
    public ImmutableArray<DraftDoubt> Doubts { get; init; } = [];

    /// <summary>Row this one is a part of (其中, 暂定 …), by id.</summary>
    public string? PartOf { get; init; }

    /// <summary>Row this one is a share of, by id.</summary>
    public string? ShareOf { get; init; }

    /// <summary>Rows that may count the same things, by id.</summary>
    public ImmutableArray<string> MayOverlap { get; init; } = [];

    /// <summary>File name of the document; empty where nobody says.</summary>
    public string Source { get; init; } = "";

    /// <summary>Name in English; a reader leaves it empty.</summary>
    public string NameEn { get; init; } = "";

    /// <summary>Indicator of a ledger that computes the figure; empty for the one whose keywords fit.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>How the figure should grow, a word of the register targets; empty for what the due date suggests.</summary>
    public string Plan { get; init; } = "";

    /// <summary>Weights of the plan, joined by ;.</summary>
    public string PlanWeights { get; init; } = "";

    /// <summary>True where a done-value can be held against something.</summary>
    public bool HasThreshold => Kind is TargetKind.Number or TargetKind.Share or TargetKind.Milestone or TargetKind.Interval;
}

/// <summary>A place in a document.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Character of the line from 1.</param>
/// <param name="Quote">The words there.</param>
public sealed record TextPlace(int Line, int Column, string Quote)
{
    /// <summary>Page from 1; null where the format has none.</summary>
    public int? Page { get; init; }
}

/// <summary>Kinds of promise.</summary>
public enum TargetKind
{
    /// <summary>A number of something.</summary>
    Number,

    /// <summary>A share or rate.</summary>
    Share,

    /// <summary>Something stands or has begun by a day.</summary>
    Milestone,

    /// <summary>Something is so or not, without a number.</summary>
    Boolean,

    /// <summary>Something is to become an example or better in quality.</summary>
    Qualitative,

    /// <summary>Something rises or falls, without a number.</summary>
    Direction,

    /// <summary>Something is done whenever it comes up.</summary>
    Count,

    /// <summary>A period of time.</summary>
    Interval,
}

/// <summary>What a person should look at before confirming a row; the sentences are <c>draft_doubt.…</c>.</summary>
public enum DraftDoubt
{
    /// <summary>A bare number, read as at least.</summary>
    BareNumber,

    /// <summary>The word excludes the number itself.</summary>
    Exclusive,

    /// <summary>About.</summary>
    Approximate,

    /// <summary>Tentative.</summary>
    Tentative,

    /// <summary>Planned: a soft date.</summary>
    SoftDate,

    /// <summary>Chinese numeral.</summary>
    ChineseNumeral,

    /// <summary>The sign + for at least.</summary>
    PlusSign,

    /// <summary>The unit is implied by a noun.</summary>
    ImpliedUnit,

    /// <summary>The unit has another official name.</summary>
    UnofficialUnit,

    /// <summary>No unit at all.</summary>
    NoUnit,

    /// <summary>Cumulative without a start.</summary>
    NoStart,

    /// <summary>No due date in the sentence, and reason to ask.</summary>
    NoDue,

    /// <summary>Due so long after something whose day is not known.</summary>
    RelativeDue,

    /// <summary>Two due dates are possible.</summary>
    TwoDues,

    /// <summary>The year of the document is not known.</summary>
    NoYear,

    /// <summary>One word governs the whole list.</summary>
    Governed,

    /// <summary>Without a number or measure.</summary>
    NoNumber,

    /// <summary>Without a baseline.</summary>
    NoBaseline,

    /// <summary>Times or different ones: 人 or 人次, 家 or 家次.</summary>
    DistinctOrTimes,

    /// <summary>May count what another row counts.</summary>
    MayOverlap,

    /// <summary>For each of several, whose number is not told.</summary>
    ForEach,

    /// <summary>The sentence is cut by a line or page end.</summary>
    CutSentence,

    /// <summary>A second, unnamed start of the period.</summary>
    SecondStart,

    /// <summary>Full coverage read as 100 %.</summary>
    FullCoverage,

    /// <summary>Told roughly, such as 百余; the lower end was taken.</summary>
    RoughNumber,

    /// <summary>Nobody can tell the value: 数十家.</summary>
    UnclearValue,

    /// <summary>So many times a base whose figure the row does not hold.</summary>
    BaseUnnamed,

    /// <summary>The value is that of one period times the periods.</summary>
    PeriodsTotal,

    /// <summary>The time does not divide into whole periods.</summary>
    PartPeriod,

    /// <summary>The total the text tells is not that of the recurring row before.</summary>
    TotalDiffers,
}
