using Suandian.Network;

namespace Suandian.Cases.Pypsa;

sealed partial class PypsaBuilder
{
    /// <summary>Committable generators, then links.</summary>
    Commitments? Commitments()
    {
        var units = Committable(_generators).Concat(Committable(_links)).ToArray();
        return units.Length == 0 ? null : new Commitments
        {
            Name = Array.ConvertAll(units, u => u.Rows.Table.Names[u.I]),
            IsLink = Array.ConvertAll(units, u => u.Rows == _links),
            Component = Array.ConvertAll(units, u => u.Rows.Place(u.I)),
            IsCyclic = false,
            MachineMw = Array.ConvertAll(units, u => Machine(u.Rows.Table, u.I)),
            BoundMw = Array.ConvertAll(units, u => u.Rows.Table.Flag("p_nom_extendable", u.I) && !(Machine(u.Rows.Table, u.I) > 0) ? Bound(u.Rows, u.I) : double.NaN),
            MinUp = Whole("min_up_time"),
            MinDown = Whole("min_down_time"),
            UpBefore = Whole("up_time_before"),
            DownBefore = Whole("down_time_before"),
            StartCostYuan = Hourly("start_up_cost"),
            StopCostYuan = Hourly("shut_down_cost"),
            StandByYuanPerH = Hourly("stand_by_cost"),
        };

        double[] Hourly(string attribute) => [.. units.SelectMany(u => Enumerable.Range(0, T).Select(t => u.Rows.Table.At(attribute, u.I, t)))];

        int[] Whole(string attribute) => Array.ConvertAll(units, u => (int)Math.Clamp(u.Rows.Table.Number(attribute, u.I), 0, 1 << 24));
    }

    static double Machine(PypsaTable table, int i) => table.Flag("p_nom_extendable", i) && table.Number("p_nom_mod", i) > 0 ? table.Number("p_nom_mod", i) : double.NaN;

    /// <summary>M of a unit whose size is chosen, as PyPSA takes it: the largest size at full availability; ten times the largest load where there is none.</summary>
    double Bound(PypsaRows rows, int i)
    {
        double size = rows.Table.Number("p_nom_max", i);
        return double.IsFinite(size) ? size * Enumerable.Range(0, T).Max(t => rows.Table.At("p_max_pu", i, t)) : EndlessBound();
    }

    double EndlessBound()
    {
        double[] drawn = Drawn();
        double most = Enumerable.Range(0, T).Select(t => Enumerable.Range(0, _loads.Count).Sum(d => Math.Max(0, drawn[d * T + t]))).DefaultIfEmpty(0).Max();
        return most > 0 ? 10 * most : 1e6;
    }

    static IEnumerable<(PypsaRows Rows, int I)> Committable(PypsaRows rows) =>
        rows.Indices.Where(i => rows.Table.Flag("committable", i)).Select(i => (rows, i));

    /// <summary>Generators, then links, with a limit of their ramp; NaN where PyPSA sets none.</summary>
    Ramps? Ramps(Commitments? commitments)
    {
        var limited = Limited(_generators).Concat(Limited(_links)).ToArray();
        return limited.Length == 0 ? null : new Ramps
        {
            Name = Array.ConvertAll(limited, r => r.Rows.Table.Names[r.I]),
            IsLink = Array.ConvertAll(limited, r => r.Rows == _links),
            Component = Array.ConvertAll(limited, r => r.Rows.Place(r.I)),
            IsCyclic = false,
            CountsStarts = false,
            InitialMw = Array.ConvertAll(limited, r => Initial(r.Rows, r.I)),
            UpPu = [.. limited.SelectMany(r => Limits(r.Rows, r.I, isUp: Turns(r) == 1))],
            DownPu = [.. limited.SelectMany(r => Limits(r.Rows, r.I, isUp: Turns(r) != 1))],
            Unit = Array.ConvertAll(limited, r => Unit(commitments, r.Rows == _links, r.Rows.Place(r.I))),
            StartPu = Array.ConvertAll(limited, r => r.Rows.Table.Number("ramp_limit_start_up", r.I)),
            StopPu = Array.ConvertAll(limited, r => r.Rows.Table.Number("ramp_limit_shut_down", r.I)),
        };

        double Turns((PypsaRows Rows, int I) r) => r.Rows == _generators ? Sign(r.I) : 1;
    }

    /// <summary>Output before the horizon; 0 of a unit that was off.</summary>
    double Initial(PypsaRows rows, int i) => rows.Table.Flag("committable", i) && rows.Table.Number("up_time_before", i) <= 0 ? 0
        : (rows == _generators ? Sign(i) : 1) * rows.Table.Number("p_init", i);

    /// <summary>Components with a limit; of a committable one the limits of start and stop count too.</summary>
    static IEnumerable<(PypsaRows Rows, int I)> Limited(PypsaRows rows) => rows.Indices
        .Where(i => IsLimited(rows.Table, i, isUp: true) || IsLimited(rows.Table, i, isUp: false)).Select(i => (rows, i));

    static bool IsLimited(PypsaTable table, int i, bool isUp)
    {
        string limit = isUp ? "ramp_limit_up" : "ramp_limit_down";
        return table.IsSet(limit, i)
            || (table.Flag("committable", i) && table.Number(isUp ? "ramp_limit_start_up" : "ramp_limit_shut_down", i) < 1);
    }

    /// <summary>A limit that is not said is a whole capacity where that of start or stop is.</summary>
    IEnumerable<double> Limits(PypsaRows rows, int i, bool isUp)
    {
        bool isUnit = rows.Table.Flag("committable", i) && IsLimited(rows.Table, i, isUp);
        return Enumerable.Range(0, T).Select(t => rows.Table.At(isUp ? "ramp_limit_up" : "ramp_limit_down", i, t))
            .Select(limit => double.IsNaN(limit) && isUnit ? 1 : limit);
    }

    static int Unit(Commitments? commitments, bool isLink, int component)
    {
        for (int u = 0; u < (commitments?.Count ?? 0); u++)
        {
            if (commitments!.IsLink[u] == isLink && commitments.Component[u] == component)
                return u;
        }

        return -1;
    }
}
