using Suandian.Network;
using Suandian.Optimisation;

namespace Suandian.Reports;

/// <summary>What the report says of waiting: warnings and the price that the program brings.</summary>
public class WaitingTests
{
    /// <summary>Work that arrives in a year, GPU-h.</summary>
    const double Work = TinyStudy.DemandGpuH;

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1e-4, 1e-4 * Work * 0.99, false)] // the gap is worth 0.99 h of waiting
    [InlineData(1e-4, 1e-4 * Work * 1.01, true)]
    public void Waits_are_open_where_less_would_cost_the_same_within_the_gap(double cost, double gapYuan, bool isOpen)
    {
        var codes = CodesOf(Waiting([cost], gapYuan));

        Assert.Equal(isOpen, codes.Contains("waits_open"));
    }

    [Fact]
    public void Waits_are_open_where_nothing_was_proved()
    {
        var study = Waiting([1e-4], 0);

        Assert.Contains("waits_open", CodesOf(study with { Plan = study.Plan with { Certificate = null } }));
    }

    [Theory]
    [InlineData(1e-4, 1e-4, true)]
    [InlineData(1e-4, 2e-4, false)]
    public void Classes_of_equal_price_share_their_waiting_in_one_of_many_ways(double one, double other, bool isShared)
    {
        var study = Waiting([one, other], 0);

        var warning = StudyFigures.From(study).Warnings.Data.Rows.SingleOrDefault(w => w.Code == "waits_shared");

        Assert.Equal(isShared, warning is not null);
        Assert.True(warning is null || warning.Effect.En.Contains("0.125 h", StringComparison.Ordinal)); // 200 of 1600 GPU-h wait an hour
    }

    [Fact]
    public void A_price_the_case_does_not_state_is_an_assumption_with_its_money()
    {
        var assumptions = StudyFigures.From(Waiting([Workload.SmallWaitingCost, Workload.SmallWaitingCost], 0)).Assumptions.Data;

        var row = assumptions.Rows.Single(r => r.Id == "workloads.waiting_cost_yuan_per_gpu_hour_h");
        Assert.Equal(("0.0001", "yuan/GPU-h/h", Status.Estimate), (row.Value, row.Unit, row.Status));
        Assert.Equal(1e-4 * 200 * 4380, row.YearlyYuan, 1e-9);
        Assert.Equal(1, assumptions.Shares.Sum(s => s.SharePu), 1e-12);
    }

    [Fact]
    public void A_price_the_case_states_is_no_assumption_of_the_program() => Assert.DoesNotContain(
        StudyFigures.From(Waiting([0.5], 0)).Assumptions.Data.Rows, r => r.Id == "workloads.waiting_cost_yuan_per_gpu_hour_h");

    static HashSet<string> CodesOf(Study study) => [.. StudyFigures.From(study).Warnings.Data.Rows.Select(w => w.Code)];

    /// <summary>The county of the sheet of paper with its work in equal classes that may wait an hour; 200 GPU-h of the first wait from hour 0 to 1.</summary>
    static Study Waiting(double[] cost, double gapYuan)
    {
        var (study, count) = (TinyStudy.Study(), cost.Length);
        T[] Each<T>(Func<int, T> value) => [.. Enumerable.Range(0, count).Select(value)];
        var name = Each(w => $"render{w}");
        var waiting = cost[0] * 200 * 4380;
        var objective = study.Plan.ObjectiveYuan + waiting;
        return study with
        {
            Case = study.Case with
            {
                Workloads = [.. Each(w => study.Case.Workloads[0] with { Name = name[w], NameEn = name[w], DeadlineH = 1, WaitingCostYuanPerGpuHourH = cost[w] })],
            },
            Network = study.Network with
            {
                Workloads = study.Network.Workloads with
                {
                    Name = name,
                    Origin = Each(_ => 1),
                    Class = Each(_ => WorkloadClass.Science),
                    ArrivalGpuH = [.. Each(_ => new[] { 800.0 / count, 800.0 / count }).SelectMany(a => a)],
                    DeadlineH = Each(_ => 1),
                    PenaltyYuanPerGpuH = Each(_ => 5.0),
                    WaitingCostYuanPerGpuHourH = cost,
                    DataGbPerGpuH = Each(_ => 0.9),
                    Pairs = [.. Each(w => new ServicePair(w, 0, [0], 2))],
                },
            },
            Base = null,
            Plan = study.Plan with
            {
                ObjectiveYuan = objective,
                RunGpuH = [.. Each(w => w == 0 ? new[] { (800.0 / count) - 200, (800.0 / count) + 200 } : [800.0 / count, 800.0 / count]).SelectMany(r => r)],
                BacklogGpuH = [.. Each(w => w == 0 ? new[] { 200.0, 0 } : [0, 0]).SelectMany(b => b)],
                UndoneGpuH = new double[2 * count],
                Certificate = Proof(objective, gapYuan),
            },
        };
    }

    static Certificate Proof(double objective, double gapYuan) => new()
    {
        Demand = new CertificateDemand { RelativeGap = 1 },
        Objective = objective,
        DualBound = objective - gapYuan,
        RelativeGap = gapYuan / objective,
        Row = default,
        Bound = default,
        Dual = default,
        Complementarity = default,
        Unbounded = null,
    };
}
