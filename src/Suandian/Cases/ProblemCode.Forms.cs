namespace Suandian.Cases;

/// <content>Codes of self-evaluation forms and of tables filled in Excel or WPS.</content>
public static partial class ProblemCode
{
#pragma warning disable CS1591 // title, expectation and remedy of each code stand in Texts/forms.csv and on the reference page
    // Self-evaluation form
    public const string FormWeightSum = "SD1401";
    public const string FormReasonMissing = "SD1402";
    public const string FormDoneMissing = "SD1403";
    public const string FormTargetMissing = "SD1404";
    public const string FormWithoutEvidence = "SD1405";
    public const string FormTargetLow = "SD1406";
    public const string FormAboveRange = "SD1407";
    public const string FormRangeBounds = "SD1408";
    public const string FormAttainedMissing = "SD1409";
    public const string FormNotApplicable = "SD1410";
    public const string FormMoneyOpen = "SD1411";
    public const string FormMoneySum = "SD1412";
    public const string FormMoneyReason = "SD1413";
    public const string FormMoneyZero = "SD1414";
    public const string FormWeightLarge = "SD1415";
    public const string FormRowTwice = "SD1416";
    public const string FormDeduction = "SD1417";
    public const string FormNoRows = "SD1418";
    public const string FormContradiction = "SD1419";
    public const string FormHeadTwice = "SD1420";
    public const string FormNoPlace = "SD1421";
    public const string FormMoneySource = "SD1422";
    public const string FormTextLong = "SD1423";
    public const string FormBlockWeight = "SD1424";
    public const string FormHeadOpen = "SD1425";
    public const string FormNotRecognised = "SD1426";
    public const string FormRowFields = "SD1427";
    public const string FormOneHead = "SD1428";
    public const string FormTargetUnknown = "SD1429";
    public const string FormTargetSeveral = "SD1430";
    public const string FormMeasurementMissing = "SD1431";

    // Tables filled in Excel or WPS
    public const string CellNotADate = "SD1441";
    public const string SheetOldFormat = "SD1442";
    public const string SheetMissing = "SD1443";
    public const string CellNotANumber = "SD1444";
    public const string CellRange = "SD1445";
    public const string SheetOtherKind = "SD1446";
#pragma warning restore CS1591

    static IEnumerable<string> FormWarnings => [FormWithoutEvidence, FormTargetLow, FormMoneyOpen, FormWeightLarge, FormTextLong, FormBlockWeight, FormHeadOpen];
}
