namespace Suandian.Cases;

/// <content>Codes of the programme ledger.</content>
public static partial class ProblemCode
{
#pragma warning disable CS1591 // title, expectation and remedy of each code stand in Texts/ledger.csv and on the reference page
    // Changes of a ledger
    public const string LedgerRegister = "SD1301";
    public const string LedgerField = "SD1302";
    public const string LedgerFieldMissing = "SD1303";
    public const string LedgerDate = "SD1304";
    public const string LedgerNumber = "SD1305";
    public const string LedgerRange = "SD1306";
    public const string LedgerWhole = "SD1307";
    public const string LedgerChoice = "SD1308";
    public const string LedgerYesNo = "SD1309";
    public const string LedgerName = "SD1310";
    public const string LedgerText = "SD1311";
    public const string LedgerReference = "SD1312";
    public const string LedgerRow = "SD1313";
    public const string LedgerNumbered = "SD1314";
    public const string LedgerKnownRow = "SD1315";
    public const string LedgerComputed = "SD1316";
    public const string LedgerReferred = "SD1317";
    public const string LedgerWho = "SD1318";
    public const string LedgerWhy = "SD1319";
    public const string LedgerAccount = "SD1320";
    public const string LedgerNotAllowed = "SD1321";
    public const string LedgerNotOwn = "SD1322";
    public const string LedgerLastEditor = "SD1323";
    public const string LedgerMayNotErase = "SD1324";
    public const string LedgerErased = "SD1325";

    // What must hold of a row
    public const string LedgerOneProgramme = "SD1331";
    public const string LedgerDates = "SD1332";
    public const string LedgerUnitCounts = "SD1333";
    public const string LedgerFormula = "SD1334";
    public const string LedgerWhole100 = "SD1335";
    public const string LedgerTarget = "SD1336";
    public const string LedgerMeasurement = "SD1337";
    public const string LedgerEvidence = "SD1338";
    public const string LedgerIndicatorShared = "SD1339";

    // Drafts, folders, backups
    public const string LedgerConfirm = "SD1341";
    public const string LedgerFolder = "SD1342";
    public const string LedgerBackup = "SD1343";
    public const string LedgerAnchorFile = "SD1344";
    public const string LedgerQuarter = "SD1345";

    // Audit
    public const string AuditEntry = "SD1351";
    public const string AuditGap = "SD1352";
    public const string AuditChain = "SD1353";
    public const string AuditAnchor = "SD1354";
    public const string AuditRow = "SD1355";
    public const string AuditRowGone = "SD1356";
    public const string AuditSeal = "SD1357";
    public const string AuditSealGone = "SD1358";
    public const string AuditFile = "SD1359";
    public const string AuditFileGone = "SD1360";
#pragma warning restore CS1591
}
