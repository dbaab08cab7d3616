using Suandian.PowerFlow;

namespace Suandian.Distribution.Switching;

/// <summary>States of the switches over a year: the best one for all hours, and the best plans that change it a few times.</summary>
/// <remarks>
/// Candidates are the grid as given and the best states at the mean load and at the hour of highest load of every period and of the year.
/// Each is computed exactly in every hour. Among candidates the plans are the best of all (dynamic programming over periods, states and
/// changes left); that no other state would do better over the year is not proved.
/// </remarks>
public static class SwitchingPlanner
{
    /// <summary>Limits count as kept within this, pu and share of the rating: ten times the tolerance of the flow.</summary>
    const double LimitTolerance = 1e-7;

    /// <summary>Finds the plans.</summary>
    /// <param name="grid">Grid without <see cref="Reconfiguration.Faults"/>.</param>
    /// <param name="hours">Powers into the buses.</param>
    /// <param name="options">Periods and what else is asked.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The grid has faults, or the periods do not ascend from 0 within the hours.</exception>
    public static SwitchingPlanSolution Solve(PowerGrid grid, HourlyInjections hours, SwitchingPlanOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(options);
        int[] starts = [.. options.PeriodStart, hours.Hours];
        if (starts[0] != 0 || Enumerable.Range(1, starts.Length - 1).Any(p => starts[p] <= starts[p - 1]))
        {
            throw new ArgumentException($"periods {string.Join(' ', starts)} do not ascend from 0", nameof(options));
        }

        var candidates = new List<SwitchState>();
        var given = Candidates(grid, hours, (starts, options.Search), candidates, cancellation);
        var range = new VoltageRange(grid.Buses.Count, options.SpreadPu);
        var (periods, loss, outside) = (options.PeriodStart.Length, new double[candidates.Count * options.PeriodStart.Length], new int[candidates.Count * options.PeriodStart.Length]);
        for (var c = 0; c < candidates.Count; c++)
        {
            cancellation.ThrowIfCancellationRequested();
            Measure(Reconfiguration.Switched(grid, candidates[c]), hours, (starts, options.Threads, range), loss.AsSpan(c * periods, periods), outside.AsSpan(c * periods, periods));
        }

        return new SwitchingPlanSolution
        {
            Candidates = [.. candidates], Given = given, LossMwh = loss, HoursOutside = outside,
            Plans = [.. Plans(candidates, loss, outside, (periods, Math.Min(options.MostChanges, periods - 1))).Select(plan => plan with { SpreadBuses = range.Beyond(plan.State) })],
        };
    }

    /// <summary>Collects the candidates; returns the place of the grid as given.</summary>
    static int Candidates(PowerGrid grid, HourlyInjections hours, (int[] Starts, ReconfigurationOptions Search) how, List<SwitchState> candidates, CancellationToken cancellation)
    {
        var (seen, given) = (new HashSet<string>(), -1);
        void Add(SwitchState state)
        {
            if (seen.Add(string.Join(' ', state.Open)))
            {
                candidates.Add(state);
            }
        }

        (int First, int End)[] spans = [(0, hours.Hours), .. Enumerable.Range(0, how.Starts.Length - 1).Select(p => (how.Starts[p], how.Starts[p + 1]))];
        foreach (var (first, end) in spans)
        {
            foreach (var load in (ReadOnlySpan<PowerGrid>)[At(grid, hours, first, end), Highest(grid, hours, first, end)])
            {
                var solution = Reconfiguration.Solve(load, how.Search, cancellation);
                if (solution.Given is { } state && given < 0)
                {
                    given = candidates.Count;
                    Add(state);
                }

                foreach (var best in solution.Best)
                {
                    Add(best);
                }
            }
        }

        return given;
    }

    /// <summary>The grid at the hour of a span whose loads and generation are the largest in sum.</summary>
    static PowerGrid Highest(PowerGrid grid, HourlyInjections hours, int first, int end)
    {
        double Sum(int hour) => Enumerable.Range(0, grid.Buses.Count).Sum(b => Math.Abs(hours.ActiveMw[b * hours.Hours + hour]));
        var highest = Enumerable.Range(first, end - first).MaxBy(Sum);
        return At(grid, hours, highest, highest + 1);
    }

    /// <summary>The grid with the mean powers of a span as loads.</summary>
    static PowerGrid At(PowerGrid grid, HourlyInjections hours, int first, int end)
    {
        double[] Mean(double[] powers) => [.. Enumerable.Range(0, grid.Buses.Count).Select(b => -powers.AsSpan(b * hours.Hours + first, end - first).ToArray().Average())];
        return grid with
        {
            Buses = grid.Buses with { LoadMw = Mean(hours.ActiveMw), LoadMvar = Mean(hours.ReactiveMvar) },
            Generators = grid.Generators with { PowerMw = new double[grid.Generators.Count], PowerMvar = new double[grid.Generators.Count] },
        };
    }

    /// <summary>Losses and hours outside the limits of each period.</summary>
    static void Measure(PowerGrid grid, HourlyInjections hours, (int[] Starts, int Threads, VoltageRange Range) how, Span<double> loss, Span<int> outside)
    {
        var hasRatings = grid.Branches.RatingMva.Any(rating => rating > 0);
        var year = new HourlyFlow(grid).Solve(hours, hasRatings ? HourlyArrays.Flows : HourlyArrays.Voltages, threads: how.Threads);
        for (var p = 0; p < loss.Length; p++)
        {
            how.Range.Add(year, how.Starts[p], how.Starts[p + 1]);
            for (var h = how.Starts[p]; h < how.Starts[p + 1]; h++)
            {
                loss[p] += year.IsSolved[h] ? year.LossMw[h] : 0;
                outside[p] += year.IsSolved[h] && IsWithin(grid, year, h) ? 0 : 1;
            }
        }
    }

    static bool IsWithin(PowerGrid grid, HourlyFlowSolution year, int hour)
    {
        for (var b = 0; b < grid.Buses.Count; b++)
        {
            var voltage = year.VoltagePu[b * year.Hours + hour];
            if (grid.Buses.Kind[b] != GridBusKind.Slack && (voltage < grid.Buses.MinVoltagePu[b] - LimitTolerance || voltage > grid.Buses.MaxVoltagePu[b] + LimitTolerance))
            {
                return false;
            }
        }

        for (var k = 0; k < grid.Branches.Count && year.FromMw.Length > 0; k++)
        {
            var (i, rating) = (k * year.Hours + hour, grid.Branches.RatingMva[k]);
            if (rating > 0 && year.Mva(i) > rating * (1 + LimitTolerance))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// least(n, p, s) = loss(s, p) + min(least(n, p − 1, s), min over s′ of least(n − 1, p − 1, s′)): the least losses of periods 0 … p that end in state s after n changes at most
    /// </summary>
    static SwitchingPlan[] Plans(List<SwitchState> candidates, double[] loss, int[] outside, (int Periods, int Changes) size)
    {
        var (states, periods) = (candidates.Count, size.Periods);
        double Loss(int s, int p) => outside[s * periods + p] == 0 ? loss[s * periods + p] : double.PositiveInfinity;
        var least = new double[size.Changes + 1, periods, states];
        var before = new int[size.Changes + 1, periods, states];
        for (var n = 0; n <= size.Changes; n++)
        {
            for (var p = 0; p < periods; p++)
            {
                for (var s = 0; s < states; s++)
                {
                    var (best, from) = p == 0 ? (0, s) : (least[n, p - 1, s], s);
                    for (var other = 0; other < states && p > 0 && n > 0; other++)
                    {
                        (best, from) = least[n - 1, p - 1, other] < best ? (least[n - 1, p - 1, other], other) : (best, from);
                    }

                    (least[n, p, s], before[n, p, s]) = (best + Loss(s, p), from);
                }
            }
        }

        return [.. Enumerable.Range(0, size.Changes + 1).Select(n => Plan(n)).OfType<SwitchingPlan>()];

        SwitchingPlan? Plan(int n)
        {
            var last = Enumerable.Range(0, states).MinBy(s => least[n, periods - 1, s]);
            var (total, plan) = (least[n, periods - 1, last], new int[periods]);
            for (var p = periods - 1; p >= 0; p--)
            {
                plan[p] = last;
                var from = before[n, p, last];
                (n, last) = (from == last ? n : n - 1, from);
            }

            int[] changes = [.. Enumerable.Range(1, periods - 1).Where(p => plan[p] != plan[p - 1])];
            return double.IsFinite(total)
                ? new SwitchingPlan(plan, total, changes.Length, changes.Sum(p => candidates[plan[p]].Open.Except(candidates[plan[p - 1]].Open).Count() * 2)) : null;
        }
    }
}
