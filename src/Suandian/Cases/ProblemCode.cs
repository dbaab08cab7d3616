using System.Collections.Frozen;
using System.Reflection;

namespace Suandian.Cases;

/// <summary>Codes of everything a check can say; stable, described in docs/reference/problems.md.</summary>
public static partial class ProblemCode
{
#pragma warning disable CS1591 // title, expectation and remedy of each code stand in Texts/check.csv and on the reference page
    // Files and structure
    public const string FolderMissing = "SD0100";
    public const string FileMissing = "SD0101";
    public const string UnknownFile = "SD0102";
    public const string ColumnMissing = "SD0103";
    public const string ColumnUnknown = "SD0104";
    public const string ColumnTwice = "SD0105";
    public const string RowLength = "SD0106";
    public const string BrokenQuotes = "SD0107";
    public const string FileEmpty = "SD0108";
    public const string Encoding = "SD0109";
    public const string NoRows = "SD0110";
    public const string Unreadable = "SD0111";
    public const string Separator = "SD0112";

    // Cells
    public const string CellEmpty = "SD0201";
    public const string NotANumber = "SD0202";
    public const string WrongUnit = "SD0203";
    public const string OutOfRange = "SD0204";
    public const string NotFinite = "SD0205";
    public const string NotAChoice = "SD0206";
    public const string NotABoolean = "SD0207";
    public const string NotAName = "SD0208";
    public const string NotWhole = "SD0209";
    public const string RangeOfNumbers = "SD0210";
    public const string Implausible = "SD0211";
    public const string BeyondSupply = "SD0212";

    // Names and references
    public const string UnknownReference = "SD0301";
    public const string DuplicateName = "SD0302";
    public const string DuplicateRow = "SD0303";
    public const string SeriesMissing = "SD0304";
    public const string ListedTwice = "SD0305";

    // Settings
    public const string YamlSyntax = "SD0401";
    public const string SettingUnknown = "SD0402";
    public const string SettingMissing = "SD0403";
    public const string SettingTwice = "SD0404";
    public const string LeapYear = "SD0405";
    public const string WeeksMissing = "SD0406";
    public const string WeekTwice = "SD0407";
    public const string LineModelMissing = "SD0408";
    public const string ShedPriceMissing = "SD0409";
    public const string SettingShape = "SD0410";

    // Components
    public const string ExistingAboveMax = "SD0501";
    public const string MaxMissing = "SD0502";
    public const string CostMissing = "SD0503";
    public const string CostUnit = "SD0504";
    public const string NeededBecause = "SD0505";
    public const string ProfileAndSeries = "SD0506";
    public const string ValueUnused = "SD0507";
    public const string SameEnds = "SD0508";
    public const string VoltagesDiffer = "SD0509";
    public const string VoltageMissing = "SD0510";
    public const string PlantAtHeatBus = "SD0511";
    public const string UnitWithoutSize = "SD0512";
    public const string UnitModules = "SD0513";
    public const string UnitTwoWay = "SD0514";

    // The network as a whole
    public const string BusUnconnected = "SD0601";
    public const string IslandWithoutSupply = "SD0602";
    public const string IslandApart = "SD0603";

    // Hourly series
    public const string SeriesLength = "SD0701";
    public const string SeriesLeapYear = "SD0702";
    public const string HourGap = "SD0703";
    public const string HourTwice = "SD0704";
    public const string HourOutside = "SD0705";
    public const string SeriesNotFinite = "SD0706";
    public const string SeriesNotANumber = "SD0707";
    public const string TimeColumn = "SD0708";
    public const string TimeNotReadable = "SD0709";
    public const string SeriesTwice = "SD0710";
    public const string SeriesUnused = "SD0711";
    public const string SeriesRange = "SD0712";
    public const string OtherYear = "SD0713";

    // Computing
    public const string NoCluster = "SD0801";
    public const string NoRoute = "SD0802";
    public const string TooFar = "SD0803";
    public const string DeadlineBeyondBlock = "SD0804";
    public const string NoCapacity = "SD0805";

    // Rules, weather, curves, figures
    public const string ShareAboveOne = "SD0901";
    public const string RuleTwice = "SD0902";
    public const string RuleWithoutGreen = "SD0903";
    public const string WeatherSource = "SD0911";
    public const string MonthsMissing = "SD0912";
    public const string WeatherFileMissing = "SD0913";
    public const string WeatherFileUnreadable = "SD0914";
    public const string SeedMissing = "SD0915";
    public const string WeatherFileElsewhere = "SD0916";
    public const string CurveNotAscending = "SD0921";
    public const string CurveTooShort = "SD0922";
    public const string ProfileIndex = "SD0931";
    public const string ProfileZero = "SD0932";
    public const string ProfileNormaliseDiffers = "SD0933";
    public const string FigureNowhere = "SD0951";
    public const string StatusMissing = "SD0952";
    public const string OutlineRing = "SD0961";

    // Variations of a sweep
    public const string SweepForm = "SD1001";
    public const string SweepName = "SD1002";
    public const string SweepValues = "SD1003";
    public const string SweepValueTwice = "SD1004";
    public const string SweepTwice = "SD1005";
    public const string SweepNothingToMultiply = "SD1006";
    public const string SweepUnits = "SD1007";
    public const string SweepTooMany = "SD1008";
    public const string SweepZip = "SD1009";
    public const string ProbabilitySum = "SD0971";
    public const string ScenarioWeather = "SD0972";
    public const string StageYears = "SD0981";
    public const string StagesAndScenarios = "SD0982";

    // Networks of PyPSA
    public const string PypsaFileMissing = "SD1101";
    public const string PypsaFileUnknown = "SD1102";
    public const string PypsaAttributeUnknown = "SD1103";
    public const string PypsaNotCarried = "SD1104";
    public const string PypsaRefused = "SD1105";
    public const string PypsaCell = "SD1106";
    public const string PypsaReference = "SD1107";
    public const string PypsaSeriesRows = "SD1108";
    public const string PypsaSeriesColumn = "SD1109";
    public const string PypsaValue = "SD1110";
    public const string PypsaHours = "SD1111";
    public const string PypsaBeside = "SD1112";
    public const string PypsaPlanOnly = "SD1113";
    public const string PypsaNotExported = "SD1114";
    public const string PypsaVersions = "SD1115";
    public const string PypsaLabels = "SD1116";

    // The linear problem of a case
    public const string ModelContradiction = "SD0991";
    public const string ModelSpan = "SD0992";

    // Documents of the programme
    public const string DocumentMissing = "SD1201";
    public const string DocumentKind = "SD1202";
    public const string DocumentSize = "SD1203";
    public const string PdfProgram = "SD1204";
    public const string DocumentUnreadable = "SD1205";
    public const string DocumentEncoding = "SD1206";
    public const string DocumentEmpty = "SD1207";
    public const string PdfTable = "SD1208";
    public const string DraftColumn = "SD1211";
    public const string DraftCell = "SD1212";
    public const string DraftUnconfirmed = "SD1213";
    public const string FormKind = "SD1221";
    public const string FormNoTable = "SD1222";
    public const string FormJson = "SD1223";

    // Case files of grids
    public const string GridFileMissing = "SD1501";
    public const string GridFileUnreadable = "SD1502";
    public const string GridVersion = "SD1503";
    public const string GridFieldMissing = "SD1504";
    public const string GridFieldTwice = "SD1505";
    public const string GridSyntax = "SD1506";
    public const string GridRowLength = "SD1507";
    public const string GridNumber = "SD1508";
    public const string GridBusTwice = "SD1509";
    public const string GridBusUnknown = "SD1510";
    public const string GridLimits = "SD1511";
    public const string GridSameEnds = "SD1512";
    public const string GridNoImpedance = "SD1513";
    public const string GridSlackMissing = "SD1514";
    public const string GridSlackTwice = "SD1515";
    public const string GridSlackUnfed = "SD1516";
    public const string GridPvUnfed = "SD1517";
    public const string GridSetpoints = "SD1518";
    public const string GridIsolated = "SD1519";
    public const string GridCostRows = "SD1520";
    public const string GridCost = "SD1521";
    public const string GridFieldKept = "SD1522";
    public const string GridNoReactance = "SD1523";
    public const string GridNoCosts = "SD1524";
    public const string GridCostShape = "SD1525";
    public const string GridDcLines = "SD1526";
    public const string GridCapability = "SD1527";
    public const string GridJson = "SD1531";
    public const string GridTable = "SD1532";
    public const string GridNotCarried = "SD1533";
    public const string GridUnsupplied = "SD1534";
    public const string GridNotInFolder = "SD1535";
    public const string GridLeftOut = "SD1536";

    // Logs of jobs
    public const string JobLogMissing = "SD1601";
    public const string JobLogUnreadable = "SD1602";
    public const string JobFields = "SD1603";
    public const string JobNumber = "SD1604";
    public const string JobRunTime = "SD1605";
    public const string JobProcessors = "SD1606";
    public const string JobTooLarge = "SD1607";
    public const string JobTimeBackwards = "SD1608";
    public const string JobTwice = "SD1609";
    public const string JobLogEmpty = "SD1610";
    public const string JobMachineUnknown = "SD1611";

    // Grid folders
    public const string GridLineVoltages = "SD1560";
    public const string GridTypeVoltage = "SD1561";
    public const string GridTap = "SD1562";
    public const string GridTypeFigures = "SD1563";
    public const string GridSlackNone = "SD1564";
    public const string GridSlackSecond = "SD1565";
    public const string GridUnfed = "SD1566";
    public const string GridSetpointsDiffer = "SD1567";
    public const string GridReactiveTwice = "SD1568";
    public const string GridVoltageBand = "SD1569";
    public const string GridPlanHalf = "SD1570";
    public const string GridPlanShare = "SD1571";
    public const string GridPlanUnknown = "SD1572";
    public const string GridNamed = "SD1573";

    public const string GridTinyImpedance = "SD1654";
    public const string ShortCircuitRatingLarge = "SD1655";
    public const string ShortCircuitRatingMissing = "SD1656";
#pragma warning restore CS1591

    static readonly FrozenSet<string> Warnings = FrozenSet.ToFrozenSet(
    [
        Implausible, BeyondSupply, ShedPriceMissing, ValueUnused, IslandApart, SeriesUnused, OtherYear, WeatherFileElsewhere,
        FigureNowhere, StatusMissing, RuleTwice, PypsaFileUnknown, PypsaAttributeUnknown, PypsaNotCarried, PypsaNotExported,
        PypsaVersions, PypsaLabels, PdfTable, DraftUnconfirmed, GridPvUnfed, GridSetpoints, GridIsolated, GridFieldKept, GridUnsupplied, GridLeftOut, GridCapability, GridUnfed, GridTinyImpedance, ShortCircuitRatingLarge, LedgerIndicatorShared, SeriesOfWeeks, .. FormWarnings,
    ]);

    /// <summary>Every code, ascending.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(ProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a code stops the run or only warns.</summary>
    public static Severity SeverityOf(string code) => Warnings.Contains(code) ? Severity.Warning : Severity.Error;

    /// <summary>What a code means, in a few words.</summary>
    public static Text TitleOf(string code) => Texts.Phrases.Of($"check.{code}.title");
}
