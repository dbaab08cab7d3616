namespace Suandian.Scheduling.PlanYear;

/// <summary>Jobs dispatched so that each pair of workload and cluster runs what the plan lets it run, hour by hour.</summary>
/// <remarks>
/// A pair may run as many cards as the plan has in the hour; then, where the plan has any in the hour, what it has run less than planned since jobs
/// began to wait. Workloads of shorter windows come first; of the jobs of a pair that fit the oldest starts. A job that has waited as long as the deadline of its workload starts wherever cards are free, plan or not.
/// Arrivals and ends count to the second; who runs does not change in between.
/// </remarks>
sealed class JobDispatch
{
    const long SecondsPerHour = 3600;
    const double Rounding = 1e-9;

    readonly PlannedBlock _block;
    readonly PlanJob[] _jobs;
    readonly DispatchRule _rule;
    readonly PairState[] _pairs;
    readonly int[][] _of, _on; // pairs of a workload, and on a cluster
    readonly Dictionary<int, WaitingJobs> _waiting;
    readonly WaitingJobs[] _byWindow; // shortest first
    readonly PriorityQueue<(int Job, int Pair), long> _ends = new();
    readonly double[] _free, _used;
    readonly bool[] _isHeld;
    readonly long[] _left, _firstS;
    long _nowS;

    /// <summary>Prepares a dispatch.</summary>
    /// <param name="block">The hours.</param>
    /// <param name="jobs">Jobs in order of arrival.</param>
    /// <param name="network">Clusters of the pairs and deadlines.</param>
    /// <param name="rule">Whether jobs give way, and what clusters have beyond the plan.</param>
    internal JobDispatch(PlannedBlock block, PlanJob[] jobs, Network.HourlyNetwork network, DispatchRule rule)
    {
        var work = network.Workloads;
        (_block, _jobs, _rule) = (block, jobs, rule);
        _pairs = [.. block.Pairs.OrderBy(p => work.DeadlineH[work.Pairs[p].Workload]).Select(p => new PairState(p, work.Pairs[p].Workload, work.Pairs[p].Cluster))];
        _waiting = block.Workloads.ToDictionary(w => w, w => new WaitingJobs(work.DeadlineH[w] * SecondsPerHour));
        _byWindow = [.. block.Workloads.OrderBy(w => work.DeadlineH[w]).Select(w => _waiting[w])];
        (_free, _used) = (new double[network.Clusters.Count], new double[network.Clusters.Count * block.Hours]);
        _of = [.. Enumerable.Range(0, work.Count).Select(w => Enumerable.Range(0, _pairs.Length).Where(p => _pairs[p].Workload == w).ToArray())];
        _on = [.. Enumerable.Range(0, network.Clusters.Count).Select(c => Enumerable.Range(0, _pairs.Length).Where(p => _pairs[p].Cluster == c).ToArray())];
        _isHeld = new bool[network.Clusters.Count];
        (_left, _firstS) = ([.. jobs.Select(j => j.RunS)], new long[jobs.Length]);
        Array.Fill(_firstS, -1);
    }

    /// <summary>Cards busy with jobs, mean of each hour. Shape [clusters × hours].</summary>
    internal double[] Used => _used;

    /// <summary>When each job started first, s; −1 where it did not.</summary>
    internal long[] FirstS => _firstS;

    /// <summary>Runs all hours.</summary>
    internal void Run(CancellationToken cancellation)
    {
        var next = 0;
        for (var hour = 0; hour < _block.Hours; hour++)
        {
            cancellation.ThrowIfCancellationRequested();
            Begin(hour);
            var endS = (hour + 1) * SecondsPerHour;
            Pass();
            while (true)
            {
                var atS = Math.Min(_ends.TryPeek(out _, out var end) ? end : long.MaxValue, next < _jobs.Length ? _jobs[next].ArrivalS : long.MaxValue);
                if (atS >= endS)
                {
                    break;
                }

                _nowS = atS;
                next = Take(next);
                Pass();
            }

            _nowS = endS;
            Array.ForEach(_pairs, p => _used[(p.Cluster * _block.Hours) + hour] += p.Close(endS, _waiting[p.Workload].IsEmpty));
        }
    }

    /// <summary>The budgets of an hour; jobs in pieces give way.</summary>
    void Begin(int hour)
    {
        for (var c = 0; c < _free.Length; c++)
        {
            _free[c] = _block.FreeCards(c, hour, _rule.HeadroomPu);
        }

        foreach (var pair in _pairs)
        {
            (pair.Planned, pair.IsTouched) = (_block.PlannedCards(pair.Index, hour), true);
            _free[pair.Cluster] -= pair.Running;
        }

        while (_rule.InPieces && _ends.TryDequeue(out var running, out var end))
        {
            _left[running.Job] = end - _nowS;
            Stop(running.Job, running.Pair);
            if (_left[running.Job] > 0)
            {
                _waiting[_jobs[running.Job].Workload].Add(running.Job, _jobs[running.Job]);
            }
        }
    }

    /// <summary>Ends and arrivals of this instant; returns the first job that has not arrived.</summary>
    int Take(int next)
    {
        while (_ends.TryPeek(out var ended, out var end) && end <= _nowS)
        {
            _ends.Dequeue();
            Stop(ended.Job, ended.Pair);
        }

        for (; next < _jobs.Length && _jobs[next].ArrivalS <= _nowS; next++)
        {
            _waiting[_jobs[next].Workload].Add(next, _jobs[next]);
            Touch(_of[_jobs[next].Workload]);
        }

        return next;
    }

    /// <summary>Starts what may start: jobs out of patience anywhere, then each pair within its plan; a cluster that such a job waits for starts no other.</summary>
    void Pass()
    {
        Array.Clear(_isHeld);
        foreach (var waiting in _byWindow)
        {
            while (waiting.Urgent(_nowS) is { } job && Roomiest(job) is { } pair)
            {
                if (_free[_pairs[pair].Cluster] < _jobs[job].Cards)
                {
                    _isHeld[_pairs[pair].Cluster] = true;
                    break;
                }

                waiting.Remove(job, _jobs[job]);
                Start(job, pair);
            }
        }

        Fill(withBehind: false);
        Fill(withBehind: true);
        foreach (var pair in _pairs)
        {
            pair.IsTouched = false;
        }
    }

    /// <summary>Starts the oldest jobs that fit, each pair up to its plan, or to what it is behind too; pairs for which nothing has changed are left out.</summary>
    void Fill(bool withBehind)
    {
        for (var p = 0; p < _pairs.Length; p++)
        {
            var pair = _pairs[p];
            while (pair is { IsTouched: true, Planned: > 0 } && !_isHeld[pair.Cluster]
                && _waiting[pair.Workload].Oldest(Math.Min(pair.Planned + (withBehind ? Math.Max(0, pair.Behind) : 0) - pair.Running, _free[pair.Cluster]) * (1 + Rounding)) is { } job)
            {
                _waiting[pair.Workload].Remove(job, _jobs[job]);
                Start(job, p);
            }
        }
    }

    /// <summary>The pair of a job whose cluster has most free; null where the plan gives it none.</summary>
    int? Roomiest(int job)
    {
        int? best = null;
        foreach (var p in _of[_jobs[job].Workload])
        {
            best = best is null || _free[_pairs[p].Cluster] > _free[_pairs[best.Value].Cluster] ? p : best;
        }

        return best;
    }

    void Start(int job, int pair)
    {
        _firstS[job] = _firstS[job] < 0 ? _nowS : _firstS[job];
        _pairs[pair].Change(_jobs[job].Cards, _nowS);
        _free[_pairs[pair].Cluster] -= _jobs[job].Cards;
        _ends.Enqueue((job, pair), _nowS + _left[job]);
    }

    void Stop(int job, int pair)
    {
        _pairs[pair].Change(-_jobs[job].Cards, _nowS);
        _free[_pairs[pair].Cluster] += _jobs[job].Cards;
        Touch(_on[_pairs[pair].Cluster]);
    }

    void Touch(int[] pairs)
    {
        foreach (var pair in pairs)
        {
            _pairs[pair].IsTouched = true;
        }
    }

    /// <summary>A pair of workload and cluster under way.</summary>
    sealed class PairState(int index, int workload, int cluster)
    {
        double _used; // card-seconds of this hour
        long _sinceS;

        internal int Index { get; } = index;

        internal int Workload { get; } = workload;

        internal int Cluster { get; } = cluster;

        /// <summary>True where jobs have arrived or cards become free since the last pass.</summary>
        internal bool IsTouched { get; set; }

        /// <summary>Cards that the plan has in this hour.</summary>
        internal double Planned { get; set; }

        /// <summary>Cards running.</summary>
        internal double Running { get; private set; }

        /// <summary>Card-hours that earlier hours have run less than planned while jobs waited.</summary>
        internal double Behind { get; private set; }

        /// <summary>More or fewer cards run from now on.</summary>
        internal void Change(double cards, long nowS)
        {
            _used += Running * (nowS - _sinceS);
            (Running, _sinceS) = (Running + cards, nowS);
        }

        /// <summary>Card-hours of the hour that ends now.</summary>
        internal double Close(long nowS, bool nothingWaits)
        {
            Change(0, nowS);
            var cardH = _used / SecondsPerHour;
            (Behind, _used) = (nothingWaits ? 0 : Behind + Planned - cardH, 0);
            return cardH;
        }
    }
}

/// <summary>How jobs are dispatched.</summary>
/// <param name="InPieces">True where running jobs give way at the end of every hour and go on when their turn comes.</param>
/// <param name="HeadroomPu">Cards of every cluster beyond those of the plan, pu of these.</param>
readonly record struct DispatchRule(bool InPieces, double HeadroomPu);
