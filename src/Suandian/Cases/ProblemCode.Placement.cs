namespace Suandian.Cases;

/// <content>Codes of lists of GPU nodes and pods.</content>
public static partial class ProblemCode
{
#pragma warning disable CS1591 // title, expectation and remedy of each code stand in Texts/placement.csv and on the reference page
    public const string PackFileMissing = "SD1620";
    public const string PackUnreadable = "SD1621";
    public const string PackColumnMissing = "SD1622";
    public const string PackColumnTwice = "SD1623";
    public const string PackRowLength = "SD1624";
    public const string PackQuotes = "SD1625";
    public const string PackNumber = "SD1626";
    public const string PackNameEmpty = "SD1627";
    public const string PackNameTwice = "SD1628";
    public const string PackGpuMilli = "SD1629";
    public const string PackModel = "SD1630";
    public const string PackNothing = "SD1631";
    public const string PackModels = "SD1632";
#pragma warning restore CS1591
}
