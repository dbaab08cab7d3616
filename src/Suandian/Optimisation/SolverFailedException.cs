using Suandian.Texts;

namespace Suandian.Optimisation;

/// <summary>The solver refused a call or broke down; not an infeasible problem, which is a status.</summary>
public sealed class SolverFailedException : SuandianException
{
    internal SolverFailedException(string call)
        : base(Phrases.Of("solver.refused", ("call", call)))
    {
    }

    internal SolverFailedException(string call, Exception inner)
        : base(Phrases.Of("solver.refused", ("call", call)), inner)
    {
    }
}
