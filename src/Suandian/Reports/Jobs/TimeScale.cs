using System.Globalization;
using Suandian.Reports.Feeders;

namespace Suandian.Reports.Jobs;

/// <summary>Time from the first arrival on, in hours or, where that would be many, in days.</summary>
/// <param name="FromS">Second at which it begins.</param>
/// <param name="ToS">Second at which it ends.</param>
readonly record struct TimeScale(double FromS, double ToS)
{
    const double SecondsPerHour = 3600, SecondsPerDay = 86_400, MostHours = 96;

    /// <summary>True where days are counted.</summary>
    bool InDays => (ToS - FromS) / SecondsPerHour > MostHours;

    /// <summary>Seconds of the unit.</summary>
    internal double UnitS => InDays ? SecondsPerDay : SecondsPerHour;

    /// <summary>Key of the words for the axis.</summary>
    internal string Key => InDays ? "axis_days" : "axis_hours";

    /// <summary>Round times, s.</summary>
    internal IEnumerable<double> Ticks(double width)
    {
        var (from, unit) = (FromS, UnitS);
        return Svg.Ticks(0, (ToS - FromS) / unit, width < 500 ? 4 : 10).Select(t => from + t * unit);
    }

    /// <summary>A time in the unit, from the beginning on.</summary>
    internal string Words(double s) => Math.Round((s - FromS) / UnitS, 6).ToString("0.###", CultureInfo.InvariantCulture);
}
