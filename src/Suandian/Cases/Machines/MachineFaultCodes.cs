using Suandian.Scheduling.Machines;

namespace Suandian.Cases.Machines;

/// <summary>Codes of the reasons for which a machine can never run a job.</summary>
static class MachineFaultCodes
{
    internal static string Of(JobFaultKind kind) => kind switch
    {
        JobFaultKind.PartitionUnknown => ProblemCode.MachineJobPartition,
        JobFaultKind.ChipUnknown => ProblemCode.MachineJobChip,
        JobFaultKind.AcceleratorsUneven => ProblemCode.MachineJobAccelerators,
        JobFaultKind.TooLarge => ProblemCode.MachineJobTooLarge,
        JobFaultKind.SectionUnknown => ProblemCode.MachineJobSection,
        JobFaultKind.SectionMissing => ProblemCode.MachineJobSectionMissing,
        JobFaultKind.OverQuota => ProblemCode.MachineJobQuota,
        JobFaultKind.OverPower => ProblemCode.MachineJobPower,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such fault"),
    };
}
