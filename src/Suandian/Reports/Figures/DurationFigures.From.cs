namespace Suandian.Reports.Figures;

public sealed partial record DurationFigures
{
    internal static DurationFigures From(StudyView view)
    {
        var plan = view.Plan;
        double[] residual = [.. plan.Consumption.Zip(plan.Available, (use, green) => use - green)];
        var price = LocalPrice(plan);
        return new DurationFigures
        {
            ResidualLoadMw = Curve(residual, plan.Weight),
            LoadMw = Curve(plan.Consumption, plan.Weight),
            ImportMw = Curve(plan.Import, plan.Weight),
            PriceYuanPerMwh = price.Length == 0 ? [] : Curve(price, plan.Weight),
            BaseImportMw = view.Base is { } b ? Curve(b.Import, b.Weight) : [],
            HoursWithImport = Hours(plan, t => plan.Import[t] > 1e-3),
            HoursFree = price.Length == 0 ? null : Hours(plan, t => price[t] < 1),
        };
    }

    /// <summary>Value reached or passed in at least 0, 1 … 100 % of the weighted hours [101].</summary>
    /// <param name="values">Values [T].</param>
    /// <param name="weightH">Hours each stands for [T].</param>
    internal static double[] Curve(double[] values, double[] weightH)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderByDescending(t => values[t]).ThenBy(t => t)];
        var total = weightH.Sum();
        var curve = new double[101];
        var (i, hours) = (0, weightH[order[0]]);
        for (var percent = 0; percent <= 100; percent++)
        {
            while (i + 1 < order.Length && hours < (percent / 100.0 * total) - 1e-9)
            {
                i++;
                hours += weightH[order[i]];
            }

            curve[percent] = values[order[i]];
        }

        return curve;
    }

    /// <summary>Price at local buses, mean weighted by consumption [T]; plain mean where nothing is used; empty without duals.</summary>
    internal static double[] LocalPrice(RunView run)
    {
        var network = run.Network;
        int[] buses = [.. Enumerable.Range(0, network.Buses.Length).Where(run.IsLocal)];
        if (run.Run.BusPriceYuanPerMwh.Length == 0 || buses.Length == 0 || run.Run.BusPriceYuanPerMwh.Any(double.IsNaN))
        {
            return [];
        }

        var use = UseByBus(run);
        var price = new double[run.T];
        for (var t = 0; t < run.T; t++)
        {
            var weight = buses.Sum(b => use[b][t]);
            price[t] = weight > 1e-9
                ? buses.Sum(b => use[b][t] * run.Run.BusPriceYuanPerMwh[(b * run.T) + t]) / weight
                : buses.Average(b => run.Run.BusPriceYuanPerMwh[(b * run.T) + t]);
        }

        return price;
    }

    static double[][] UseByBus(RunView run)
    {
        double[][] use = [.. run.Network.Buses.Select(_ => new double[run.T])];
        for (var d = 0; d < run.Network.Loads.Count; d++)
        {
            RunView.Add(use[run.Network.Loads.Bus[d]], run.Network.Loads.PowerMw, d);
        }

        for (var c = 0; c < run.Network.Clusters.Count; c++)
        {
            RunView.Add(use[run.Network.Clusters.Bus[c]], run.Power.ClusterMw, c);
        }

        return use;
    }

    static double Hours(RunView run, Func<int, bool> holds) =>
        Enumerable.Range(0, run.T).Where(holds).Sum(t => run.Weight[t]);
}
