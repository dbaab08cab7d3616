using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Documents.Dates;

/// <summary>The period a document plans for.</summary>
/// <param name="Start">First day; null where no year is known.</param>
/// <param name="End">Last day; null where no year is known.</param>
/// <param name="IsStated">True where the text names both days.</param>
sealed record PlanPeriod(DateOnly? Start, DateOnly? End, bool IsStated)
{
    /// <summary>How many passages at the head may be titles.</summary>
    const int HeadPassages = 8;

    /// <summary>Longest title.</summary>
    const int LongestTitle = 60;

    /// <summary>More than one calendar year is planned for.</summary>
    internal bool HasYears => Start is { } start && End is { } end && end.DayNumber - start.DayNumber > 366;

    /// <summary>Finds the period: stated days, years of the title, years of headings, in this order.</summary>
    internal static PlanPeriod Of(ImmutableArray<Item> items)
    {
        var titles = items.Select(item => item.Passage).Distinct().Take(HeadPassages)
            .Where(passage => passage.Heading > 0 || (passage.Text.Length <= LongestTitle && passage.Text[^1] is not ('。' or '：' or '；')))
            .Select(passage => passage.Text.Trim('（', '）', '—')).ToArray();
        return Stated(items) ?? Years(titles) ?? OfYear(HeadingYear(items)) ?? OfYear(titles.Select(Section.YearOf).FirstOrDefault(year => year is not null))
            ?? OfYear(OfText(items)) ?? new PlanPeriod(null, null, IsStated: false);
    }

    /// <summary>The year a text without one of its own belongs to.</summary>
    internal int? YearAt(Section section) => section.Year ?? Start?.Year;

    /// <summary>Last day of the period for a text under a heading.</summary>
    internal DateOnly? EndAt(Section section) =>
        section.Year is { } year && End is { } end && year >= Start!.Value.Year && year < end.Year ? new DateOnly(year, 12, 31) : End;

    /// <summary>The due date of a mention.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="section">Where it stands.</param>
    /// <param name="year">Year named before in the sentence; null for none.</param>
    internal Due DueOf(DateMention mention, Section section, int? year)
    {
        var own = mention.Year ?? year ?? YearAt(section);
        return mention.Kind switch
        {
            DateKind.Interval or DateKind.Years => new Due(mention.To, mention.Kind == DateKind.Interval ? DueStatus.StatedDay : DueStatus.StatedYear),
            DateKind.Day => new Due(own is { } y ? DateScanner.Day(y, mention.Month!.Value, mention.Day!.Value) : null, DueStatus.StatedDay),
            DateKind.Month => new Due(own is { } y ? LastOf(y, mention.Month!.Value) : null, DueStatus.StatedMonth),
            DateKind.Year => new Due(new DateOnly(own!.Value, 12, 31), DueStatus.StatedYear),
            DateKind.ThisYear => new Due(IsStated && !HasYears ? End : own is { } y ? new DateOnly(y, 12, 31) : null, DueStatus.ThisYear),
            DateKind.Each => new Due(EndAt(section), mention.Each),
            DateKind.Unclear or DateKind.Relative => new Due(EndAt(section), DueStatus.Missing),
            _ => new Due(EndAt(section), DueStatus.PeriodEnd),
        };
    }

    /// <summary>Ends of the periods of a recurring target: inside the years the text names, else inside the period of the document.</summary>
    /// <param name="each">The recurring time.</param>
    /// <param name="named">Year or years named beside it; null for none.</param>
    /// <param name="section">Where it stands.</param>
    /// <returns>The ends, and true where a part of the time is left over that fills no period.</returns>
    internal (ImmutableArray<DateOnly> Ends, bool HasRest) Recurring(DateMention each, DateMention? named, Section section)
    {
        if ((SpanOf(named) ?? SpanAt(section)) is not { } span)
        {
            return ([], false);
        }

        var ends = ImmutableArray.CreateBuilder<DateOnly>();
        var last = span.From.AddDays(-1);
        for (var n = each.Step; ; n += each.Step)
        {
            var day = each.Each == DueStatus.EachWeek ? span.From.AddDays((7 * n) - 1) : span.From.AddMonths(Months(each.Each) * n).AddDays(-1);
            if (day > span.To)
            {
                return (ends.ToImmutable(), last < span.To && each.Each != DueStatus.EachWeek);
            }

            ends.Add(last = day);
        }
    }

    /// <summary>The whole of the years a mention names; null where it names none.</summary>
    static (DateOnly From, DateOnly To)? SpanOf(DateMention? named) => named switch
    {
        { Kind: DateKind.Years or DateKind.Interval, From: { } from, To: { } to } => (from, to),
        { Kind: DateKind.Year, Year: { } year } => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
        _ => null,
    };

    (DateOnly From, DateOnly To)? SpanAt(Section section) => Start is not { } start || EndAt(section) is not { } end ? null
        : (section.Year is { } year && year > start.Year ? new DateOnly(year, 1, 1) : start, end);

    static int Months(DueStatus each) => each switch
    {
        DueStatus.EachMonth => 1,
        DueStatus.EachQuarter => 3,
        DueStatus.EachHalfYear => 6,
        _ => 12,
    };

    static DateOnly LastOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    static PlanPeriod? Stated(ImmutableArray<Item> items)
    {
        foreach (var item in items.Where(item => Vocabulary.Has(item.Passage.Text, "period_label")))
        {
            if (DateScanner.Scan(item.Passage.Text).FirstOrDefault(mention => mention.Kind == DateKind.Interval) is { } interval)
            {
                return new PlanPeriod(interval.From, interval.To, IsStated: true);
            }
        }

        return null;
    }

    static PlanPeriod? Years(string[] titles) => titles.SelectMany(title => DateScanner.Scan(title))
        .FirstOrDefault(mention => mention.Kind == DateKind.Years) is { } years
        ? new PlanPeriod(years.From, years.To, IsStated: false) : null;

    /// <summary>The latest year of a heading that is no review of the past.</summary>
    static int? HeadingYear(ImmutableArray<Item> items)
    {
        var years = items.Select(item => item.Section).Where(section => section.Kind != SectionKind.Past)
            .Select(section => section.Year).OfType<int>().ToArray();
        return years.Length == 0 ? null : years.Max();
    }

    /// <summary>The year named most often in the text, the later one of two.</summary>
    static int? OfText(ImmutableArray<Item> items) => items.SelectMany(item => DateScanner.Scan(item.Text))
        .Select(mention => mention.Year).OfType<int>().GroupBy(year => year)
        .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).Select(group => (int?)group.Key).FirstOrDefault();

    static PlanPeriod? OfYear(int? year) =>
        year is { } named ? new PlanPeriod(new DateOnly(named, 1, 1), new DateOnly(named, 12, 31), IsStated: false) : null;
}
