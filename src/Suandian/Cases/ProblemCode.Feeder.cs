namespace Suandian.Cases;

/// <content>Codes of hourly tables of a feeder, of switching, short circuits and reinforcement.</content>
public static partial class ProblemCode
{
#pragma warning disable CS1591 // title, expectation and remedy of each code stand in Texts/feeder.csv and feeder_planning.csv and on the reference page
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
    public const string FeederBranchUnknown = "SD1580";
    public const string FeederHeldVoltage = "SD1581";
    public const string FeederFixedLoop = "SD1582";
    public const string FeederBetweenSlacks = "SD1583";
    public const string FeederVoltageLimits = "SD1584";
    public const string ShortCircuitNoFeeder = "SD1587";
    public const string ShortCircuitNoBase = "SD1588";
    public const string ShortCircuitNoRating = "SD1589";
    public const string ShortCircuitGenerator = "SD1590";
    public const string ShortCircuitNoSlack = "SD1591";
    public const string MeasuresFile = "SD1592";
    public const string MeasuresColumn = "SD1593";
    public const string MeasuresNumber = "SD1594";
    public const string MeasuresPlace = "SD1595";
    public const string MeasuresKind = "SD1596";
    public const string MeasuresNothingThere = "SD1598";
    public const string FeederSignedCell = "SD1599";
    public const string ShortCircuitLeast = "SD1600";
    public const string MeasuresColumnUnknown = "SD1612";
    public const string MeasuresName = "SD1760";
    public const string MeasuresRoute = "SD1761";
    public const string MeasuresLineType = "SD1762";
    public const string GridFolderAsCase = "SD1763";
#pragma warning restore CS1591
}
