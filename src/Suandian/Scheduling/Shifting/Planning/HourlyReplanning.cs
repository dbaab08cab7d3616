using Suandian.Scheduling.Shifting.Bounds;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Scheduling.Shifting.Planning;

/// <summary>Price-guided list scheduling: at every hour prices of capacity for the work that is there and expected, then a new plan of which one hour is carried out.</summary>
abstract class HourlyReplanning
{
    /// <summary>Slots of an hour.</summary>
    protected const int Hour = ShiftTrace.SlotsPerHour;

    /// <summary>Evaluations of the dual function at every hour.</summary>
    const int Rounds = 40;

    readonly ArrivalForecast _arrivals;
    readonly Forecast[] _forecast;
    readonly ShiftQuestion _question;
    readonly int[] _lastStop; // −1 where a job has not run
    double[][] _dual = [];

    /// <summary>A run of a trace.</summary>
    protected HourlyReplanning(ShiftQuestion question)
    {
        _question = question;
        Places = question.Choice.Count;
        _arrivals = new ArrivalForecast(question);
        _forecast = [.. Enumerable.Range(0, Places).Select(question.Forecast)];
        Jobs = [.. Enumerable.Range(0, Trace.Count).Select(j => Trace.Job(j, Options))];
        Profile = [.. question.Limit.Select(limit => new SlotProfile(limit))];
        (Left, Place, _lastStop) = ((int[])Trace.Length.Clone(), new int[Trace.Count], new int[Trace.Count]);
        Array.Fill(Place, -1);
        Array.Fill(_lastStop, -1);
    }

    /// <summary>The jobs.</summary>
    protected ShiftTrace Trace => _question.Trace;

    /// <summary>Where they may run.</summary>
    protected ClusterChoice Choice => _question.Choice;

    /// <summary>What is asked.</summary>
    protected ShiftOptions Options => _question.Options;

    /// <summary>Number of clusters.</summary>
    protected int Places { get; }

    /// <summary>The jobs as they may be seen.</summary>
    protected ShiftJob[] Jobs { get; }

    /// <summary>Slots that each job still runs, what resumptions added included.</summary>
    protected int[] Left { get; }

    /// <summary>Cluster of each job; −1 where it is not chosen yet.</summary>
    protected int[] Place { get; }

    /// <summary>Use of each cluster by slot.</summary>
    protected SlotProfile[] Profile { get; }

    /// <summary>Jobs that have arrived and may still be planned.</summary>
    protected List<int> Active { get; } = [];

    /// <summary>Jobs that run to their end without a break, and the slot of their end.</summary>
    protected List<(int Job, int End)> Held { get; } = [];

    /// <summary>True where a job may be suspended.</summary>
    protected bool IsSuspendable => Options.Suspension == Suspension.Allowed;

    /// <summary>Price of an hour of waiting, for each cpu h.</summary>
    protected double WaitingPerHour => Options.WaitingPricePu * Options.KilowattPerCpu * Math.Abs(_question.Signal.Average(s => s.Mean));

    List<ShiftSegment> Done { get; } = [];

    /// <summary>Carries a trace out under the price-guided policy.</summary>
    internal static ShiftSchedule Schedule(ShiftQuestion question, CancellationToken cancellation = default)
    {
        HourlyReplanning run = question.Options.Lengths == LengthKnowledge.Known ? new KnownLengths(question) : new UnknownLengths(question);
        run.Run(cancellation);
        return ShiftSchedule.Of(ShiftPolicyKind.PriceGuided, run.Done, run.Places == 1 ? [] : [.. run.Place]);
    }

    /// <summary>Carries out one hour.</summary>
    /// <param name="hour">The hour.</param>
    /// <param name="prices">Prices of each cluster from it on.</param>
    /// <param name="arriving">Those that arrive in it.</param>
    protected abstract void Pass(int hour, GuidePrices[] prices, Range arriving);

    /// <summary>What is left of an active job, in slots from the begin of the hour.</summary>
    /// <param name="job">The job.</param>
    /// <param name="now">The begin.</param>
    /// <param name="ready">First slot in which it may run, ≥ <paramref name="now"/>.</param>
    protected abstract Item Remaining(int job, int now, int ready);

    /// <summary>The clusters a job may still choose: its own once it runs or its data are under way.</summary>
    protected IEnumerable<int> Open(int job) => Place[job] >= 0 && (_lastStop[job] >= 0 || Choice.IsSentOnArrival(job)) ? [Place[job]]
        : Enumerable.Range(0, Places).Where(p => Choice.Allows(job, p));

    /// <summary>What moving a job to a cluster adds; nothing once its data are under way.</summary>
    protected double Move(int job, int place) => Choice.Move(job, place, Options.Goal);

    /// <summary>What a job has done until a slot.</summary>
    protected Past PastOf(int job, int now) => _lastStop[job] < 0 ? Past.None : _lastStop[job] == now ? Past.Runs : Past.Rests;

    /// <summary>Slots that a start at a slot adds, because it is a resumption.</summary>
    protected int Resuming(int job, int at) => PastOf(job, at) == Past.Rests ? Options.CheckpointSlots : 0;

    /// <summary>A job runs from one slot to another.</summary>
    protected void CarryOut(int job, int start, int stop)
    {
        Left[job] += Resuming(job, start) - (stop - start);
        _lastStop[job] = stop;
        Done.Add(new ShiftSegment(job, start, stop));
    }

    void Run(CancellationToken cancellation)
    {
        var next = 0;
        for (var hour = Trace.Count == 0 ? 0 : Trace.Arrival[0] / Hour; (next < Trace.Count || Active.Count > 0) && hour < Profile.Min(p => p.Hours); hour++)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = next;
            for (; next < Trace.Count && Trace.Arrival[next] < (hour + 1) * Hour; next++)
            {
            }

            var now = hour * Hour;
            Held.RemoveAll(h => h.End <= now);
            Pass(hour, Priced(hour), first..next);
            _arrivals.Learn(first..next);
        }
    }

    GuidePrices[] Priced(int hour)
    {
        Func<int, double>[] forecast = [.. _forecast.Select(f => f.FromHour(hour)).Select(f => (Func<int, double>)(h => f(h) * Options.KilowattPerCpu))];
        if (_question.Limit.All(l => l is null))
        {
            return [.. forecast.Select(f => new GuidePrices(f, []))];
        }

        var items = new WorkItems(Places) { MayRunLonger = Options.CheckpointSlots > 0 };
        foreach (var job in Active)
        {
            items.Add(At(job, hour * Hour));
        }

        _arrivals.AddTo(items, Math.Max(24, items.Hours));
        var hours = Enumerable.Range(hour, Math.Max(1, items.Hours)).ToArray();
        PlaceHours[] places = [.. forecast.Select((f, p) => new PlaceHours([.. hours.Select(f)], Profile[p].IsUnlimited ? null : [.. hours.Select(h => LeftFree(p, h))]))];
        double[][] start = [.. Enumerable.Range(0, Places).Select(p => _dual.Length > 0 && _dual[p].Length > 0 ? _dual[p][1..] : [])];
        _dual = new CapacityPrices(items.Together(ShiftBound.UsualPrice(places)), places).Ascend(Rounds, start, default).Dual;
        return [.. forecast.Select((f, p) => new GuidePrices(f, [.. new double[hour], .. _dual[p]]))];
    }

    Item[] At(int job, int now)
    {
        var at = new Item[Places];
        Array.Fill(at, Item.None);
        foreach (var place in Open(job))
        {
            at[place] = Remaining(job, now, Math.Max(now, Choice.Ready(job, place))) with { Move = Move(job, place) };
        }

        return at;
    }

    /// <summary>Processors of an hour that those which run to their end leave.</summary>
    double LeftFree(int place, int hour)
    {
        var (from, left) = (hour * Hour, Profile[place].Limit(hour));
        foreach (var (job, end) in Held.Where(h => Place[h.Job] == place))
        {
            left -= Trace.Cpus[job] * Math.Clamp((end - from) / (double)Hour, 0, 1);
        }

        return Math.Max(0, left);
    }
}
