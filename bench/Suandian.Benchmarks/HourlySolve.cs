using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning;

namespace Suandian.Benchmarks;

/// <summary>How much less work than HiGHS is the hourly interior point on plans of the repository? The hourly method is the baseline; nobody ends at a vertex but the simplex method.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 3)]
public class HourlySolve
{
    PlanningModel? _plan;

    /// <summary>A case and the hours it is planned on.</summary>
    [Params("first-steps, year", "yiwu, two weeks")]
    public string Of { get; set; } = "";

    [GlobalSetup]
    public void Build()
    {
        var data = CaseFolder.Read(Path.Combine(Root(), "cases", Of.Split(',')[0])).Case!;
        var settings = Of.EndsWith("year", StringComparison.Ordinal)
            ? data.Settings with { Hours = HourSelection.Year }
            : data.Settings with { Hours = HourSelection.Weeks, Weeks = [4, 19] };
        _plan = PlanningModel.Build(NetworkBuilder.Build(data with { Settings = settings }), new() { LineModel = data.Settings.LineModel ?? LineModel.Transport });
    }

    [Benchmark(Baseline = true)]
    public double Hourly() => Solve(new() { Method = SolverMethod.Hourly, Crossover = Switch.Off });

    [Benchmark]
    public double HourlyOnTwoThreads() => Solve(new() { Method = SolverMethod.Hourly, Crossover = Switch.Off, Threads = 2 });

    [Benchmark]
    public double HighsInteriorPoint() => Solve(new() { Method = SolverMethod.InteriorPoint, Crossover = Switch.Off });

    [Benchmark]
    public double HighsSimplex() => Solve(new() { Method = SolverMethod.Simplex });

    double Solve(SolverOptions options) => Solver.Solve(_plan!.Linear, options).Objective;

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Suandian.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Suandian.slnx");
        }

        return folder;
    }
}
