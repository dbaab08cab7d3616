using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Planning;
using Suandian.Reports.Figures;
using Suandian.Scheduling.PlanYear;

namespace Suandian.Reports;

/// <summary>The figures of a real plan: cases/first-steps, read, solved and reported.</summary>
public class FirstStepsStudyTests
{
    static readonly Study Study = Solved();

    static readonly StudyFigures Figures = StudyFigures.From(Study);

    [Fact]
    public void Prices_times_volumes_give_the_objective_of_plan_and_base()
    {
        var (energy, gpu) = (Figures.EnergyPrice.Data, Figures.GpuHourPrice.Data);
        var other = Figures.Dispatch.Data.Totals.OtherLoadServedMwh;

        var plan = (energy.Total.Plan * other) + (gpu.Total.Plan * gpu.Volume.Plan);
        var today = (energy.Total.Base!.Value * other) + (gpu.Total.Base!.Value * gpu.Volume.Base!.Value);

        // one bus, no far end; plan and base serve the same other load; sums of thousands of products
        Assert.Equal(1, plan / Study.Plan.ObjectiveYuan, 1e-9);
        Assert.Equal(1, today / Study.Base!.ObjectiveYuan, 1e-9);
    }

    [Fact]
    public void Certificate_and_replay_hold_and_say_so() =>
        Assert.True(Figures.Certificate.Data is { Checked: true, Holds: true }, string.Join('\n', Figures.Certificate.Data.Replay.Where(c => !c.Holds)));

    [Fact]
    public void Supply_meets_use_in_every_hour()
    {
        var d = Figures.Dispatch.Data;
        for (var t = 0; t < d.WeightH.Length; t++)
        {
            var supply = d.Supply.Sum(s => s.Mw[t]) + d.ShedMw[t];
            var use = d.OtherLoadMw[t] + d.FixedComputingMw[t] + d.FlexibleComputingMw[t] + d.Below.Sum(s => s.Mw[t]) + d.LossesMw[t];
            Assert.Equal(supply, use, 1e-5); // shown powers below 1e-6 MW are set to zero
        }
    }

    [Fact]
    public void The_plan_costs_no_more_than_the_base_and_is_greener()
    {
        Assert.True(Study.Plan.ObjectiveYuan <= Study.Base!.ObjectiveYuan * (1 + 1e-8));
        Assert.InRange(Figures.Green.Data.YearPu.Plan, 0.3, 1);
        Assert.True(Figures.Green.Data.YearPu.Plan > Figures.Green.Data.YearPu.Base);
    }

    [Fact]
    public void Every_hour_of_day_share_lies_between_nothing_and_all() =>
        Assert.All(Figures.Green.Data.SharePu, share => Assert.InRange(share, 0, 1));

    [Fact]
    public void What_green_power_covers_of_computing_is_added_up_from_the_dispatch()
    {
        var year = JobYear.Run(Study.Network, Study.Plan, cancellation: TestContext.Current.CancellationToken)!;
        var figures = StudyFigures.From(Study with { JobYear = year });
        var (d, jobs) = (figures.Dispatch.Data, figures.Jobs!.Data);
        double Green(int t) => d.Supply.Where(s => s.Technology is Technology.Wind or Technology.Pv).Sum(s => s.Mw[t]);
        double Computing(int t) => d.FixedComputingMw[t] + d.FlexibleComputingMw[t];
        double Year(Func<int, double> mw) => Enumerable.Range(0, d.WeightH.Length).Sum(t => d.WeightH[t] * mw(t));

        Assert.Equal(Year(t => Math.Min(Computing(t), Green(t))) / Year(Computing), jobs.GreenPlannedPu, 1e-6);
        Assert.InRange(jobs.GreenPu, 0.5 * jobs.GreenPlannedPu, 1);
        Assert.All(Enumerable.Range(0, jobs.JobsMw.Length), h => Assert.Equal(jobs.JobsMw[h] - jobs.PlannedMw[h], jobs.ComputingMw[h] - jobs.ComputingPlannedMw[h], 1e-9)); // one bus: all clusters are here
        Assert.All(jobs.Workloads, w => Assert.True(w.WithinH.Zip(w.WithinH.Skip(1)).All(p => p.First <= p.Second)));
    }

    static Study Solved()
    {
        var data = CaseFolder.Read(Repository.File("cases/first-steps")).Case!;
        var network = NetworkBuilder.Build(data);
        var plan = PlanningModel.Build(network, new PlanningOptions()).Solve();
        var today = NetworkBuilder.BaseCase(network, plan);
        return new Study
        {
            Case = data,
            Network = network,
            Plan = plan,
            BaseNetwork = today,
            Base = PlanningModel.Build(today, new PlanningOptions()).Solve(),
            Provenance = new Provenance
            {
                Product = "Suandian",
                Solver = plan.Run.Solver,
                Command = "suandian study cases/first-steps",
                Options = ImmutableSortedDictionary<string, string>.Empty,
                FilesRead = data.FilesRead,
            },
        };
    }
}
