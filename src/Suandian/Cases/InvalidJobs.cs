using System.Collections.Immutable;
using Suandian.Cases.Tables;

namespace Suandian.Cases;

/// <summary>What becomes of the rows of a log or list that cannot be used.</summary>
public enum InvalidJobs
{
    /// <summary>One of them, and the file is refused.</summary>
    Refuse,

    /// <summary>They are left out and listed.</summary>
    Drop,
}

/// <summary>What the choice makes of the faults that were found.</summary>
static class InvalidJobsChoice
{
    /// <summary>What stops the reading, and why each row that is left out was; refused rows are among what stops it.</summary>
    internal static (ImmutableArray<Problem> Problems, ImmutableArray<Problem> Dropped) Settle(this InvalidJobs invalid, Findings findings, ImmutableArray<Problem> faults) =>
        invalid == InvalidJobs.Refuse ? ([.. findings.Sorted(), .. faults], []) : (findings.Sorted(), faults);
}
