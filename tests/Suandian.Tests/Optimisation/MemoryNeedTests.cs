using Suandian.Cases;
using Suandian.Optimisation.Hourly;
using Suandian.Planning;
using Suandian.Planning.Formulation;

namespace Suandian.Optimisation;

public class MemoryNeedTests
{
    const double Mebibyte = 1L << 20;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// Peaks of a process that reads a case and solves it, one thread, MiB: cases/yiwu with one, two and six weeks and the year,
    /// cases/first-steps over the year, and the twenty buses of docs/explanation/solver-options.md.
    /// </summary>
    public static TheoryData<SolverMethod, long, long, long, double> Peaks => new()
    {
        { SolverMethod.Hourly, 10_824, 16_231, 78_363, 94 },
        { SolverMethod.Hourly, 21_381, 32_167, 155_154, 103 },
        { SolverMethod.Hourly, 64_169, 96_471, 465_519, 131 },
        { SolverMethod.Hourly, 557_805, 838_189, 4_046_394, 445 },
        { SolverMethod.Hourly, 90_212, 98_987, 317_045, 119 },
        { SolverMethod.Hourly, 1_330_870, 919_223, 4_087_719, 471 },
        { SolverMethod.InteriorPoint, 10_824, 16_231, 78_363, 113 },
        { SolverMethod.InteriorPoint, 21_381, 32_167, 155_154, 133 },
        { SolverMethod.InteriorPoint, 64_169, 96_471, 465_519, 220 },
        { SolverMethod.Simplex, 10_824, 16_231, 78_363, 119 },
        { SolverMethod.Simplex, 21_381, 32_167, 155_154, 150 },
        { SolverMethod.Simplex, 64_169, 96_471, 465_519, 271 },
    };

    [Theory]
    [MemberData(nameof(Peaks))]
    public void The_estimate_lies_within_40_per_cent_of_the_peak_measured(SolverMethod method, long rows, long columns, long nonzeros, double peak) =>
        Assert.InRange(MemoryNeed.Bytes(new(rows, columns, nonzeros), method) / Mebibyte, 0.6 * peak, 1.4 * peak);

    [Theory]
    [InlineData("first-steps")]
    [InlineData("yiwu")]
    public void The_size_known_before_a_problem_is_written_estimates_as_its_true_size_does(string name)
    {
        var data = CaseFolder.Read(Repository.File(Path.Combine("cases", name))).Case!;
        var network = NetworkBuilder.Build(data);

        var before = MemoryNeed.Bytes(ProblemSize.Of(network), SolverMethod.Hourly);
        var written = MemoryNeed.Bytes(ModelSize.Of(PlanningModel.Build(network, new()).Linear), SolverMethod.Hourly);

        Assert.InRange((double)before / written, 1, 1.4);
    }

    [Fact]
    public void A_problem_too_large_for_the_memory_is_refused_with_what_is_needed_and_there_in_both_languages()
    {
        var model = new SmallPlant(48).Model;

        var refusal = Assert.Throws<MemoryShortException>(() => Solver.Solve(model, HourlyOracle.Hourly with { MemoryLimitBytes = 50 << 20 }, null, Token));
        var highs = Assert.Throws<MemoryShortException>(() => Solver.Solve(model, new SolverOptions { MemoryLimitBytes = 50 << 20 }, null, Token));

        Assert.Contains("约需 0.08 GiB 内存，可用 0.05 GiB", refusal.Words.Zh, StringComparison.Ordinal); // 88 MB for the program alone
        Assert.Contains("About 0.08 GiB of memory are needed, 0.05 GiB are there", refusal.Words.En, StringComparison.Ordinal);
        Assert.Contains("--solver hourly", highs.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_is_refused_before_it_is_written()
    {
        var options = new PlanningOptions { Solver = new() { Method = SolverMethod.Hourly, MemoryLimitBytes = 1 << 20 } };

        Assert.Throws<MemoryShortException>(() => PlanningModel.Build(InfeasibleCase.Of(0).Network, options));
    }

    [Fact]
    public void HiGHS_is_not_called_after_a_refusal_where_it_would_take_more_memory_than_there_is()
    {
        var model = new SmallPlant(7).Model;
        var limit = MemoryNeed.Bytes(ModelSize.Of(model), SolverMethod.Hourly) + 1;

        Assert.Throws<MemoryShortException>(() => Solver.Solve(model, HourlyOracle.Hourly with { MemoryLimitBytes = limit }, null, Token));
    }

    [Fact]
    public void Without_memory_for_a_vertex_the_point_inside_is_the_answer()
    {
        var model = new SmallPlant(48).Model;
        var limit = MemoryNeed.Bytes(ModelSize.Of(model), SolverMethod.Hourly) + 1;

        var solution = Solver.Solve(model, HourlyOracle.Hourly with { Crossover = Switch.On, MemoryLimitBytes = limit }, null, Token);

        Assert.Equal((SolverStatus.Optimal, false), (solution.Status, solution.HasBasis));
    }

    [Fact]
    public void An_explanation_for_which_memory_is_short_says_so()
    {
        var options = new PlanningOptions { Solver = new() { Method = SolverMethod.Hourly, MemoryLimitBytes = 1 << 20 } };

        var report = Infeasibility.Explain(InfeasibleCase.Of(0).Network, options, new InfeasibilityOptions { Year = 2025 }, Token);

        Assert.Equal((InfeasibilityCauseKind.Unknown, false), (Assert.Single(report.Cause).Kind, report.IsComplete));
        Assert.Contains("GiB", report.Text.En, StringComparison.Ordinal);
    }
}
