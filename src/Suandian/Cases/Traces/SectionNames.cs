namespace Suandian.Cases.Traces;

/// <summary>The three sections of the programme, by the words of case files or in Chinese.</summary>
static class SectionNames
{
    static readonly (string Key, string[] Words)[] Sections =
    [
        ("government", ["government", "政府"]), ("national", ["national", "国家创新"]), ("market", ["market", "市场"]),
    ];

    /// <summary>The word of case files; null for an empty cell; not known for any other word.</summary>
    internal static (bool IsKnown, string? Section) Of(string text) =>
        text.Length == 0 ? (true, null) : Array.Find(Sections, s => s.Words.Contains(text, StringComparer.OrdinalIgnoreCase)) is { Key: { } key } ? (true, key) : (false, null);
}
