namespace Suandian.Cases;

/// <summary>Something wrong in the user's data, told so that the user can mend it.</summary>
/// <param name="Code">Stable code, such as SD0103; listed in docs/reference/problems.md.</param>
/// <param name="Severity">Error stops the run; warning is printed and kept in the report.</param>
/// <param name="File">File inside the case folder, or sheet of the workbook.</param>
/// <param name="Row">Line of the file, the header being line 1; null where the whole file is meant.</param>
/// <param name="Column">Column name; null where the whole row is meant.</param>
/// <param name="Value">The text found; null where something is missing.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Problem(
    string Code,
    Severity Severity,
    string File,
    int? Row,
    string? Column,
    string? Value,
    Text Expected,
    Text Remedy)
{
    /// <summary>Longest value that is told.</summary>
    const int MostOfValue = 200;

    /// <summary>The text found, cut after 200 characters, as a cell may hold a whole file; null where something is missing.</summary>
    public string? Value { get; init; } = Value is { Length: > MostOfValue } ? string.Concat(Value.AsSpan(0, MostOfValue), "…") : Value;

    /// <summary>Address in the workbook, such as buses!B7; null where the case was read from a folder.</summary>
    public string? Cell { get; init; }

    /// <summary>What is wrong, in a few words.</summary>
    public Text Title => ProblemCode.TitleOf(Code);
}

/// <summary>How grave a problem is.</summary>
public enum Severity
{
    /// <summary>The run stops.</summary>
    Error,

    /// <summary>The run goes on; the report says it.</summary>
    Warning,
}
