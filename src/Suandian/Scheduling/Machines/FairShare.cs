namespace Suandian.Scheduling.Machines;

/// <summary>Who has had how much of the machine: usage that decays, against the share that is due.</summary>
/// <remarks>
/// Usage u(a) of an account grows by its dominant share of the machine (the larger of its shares of processors and accelerators) a second and halves every half-life.
/// Effective  U(a) = u(a) + (u(section) − u(a)) · s(a) / s(section), both u as shares of all usage
/// Factor     F(a) = 2^(−U(a) / s(a)), 1 where all usage is 0
/// Sources    J. Kay, P. Lauder, "A fair share scheduler", CACM 31 (1988), doi:10.1145/35043.35046 (usage that decays); Slurm, "Classic Fairshare Algorithm" (U, F);
///            A. Ghodsi et al., "Dominant resource fairness", NSDI 2011 (dominant share).
/// </remarks>
sealed class FairShare
{
    readonly MachineJobs _jobs;
    readonly QueueOptions _options;
    readonly double[] _usage, _rate, _share, _sectionShare;
    readonly long[] _sinceS; // when usage was brought up to date
    readonly double _cpus;
    readonly double _milli;
    long _calculatedS = long.MinValue;

    internal FairShare(MachineJobs jobs, QueueOptions options)
    {
        (_jobs, _options) = (jobs, options);
        var accounts = jobs.Accounts;
        (_usage, _rate, _share, Factor) = (new double[accounts.Count], new double[accounts.Count], new double[accounts.Count], new double[accounts.Count]);
        (_sinceS, _cpus, _milli) = (new long[accounts.Count], jobs.Machine.Cpus, (double)jobs.Machine.Accelerators * Machine.Whole);
        Array.Fill(Factor, 1);
        var weights = jobs.Machine.Users.ToDictionary(u => u.User, u => u.Weight, StringComparer.Ordinal);
        double WeightOf(string? user) => user is null ? 1 : weights.GetValueOrDefault(user, 1);
        var present = accounts.Select(a => a.Section).Distinct().ToArray();
        var all = present.Sum(s => jobs.Sections[s].Weight);
        _sectionShare = [.. jobs.Sections.Select(s => s.Weight / all)];
        for (var a = 0; a < accounts.Count; a++)
        {
            var (section, user) = accounts[a];
            _share[a] = _sectionShare[section] * WeightOf(user) / accounts.Where(o => o.Section == section).Sum(o => WeightOf(o.User));
        }
    }

    /// <summary>Factor of each account, in (0, 1]: the larger, the less it has had. Shape [accounts].</summary>
    internal double[] Factor { get; }

    /// <summary>A job starts (+1) or stops (−1).</summary>
    internal void Change(int job, int sign, long nowS)
    {
        var account = _jobs.AccountOf[job];
        Decay(account, nowS);
        var shape = _jobs.Shapes[_jobs.ShapeOf[job]];
        _rate[account] += sign * Math.Max(shape.Parts * (double)shape.Cpus / _cpus, _milli > 0 ? shape.Parts * (double)shape.Milli / _milli : 0);
    }

    /// <summary>Works the factors out anew where it is time.</summary>
    /// <returns>True where they are new.</returns>
    internal bool Recalculate(long nowS)
    {
        if (_calculatedS != long.MinValue && nowS - _calculatedS < _options.RecalculateS)
        {
            return false;
        }

        _calculatedS = nowS;
        var (sections, total) = (new double[_jobs.Sections.Length], 0.0);
        for (var a = 0; a < _usage.Length; a++)
        {
            Decay(a, nowS);
            sections[_jobs.Accounts[a].Section] += _usage[a];
            total += _usage[a];
        }

        for (var a = 0; a < _usage.Length && total > 0; a++)
        {
            var section = _jobs.Accounts[a].Section;
            var (own, among) = (_usage[a] / total, sections[section] / total);
            Factor[a] = Math.Pow(2, -(own + (among - own) * _share[a] / _sectionShare[section]) / _share[a]);
        }

        return true;
    }

    /// <summary>u(t) = u(t₀) d + r h / ln 2 · (1 − d), d = 2^(−(t − t₀) / h).</summary>
    void Decay(int account, long nowS)
    {
        if (nowS == _sinceS[account])
        {
            return;
        }

        var left = Math.Pow(2, -(nowS - _sinceS[account]) / _options.HalfLifeS);
        _usage[account] = _usage[account] * left + Math.Max(0, _rate[account]) * _options.HalfLifeS / Math.Log(2) * (1 - left);
        _sinceS[account] = nowS;
    }
}
