namespace Suandian.Cases;

/// <content>Codes of hourly tables of a feeder and of its commands.</content>
public static partial class ProblemCode
{
#pragma warning disable CS1591 // title, expectation and remedy of each code stand in Texts/feeder.csv and on the reference page
    public const string FeederHoursMissing = "SD1540";
    public const string FeederTableMissing = "SD1541";
    public const string FeederHourColumn = "SD1542";
    public const string FeederColumn = "SD1543";
    public const string FeederColumnBus = "SD1544";
    public const string FeederHour = "SD1545";
    public const string FeederCell = "SD1546";
    public const string FeederRows = "SD1547";
    public const string FeederShape = "SD1548";
    public const string FeederTie = "SD1549";
    public const string FeederFlexibleLoad = "SD1550";
#pragma warning restore CS1591
}
