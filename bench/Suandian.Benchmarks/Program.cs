using BenchmarkDotNet.Running;
using Suandian.Benchmarks;

if (args is ["once", ..])
{
#pragma warning disable RS0030 // a benchmark answers on the terminal
    Action<TextWriter> once = args is [_, "planning"] ? PlanningBuild.Once : args is [_, "flow"] ? FlowTimes.Once : args is [_, "optimal"] ? OptimalTimes.Once : args is [_, "feeder"] ? FeederTimes.Once : LinearModelBuild.Once;
    once(Console.Out);
#pragma warning restore RS0030
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
