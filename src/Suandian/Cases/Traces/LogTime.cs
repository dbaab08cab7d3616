using System.Globalization;

namespace Suandian.Cases.Traces;

/// <summary>Moments and durations as logs write them.</summary>
static class LogTime
{
    static readonly DateTime Zero = new(2000, 1, 1);
    static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm"];

    /// <summary>Beginning of the clock on which dates are counted.</summary>
    internal static DateTime Beginning => Zero;

    /// <summary>Seconds from the beginning of 2000 to a local wall clock such as 2026-03-01T08:00:00; null where it is none.</summary>
    internal static long? Moment(string text) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (long)(time - Zero).TotalSeconds : null;

    /// <summary>Seconds since the whole hour, so that hours of a log are those of the clock, as hourly tables have them.</summary>
    internal static long PastHour(DateTime moment) => moment.Ticks % TimeSpan.TicksPerHour / TimeSpan.TicksPerSecond;

    /// <summary>Seconds of [D-]HH:MM:SS, MM:SS or D-HH, fractions cut off; null where it is none.</summary>
    /// <remarks>Slurm, man sacct: Elapsed and Timelimit are [DD-[HH:]]MM:SS.</remarks>
    internal static long? Duration(string text)
    {
        const int HoursOfDay = 24, Sixty = 60;
        var (days, rest) = text.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? (Whole(text[..dash]), text[(dash + 1)..]) : (0, text);
        var parts = rest.Split('.')[0].Split(':').Select(Whole).ToArray();
        if (days is null || parts.Length > 3 || Array.Exists(parts, p => p is null) || (parts.Length == 1 && rest == text))
        {
            return null;
        }

        // with days the first part is hours; without, the last is seconds
        var (hours, minutes, seconds) = rest != text ? (parts[0], parts.ElementAtOrDefault(1) ?? 0, parts.ElementAtOrDefault(2) ?? 0)
            : parts.Length == 3 ? (parts[0], parts[1], parts[2]) : (0, parts[0], parts[1]);
        return ((days * HoursOfDay + hours) * Sixty + minutes) * Sixty + seconds;
    }

    static long? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
