namespace Suandian.Cases;

/// <content>Codes of job traces, hourly series and clusters for shifting.</content>
public static partial class ProblemCode
{
#pragma warning disable CS1591 // title, expectation and remedy of each code stand in Texts/shifting.csv, Texts/shift_clusters.csv and on the reference page
    public const string ShiftFileUnreadable = "SD1640";
    public const string ShiftColumn = "SD1641";
    public const string ShiftJobRunTime = "SD1643";
    public const string ShiftJobTooLarge = "SD1646";
    public const string ShiftJobBeyondSeries = "SD1647";
    public const string ShiftSeriesHour = "SD1649";
    public const string ShiftSeriesNumber = "SD1650";
    public const string ShiftSeriesRows = "SD1651";
    public const string ShiftSeriesGoal = "SD1652";
    public const string ShiftSeriesColumnUnknown = "SD1653";
    public const string ShiftClusterColumn = "SD1660";
    public const string ShiftClusterColumnUnknown = "SD1661";
    public const string ShiftClusterNumber = "SD1662";
    public const string ShiftClusterTwice = "SD1663";
    public const string ShiftClusterRows = "SD1664";
    public const string ShiftClusterEmpty = "SD1665";
    public const string ShiftClusterPueTwice = "SD1666";
    public const string ShiftClusterHours = "SD1667";
    public const string ShiftJobNowhere = "SD1668";
    public const string ShiftJobCluster = "SD1669";
    public const string ShiftSeriesPue = "SD1671";
    public const string ShiftJobNoTime = "SD1672";
#pragma warning restore CS1591
}
