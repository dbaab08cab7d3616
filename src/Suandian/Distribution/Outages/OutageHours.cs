using System.Runtime.Intrinsics;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Outages;

/// <summary>The hours of an outage study, four in a group, with limits widened to the state with all branches in service; only read once made.</summary>
sealed class OutageHours
{
    const double Tolerance = 1e-8;

    readonly FourHours[] _fours;
    readonly FeederLimits _limits;

    OutageHours(FourHours[] fours, FeederLimits limits, int[] unsolved) => (_fours, _limits, Unsolved) = (fours, limits, unsolved);

    /// <summary>The hours that are computed, by index: half of them those with the largest load, largest first, then those with the largest injection, largest first.</summary>
    /// <remarks>The injection of an hour is what buses that generate more than they take send into the grid, added up, MW; only hours with some are taken for it, and load fills what is left.</remarks>
    /// <returns>The hours, and how many of them were taken for their injection; all by load where there are no more than asked for.</returns>
    internal static (int[] Hours, int ByInjection) Choose(FeederHours hours, int count)
    {
        int[] byLoad = hours.LargestLoads(hours.Count), first = byLoad[..Math.Min(hours.Count, (count + 1) / 2)];
        if (count >= hours.Count)
        {
            return (byLoad, 0);
        }

        double Injected(int hour) => Enumerable.Range(0, hours.Injections.ActiveMw.Length / hours.Count).Sum(b => Math.Max(0, hours.Injections.ActiveMw[b * hours.Count + hour]));
        int[] byInjection = [.. byLoad.Except(first).Order().Select(h => (Hour: h, Mw: Injected(h))).Where(x => x.Mw > 0).OrderByDescending(x => x.Mw).Take(count - first.Length).Select(x => x.Hour)];
        return ([.. first, .. byLoad.Except(first).Except(byInjection).Take(count - first.Length - byInjection.Length), .. byInjection], byInjection.Length);
    }

    /// <summary>Hours that can be computed with all branches in service, by index.</summary>
    internal int[] Hours => [.. _fours.SelectMany(f => f.Hour.Take(f.Count))];

    /// <summary>Hours that cannot, by index.</summary>
    internal int[] Unsolved { get; }

    /// <summary>The first of them.</summary>
    internal int First => _fours.Length > 0 ? _fours[0].Hour[0] : 0;

    /// <summary>Rating of a branch, MVA; 0 where it has none.</summary>
    internal double RatingMva(int branch) => _limits.RatingMva[branch];

    /// <summary>Prepares the hours of a grid in service.</summary>
    internal static OutageHours Of(PowerGrid grid, FeederHours hours, FeederLimits limits, int[] chosen)
    {
        var flow = new HourlyFlow(grid);
        var lanes = flow.MakeLanes();
        int[] rated = [.. flow.Roles.Used.Where(k => limits.RatingMva[k] > 0)];
        var (fours, unsolved) = (new List<FourHours>(), new List<int>());
        bool Add(int[] chunk)
        {
            var four = new FourHours(grid, flow.Roles, limits);
            four.Fetch(hours.Injections, chunk);
            if (!Solve(lanes, four, isWarm: false))
            {
                return false;
            }

            four.Relax(lanes, rated);
            fours.Add(four);
            return true;
        }

        foreach (var chunk in chosen.Chunk(HourLanes.Width))
        {
            if (!Add(chunk))
            {
                unsolved.AddRange(chunk.Where(hour => !Add([hour])));
            }
        }

        return new OutageHours([.. fours], limits, [.. unsolved]);
    }

    /// <summary>Computes all hours of a grid with other switches.</summary>
    internal (int Beyond, int Unsolved, FeederViolation Worst) Look(PowerGrid grid)
    {
        var flow = new HourlyFlow(grid);
        var (lanes, beyond, unsolved, worst, least) = (flow.MakeLanes(), 0, 0, default(FeederViolation), 0.0);
        var (rated, isWarm) = (Rated(flow), false);
        foreach (var four in _fours)
        {
            isWarm = Solve(lanes, four, isWarm);
            if (!isWarm)
            {
                unsolved += four.Count;
                continue;
            }

            var margins = four.Margin(lanes, rated);
            for (var l = 0; l < four.Count; l++)
            {
                beyond += margins[l] < 0 ? 1 : 0;
                if (margins[l] < least)
                {
                    (least, worst) = (margins[l], four.Worst(lanes, rated, l));
                }
            }
        }

        return (beyond, unsolved, worst);
    }

    /// <summary>True where a grid with other switches holds all limits in all hours; ends at the first that does not.</summary>
    internal bool Holds(PowerGrid grid)
    {
        var flow = new HourlyFlow(grid);
        var (lanes, isWarm) = (flow.MakeLanes(), false);
        var rated = Rated(flow);
        foreach (var four in _fours)
        {
            isWarm = Solve(lanes, four, isWarm);
            if (!isWarm || Vector256.LessThanAny(four.Margin(lanes, rated), Vector256<double>.Zero))
            {
                return false;
            }
        }

        return true;
    }

    int[] Rated(HourlyFlow flow) => [.. flow.Roles.Used.Where(k => _limits.RatingMva[k] > 0)];

    static bool Solve(HourLanes lanes, FourHours four, bool isWarm)
    {
        four.Put(lanes);
        if (isWarm && lanes.Solve(Tolerance))
        {
            return true;
        }

        lanes.Begin();
        return lanes.Solve(Tolerance);
    }
}
