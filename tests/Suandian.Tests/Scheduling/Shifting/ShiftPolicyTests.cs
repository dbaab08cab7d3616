using static Suandian.Scheduling.Shifting.ShiftTraces;

namespace Suandian.Scheduling.Shifting;

public class ShiftPolicyTests
{
    static readonly ShiftOptions TwoHours = new() { ShortWaitH = 2, LongWaitH = 2 };

    [Fact]
    public void Wait_awhile_counts_what_a_resumption_adds() // 2 h in hours of 1, 2, 1.2, 9; 6 min more at the resumption
        => Assert.Equal([(0, Hour + 72), (2 * Hour, 3 * Hour)], Times(ShiftPolicyKind.WaitAwhile, (0, 2 * Hour, 1), TwoHours with { CheckpointTimeS = 360 }, 1, 2, 1.2, 9));

    [Fact]
    public void Suspend_by_threshold_sets_aside_what_the_resumption_adds()
    {
        // runs in hour 0, pauses until the wait of 1 h less 72 slots is used up, then runs 1 h and 72 slots
        var options = new ShiftOptions { ShortWaitH = 1, LongWaitH = 1, CheckpointTimeS = 360 };

        var times = Times(ShiftPolicyKind.ThresholdSuspend, (0, 2 * Hour, 1), options, 1, 9, 9, 9, 9);

        Assert.Equal([(0, Hour), (2 * Hour - 72, 3 * Hour)], times);
    }

    [Fact]
    public void Run_now_starts_at_arrival() => Assert.Equal([(100, 820)], Times(ShiftPolicyKind.RunNow, (100, Hour, 1), TwoHours, 5, 1, 4, 2));

    [Fact]
    public void Lowest_slot_starts_in_the_first_slot_of_the_lowest_hour_that_the_wait_reaches() =>
        Assert.Equal([(Hour, 2 * Hour)], Times(ShiftPolicyKind.LowestSlot, (0, Hour, 1), TwoHours, 5, 1, 1, 0)); // hour 3 is beyond the wait

    [Fact]
    public void Lowest_window_tries_every_hour_from_the_arrival()
    {
        // from half past: 5/2 + 1/2 = 3, then 1/2 + 4/2 = 2.5, then 4/2 + 2/2 = 3
        Assert.Equal([(1080, 1800)], Times(ShiftPolicyKind.LowestWindow, (360, Hour, 1), TwoHours, 5, 1, 4, 2));
    }

    [Fact]
    public void Lowest_window_reckons_with_the_mean_of_the_class_where_lengths_are_not_known()
    {
        // lengths 360 and 1080, mean 720: the first job would save most in hour 1 (0.5 h), a run of an hour in hours 2, 3: 3 + 3 against 1 + 9
        var trace = Of((0, 360, 1), (0, 1080, 1));
        var options = TwoHours with { Lengths = LengthKnowledge.ClassMean };

        var schedule = Schedule(ShiftPolicyKind.LowestWindow, trace, new HourlySignal([5, 1, 0.5, 9]), options);

        Assert.Equal(2 * Hour, schedule.Segments[0].Start);
        Assert.Equal(2 * Hour, schedule.Segments[1].Start);
    }

    [Fact]
    public void Carbon_time_takes_the_most_saving_for_each_hour_until_the_end() // 4 in 2 h beats 5 in 3 h
        => Assert.Equal([(Hour, 2 * Hour)], Times(ShiftPolicyKind.CarbonTime, (0, Hour, 1), TwoHours, 10, 6, 5, 9));

    [Fact]
    public void Carbon_time_runs_at_once_where_nothing_is_saved() => Assert.Equal([(0, Hour)], Times(ShiftPolicyKind.CarbonTime, (0, Hour, 1), TwoHours, 1, 2, 3, 4));

    [Fact]
    public void Suspend_by_threshold_waits_for_the_30_percent_quantile_of_the_day_or_the_end_of_its_patience()
    {
        // 24 h falling from 23 to 0: the quantile is 7 (rank 0.3 · 17 279 = 5 183.7, slots 5 040 … 5 759 hold 7); below it from hour 17 on
        double[] day = [.. Enumerable.Range(0, 24).Select(h => 23.0 - h)];

        Assert.Equal([(17 * Hour, 19 * Hour)], Times(ShiftPolicyKind.ThresholdSuspend, (0, 2 * Hour, 1), new ShiftOptions { LongWaitH = 20 }, day));
        Assert.Equal([(10 * Hour, 12 * Hour)], Times(ShiftPolicyKind.ThresholdSuspend, (0, 2 * Hour, 1), new ShiftOptions { LongWaitH = 10 }, day));
    }

    [Fact]
    public void Wait_awhile_runs_in_the_lowest_slots_until_the_deadline_and_the_earlier_of_equal_ones() =>
        Assert.Equal([(Hour, 2 * Hour), (3 * Hour, 4 * Hour)], Times(ShiftPolicyKind.WaitAwhile, (0, 2 * Hour, 1), TwoHours, 5, 1, 4, 2, 0).Concat(
            Times(ShiftPolicyKind.WaitAwhile, (0, 300, 1), TwoHours, 7, 7, 7, 7)).Take(2));

    [Fact]
    public void Wait_awhile_with_unknown_length_ends_early_or_goes_on_but_waits_no_longer_than_allowed()
    {
        // both long, mean 3 h, window of 5 h: hours 1, 3, 4. The one of 2 h takes hours 1 and 3; the one of 4 h those and then hour 5.
        var trace = Of((0, 2 * Hour, 1), (0, 4 * Hour, 1));

        var schedule = Schedule(ShiftPolicyKind.WaitAwhile, trace, new HourlySignal([9, 1, 9, 2, 3, 7, 0]), TwoHours with { Lengths = LengthKnowledge.ClassMean });

        Assert.Equal([(0, Hour, 2 * Hour), (0, 3 * Hour, 4 * Hour), (1, Hour, 2 * Hour), (1, 3 * Hour, 6 * Hour)], schedule.Segments.Select(s => (s.Job, s.Start, s.End)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Policies_equal_a_slot_by_slot_transcription_of_their_definitions(int seed)
    {
        var (trace, signal) = (ShiftTraces.Random(seed, 40), RandomSeries(seed, 70).CarbonGPerKwh!);
        var options = new ShiftOptions { ShortWaitH = 3, LongWaitH = 9.5, Lengths = seed == 2 ? LengthKnowledge.Known : LengthKnowledge.ClassMean };
        double[] slots = [.. signal.SelectMany(v => Enumerable.Repeat(v, Hour)), .. Enumerable.Repeat(signal[^1], 20 * Hour)];
        foreach (var policy in (ShiftPolicyKind[])[ShiftPolicyKind.LowestSlot, ShiftPolicyKind.LowestWindow, ShiftPolicyKind.CarbonTime, ShiftPolicyKind.ThresholdSuspend, ShiftPolicyKind.WaitAwhile])
        {
            var schedule = Schedule(policy, trace, new HourlySignal(signal), options);
            for (var j = 0; j < trace.Count; j++)
            {
                var expected = SlotBySlot.Runs(policy, trace.Job(j, options), slots, signal.Length * Hour);
                var runs = schedule.Segments.Where(s => s.Job == j).SelectMany(s => Enumerable.Range(s.Start, s.End - s.Start));
                Assert.True(expected.SequenceEqual(runs), $"{policy}, job {j}");
            }
        }
    }

    static IEnumerable<(int, int)> Times(ShiftPolicyKind policy, (int, int, int) job, ShiftOptions options, params double[] signal) =>
        Schedule(policy, Of(job), new HourlySignal(signal), options).Segments.Select(s => (s.Start, s.End));
}


/// <summary>The definitions of GAIA written down once more, slot by slot and as plainly as can be.</summary>
static class SlotBySlot
{
    internal static IEnumerable<int> Runs(ShiftPolicyKind policy, ShiftJob job, double[] slots, int known)
    {
        int[] hours = [.. Enumerable.Range(0, job.Wait / Hour + 1).Select(k => job.Arrival + k * Hour)];
        double Cost(int start) => Math.Round(slots.Skip(start).Take(job.Expected).Sum(), 6);
        return policy switch
        {
            ShiftPolicyKind.LowestSlot => Enumerable.Range(Enumerable.Range(job.Arrival, job.Wait + 1).MinBy(s => slots[s]), job.Length),
            ShiftPolicyKind.LowestWindow => Enumerable.Range(hours.MinBy(Cost), job.Length),
            ShiftPolicyKind.CarbonTime => Enumerable.Range(hours.MaxBy(s => (Cost(job.Arrival) - Cost(s)) / (s - job.Arrival + job.Expected)), job.Length),
            ShiftPolicyKind.ThresholdSuspend => Threshold(job, slots, known),
            _ => Waiting(job, slots),
        };
    }

    static IEnumerable<int> Threshold(ShiftJob job, double[] slots, int known)
    {
        double[] day = [.. slots.Take(known).Skip(job.Arrival).Take(24 * Hour).Order()];
        var place = 0.3 * (day.Length - 1);
        var (low, high) = (day[(int)Math.Floor(place)], day[(int)Math.Ceiling(place)]);
        var (threshold, left, wait) = (low + (high - low) * (place - Math.Floor(place)), job.Length, job.Wait);
        for (var slot = job.Arrival; left > 0; slot++)
        {
            if (slots[slot] < threshold || wait == 0)
            {
                left--;
                yield return slot;
            }
            else
            {
                wait--;
            }
        }
    }

    static IEnumerable<int> Waiting(ShiftJob job, double[] slots)
    {
        var window = Enumerable.Range(job.Arrival, job.Expected + job.Wait).OrderBy(s => slots[s]).ThenBy(s => s).Take(job.Expected).Order();
        return window.Concat(Enumerable.Range(job.Arrival + job.Expected + job.Wait, job.Length)).Take(job.Length);
    }
}
