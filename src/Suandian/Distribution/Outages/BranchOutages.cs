using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Outages;

/// <summary>N−1: each branch in service out by itself, in the hours with the largest load and the largest injection, by exact power flow; and how load comes back.</summary>
public static class BranchOutages
{
    /// <summary>Computes the outages.</summary>
    /// <param name="grid">Grid with a slack.</param>
    /// <param name="hours">Its hours.</param>
    /// <param name="limits">Limits; null for the narrower of standard and case.</param>
    /// <param name="options">How far to look.</param>
    /// <param name="cancellation">Stops between branches.</param>
    public static OutageSolution Solve(PowerGrid grid, FeederHours hours, FeederLimits? limits = null, OutageOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        var asked = options ?? new OutageOptions();
        if (asked.MostHours < 1 || asked.MostActions is < 2 or > 4 || asked.MostTrials < 1 || asked.Threads < 1)
        {
            throw new ArgumentException($"{asked} has a number outside its range", nameof(options));
        }

        var (asHours, byInjection) = OutageHours.Choose(hours, asked.MostHours);
        var study = OutageHours.Of(grid, hours, limits ?? FeederLimits.Of(grid), asHours);
        var (roles, paths, chosen) = (new HourlyFlow(grid).Roles, FeederPaths.Of(grid), study.Hours);
        var ties = asked.Ties ?? [.. Enumerable.Range(0, grid.Branches.Count).Where(k => !grid.Branches.InService[k])];
        var search = ties.Length > 0 ? new RestorationSearch(grid, hours, study, asked, ties) : null;
        var dark = new DarkParts(grid, hours, paths, chosen);
        var outages = new BranchOutage[roles.Used.Length];
        Parallel.For(0, outages.Length, new ParallelOptions { MaxDegreeOfParallelism = asked.Threads, CancellationToken = cancellation }, i =>
        {
            var outage = One(grid, study, dark, roles.Used[i]);
            outages[i] = search is null || outage.PeakMw <= 0 || !dark.IsTree(roles.Used, outage.Dark) ? outage : outage with { Restoration = search.Best(dark.Tree(outage.Branch), outage.Branch, outage.PeakHour) };
        });
        return new OutageSolution { Hours = chosen, Unsolved = study.Unsolved, ByInjection = byInjection, Ties = ties, Outages = outages, Flows = (long)outages.Length * chosen.Length };
    }

    static BranchOutage One(PowerGrid grid, OutageHours study, DarkParts dark, int branch)
    {
        var isOn = (bool[])grid.Branches.InService.Clone();
        isOn[branch] = false;
        var without = grid with { Branches = grid.Branches with { InService = isOn } };
        var (beyond, unsolved, worst) = study.Look(without);
        var buses = dark.Without(without, branch);
        var (peak, peakHour, mean) = dark.Load(buses);
        return new BranchOutage(branch, buses, peak, peakHour, mean, beyond, unsolved, worst);
    }
}

/// <summary>Which buses an outage leaves without supply.</summary>
sealed class DarkParts
{
    readonly PowerGrid _grid;
    readonly FeederHours _hours;
    readonly FeederPaths _paths;
    readonly int[] _chosen;
    readonly int[] _followers;
    readonly int[] _place;
    readonly double[] _mean;

    internal DarkParts(PowerGrid grid, FeederHours hours, FeederPaths paths, int[] chosen)
    {
        (_grid, _hours, _paths, _chosen, _followers) = (grid, hours, paths, chosen, paths.Followers());
        _place = new int[grid.Buses.Count];
        for (var i = 0; i < paths.Order.Length; i++)
        {
            _place[paths.Order[i]] = i;
        }

        _mean = [.. Enumerable.Range(0, grid.Buses.Count).Select(b => chosen.Length == 0 ? 0 : chosen.Average(h => hours.LoadMw[b * hours.Count + h]))];
    }

    /// <summary>True where some buses that have lost their supply hang together without a loop, circuits side by side counting as one.</summary>
    internal bool IsTree(int[] used, int[] buses)
    {
        var isDark = new bool[_grid.Buses.Count];
        foreach (var b in buses)
        {
            isDark[b] = true;
        }

        return used.Where(k => isDark[_grid.Branches.From[k]] && isDark[_grid.Branches.To[k]])
            .Select(k => (Math.Min(_grid.Branches.From[k], _grid.Branches.To[k]), Math.Max(_grid.Branches.From[k], _grid.Branches.To[k]))).Distinct().Count() == buses.Length - 1;
    }

    /// <summary>The dark tree behind a branch.</summary>
    internal DarkTree Tree(int branch) => new(_paths, _followers, _place[Behind(branch)], _mean);

    /// <summary>Buses that had supply and have none without a branch.</summary>
    internal int[] Without(PowerGrid without, int branch)
    {
        var (from, to) = (_grid.Branches.From[branch], _grid.Branches.To[branch]);
        if (_paths.Branch[from] != branch && _paths.Branch[to] != branch)
        {
            return []; // another way was shorter already
        }

        var reached = FeederPaths.Of(without).Depth;
        return [.. _paths.Order.Where(b => reached[b] < 0)];
    }

    /// <summary>Largest load of some buses, its hour, and the mean load, MW.</summary>
    internal (double Peak, int Hour, double Mean) Load(int[] buses)
    {
        var (peak, hour, sum) = (0.0, _chosen.FirstOrDefault(), 0.0);
        foreach (var h in buses.Length > 0 ? _chosen : [])
        {
            var load = 0.0;
            foreach (var b in buses)
            {
                load += _hours.LoadMw[b * _hours.Count + h];
            }

            sum += load;
            (peak, hour) = load > peak ? (load, h) : (peak, hour);
        }

        return (peak, hour, sum / Math.Max(1, _chosen.Length));
    }

    int Behind(int branch) => _paths.Branch[_grid.Branches.To[branch]] == branch ? _grid.Branches.To[branch] : _grid.Branches.From[branch];
}
