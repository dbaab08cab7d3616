using Suandian.Scheduling.Shifting.Bounds;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Price-guided list scheduling: at every hour prices of capacity for the work that is there and expected, then a new plan of which one hour is carried out.</summary>
abstract class HourlyReplanning
{
    /// <summary>Slots of an hour.</summary>
    protected const int Hour = ShiftTrace.SlotsPerHour;

    /// <summary>Evaluations of the dual function at every hour.</summary>
    const int Rounds = 40;

    readonly ArrivalForecast _arrivals;
    readonly Forecast _forecast;
    readonly HourlySignal _signal;
    readonly double[]? _limit;
    double[] _dual = [];

    /// <summary>A run of a trace.</summary>
    protected HourlyReplanning(ShiftTrace trace, HourlySignal signal, double[]? limit, ShiftOptions options)
    {
        (Trace, Options, _signal, _limit) = (trace, options, signal, limit);
        _arrivals = new ArrivalForecast(trace, options);
        _forecast = new Forecast(signal, options.ForecastErrorPu, options.Seed);
        Jobs = [.. Enumerable.Range(0, trace.Count).Select(j => trace.Job(j, options))];
        Profile = new SlotProfile(limit);
    }

    /// <summary>The jobs.</summary>
    protected ShiftTrace Trace { get; }

    /// <summary>What is asked.</summary>
    protected ShiftOptions Options { get; }

    /// <summary>The jobs as they may be seen.</summary>
    protected ShiftJob[] Jobs { get; }

    /// <summary>Use by slot.</summary>
    protected SlotProfile Profile { get; }

    /// <summary>Jobs that have arrived and may still be planned.</summary>
    protected List<int> Active { get; } = [];

    /// <summary>Jobs that run to their end without a break, and the slot of their end.</summary>
    protected List<(int Job, int End)> Held { get; } = [];

    /// <summary>What was carried out.</summary>
    protected List<ShiftSegment> Done { get; } = [];

    /// <summary>Price of an hour of waiting, for each cpu h.</summary>
    protected double WaitingPerHour => Options.WaitingPricePu * Math.Abs(_signal.Mean);

    /// <summary>Carries a trace out under the price-guided policy.</summary>
    /// <param name="trace">The jobs.</param>
    /// <param name="signal">What is minimised, for each kWh.</param>
    /// <param name="limit">Processors that may run by hour; null for no limit.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="cancellation">Stops between hours.</param>
    internal static ShiftSchedule Schedule(ShiftTrace trace, HourlySignal signal, double[]? limit, ShiftOptions options, CancellationToken cancellation = default)
    {
        HourlyReplanning run = options.Lengths == LengthKnowledge.Known ? new KnownLengths(trace, signal, limit, options) : new UnknownLengths(trace, signal, limit, options);
        return ShiftSchedule.Of(ShiftPolicyKind.PriceGuided, run.Run(cancellation));
    }

    /// <summary>Carries out one hour.</summary>
    /// <param name="hour">The hour.</param>
    /// <param name="prices">Prices from it on.</param>
    /// <param name="arriving">Those that arrive in it.</param>
    protected abstract void Pass(int hour, GuidePrices prices, Range arriving);

    /// <summary>Adds what is left of the active jobs to the work, in slots from the begin of the hour.</summary>
    protected abstract void AddWork(WorkItems items, int now);

    List<ShiftSegment> Run(CancellationToken cancellation)
    {
        var next = 0;
        for (var hour = Trace.Count == 0 ? 0 : Trace.Arrival[0] / Hour; (next < Trace.Count || Active.Count > 0) && hour < Profile.Hours; hour++)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = next;
            for (; next < Trace.Count && Trace.Arrival[next] < (hour + 1) * Hour; next++)
            {
            }

            var now = hour * Hour;
            Held.RemoveAll(h => h.End <= now);
            Pass(hour, Priced(hour), first..next);
            _arrivals.Learn(Jobs[first..next]);
        }

        return Done;
    }

    GuidePrices Priced(int hour)
    {
        var forecast = _forecast.FromHour(hour);
        if (_limit is null)
        {
            return new GuidePrices(forecast, []);
        }

        var items = new WorkItems();
        AddWork(items, hour * Hour);
        _arrivals.AddTo(items, Math.Max(24, items.Hours));
        var place = new PlaceHours([.. Enumerable.Range(hour, Math.Max(1, items.Hours)).Select(forecast)], [.. Enumerable.Range(hour, Math.Max(1, items.Hours)).Select(Left)]);
        _dual = new CapacityPrices(items.Together(), [place]).Ascend(Rounds, [_dual.Length > 0 ? _dual[1..] : []], default).Dual[0];
        return new GuidePrices(forecast, [.. new double[hour], .. _dual]);
    }

    /// <summary>Processors of an hour that those which run to their end leave.</summary>
    double Left(int hour)
    {
        var (from, left) = (hour * Hour, Profile.Limit(hour));
        foreach (var (job, end) in Held)
        {
            left -= Trace.Cpus[job] * Math.Clamp((end - from) / (double)Hour, 0, 1);
        }

        return Math.Max(0, left);
    }
}
