using System.Runtime.Intrinsics;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Hosting;

/// <summary>PV or wind beside computing at the same bus that is shifted within each day.</summary>
/// <remarks>
/// N(t)      the most that the bus can give to the grid net in hour t, MW; found by search where it may bind
/// Need      c(t) ≥ max(0, P s(t) − N(t)), c(t) ≤ F, Σ c(t) over a day = busy · F · hours of the day
/// Largest P by bisection on these sums; then the whole schedule, at even power but for the needs, is computed exactly in every hour,
///           and where the bus cannot carry the draw of an hour, that hour gets less and the others more.
/// Computing counts without reactive power here, as PV and wind do.
/// </remarks>
sealed class FlexibleGroup
{
    const int HoursOfDay = 24;

    readonly HostingWork _work;
    readonly BusGroup _group;
    readonly DaySchedule[] _days;

    internal FlexibleGroup(HostingWork work, BusGroup group)
    {
        (_work, _group) = (work, group);
        _days = [.. group.Buses.Select(_ => new DaySchedule(work.Shape, work.Options.FlexibleMw, work.Options.BusyPu, HoursOfDay))];
    }

    /// <summary>Computes the buses.</summary>
    /// <param name="plain">Answers without computing.</param>
    /// <param name="answers">Answers with it.</param>
    internal void Solve(BusHosting?[] plain, FlexibleHosting?[] answers)
    {
        double[] alone = [.. _group.Buses.Select(b => plain[b]!.Mw)];
        bool[] isAsked = [.. _group.Buses.Select(b => !plain[b]!.IsOpen)];
        FindRoom(alone, isAsked, [.. _group.Buses.Select(b => plain[b]!.Limit.Hour)]);
        double[] shifted = [.. _days.Select((day, n) => isAsked[n] ? day.Most(alone[n]) : alone[n])];
        double[] flat = [.. _days.Select((day, n) => isAsked[n] ? day.MostFlat() : alone[n])];
        var whole = new HostingCheck(_work, _group);
        whole.Hold(_days, flat, isAsked, isFlat: true);
        whole.Hold(_days, shifted, isAsked, isFlat: false);
        for (var n = 0; n < _group.Buses.Length; n++)
        {
            answers[_group.Buses[n]] = new FlexibleHosting(isAsked[n] ? flat[n] : double.NaN, isAsked[n] ? shifted[n] : double.NaN);
        }
    }

    /// <summary>Finds N(t) of each bus in the hours in which it may bind.</summary>
    void FindRoom(double[] alone, bool[] isAsked, int[] binding)
    {
        var most = new double[alone.Length];
        for (var n = 0; n < most.Length; n++)
        {
            most[n] = isAsked[n] ? alone[n] + _work.Options.FlexibleMw / _work.Shape[binding[n]] : 0;
        }

        foreach (var four in _work.Hours.Where(h => !_group.Skipped.Contains(h)).Chunk(HourLanes.Width))
        {
            if (!isAsked.Contains(true) || !_group.Trials.Fetch(_work.All.Injections, four))
            {
                continue;
            }

            var shape = BusGroup.ShapeOf(_work.Shape, four);
            for (var n = 0; n < most.Length; n++)
            {
                var margins = isAsked[n] ? _group.Search.Margins(_group.Buses[n], [most[n], most[n], most[n], most[n]], shape) : Vector256<double>.One;
                if (!Vector256.LessThanAny(margins, Vector256<double>.Zero))
                {
                    continue;
                }

                _group.Search.Narrow(_group.Buses[n], shape, (alone[n], most[n]), (margins, OnlyLeast: false));
                for (var l = 0; l < four.Length; l++)
                {
                    if (margins[l] < 0)
                    {
                        _days[n].Limit(four[l], _group.Search.Good[l] * shape[l]);
                    }
                }

                most[n] = Math.Min(most[n], _days[n].Bound());
            }
        }

        for (var n = 0; n < most.Length; n++)
        {
            _days[n].EndMw = most[n];
        }
    }
}
