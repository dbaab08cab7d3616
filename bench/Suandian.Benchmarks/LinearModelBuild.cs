using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Suandian.Optimisation.Highs;

namespace Suandian.Benchmarks;

/// <summary>What does writing a year as equations cost against writing the same arrays by hand?</summary>
[MemoryDiagnoser]
public class LinearModelBuild
{
    readonly CountySizedModel _shape = new();

    [GlobalSetup]
    public void BothAreTheSame()
    {
        var (model, plain) = (_shape.Equations(), _shape.Arrays());
        var same = model.RowCount == plain.Rows
            && model.RowStart.SequenceEqual(plain.Start)
            && model.EntryColumn.SequenceEqual(plain.Index.AsSpan(0, plain.Entries))
            && model.EntryValue.SequenceEqual(plain.Value.AsSpan(0, plain.Entries))
            && model.RowUpper.SequenceEqual(plain.RowUpper) && model.RowLower.SequenceEqual(plain.RowLower)
            && model.ColumnUpper.SequenceEqual(plain.Upper) && model.ColumnLower.SequenceEqual(plain.Lower)
            && model.ColumnCost.SequenceEqual(plain.Cost);
        if (!same)
        {
            throw new InvalidOperationException("the two models differ");
        }
    }

    [Benchmark(Baseline = true)]
    public int PlainArrays() => _shape.Arrays().Entries;

    [Benchmark]
    public int Equations() => _shape.Equations().NonzeroCount;

    /// <summary>One build and hand-over in a fresh process: CPU seconds of each step and the peak memory, as a user meets them.</summary>
    internal static void Once(TextWriter output)
    {
        var shape = new CountySizedModel();
        var start = Environment.CpuUsage.TotalTime;
        var model = shape.Equations();
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
