using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Suandian.Cases.Tables;

namespace Suandian.Cases.HourlySeries;

/// <summary>Hour of the year of a row, from a number or from a time of day.</summary>
/// <param name="isTime">The column is <c>time</c> (begin of the hour), else <c>hour</c>.</param>
/// <param name="utcOffsetH">Clock of the case, for times that carry a zone.</param>
sealed class HourOfRow(bool isTime, double utcOffsetH)
{
    static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd H:mm",
        "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy-M-d H:mm",
    ];

    /// <summary>Year of the first time read; 0 where there is none.</summary>
    internal int Year { get; private set; }

    /// <summary>Reads the hour; false where the text is neither a whole hour nor a time at a whole hour.</summary>
    internal bool Read(ReadOnlySpan<byte> utf8, out int hour)
    {
        if (!isTime && Utf8Parser.TryParse(utf8, out hour, out int used) && used == utf8.Length)
            return true;
        string text = Cell.Trim(Cell.HalfWidth(Encoding.UTF8.GetString(utf8)));
        return isTime ? Read(text, out hour) : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out hour);
    }

    /// <summary>Reads the hour of a time without zone.</summary>
    internal bool Of(DateTime time, out int hour)
    {
        if (Year == 0)
            Year = time.Year;
        double hours = (time - new DateTime(time.Year, 1, 1)).TotalHours;
        hour = (int)Math.Floor(hours);
        if (DateTime.IsLeapYear(time.Year) && time.Month == 2 && time.Day == 29)
            hour = -1;
        else if (DateTime.IsLeapYear(time.Year) && time.Month > 2)
            hour -= 24;
        return hours == Math.Floor(hours);
    }

    bool Read(string text, out int hour)
    {
        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return Of(local, out hour);
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var zoned))
            return Of(zoned.UtcDateTime.AddHours(utcOffsetH), out hour);
        hour = -1;
        return false;
    }
}
