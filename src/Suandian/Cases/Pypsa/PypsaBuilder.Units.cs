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
            MinUp = Whole("min_up_time"),
            MinDown = Whole("min_down_time"),
            UpBefore = Whole("up_time_before"),
            DownBefore = Whole("down_time_before"),
            StartCostYuan = Array.ConvertAll(units, u => u.Rows.Table.Number("start_up_cost", u.I)),
            StopCostYuan = Array.ConvertAll(units, u => u.Rows.Table.Number("shut_down_cost", u.I)),
            StandByYuanPerH = [.. units.SelectMany(u => Enumerable.Range(0, T).Select(t => u.Rows.Table.At("stand_by_cost", u.I, t)))],
        };

        int[] Whole(string attribute) => Array.ConvertAll(units, u => (int)Math.Clamp(u.Rows.Table.Number(attribute, u.I), 0, 1 << 24));
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
            UpPu = [.. limited.SelectMany(r => Limits(r.Rows, r.I, isUp: Turns(r) == 1))],
            DownPu = [.. limited.SelectMany(r => Limits(r.Rows, r.I, isUp: Turns(r) != 1))],
            Unit = Array.ConvertAll(limited, r => Unit(commitments, r.Rows == _links, r.Rows.Place(r.I))),
            StartPu = Array.ConvertAll(limited, r => r.Rows.Table.Number("ramp_limit_start_up", r.I)),
            StopPu = Array.ConvertAll(limited, r => r.Rows.Table.Number("ramp_limit_shut_down", r.I)),
        };

        double Turns((PypsaRows Rows, int I) r) => r.Rows == _generators ? Sign(r.I) : 1;
    }

    /// <summary>Components with a limit; of a committable one the limits of start and stop count too.</summary>
    static IEnumerable<(PypsaRows Rows, int I)> Limited(PypsaRows rows) => rows.Indices
        .Where(i => IsLimited(rows.Table, i, isUp: true) || IsLimited(rows.Table, i, isUp: false)).Select(i => (rows, i));

    static bool IsLimited(PypsaTable table, int i, bool isUp)
    {
        string limit = isUp ? "ramp_limit_up" : "ramp_limit_down";
        return table.HasSeries(limit, i) || !double.IsNaN(table.Number(limit, i))
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
