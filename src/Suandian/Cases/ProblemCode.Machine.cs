namespace Suandian.Cases;

/// <content>Codes of machines and of jobs that a machine can never run.</content>
public static partial class ProblemCode
{
#pragma warning disable CS1591 // title, expectation and remedy of each code stand in Texts/machine.csv and on the reference page
    public const string MachineMissing = "SD1680";
    public const string MachineUnreadable = "SD1681";
    public const string MachineNodeTwice = "SD1682";
    public const string MachinePartitions = "SD1683";
    public const string MachineOutagePlace = "SD1684";
    public const string MachineOutageTimes = "SD1685";
    public const string MachineHour = "SD1686";
    public const string MachineHourGap = "SD1687";
    public const string MachineHoursShort = "SD1688";
    public const string MachineDefaultTwice = "SD1689";
    public const string MachinePreempts = "SD1690";
    public const string MachineSize = "SD1691";
    public const string MachineUserTwice = "SD1692";
    public const string MachineJobPartition = "SD1700";
    public const string MachineJobChip = "SD1701";
    public const string MachineJobAccelerators = "SD1702";
    public const string MachineJobTooLarge = "SD1703";
    public const string MachineJobSection = "SD1704";
    public const string MachineJobSectionMissing = "SD1705";
    public const string MachineJobQuota = "SD1706";
    public const string MachineJobPower = "SD1707";
#pragma warning restore CS1591
}
