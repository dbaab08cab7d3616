using Suandian.PowerFlow;

namespace Suandian.Distribution.Hosting;

/// <summary>Computes schedules of computing beside PV or wind exactly in every hour and mends them where a limit is crossed.</summary>
sealed class HostingCheck(HostingWork work, BusGroup group)
{
    /// <summary>Rounds after which a bus counts as not able to carry the computing.</summary>
    const int RoundLimit = 8;

    static readonly double[] One = [1, 1, 1, 1];

    /// <summary>Holds the limits of every bus; its MW are NaN where it cannot carry the computing.</summary>
    /// <param name="days">Schedules of the buses.</param>
    /// <param name="mw">PV or wind of the buses, MW; lowered where needed.</param>
    /// <param name="isAsked">Buses that are looked at.</param>
    /// <param name="isFlat">True for computing at even power.</param>
    internal void Hold(DaySchedule[] days, double[] mw, bool[] isAsked, bool isFlat)
    {
        bool[] isOpen = [.. isAsked];
        for (var round = 0; round < RoundLimit && isOpen.Contains(true); round++)
        {
            double[]?[] power = [.. days.Select((day, n) => isOpen[n] ? day.Schedule(mw[n], isFlat) : null)];
            for (var n = 0; n < power.Length; n++)
            {
                if (isOpen[n] && power[n] is null)
                {
                    (mw[n], isOpen[n]) = (double.NaN, false);
                }
            }

            var isHeld = Round(days, mw, power, isFlat);
            for (var n = 0; n < power.Length; n++)
            {
                isOpen[n] &= !isHeld[n];
            }
        }

        for (var n = 0; n < mw.Length; n++)
        {
            mw[n] = isOpen[n] ? double.NaN : mw[n];
        }
    }

    bool[] Round(DaySchedule[] days, double[] mw, double[]?[] power, bool isFlat)
    {
        bool[] isHeld = [.. power.Select(_ => true)];
        foreach (var four in Enumerable.Range(0, work.Shape.Length).Where(h => !work.Unsolved.Contains(h) && !group.Skipped.Contains(h)).Chunk(HourLanes.Width))
        {
            if (!power.Any(p => p is not null) || !group.Trials.Fetch(work.All.Injections, four))
            {
                continue;
            }

            for (var n = 0; n < power.Length; n++)
            {
                if (power[n] is not { } schedule || double.IsNaN(mw[n]))
                {
                    continue;
                }

                double[] net = [.. Enumerable.Range(0, HourLanes.Width).Select(l => four[Math.Min(l, four.Length - 1)]).Select(h => mw[n] * work.Shape[h] - schedule[h])];
                var margins = group.Search.Margins(group.Buses[n], net, One);
                for (var l = 0; l < four.Length; l++)
                {
                    if (margins[l] < 0)
                    {
                        isHeld[n] = false;
                        Mend((days[n], n), mw, (four[l], l, net[l]), isFlat);
                    }
                }
            }
        }

        return isHeld;
    }

    /// <summary>Finds what the bus can give or draw in an hour that did not hold; at even power, less PV or wind, or nothing where the draw is too much.</summary>
    void Mend((DaySchedule Day, int N) bus, double[] mw, (int Hour, int Lane, double Net) at, bool isFlat)
    {
        double sign = Math.Sign(at.Net), most = Math.Abs(at.Net);
        double[] shape = [sign, sign, sign, sign];
        var margins = group.Search.Margins(group.Buses[bus.N], [most, most, most, most], shape);
        group.Search.Narrow(group.Buses[bus.N], shape, (0, most), (margins, OnlyLeast: false));
        var room = margins[at.Lane] < 0 ? group.Search.Good[at.Lane] : most - LaneSearch.Tolerance(most);
        if (sign > 0)
        {
            bus.Day.Limit(at.Hour, room);
            mw[bus.N] = isFlat ? bus.Day.MostFlat() : bus.Day.Most(0);
        }
        else if (isFlat)
        {
            mw[bus.N] = double.NaN;
        }
        else
        {
            bus.Day.LimitDraw(at.Hour, room);
        }
    }
}
