namespace Suandian.Cases;

/// <content>Codes of tables of jobs, of their comparison, and of job streams from a case.</content>
public static partial class ProblemCode
{
#pragma warning disable CS1591 // title, expectation and remedy of each code stand in Texts/traces.csv and on the reference page
    public const string JobColumn = "SD1720";
    public const string JobTime = "SD1721";
    public const string JobDuration = "SD1722";
    public const string JobTimesOrder = "SD1723";
    public const string JobNeverRan = "SD1724";
    public const string JobQuantity = "SD1725";
    public const string JobSection = "SD1726";
    public const string JobDeadline = "SD1727";
    public const string JobNameless = "SD1728";
    public const string JobNodes = "SD1729";
    public const string CompareSeriesShort = "SD1730";
    public const string StreamCluster = "SD1735";
    public const string StreamNoWork = "SD1736";
    public const string StreamTooMany = "SD1737";
    public const string SeriesGaps = "SD1738";
    public const string SeriesOfWeeks = "SD1739";
#pragma warning restore CS1591
}
