using Suandian.Operations.Programme.Ledger.Targets;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>What a report says about a programme before it comes to its targets. Empty text is left out of the report.</summary>
public sealed record ProgrammeSummary
{
    /// <summary>Name of the project.</summary>
    public required string Name { get; init; }

    /// <summary>采购人, 业主: who ordered it.</summary>
    public required string Owner { get; init; }

    /// <summary>承担单位: who carries it out.</summary>
    public required string Contractor { get; init; }

    /// <summary>业务指导和监管单位.</summary>
    public string Supervisor { get; init; } = "";

    /// <summary>First day of the service period.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day of the service period.</summary>
    public required DateOnly End { get; init; }

    /// <summary>What it is for, one sentence without full stop.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>主送机关.</summary>
    public string Addressee { get; init; } = "";

    /// <summary>发文字号; null where there is none yet.</summary>
    public DocumentNumber? Number { get; init; }

    /// <summary>Who signs.</summary>
    public string Signatory { get; init; } = "";

    /// <summary>Date of the document; null where it is not dated yet.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>True for made-up data; the title then says 演示.</summary>
    public bool IsDemonstration { get; init; }
}

/// <summary>A target as a report tells it.</summary>
public sealed record ReportedTarget
{
    /// <summary>Code, such as T04.</summary>
    public required string Code { get; init; }

    /// <summary>Part of the programme, such as 人才引育; targets of one part stand together.</summary>
    public required string Section { get; init; }

    /// <summary>What was promised, in words.</summary>
    public required string Name { get; init; }

    /// <summary>The promise as written, such as ≥3000人次.</summary>
    public required string Target { get; init; }

    /// <summary>What is done, such as 2,700人次; empty where nothing is known.</summary>
    public string Done { get; init; } = "";

    /// <summary>Share of the target that is reached, 1 for all; null where it cannot be said.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Where it stands.</summary>
    public required Standing State { get; init; }

    /// <summary>True where an indicator computes its figure.</summary>
    public bool HasIndicator { get; init; } = true;

    /// <summary>Day it is due; null where none is stated.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Pieces of evidence behind the done value.</summary>
    public int Evidence { get; init; }

    /// <summary>Why it is late or unclear, without full stop.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What will be done, without full stop.</summary>
    public string NextStep { get; init; } = "";
}

/// <summary>A file that proves something, as a report lists it.</summary>
/// <param name="Name">Name of the file as people know it.</param>
/// <param name="Targets">Codes of the targets it speaks of.</param>
/// <param name="Date">Date of the document; null where it has none.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record EvidenceItem(string Name, string Targets, DateOnly? Date, string Sha256);
