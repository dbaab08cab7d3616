namespace Suandian.Operations.Programme.Ledger.Drafts;

/// <summary>A target as a reader of documents proposes it; it enters the ledger only when a person has confirmed it.</summary>
/// <remarks>Texts as they stand in the columns of drafts.csv; empty where the document says nothing. Fields as in the register targets.</remarks>
public sealed record DraftTarget
{
    /// <summary>Code, such as T01.</summary>
    public required string Id { get; init; }

    /// <summary>Section of the document.</summary>
    public string Section { get; init; } = "";

    /// <summary>Name in Chinese.</summary>
    public required string NameZh { get; init; }

    /// <summary>Name in English.</summary>
    public string NameEn { get; init; } = "";

    /// <summary>Indicator that computes its figure; empty for the one whose keywords fit.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>Value; lower end of a range; first day of an interval.</summary>
    public string Value { get; init; } = "";

    /// <summary>Upper end of a range; last day of an interval.</summary>
    public string Max { get; init; } = "";

    /// <summary>Comparator: &gt;=, &lt;=, =, range, boolean, qualitative, direction_down, direction_up, count_only, interval.</summary>
    public required string Cmp { get; init; }

    /// <summary>Unit as the document means it.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Due date, 2024-12-31.</summary>
    public string Due { get; init; } = "";

    /// <summary>How the due date was found: stated_day … ambiguous.</summary>
    public string DueStatus { get; init; } = "";

    /// <summary>The other reading of an ambiguous due date.</summary>
    public string DueOther { get; init; } = "";

    /// <summary>What it covers.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Words of the document.</summary>
    public string Literal { get; init; } = "";

    /// <summary>Lines of the document, joined by ;.</summary>
    public string Line { get; init; } = "";

    /// <summary>File name of the document, or its SHA-256.</summary>
    public string Source { get; init; } = "";

    /// <summary>Plan: linear, seasonal, each_quarter, at_due; linear if empty.</summary>
    public string Plan { get; init; } = "";

    /// <summary>Weights of the plan, joined by ;.</summary>
    public string PlanWeights { get; init; } = "";

    /// <summary>Codes of targets whose rows may be the same, joined by ;.</summary>
    public string Overlaps { get; init; } = "";

    /// <summary>How sure the reader is, 0 … 1; empty where nobody says.</summary>
    public string Confidence { get; init; } = "";

    /// <summary>Decision of a person: yes, no, or empty for later.</summary>
    public string Confirm { get; init; } = "";

    /// <summary>What the reader noticed.</summary>
    public string Remark { get; init; } = "";
}
