using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Scheduling.PlanYear;

public class JobDispatchTests
{
    const long Hour = 3600;

    [Fact]
    public void A_job_waits_for_the_hours_that_the_plan_gives_and_starts_anywhere_once_it_is_out_of_patience()
    {
        // 4 cards; the plan runs the work in every third hour of six only; the window is 2 h
        var (network, plan) = Case([0, 0, 4, 0, 0, 4], cards: 4);
        var block = new PlannedBlock(network, plan, 0); // hours 6 to 11 are those of the plan, six are laid before and behind
        PlanJob[] jobs = [new(0, 6 * Hour, 2, Hour / 2), new(0, (8 * Hour) + 60, 2, Hour), new(0, 9 * Hour, 2, Hour / 4), new(0, (9 * Hour) + 1, 4, Hour)];

        var dispatch = Run(block, jobs, network, new DispatchRule(InPieces: false, 0));

        Assert.Equal(8 * Hour, dispatch.FirstS[0]); // the third hour of the plan
        Assert.Equal((8 * Hour) + 60, dispatch.FirstS[1]); // beside it: 4 cards planned
        Assert.Equal(11 * Hour, dispatch.FirstS[2]); // the sixth hour, as its patience ends
        Assert.Equal((11 * Hour) + 900, dispatch.FirstS[3]); // all cards: when the one before has ended
        Assert.Equal(2 * 0.5 + 2 * (3540.0 / 3600), dispatch.Used[8], 1e-9);
        Assert.Equal(2 * (60.0 / 3600), dispatch.Used[9], 1e-9);
    }

    [Fact]
    public void Jobs_in_pieces_give_way_at_the_hour_to_older_ones_and_finish_their_work()
    {
        var (network, plan) = Case([4, 4, 4, 4, 4, 4], cards: 4);
        var block = new PlannedBlock(network, plan, 0);
        PlanJob[] jobs = [new(0, 6 * Hour, 3, 2 * Hour), new(0, (6 * Hour) + 10, 4, Hour)];

        var dispatch = Run(block, jobs, network, new DispatchRule(InPieces: true, 0));

        Assert.Equal([6 * Hour, 8 * Hour], dispatch.FirstS); // the older goes on, then the younger
        Assert.Equal([3, 3, 4, 0], dispatch.Used[6..10]);
    }

    [Fact]
    public void Headroom_is_for_jobs_out_of_patience_and_for_what_the_plan_is_behind()
    {
        var (network, plan) = Case([2, 2, 2, 2, 2, 2], cards: 2);
        var block = new PlannedBlock(network, plan, 0);
        PlanJob[] jobs = [new(0, 6 * Hour, 2, 12 * Hour), new(0, 6 * Hour, 2, Hour)];

        Assert.True(Run(block, jobs, network, new DispatchRule(false, 0)).FirstS[1] < 0); // twelve hours are all there are
        Assert.Equal(8 * Hour, Run(block, jobs, network, new DispatchRule(false, 1)).FirstS[1]);
    }

    static JobDispatch Run(PlannedBlock block, PlanJob[] jobs, HourlyNetwork network, DispatchRule rule)
    {
        var dispatch = new JobDispatch(block, jobs, network, rule);
        dispatch.Run(TestContext.Current.CancellationToken);
        return dispatch;
    }

    static (HourlyNetwork Network, PlanningSolution Plan) Case(double[] run, int cards)
    {
        var network = new TinyNetwork
        {
            Hours = run.Length,
            Buses = ["site"],
            Clusters = [new("hall", 0) { MaxItMw = cards / 1000.0, Pue = [1] }],
            Workloads = [new("science", 0) { ArrivalGpuH = [1], DeadlineH = 2, Penalty = 5 }],
            Pairs = [new ServicePair(0, 0, [], 0)],
        }.Build();
        return (network, Reports.TinyStudy.Plan() with { ClusterItMw = [cards / 1000.0], RunGpuH = run, UndoneGpuH = new double[run.Length] });
    }
}
