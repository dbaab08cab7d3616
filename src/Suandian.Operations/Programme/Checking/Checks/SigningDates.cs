using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents;
using Suandian.Operations.Programme.Documents.Dates;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D06, D07: signing dates are whole, near each other, and before what they justify.</summary>
static partial class SigningDates
{
    /// <summary>Days after which one of several parallel dates is an outlier.</summary>
    const int OutlierDays = 60;

    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        var dates = document.Forms.SelectMany(form => form.Fields.Where(IsDate).Select(field => (form.Number, Field: field, Date: Of(field.Value)))).ToArray();
        foreach (var finding in Outliers(document, dates).Concat(Incomplete(document, dates.Select(date => date.Field.Passage.Lines[0].Number))))
        {
            yield return finding;
        }

        foreach (var finding in Impossible(document))
        {
            yield return finding;
        }

        var start = document.Targets.FirstOrDefault(target => target.Kind == TargetKind.Interval);
        var late = dates.Where(date => date.Date is { IsWhole: true } signed && signed.First > start?.Start).ToArray();
        if (start is not null && late.Length > 0)
        {
            yield return CheckedDocument.Found("D07", [start.Places[0], .. late.Select(date => date.Field.Place)],
                ("start", Written(start.Start!.Value)), ("signed", Written(late.Min(date => date.Date!.Value.First))));
        }
    }

    static IEnumerable<Finding> Outliers(CheckedDocument document, (int Number, FormField Field, SignedDate? Date)[] dates)
    {
        var known = dates.Where(date => date.Date is not null).Select(date => date.Date!.Value.First.DayNumber).Order().ToArray();
        foreach (var (number, field, date) in dates)
        {
            if (date is null && (IsCut(document, field) || Calendar().IsMatch(field.Value)))
            {
                continue; // torn apart by the cells of a page, or no day of the calendar, which is told once for all
            }

            var isFar = known.Length > 2 && date is { } signed && Math.Abs(signed.First.DayNumber - known[known.Length / 2]) > OutlierDays;
            if (isFar || date is not { IsWhole: true })
            {
                var middle = known.Length > 0 ? Written(DateOnly.FromDayNumber(known[known.Length / 2])) : "–";
                yield return CheckedDocument.Found(("D06", isFar ? "far" : "part"), [field.Place], ("number", number), ("found", field.Value), ("middle", middle));
            }
        }
    }

    /// <summary>A date with a blank where a figure belongs, outside the forms.</summary>
    static IEnumerable<Finding> Incomplete(CheckedDocument document, IEnumerable<int> told)
    {
        var lines = told.ToHashSet();
        return CheckedDocument.Matches(document.Passages, Blank()).Where(hit => !lines.Contains(hit.Place.Line))
            .Select(hit => CheckedDocument.Found(("D06", "part"), [hit.Place], ("number", "–"), ("found", hit.Match.Value), ("middle", "–")));
    }

    /// <summary>2月30日, 13月5日: days that no calendar has.</summary>
    static IEnumerable<Finding> Impossible(CheckedDocument document) =>
        from hit in CheckedDocument.Matches(document.Passages, Calendar())
        let year = hit.Match.Groups["year"].Success ? int.Parse(hit.Match.Groups["year"].Value, CultureInfo.InvariantCulture) : 2024
        where DateScanner.Day(year, int.Parse(hit.Match.Groups["month"].Value, CultureInfo.InvariantCulture),
            int.Parse(hit.Match.Groups["day"].Value, CultureInfo.InvariantCulture)) is null
        select CheckedDocument.Found(("D06", "none"), [hit.Place], ("found", hit.Match.Value));

    /// <summary>A cell of a page that was torn apart holds the beginning of a year at most.</summary>
    static bool IsCut(CheckedDocument document, FormField field) =>
        document.Document.Kind == DocumentKind.Pdf && field.Value.All(char.IsAsciiDigit);

    static bool IsDate(FormField field) => field.Label.EndsWith("日期", StringComparison.Ordinal) || field.Label.EndsWith("时间", StringComparison.Ordinal);

    static SignedDate? Of(string text)
    {
        var match = Day().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var isWhole = match.Groups["day"].Success;
        return DateScanner.Day(Number("year"), Number("month"), isWhole ? Number("day") : 1) is { } first ? new SignedDate(first, isWhole) : null;
    }

    static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    readonly record struct SignedDate(DateOnly First, bool IsWhole);

    [GeneratedRegex(@"(?<year>20\d\d)年(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"(?:(?<year>20\d\d)年)?(?<!\d)(?<month>\d{1,2})月(?<day>\d{1,2})日", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Calendar();

    [GeneratedRegex(@"20\d\d年(?:\d{1,2}月[/／_—\-xX×]*日|[/／_—\-xX×]*月[/／_—\-xX×\d]*日)", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
