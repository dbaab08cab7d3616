using Suandian.Network;

namespace Suandian.Planning;

public class ReplayTests
{
    static readonly HourlyNetwork Network = ReplayCase.Network();

    /// <summary>A plan with one fault, the kind that must be found, and where.</summary>
    static readonly (ReplayKind Kind, string Component, int Snapshot, Func<PlanningSolution, PlanningSolution> Plant)[] Faults =
    [
        (ReplayKind.Shape, "generator_mw", -1, p => p with { GeneratorMw = [1, 2, 3] }),
        (ReplayKind.Shape, "line_mw", 1, p => p with { LineMw = Set(p.LineMw, 5, double.NaN) }),
        (ReplayKind.BusBalance, "a", 2, p => p with { TradeMw = Set(p.TradeMw, 2, 15.2) }),
        (ReplayKind.BusBalance, "heat", 0, p => p with { LinkForwardMw = Set(p.LinkForwardMw, 4, 0.99) }),
        (ReplayKind.GeneratorOutput, "wind", 1, p => p with { GeneratorMw = Set(p.GeneratorMw, 1, 36.1) }),
        (ReplayKind.GeneratorOutput, "wind", 3, p => p with { GeneratorMw = Set(p.GeneratorMw, 3, 15.9) }),
        (ReplayKind.GeneratorCapacity, "wind", -1, p => p with { GeneratorCapacityMw = [50.1] }),
        (ReplayKind.GeneratorCapacity, "wind", -1, p => p with { GeneratorCapacityMw = [9.9] }),
        (ReplayKind.StoragePower, "battery", 0, p => p with { ChargeMw = Set(p.ChargeMw, 0, 4.01) }),
        (ReplayKind.StorageBalance, "battery", 3, p => p with { DischargeMw = Set(p.DischargeMw, 3, 0.9) }),
        (ReplayKind.StorageBalance, "battery", 1, p => p with { SpillMw = new double[4] }),
        (ReplayKind.StorageLevel, "battery", 2, p => p with { LevelMwh = Set(p.LevelMwh, 2, 8.1) }),
        (ReplayKind.StorageSpill, "battery", 0, p => p with { SpillMw = Set(p.SpillMw, 0, 0.1) }),
        (ReplayKind.StorageCapacity, "battery", -1, p => p with { StorageEnergyMwh = [9] }),
        (ReplayKind.StoreBalance, "tank", 0, p => p with { StoreMw = Set(p.StoreMw, 0, -1.1) }),
        (ReplayKind.StoreLevel, "tank", 1, p => p with { StoreLevelMwh = [3, 4.5, 2, 2] }),
        (ReplayKind.StoreCapacity, "tank", -1, p => p with { StoreEnergyMwh = [6.5] }),
        (ReplayKind.LinkFlow, "dc", 3, p => p with { LinkForwardMw = Set(p.LinkForwardMw, 3, 10.5) }),
        (ReplayKind.LinkFlow, "dc", 0, p => p with { LinkBackwardMw = Set(p.LinkBackwardMw, 0, 0.1) }),
        (ReplayKind.LinkCapacity, "heater", -1, p => p with { LinkCapacityMw = [10, 1.1] }),
        (ReplayKind.LineFlow, "bc", 2, p => p with { LineMw = Set(p.LineMw, 6, -10.1) }),
        (ReplayKind.LineCapacity, "ab", -1, p => p with { LineCapacityMw = [21, 10, 20] }),
        (ReplayKind.VoltageLaw, "bc", 1, p => p with { LineMw = Set(p.LineMw, 1, 9.5) }),
        (ReplayKind.TradePower, "out", 1, p => p with { TradeMw = Set(p.TradeMw, 5, 5.5) }),
        (ReplayKind.TradePeak, "in", 2, p => p with { TradePeakMw = Set(p.TradePeakMw, 1, 14.5) }),
        (ReplayKind.Shedding, "c", 0, p => p with { ShedMw = Set(p.ShedMw, 8, 30.5) }),
        (ReplayKind.Shedding, "b", 0, p => p with { ShedMw = Set(p.ShedMw, 4, -1) }),
        (ReplayKind.ClusterBusy, "hall", 1, p => p with { RunGpuH = Set(p.RunGpuH, 1, 2100) }),
        (ReplayKind.ClusterPower, "hall", 2, p => p with { ItMw = Set(p.ItMw, 2, 1) }),
        (ReplayKind.ClusterCapacity, "hall", -1, p => p with { ClusterItMw = [3.2] }),
        (ReplayKind.WorkSign, "render", 0, p => p with { RunGpuH = Set(p.RunGpuH, 0, -5) }),
        (ReplayKind.Backlog, "render", 0, p => p with { BacklogGpuH = Set(p.BacklogGpuH, 0, 900) }),
        (ReplayKind.WorkBeforeArrival, "render", 0, p => p with { RunGpuH = [1500, 500, 1000, 900] }),
        (ReplayKind.Deadline, "render", 2, p => p with { RunGpuH = [0, 500, 2000, 1400] }),
        (ReplayKind.FibreRate, "fibre", 1, p => p with { FibreGbitS = [7.9] }),
        (ReplayKind.FibreCapacity, "fibre", -1, p => p with { FibreGbitS = [9.5] }),
        (ReplayKind.Rule, "self use", -1, p => p with { TradeMw = [6.5, 10, 15.25, 14.375, 5, 5, 5, 5] }),
        (ReplayKind.Money, "", -1, p => p with { ObjectiveYuan = p.ObjectiveYuan * (1 + 2e-6) }),
    ];

    public static TheoryData<int> FaultNumbers => [.. Enumerable.Range(0, Faults.Length)];

    [Fact]
    public void A_right_plan_passes_every_check()
    {
        var report = Replay.Check(Network, ReplayCase.Plan(), LineModel.Kirchhoff);

        Assert.Equal([], report.Checks.Where(c => !c.Holds));
    }

    [Theory]
    [InlineData(LineModel.Transport)]
    [InlineData(LineModel.Kirchhoff)]
    public void The_plan_that_the_solver_finds_passes_every_check(LineModel lines)
    {
        var plan = PlanningModel.Build(Network, new PlanningOptions { LineModel = lines }).Solve(null, TestContext.Current.CancellationToken);

        var report = Replay.Check(Network, plan, lines);

        Assert.Equal([], report.Checks.Where(c => !c.Holds));
        Assert.True(plan.ObjectiveYuan < ReplayCase.Yuan);
    }

    [Theory]
    [MemberData(nameof(FaultNumbers))]
    public void A_planted_fault_is_found_and_named_by_component_and_hour(int number)
    {
        var (kind, component, snapshot, plant) = Faults[number];

        var report = Replay.Check(Network, plant(ReplayCase.Plan()), LineModel.Kirchhoff);

        var check = report.Check(kind);
        Assert.False(report.Holds);
        Assert.False(check.Holds);
        Assert.Equal((component, snapshot), (check.Component, check.Snapshot));
    }

    [Fact]
    public void Every_kind_of_fault_has_been_planted() =>
        Assert.Equal(Enum.GetValues<ReplayKind>(), Faults.Select(f => f.Kind).Concat(Formulation.CommitmentTests.Planted).Concat(ReplaySumsTests.Planted).Distinct().Order());

    [Fact]
    public void Every_kind_has_a_name_in_both_languages() =>
        Assert.All(Replay.Check(Network, ReplayCase.Plan()).Checks, c => Assert.NotEqual(c.Name.Zh, c.Name.En));

    [Fact]
    public void The_voltage_law_is_demanded_only_where_lines_follow_Kirchhoff()
    {
        var plan = ReplayCase.Plan();
        var detour = plan with { LineMw = Set(plan.LineMw, 1, 9.5) };

        var report = Replay.Check(Network, detour, LineModel.Transport);

        Assert.True(report.Check(ReplayKind.VoltageLaw).Holds);
    }

    [Fact]
    public void Waiting_is_counted_first_in_first_out()
    {
        var render = Assert.Single(Replay.Check(Network, ReplayCase.Plan()).Workloads);

        // 1000 of 3900 GPU-hours wait one hour, the rest none; 100 are given up; each hour stands for 2190.
        Assert.Equal(3900 * ReplayCase.Weight, render.DoneGpuH, 1e-6);
        Assert.Equal(100 * ReplayCase.Weight, render.UndoneGpuH, 1e-6);
        Assert.Equal(1000.0 / 3900, render.MeanWaitH, 1e-12);
        Assert.Equal(1, render.Wait95H);
        Assert.Equal((0, 0), (render.LateGpuH, render.LargestLatenessH));
    }

    [Fact]
    public void Late_work_is_told_in_hours_and_in_gpu_hours()
    {
        // Hour 0 leaves all its 1000 waiting, hour 1 takes 500 of them, hour 2 the other 500: one hour late.
        var late = ReplayCase.Plan() with { RunGpuH = [0, 500, 2000, 1400] };

        var render = Assert.Single(Replay.Check(Network, late).Workloads);

        Assert.Equal(500 * ReplayCase.Weight, render.LateGpuH, 1e-6);
        Assert.Equal(1, render.LargestLatenessH);
    }

    [Fact]
    public void Work_that_waits_over_the_end_of_a_block_is_followed_into_its_beginning()
    {
        // 10 arrive in the last hour only and are done in the first: they wait one hour.
        var network = new TinyNetwork
        {
            Clusters = [new("hall", 0) { ExistingItMw = 1 }],
            Workloads = [new("render", 0) { ArrivalGpuH = [0, 0, 0, 10], DeadlineH = 1 }],
            Pairs = [new ServicePair(0, 0, [], 0)],
        }.Build();
        var plan = EmptyPlan(network) with
        {
            ClusterItMw = [1],
            ItMw = [0.01, 0, 0, 0],
            RunGpuH = [10, 0, 0, 0],
            BacklogGpuH = [0, 0, 0, 10],
            UndoneGpuH = new double[4],
        };

        var report = Replay.Check(network, plan);

        Assert.Equal(1, Assert.Single(report.Workloads).MeanWaitH);
        Assert.True(report.Check(ReplayKind.Deadline).Holds);
        Assert.True(report.Check(ReplayKind.Backlog).Holds);
    }

    [Fact]
    public void Rules_state_the_share_that_was_reached()
    {
        var rules = Replay.Check(Network, ReplayCase.Plan()).Rules;

        // Available 40 + 36 + 32 + 32 = 140, green 136, exported 8.
        Assert.Equal(128.0 / 140, rules[0].Value, 1e-12);
        Assert.Equal(8 * ReplayCase.Weight, rules[1].Value, 1e-6);
    }

    [Fact]
    public void The_items_of_the_annual_cost_add_up_to_it()
    {
        var report = Replay.Check(Network, ReplayCase.Plan());

        Assert.Equal(ReplayCase.Yuan, report.Costs.Sum(c => c.Yuan), 1e-6);
        Assert.Equal(-200 * 8 * ReplayCase.Weight, report.Costs.Single(c => c.Kind == ReplayCost.ExportRevenue).Yuan, 1e-6);
        Assert.Equal(1000 * 12 * 12.625, report.Costs.Single(c => c.Kind == ReplayCost.DemandCharge).Yuan, 1e-6);
    }

    [Fact]
    public void What_waiting_costs_is_its_price_times_the_hours_that_the_queue_shows()
    {
        var report = Replay.Check(Network, ReplayCase.Plan());

        var render = Assert.Single(report.Workloads);
        var waiting = report.Costs.Single(c => c.Kind == ReplayCost.Waiting);
        Assert.Equal(("render", ReplayCase.WaitingYuan), (waiting.Component, waiting.Yuan));
        Assert.Equal(0.02 * render.MeanWaitH * render.DoneGpuH, waiting.Yuan, 1e-6); // Little's law: what is given up here has not waited
    }

    static double[] Set(double[] values, int place, double value)
    {
        values[place] = value;
        return values;
    }

    static PlanningSolution EmptyPlan(HourlyNetwork network)
    {
        var t = network.Snapshots.Count;
        return ReplayCase.Plan() with
        {
            ObjectiveYuan = 0,
            GeneratorCapacityMw = [],
            StoragePowerMw = [],
            StorageEnergyMwh = [],
            StoreEnergyMwh = [],
            LinkCapacityMw = [],
            LineCapacityMw = [],
            FibreGbitS = [],
            TradePeakMw = [],
            GeneratorMw = [],
            ChargeMw = [],
            DischargeMw = [],
            LevelMwh = [],
            SpillMw = [],
            StoreLevelMwh = [],
            StoreMw = [],
            LinkForwardMw = [],
            LinkBackwardMw = [],
            LineMw = [],
            TradeMw = [],
            ShedMw = new double[network.Buses.Length * t],
        };
    }
}
