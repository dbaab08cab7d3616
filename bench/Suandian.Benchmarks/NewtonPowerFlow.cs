using BenchmarkDotNet.Attributes;
using Suandian.PowerFlow;

namespace Suandian.Benchmarks;

/// <summary>What does one warm power flow cost: order and pattern kept, numbers and all steps done? Baseline: everything anew.</summary>
[MemoryDiagnoser]
public class NewtonPowerFlow
{
    AcFlow? _flow;
    PowerGrid? _grid;

    [Params("case533mt_hi", "pglib_opf_case118_ieee", "case1354pegase", "case9241pegase")]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        _grid = FlowTimes.Read(Case);
        _flow = new AcFlow(_grid);
        _flow.Solve();
    }

    [Benchmark(Baseline = true)]
    public double Cold() => AcFlow.Solve(_grid!).MismatchPu;

    [Benchmark]
    public double WarmWithAllOutputs() => _flow!.Solve().MismatchPu;

    [Benchmark]
    public bool Warm()
    {
        _flow!.Begin(FlowStart.AsGiven);
        return _flow.Iterate();
    }
}
