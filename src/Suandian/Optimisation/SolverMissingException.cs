using Suandian.Texts;

namespace Suandian.Optimisation;

/// <summary>The native solver library cannot be loaded.</summary>
public sealed class SolverMissingException : SuandianException
{
    internal SolverMissingException(string library, Exception inner)
        : base(Phrases.Of("solver.missing", ("library", library)), inner)
    {
    }
}
