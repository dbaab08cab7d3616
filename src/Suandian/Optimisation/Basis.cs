using System.Collections.Immutable;

namespace Suandian.Optimisation;

/// <summary>A vertex of the feasible set: where each column and row rests. Used to start the next solve of a problem of the same shape.</summary>
/// <param name="Columns">State of each column.</param>
/// <param name="Rows">State of each row.</param>
public sealed record Basis(ImmutableArray<BasisState> Columns, ImmutableArray<BasisState> Rows);

/// <summary>Where a column or row rests at a vertex; numbered as HiGHS does.</summary>
public enum BasisState
{
    /// <summary>At its lower bound.</summary>
    Lower = 0,

    /// <summary>Between its bounds, set by the others.</summary>
    Basic = 1,

    /// <summary>At its upper bound.</summary>
    Upper = 2,

    /// <summary>Without bounds and at zero.</summary>
    Zero = 3,

    /// <summary>At one of its bounds, not said which.</summary>
    Nonbasic = 4,
}
