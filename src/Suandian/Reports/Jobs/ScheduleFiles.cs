using System.Globalization;
using Suandian.Cases.Tables;
using Suandian.Reports.Questions;
using Suandian.Scheduling;

namespace Suandian.Reports.Jobs;

/// <summary>Schedules of queue policies as tables.</summary>
public static class ScheduleFiles
{
    /// <summary>NAME.csv: job, submit_s, start_s, end_s, processors, and deadline_s where jobs have deadlines; UTF-8 without mark, LF.</summary>
    /// <param name="name">Name of the policy in files.</param>
    /// <param name="trace">The jobs.</param>
    /// <param name="schedule">When they run.</param>
    public static QuestionFile Of(string name, JobTrace trace, ScheduleSolution schedule)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(schedule);
        static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
        var rows = Enumerable.Range(0, trace.Count).Select(j => (string[])
            [trace.NameOf(j), Whole(trace.SubmitS[j]), Whole(schedule.StartS[j]), Whole(schedule.StartS[j] + trace.RunS[j]), Whole(trace.Processors[j]), .. trace.DeadlineS is { } deadlines ? [deadlines[j] < 0 ? "" : Whole(deadlines[j])] : Array.Empty<string>()]);
        return new QuestionFile($"{name}.csv", Csv.WritePlain(rows.Prepend(["job", "submit_s", "start_s", "end_s", "processors", .. trace.DeadlineS is null ? Array.Empty<string>() : ["deadline_s"]])));
    }
}
