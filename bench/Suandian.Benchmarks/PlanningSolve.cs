using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning;

namespace Suandian.Benchmarks;

/// <summary>Which way of HiGHS solves the plan of 20 buses over a few days with least work?</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 0, iterationCount: 3)]
public class PlanningSolve
{
    PlanningModel? _plan;

    [Params(48, 168)]
    public int Hours { get; set; }

    [GlobalSetup]
    public void Build() => _plan = PlanningModel.Build(TwentyBuses.Build(Hours), new() { LineModel = LineModel.Kirchhoff });

    [Benchmark(Baseline = true)]
    public double InteriorPoint() => Solve(new() { Method = SolverMethod.InteriorPoint, Crossover = Switch.Off });

    [Benchmark]
    public double InteriorPointWithoutPresolve() =>
        Solve(new() { Method = SolverMethod.InteriorPoint, Crossover = Switch.Off, Presolve = Switch.Off });

    [Benchmark]
    public double InteriorPointWithCrossover() => Solve(new() { Method = SolverMethod.InteriorPoint, Crossover = Switch.On });

    [Benchmark]
    public double Simplex() => Solve(new() { Method = SolverMethod.Simplex });

    double Solve(SolverOptions options) => Solver.Solve(_plan!.Linear, options).Objective;
}
