using System.Collections.Immutable;
using Suandian.Cases;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>The jobs that were left out of a log, counted by reason.</summary>
static class DroppedJobs
{
    /// <summary>Prints them; nothing where there are none.</summary>
    internal static void Say(Terminal terminal, ImmutableArray<Problem> dropped)
    {
        if (dropped.IsEmpty)
        {
            return;
        }

        terminal.Say(terminal.Words("cli.simulate.dropped", ("count", Rows(dropped))));
        foreach (var group in dropped.GroupBy(p => p.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            terminal.Say("  " + terminal.Words("cli.simulate.dropped_why", ("count", Rows(group)), ("why", ProblemCode.TitleOf(group.Key))));
        }
    }

    /// <summary>Rows with a problem, as one row may have several.</summary>
    static int Rows(IEnumerable<Problem> problems) => problems.DistinctBy(p => p.Row ?? (object)p).Count();
}
