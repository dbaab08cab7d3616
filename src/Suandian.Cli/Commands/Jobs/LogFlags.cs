using System.CommandLine;
using Suandian.Cases;
using Suandian.Reports.Jobs;

namespace Suandian.Cli.Commands.Jobs;

/// <summary>The options of every command that reads a log of jobs.</summary>
sealed class LogFlags
{
    const int MostProcessors = 10_000_000;

    static readonly (string Key, JobLogFormat Format)[] Formats =
    [
        ("swf", JobLogFormat.Swf), ("sacct", JobLogFormat.Sacct), ("csv", JobLogFormat.Csv), ("gaia", JobLogFormat.Gaia), ("openb", JobLogFormat.Openb),
    ];

    readonly Argument<string> _log;
    readonly Option<int?> _processors;
    readonly Option<string?> _format, _invalid;

    internal LogFlags(Door door)
    {
        _log = door.Argument("log", "cli.argument.job_log");
        _processors = door.Option<int?>("--processors", "N", "cli.option.processors", NumberRange.Whole(1, MostProcessors));
        _format = FormatOption(door);
        _invalid = door.Option<string?>("--invalid", "refuse|drop", "cli.option.invalid_jobs");
        _invalid.AcceptOnlyFromAmong("refuse", "drop");
    }

    /// <summary>The option that names the format of a log.</summary>
    internal static Option<string?> FormatOption(Door door)
    {
        var format = door.Option<string?>("--format", "swf|sacct|csv|gaia|openb", "cli.option.job_format");
        format.AcceptOnlyFromAmong([.. Formats.Select(f => f.Key)]);
        return format;
    }

    /// <summary>The format of its word; null where none was named.</summary>
    internal static JobLogFormat? FormatOf(string? key) => key is null ? null : Formats.First(f => f.Key == key).Format;

    /// <summary>Adds argument and options to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_log);
        command.Add(_processors);
        command.Add(_format);
        command.Add(_invalid);
    }

    /// <summary>True where the size of the machine is given.</summary>
    internal bool HasProcessors(ParseResult parsed) => parsed.GetValue(_processors) is not null;

    /// <summary>The log that was named.</summary>
    internal string Log(ParseResult parsed) => parsed.GetRequiredValue(_log);

    /// <summary>How it is read.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="isMachineNeeded">Whether a machine of unknown size is a problem.</param>
    internal JobLogOptions Options(ParseResult parsed, bool isMachineNeeded) => new()
    {
        Processors = parsed.GetValue(_processors), Format = FormatOf(parsed.GetValue(_format)), IsMachineNeeded = isMachineNeeded,
        Invalid = parsed.GetValue(_invalid) == "drop" ? InvalidJobs.Drop : InvalidJobs.Refuse,
    };

    /// <summary>What there is to know of a log that was read.</summary>
    /// <param name="reading">The log.</param>
    /// <param name="hasHours">Whether an hourly table goes with it.</param>
    internal static LogNotes NotesOf(JobLogReading reading, bool hasHours) => new()
    {
        FirstHour = hasHours ? reading.Trace?.Began : null, Dropped = reading.Dropped, Left = reading.Left, KeptCpuH = reading.Trace is { } trace ? Enumerable.Range(0, trace.Count).Sum(trace.CpuH) : 0,
    };

    /// <summary>Reads it.</summary>
    /// <inheritdoc cref="Options"/>
    internal JobLogReading Read(ParseResult parsed, bool isMachineNeeded) => JobLog.Read(Log(parsed), Options(parsed, isMachineNeeded));
}
