using System.Globalization;
using System.Text.Json.Nodes;
using Suandian.Reports.Jobs;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>The jobs that were left out of a log, and the moment of its first hour.</summary>
static class DroppedJobs
{
    /// <summary>Prints what there is to know of a log.</summary>
    internal static void Say(Terminal terminal, LogNotes notes)
    {
        var words = notes.DroppedWords().Select((text, i) => (i == 0 ? "" : "  ") + text.In(terminal.Language));
        foreach (var line in notes.FirstHourWords is { } first ? words.Append(first.In(terminal.Language)) : words)
        {
            terminal.Say(line);
        }
    }

    /// <summary>Adds the same to an answer for machines.</summary>
    internal static void Tell(JsonObject document, LogNotes notes)
    {
        document["first_hour"] = notes.FirstHour is { } moment ? moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) : null;
        document["dropped"] = ProblemList.Nodes(notes.Dropped);
        document["dropped_jobs"] = notes.Left.Jobs;
        document["dropped_cpu_h"] = notes.Left.CpuH;
    }
}
