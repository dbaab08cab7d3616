using BenchmarkDotNet.Attributes;
using Suandian.OptimalFlow;
using Suandian.PowerFlow;

namespace Suandian.Benchmarks;

/// <summary>What does an AC optimal flow cost beside the power flow of the same grid (baseline), and beside the DC one?</summary>
[MemoryDiagnoser]
public class OptimalDispatchCost
{
    PowerGrid? _grid;

    [Params("pglib_opf_case14_ieee", "pglib_opf_case118_ieee", "case1354pegase")]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Read() => _grid = FlowTimes.Read(Case);

    [Benchmark(Baseline = true)]
    public double PowerFlow() => AcFlow.Solve(_grid!).MismatchPu;

    [Benchmark]
    public double Ac() => OptimalDispatch.Solve(_grid!).Cost;

    [Benchmark]
    public double Dc() => OptimalDispatch.Solve(_grid!, new OptimalFlowOptions { Form = OptimalFlowForm.DcSeriesSusceptance }).Cost;
}
