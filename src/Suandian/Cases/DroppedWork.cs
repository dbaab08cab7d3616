namespace Suandian.Cases;

/// <summary>What the jobs left out of a log would have held.</summary>
/// <param name="Jobs">Their number.</param>
/// <param name="CpuH">Processor hours of those whose processors and run time are known.</param>
/// <param name="Unknown">Those of which they are not.</param>
public readonly record struct DroppedWork(int Jobs, double CpuH, int Unknown);
