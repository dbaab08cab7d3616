namespace Suandian.Reports.Figures;

/// <summary>Green share of consumption by hour: proportional sharing in one pool, stores remember their mix.</summary>
/// <remarks>
/// Supply of hour t = generation + import + discharge; its green part = green generation + g · import + φ · discharge,
/// φ being the green share of what is stored (before the hour). Every use, charging included, gets the mix green / supply.
/// After the hour φ mixes what stayed with what came in. Each block is run twice, so that the first hours find the mix of the last.
/// Source of the sharing rule: J. Bialek, "Tracing the flow of electricity", IEE Proc. Gener. Transm. Distrib. 143 (4), 1996, doi:10.1049/ip-gtd:19960461,
/// here with all local buses as one node.
/// Checked against: a case traced by hand.
/// </remarks>
static class GreenTracing
{
    const double Nothing = 1e-9;

    /// <summary>Green share of consumption of each snapshot [T], pu; 0 where nothing is supplied.</summary>
    /// <param name="run">Run.</param>
    /// <param name="countImports">Whether the green part of imports counts.</param>
    internal static double[] Share(RunView run, bool countImports)
    {
        var share = new double[run.T];
        var starts = run.Network.Snapshots.BlockStarts;
        var level = Levels(run);
        for (var b = 0; b < starts.Length; b++)
        {
            var end = b + 1 < starts.Length ? starts[b + 1] : run.T;
            var stored = 0.0;
            for (var pass = 0; pass < 2; pass++)
            {
                for (var t = starts[b]; t < end; t++)
                {
                    share[t] = Mix(run, t, stored, countImports);
                    stored = After(run, t, (stored, share[t], level[t]));
                }
            }
        }

        return share;
    }

    static double Mix(RunView run, int t, double stored, bool countImports)
    {
        var supply = RunView.Stack.Sum(k => run.Generation[k][t]) + run.Import[t] + run.Discharge[t];
        var green = run.GreenGeneration[t] + (countImports ? run.GreenImport[t] : 0) + (stored * run.Discharge[t]);
        return supply > Nothing ? Math.Clamp(green / supply, 0, 1) : 0;
    }

    /// <summary>Green share of the store after the hour.</summary>
    static double After(RunView run, int t, (double Stored, double Mix, double Level) now)
    {
        var charged = run.Charge[t];
        var come = charged + run.Inflow[t];
        var stayed = Math.Max(now.Level - come, 0);
        var green = (stayed * now.Stored) + (charged * now.Mix) + run.Inflow[t];
        return stayed + come > Nothing ? green / (stayed + come) : now.Mix;
    }

    /// <summary>Energy in all local stores at the end of each hour [T], MWh.</summary>
    static double[] Levels(RunView run)
    {
        var level = new double[run.T];
        for (var s = 0; s < run.Network.StorageUnits.Count; s++)
        {
            if (run.IsLocal(run.Network.StorageUnits.Bus[s]))
            {
                RunView.Add(level, run.Run.LevelMwh, s);
            }
        }

        for (var e = 0; e < run.Network.Stores.Count; e++)
        {
            if (run.IsLocal(run.Network.Stores.Bus[e]))
            {
                RunView.Add(level, run.Run.StoreLevelMwh, e);
            }
        }

        return level;
    }
}
