using System.Collections.Immutable;

namespace Suandian.Scheduling.Machines;

/// <summary>Energy of a schedule by hour: power is constant between starts, ends, outages and hours.</summary>
sealed class MachineLedger
{
    const double WattPerMegawatt = 1e6, MilliwattPerWatt = 1000;
    const double Rounding = 1e-9;
    const double WattSecondsPerKwh = 3.6e6;
    static readonly MachineHour Plain = new() { Hour = 0 };

    readonly MachineJobs _jobs;
    readonly MachineSchedule _schedule;
    readonly int[][] _runsOf;
    readonly long _fromS, _toS, _firstHour;
    readonly double[] _idleWs, _dynamicWs, _peakW, _excessWs;

    internal MachineLedger(MachineJobs jobs, MachineSchedule schedule)
    {
        (_jobs, _schedule) = (jobs, schedule);
        (_fromS, _toS) = jobs.Trace.Count == 0 || schedule.Count == 0 ? (0, 0) : (jobs.Trace.SubmitS[0], schedule.EndS.Max());
        _firstHour = _fromS / Machine.SecondsPerHour;
        var hours = _toS == _fromS ? 0 : (int)((_toS - 1) / Machine.SecondsPerHour - _firstHour + 1);
        (_idleWs, _dynamicWs, _peakW, _excessWs) = (new double[hours], new double[hours], new double[hours], new double[hours]);
        var runs = Enumerable.Range(0, schedule.Count).ToLookup(r => schedule.Job[r]);
        _runsOf = [.. Enumerable.Range(0, jobs.Trace.Count).Select(j => runs[j].ToArray())];
        Walk();
    }

    /// <summary>Energy of the site that jobs add, kWh, each hour times a factor; NaN where an hour has none.</summary>
    internal double Sum(IEnumerable<int> members, Func<MachineHour, double?> factor)
    {
        double[] factors = [.. Enumerable.Range(0, _idleWs.Length).Select(h => factor(TableOf(h)) * TableOf(h).Pue ?? double.NaN)];
        var sum = 0.0;
        foreach (var run in members.SelectMany(job => _runsOf[job]))
        {
            var (watt, start, end) = (WattOf(run), _schedule.StartS[run], _schedule.EndS[run]);
            for (var hour = start / Machine.SecondsPerHour; hour * Machine.SecondsPerHour < end && watt > 0; hour++)
            {
                var seconds = Math.Min(end, (hour + 1) * Machine.SecondsPerHour) - Math.Max(start, hour * Machine.SecondsPerHour);
                sum += watt * seconds / WattSecondsPerKwh * factors[hour - _firstHour];
            }
        }

        return _jobs.Machine.Hours.IsEmpty && factor(Plain) is null || (factors.Length > 0 && double.IsNaN(factors[0])) ? double.NaN : sum;
    }

    internal ImmutableArray<HourMetrics> Hours() =>
    [
        .. _idleWs.Select((idle, h) => new HourMetrics(_firstHour + h, _jobs.Machine.Hours.IsEmpty ? null : TableOf(h), TableOf(h).Pue * idle / WattSecondsPerKwh,
            TableOf(h).Pue * _dynamicWs[h] / WattSecondsPerKwh, TableOf(h).Pue * _peakW[h] / WattPerMegawatt, _excessWs[h] / WattSecondsPerKwh)),
    ];

    /// <summary>Σ min(energy, green energy) / Σ energy, by hour.</summary>
    internal double GreenSharePu()
    {
        const double KwhPerMwh = 1000;
        var hours = Hours();
        double Green(HourMetrics hour) => Math.Min(hour.EnergyKwh, (hour.Table!.GreenMw ?? 0) * KwhPerMwh);
        return hours.Any(h => h.Table?.GreenMw is not null) && hours.Sum(h => h.EnergyKwh) is > 0 and var all ? hours.Sum(Green) / all : double.NaN;
    }

    MachineHour TableOf(int hour) => _jobs.Machine.Hours is { IsEmpty: false } table ? table[(int)((_firstHour + hour) % table.Length)] : Plain;

    double WattOf(int run)
    {
        var (shape, milliwatt) = (_jobs.Shapes[_jobs.ShapeOf[_schedule.Job[run]]], 0L);
        foreach (var placed in _schedule.PlacedOf(run))
        {
            milliwatt += placed.Parts * shape.PowerMilliwatt(_jobs.Layout, placed.Node);
        }

        return milliwatt / MilliwattPerWatt;
    }

    /// <summary>Follows idle and dynamic power from change to change.</summary>
    void Walk()
    {
        var changes = new List<(long TimeS, double IdleW, double DynamicW)>();
        for (var run = 0; run < _schedule.Count; run++)
        {
            var watt = _schedule.EndS[run] > _schedule.StartS[run] ? WattOf(run) : 0;
            changes.Add((_schedule.StartS[run], 0, watt));
            changes.Add((_schedule.EndS[run], 0, -watt));
        }

        AddOutages(changes);
        changes.Sort((a, b) => a.TimeS.CompareTo(b.TimeS));
        var (idle, dynamic, now) = (_jobs.Layout.IdleMilliwatt.Sum() / MilliwattPerWatt, 0.0, _fromS);
        foreach (var change in changes)
        {
            var until = Math.Clamp(change.TimeS, _fromS, _toS);
            Spend((now, until), idle, dynamic);
            (idle, dynamic, now) = (idle + change.IdleW, dynamic + change.DynamicW, until);
        }
    }

    /// <summary>Idle power of nodes that are down; outages of a node that overlap count once.</summary>
    void AddOutages(List<(long TimeS, double IdleW, double DynamicW)> changes)
    {
        foreach (var node in _jobs.Layout.Outages.SelectMany(o => o.Nodes.Select(n => (Node: n, o.FromS, o.ToS))).GroupBy(o => o.Node))
        {
            var (watt, end) = (_jobs.Layout.IdleMilliwatt[node.Key] / MilliwattPerWatt, long.MinValue);
            foreach (var (_, from, to) in node.OrderBy(o => o.FromS).Where(o => o.ToS > o.FromS))
            {
                if (to > end)
                {
                    changes.Add((Math.Max(from, end), -watt, 0));
                    changes.Add((to, watt, 0));
                    end = to;
                }
            }
        }
    }

    void Spend((long FromS, long ToS) span, double idle, double dynamic)
    {
        for (var now = span.FromS; now < span.ToS;)
        {
            var h = (int)(now / Machine.SecondsPerHour - _firstHour);
            var until = Math.Min(span.ToS, (now / Machine.SecondsPerHour + 1) * Machine.SecondsPerHour);
            _idleWs[h] += idle * (until - now);
            _dynamicWs[h] += dynamic * (until - now);
            _peakW[h] = Math.Max(_peakW[h], idle + dynamic);
            var excess = TableOf(h).Pue * (idle + dynamic) - (TableOf(h).PowerLimitMw ?? double.MaxValue) * WattPerMegawatt;
            _excessWs[h] += excess > Rounding * (idle + dynamic) ? excess * (until - now) : 0;
            now = until;
        }
    }
}
