using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Suandian.Network;
using Suandian.Optimisation.Highs;
using Suandian.Planning;

namespace Suandian.Benchmarks;

/// <summary>What does it cost to turn 20 buses over a year into a problem in the solver's hands?</summary>
[MemoryDiagnoser]
public class PlanningBuild
{
    static readonly PlanningOptions Options = new() { LineModel = LineModel.Kirchhoff };

    readonly HourlyNetwork _network = TwentyBuses.Build();
    PlanningModel? _built;

    [GlobalSetup(Target = nameof(HandOver))]
    public void BuildOnce() => _built = PlanningModel.Build(_network, Options);

    [Benchmark(Baseline = true)]
    public int HandOver()
    {
        using var highs = HighsHandle.Create();
        HighsNative.Highs_setBoolOptionValue(highs, "output_flag", 0);
        HighsRun.Pass(highs, _built!.Linear);
        return HighsNative.Highs_getNumRow(highs);
    }

    [Benchmark]
    public int Build() => PlanningModel.Build(_network, Options).Linear.NonzeroCount;

    /// <summary>One build and hand-over in a fresh process: CPU seconds of each step and the peak memory, as a user meets them.</summary>
    internal static void Once(TextWriter output)
    {
        var network = TwentyBuses.Build();
        var start = Environment.CpuUsage.TotalTime;
        var model = PlanningModel.Build(network, Options).Linear;
        var built = Environment.CpuUsage.TotalTime;
        using var highs = HighsHandle.Create();
        HighsNative.Highs_setBoolOptionValue(highs, "output_flag", 0);
        HighsRun.Pass(highs, model);
        var passed = Environment.CpuUsage.TotalTime;
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"rows {model.RowCount} columns {model.ColumnCount} nonzeros {model.NonzeroCount}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"cpu s: data {start.TotalSeconds:F3} build {(built - start).TotalSeconds:F3} hand-over {(passed - built).TotalSeconds:F3} process {passed.TotalSeconds:F3}; peak {process.PeakWorkingSet64 / 1e6:F0} MB"));
    }
}
