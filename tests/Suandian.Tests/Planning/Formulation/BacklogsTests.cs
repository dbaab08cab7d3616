using Suandian.Optimisation;

namespace Suandian.Planning.Formulation;

public class BacklogsTests
{
    static TinyNetwork Network(int deadline, double[] arrivals, double[] price) => new()
    {
        Hours = arrivals.Length,
        Clusters = [new("hall", 0) { ExistingItMw = 1 }],
        Workloads = [new("rendering", 0) { ArrivalGpuH = arrivals, DeadlineH = deadline, Penalty = 1000 }],
        Pairs = [new(0, 0, [], 0)],
        Trades = [new("grid", 0, true) { MaxMw = 10, Price = price }],
    };

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 20)]
    [InlineData(2, 10)]
    [InlineData(3, 5)]
    [InlineData(9, 5)]
    public void Work_waits_for_the_cheapest_hour_of_its_window(int deadline, double price)
    {
        var plan = Plans.Solve(Network(deadline, [1000, 0, 0, 0], [30, 20, 10, 5]));

        // 1000 GPU-h at 1000 GPU-h/MWh are 1 MWh, in one of 4 hours that stand for 2190 h each
        Assert.Equal(2190 * price, plan.ObjectiveYuan, 1e-6);
    }

    [Fact]
    public void The_window_of_late_hours_runs_around_into_the_first_of_the_block()
    {
        var plan = Plans.Solve(Network(2, [0, 0, 0, 1000], [7, 3, 1, 9]));

        // from hour 3: hours 3, 0, 1 with prices 9, 7, 3
        Assert.Equal(2190 * 3, plan.ObjectiveYuan, 1e-6);
    }

    [Theory]
    [InlineData(0.009, 20 + 9, 1000)]
    [InlineData(0.011, 30, 0)]
    public void A_job_waits_for_a_cheaper_hour_only_while_that_saves_more_than_waiting_costs(double waitingCost, double yuan, double waiting)
    {
        var network = Network(1, [1000, 0], [30, 20]) with
        {
            Workloads = [new("rendering", 0) { ArrivalGpuH = [1000, 0], DeadlineH = 1, Penalty = 1000, WaitingCost = waitingCost }],
        };

        var plan = Plans.Solve(network);

        // 1000 GPU-h are 1 MWh: 30 yuan now, or 20 yuan and an hour of waiting for 1000 × the price; even at 0.010. Hours of 4380 h/a
        Assert.Equal(4380 * yuan, plan.ObjectiveYuan, 1e-6);
        Assert.Equal([waiting, 0], plan.BacklogGpuH.Select(b => Math.Round(b, 6)));
    }

    [Fact]
    public void Waiting_is_paid_for_each_hour_of_it()
    {
        var network = Network(3, [1000, 0, 0, 0], [30, 29, 28, 5]) with
        {
            Workloads = [new("rendering", 0) { ArrivalGpuH = [1000, 0, 0, 0], DeadlineH = 3, Penalty = 1000, WaitingCost = 0.002 }],
        };

        var plan = Plans.Solve(network);

        // three hours at 2 yuan each for the hour of 5; hours of 2190 h/a
        Assert.Equal(2190 * (5 + (3 * 2)), plan.ObjectiveYuan, 1e-6);
    }

    [Fact]
    public void Work_is_given_up_where_it_costs_less_than_doing_it()
    {
        var network = Network(0, [1500, 0], [100, 100]) with
        {
            Workloads = [new("rendering", 0) { ArrivalGpuH = [1500, 0], Penalty = 0.25 }],
        };

        var plan = Plans.Solve(network);

        // hour of 4380 h/a: 1000 GPU-h done for 100 yuan (0.1 a GPU-h), 500 beyond the cluster given up for 125
        Assert.Equal(4380 * 225, plan.ObjectiveYuan, 1e-6);
        Assert.Equal(500, plan.UndoneGpuH[0], 1e-6);
    }

    [Fact]
    public void The_bound_on_the_backlog_allows_exactly_what_sending_each_arrival_to_an_hour_allows()
    {
        var random = new Random(20240607);
        for (var trial = 0; trial < 40; trial++)
        {
            var (hours, deadline) = (random.Next(3, 9), random.Next(0, 5));
            var arrivals = Enumerable.Range(0, hours).Select(_ => (double)random.Next(0, 1600)).ToArray();
            var price = Enumerable.Range(0, hours).Select(_ => (double)random.Next(1, 90)).ToArray();

            var plan = Plans.Solve(Network(deadline, arrivals, price));

            Assert.Equal(CostOfSending(deadline, arrivals, price), plan.ObjectiveYuan, 1e-9 * (1 + plan.ObjectiveYuan));
        }
    }

    /// <summary>The same choice written arrival by arrival: send[a,t] with t within the deadline of a, no backlog anywhere.</summary>
    static double CostOfSending(int deadline, double[] arrivals, double[] price)
    {
        var hours = arrivals.Length;
        bool Reaches(int a, int t) => (t - a + hours) % hours <= deadline;
        var model = new LinearModel("sending");
        var send = model.Variables("send", new Members(hours, hours) { Where = Reaches }, 0, double.PositiveInfinity);
        var give = model.Variables("give_up", hours, 1, 0, double.PositiveInfinity);
        model.Minimise("energy", hours, hours, (a, t) => 8760.0 / hours * price[t] / 1000 * send[a, t]);
        model.Minimise("penalty", hours, 1, (a, _) => 8760.0 / hours * 1000 * give[a, 0]);
        model.Subject("all", hours, 1, (a, _) => Expression.Sum(hours, t => send[a, t]) + give[a, 0] == arrivals[a]);
        model.Subject("room", hours, 1, (t, _) => Expression.Sum(hours, a => send[a, t]) <= 1000);
        return Solver.Solve(model, new() { Method = SolverMethod.Simplex }).Objective;
    }
}
