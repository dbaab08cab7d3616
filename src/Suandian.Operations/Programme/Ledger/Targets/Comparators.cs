namespace Suandian.Operations.Programme.Ledger.Targets;

/// <summary>Comparators as the register targets writes them.</summary>
static class Comparators
{
    internal static Comparator Of(string word) => word switch
    {
        ">=" => Comparator.AtLeast,
        "<=" => Comparator.AtMost,
        "=" => Comparator.Equal,
        _ => Enum.Parse<Comparator>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
    };
}
