using System.Collections.Immutable;
using System.Text;
using Suandian.Network;

namespace Suandian.Scheduling.Streams;

/// <summary>Work that arrives hour by hour, to be parted into jobs.</summary>
/// <param name="Name">Name of the workload.</param>
/// <param name="Class">Its class.</param>
/// <param name="CardH">Card-hours that arrive in each hour. Shape [hours].</param>
public sealed record StreamDemand(string Name, WorkloadClass Class, double[] CardH);

/// <summary>A job of a stream.</summary>
/// <param name="Demand">Place of the demand it is a part of.</param>
/// <param name="ArrivalS">Arrival, s from the first hour on.</param>
/// <param name="Cards">Cards it holds.</param>
/// <param name="RunS">Run time, s; a multiple of <see cref="JobGenerator.SlotS"/>.</param>
/// <param name="EstimateS">Time the user asks for, s.</param>
public readonly record struct StreamJob(int Demand, long ArrivalS, int Cards, long RunS, long EstimateS);

/// <summary>Parts hourly demand into jobs.</summary>
/// <remarks>
/// Jobs of a demand are laid end to end along its cumulated card-hours; each arrives at a moment drawn evenly from its own stretch. So at any
/// moment what has arrived as jobs differs from what has arrived as demand by less than one job, and the last job is cut so that the totals
/// agree to one slot of one card.
/// </remarks>
public static class JobGenerator
{
    /// <summary>Run times are multiples of this, s, as <c>shift</c> counts.</summary>
    public const int SlotS = 5;

    const double SlotsPerHour = 720, SecondsPerHour = 3600, Rounding = 1e-9;

    /// <summary>Makes the jobs, in order of arrival.</summary>
    /// <param name="demands">What arrives; each has draws of its own, by seed and name.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="mostCards">Most cards of a job, ≥ 1.</param>
    /// <param name="cancellation">Stops between demands.</param>
    public static ImmutableArray<StreamJob> Make(IReadOnlyList<StreamDemand> demands, int seed, int mostCards, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(demands);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostCards, 1);
        var jobs = new List<StreamJob>();
        for (var d = 0; d < demands.Count; d++)
        {
            cancellation.ThrowIfCancellationRequested();
            Part(demands[d], d, (new Random(seed ^ HashOf(demands[d].Name)), mostCards), jobs);
        }

        return [.. jobs.OrderBy(j => j.ArrivalS).ThenBy(j => j.Demand)];
    }

    static void Part(StreamDemand demand, int index, (Random Random, int MostCards) how, List<StreamJob> jobs)
    {
        var (shape, total, done) = (JobShape.Of(demand.Class), demand.CardH.Sum(), 0.0);
        var (hour, before) = (0, 0.0); // card-hours that arrive before the hour
        while (true)
        {
            var (cards, slots) = (shape.Cards(how.Random, how.MostCards), Math.Max(1, (long)Math.Round(shape.RunH(how.Random) * SlotsPerHour)));
            (cards, slots) = Cut(cards, slots, (total - done) * SlotsPerHour * (1 + Rounding));
            if (slots == 0)
            {
                return;
            }

            var size = cards * slots / SlotsPerHour;
            var at = Math.Min(done + how.Random.NextDouble() * size, total);
            for (; hour < demand.CardH.Length - 1 && (before + demand.CardH[hour] <= at || demand.CardH[hour] <= 0); hour++)
            {
                before += demand.CardH[hour];
            }

            var within = demand.CardH[hour] > 0 ? Math.Clamp((at - before) / demand.CardH[hour], 0, 1 - Rounding) : 0;
            jobs.Add(new StreamJob(index, (long)((hour + within) * SecondsPerHour), cards, slots * SlotS, JobShape.EstimateS(how.Random, slots * SlotS)));
            done += size;
        }
    }

    /// <summary>A job no larger than what is left, card-slots: shorter, and on fewer cards where not even a slot of all is left.</summary>
    static (int Cards, long Slots) Cut(int cards, long slots, double left) =>
        cards * (double)slots <= left ? (cards, slots) : left >= cards ? (cards, (long)(left / cards)) : left >= 1 ? ((int)left, 1) : (1, 0);

    /// <summary>The same on every machine: FNV-1a, 32 bits.</summary>
    static int HashOf(string name)
    {
        const uint Offset = 2_166_136_261, Prime = 16_777_619;
        return unchecked((int)Encoding.UTF8.GetBytes(name).Aggregate(Offset, (hash, b) => (hash ^ b) * Prime));
    }
}
