namespace Suandian.Cases.Checks;

/// <summary>Every check, in the order in which a person would read the answers.</summary>
static class AllChecks
{
    /// <summary>Runs all checks; what they find goes into the findings.</summary>
    internal static void Run(CheckedCase checkedCase)
    {
        ReferenceChecks.Run(checkedCase);
    }
}
