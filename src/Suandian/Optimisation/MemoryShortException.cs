using System.Globalization;
using Suandian.Texts;

namespace Suandian.Optimisation;

/// <summary>A problem would take more memory than there is; told before the machine begins to swap.</summary>
public sealed class MemoryShortException : SuandianException
{
    const double Gibibyte = 1L << 30;

    internal MemoryShortException(long needed, long limit, SolverMethod method)
        : base(Phrases.Of(method == SolverMethod.Hourly ? "solver.memory" : "solver.memory_highs", ("needed", Say(needed)), ("limit", Say(limit))))
    {
    }

    static string Say(long bytes) => (bytes / Gibibyte).ToString("0.0#", CultureInfo.InvariantCulture);
}
