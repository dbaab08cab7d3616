namespace Suandian.Distribution.Hosting;

/// <summary>How computing of a bus is spread over the hours of each day beside PV or wind.</summary>
/// <param name="shape">Output of a MW in each hour, pu.</param>
/// <param name="fullMw">Full power of the computing, MW.</param>
/// <param name="busyPu">Energy of a day as a share of full power all day.</param>
/// <param name="hoursOfDay">Hours of a day; the last day may have fewer.</param>
sealed class DaySchedule(double[] shape, double fullMw, double busyPu, int hoursOfDay)
{
    readonly SortedDictionary<int, double> _room = [];
    readonly Dictionary<int, double> _draw = [];

    /// <summary>MW above which no hour was looked at.</summary>
    internal double EndMw { get; set; } = double.PositiveInfinity;

    /// <summary>States the most that the bus gives to the grid net in an hour, MW.</summary>
    internal void Limit(int hour, double roomMw) => _room[hour] = _room.TryGetValue(hour, out var known) ? Math.Min(known, roomMw) : roomMw;

    /// <summary>States the most that the bus draws from the grid net in an hour, MW ≥ 0.</summary>
    internal void LimitDraw(int hour, double drawMw) => _draw[hour] = _draw.TryGetValue(hour, out var known) ? Math.Min(known, drawMw) : drawMw;

    /// <summary>MW that no schedule goes beyond: in each hour computing takes full power at the most.</summary>
    internal double Bound() => _room.Min(r => (r.Value + fullMw) / shape[r.Key]);

    /// <summary>Most MW with computing at the same power in all hours.</summary>
    internal double MostFlat() => _room.Select(r => (r.Value + busyPu * fullMw) / shape[r.Key]).Append(EndMw).Min();

    /// <summary>Most MW for which every day has a schedule.</summary>
    /// <param name="good">MW for which it has one.</param>
    internal double Most(double good)
    {
        var bad = EndMw;
        if (Fits(bad))
        {
            return bad;
        }

        while (bad - good > LaneSearch.Tolerance(bad))
        {
            var half = (good + bad) / 2;
            (good, bad) = Fits(half) ? (half, bad) : (good, half);
        }

        return good;
    }

    /// <summary>True where the needs of every day are within its energy and the power of the computing.</summary>
    bool Fits(double mw)
    {
        var (day, sum) = (-1, 0.0);
        foreach (var (hour, room) in _room)
        {
            (day, sum) = hour / hoursOfDay == day ? (day, sum) : (hour / hoursOfDay, 0);
            var need = Math.Max(0, mw * shape[hour] - room);
            sum += need;
            if (need > Math.Min(fullMw, Cap(hour, mw)) + 1e-12 || sum > Energy(day) + 1e-12)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Power of the computing in every hour: even over each day but for the needs; null where a day has not room for its energy.</summary>
    internal double[]? Schedule(double mw, bool isFlat)
    {
        var power = new double[shape.Length];
        for (var first = 0; first < shape.Length; first += hoursOfDay)
        {
            var end = Math.Min(shape.Length, first + hoursOfDay);
            if (isFlat)
            {
                power.AsSpan(first, end - first).Fill(busyPu * fullMw);
            }
            else if (!Spread(power, (first, end), mw))
            {
                return null;
            }
        }

        return power;
    }

    bool Spread(double[] power, (int First, int End) day, double mw)
    {
        double At(int h, double level) => Math.Clamp(level, Need(h, mw), Math.Max(Need(h, mw), Math.Min(fullMw, Cap(h, mw))));
        double Sum(double level)
        {
            var sum = 0.0;
            for (var h = day.First; h < day.End; h++)
            {
                sum += At(h, level);
            }

            return sum;
        }

        var energy = Energy(day.First / hoursOfDay);
        var (low, high) = (0.0, fullMw);
        if (Sum(high) < energy - 1e-9 || Sum(low) > energy + 1e-9)
        {
            return false;
        }

        for (var step = 0; step < 60; step++)
        {
            var half = (low + high) / 2;
            (low, high) = Sum(half) < energy ? (half, high) : (low, half);
        }

        for (var h = day.First; h < day.End; h++)
        {
            power[h] = At(h, high);
        }

        return true;
    }

    double Need(int hour, double mw) => _room.TryGetValue(hour, out var room) ? Math.Max(0, mw * shape[hour] - room) : 0;

    double Cap(int hour, double mw) => _draw.TryGetValue(hour, out var draw) ? draw + mw * shape[hour] : double.PositiveInfinity;

    double Energy(int day) => busyPu * fullMw * Math.Min(hoursOfDay, shape.Length - day * hoursOfDay);
}
