using System.CommandLine;
using Suandian.Cases;

namespace Suandian.Cli;

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

    /// <summary>The format of a word; null for none.</summary>
    internal static JobLogFormat? Format(string? key) => key is null ? null : Formats.First(f => f.Key == key).Format;

    /// <summary>Adds argument and options to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_log);
        command.Add(_processors);
        command.Add(_format);
        command.Add(_invalid);
    }

    /// <summary>Reads the log that was named.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="isMachineNeeded">Whether a machine of unknown size is a problem.</param>
    internal JobLogReading Read(ParseResult parsed, bool isMachineNeeded) => JobLog.Read(parsed.GetRequiredValue(_log), new JobLogOptions
    {
        Processors = parsed.GetValue(_processors), Format = Format(parsed.GetValue(_format)), IsMachineNeeded = isMachineNeeded,
        Invalid = parsed.GetValue(_invalid) == "drop" ? InvalidJobs.Drop : InvalidJobs.Refuse,
    });
}
