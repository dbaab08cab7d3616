using BenchmarkDotNet.Running;
using Suandian.Benchmarks;

if (args is ["once", ..])
{
#pragma warning disable RS0030 // a benchmark answers on the terminal
    Action<TextWriter> once = args is [_, var what] ? what switch
    {
        "planning" => PlanningBuild.Once,
        "flow" => FlowTimes.Once,
        "optimal" => OptimalTimes.Once,
        "plan-check" => PlanCheckTimes.Once,
        "feeder" => FeederTimes.Once,
        "machine" => MachineTimes.Once,
        "shift" => ShiftTimes.Once,
        _ => LinearModelBuild.Once,
    } : LinearModelBuild.Once;
    once(Console.Out);
#pragma warning restore RS0030
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
