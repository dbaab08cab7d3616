using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Passages;
using Suandian.Operations.Programme.Documents.Quantities;

namespace Suandian.Operations.Programme.Documents.Dates;

/// <summary>Finds the times a text names.</summary>
static partial class DateScanner
{
    /// <summary>All mentions in order, none inside another.</summary>
    internal static ImmutableArray<DateMention> Scan(string text)
    {
        var mentions = ImmutableArray.CreateBuilder<DateMention>();
        foreach (Match match in Times().Matches(text))
        {
            if (Of(match) is { } mention)
            {
                mentions.Add(mention);
            }
        }

        return mentions.ToImmutable();
    }

    static DateMention? Of(Match match)
    {
        var mention = new DateMention(match.Index, match.Index + match.Length, DateKind.Unclear)
        {
            IsSoft = match.Groups["soft"].Success,
            Year = match.Groups["y"].Success ? Section.YearOf(match.Groups["y"].Value + "年") : null,
        };
        if (match.Groups["m1"].Success)
        {
            return Interval(match, mention);
        }

        if (match.Groups["last"].Success)
        {
            return mention with
            {
                Kind = DateKind.Years,
                From = new DateOnly(Number(match, "first"), 1, 1),
                To = new DateOnly(Number(match, "last"), 12, 31),
            };
        }

        if (match.Groups["each"].Success)
        {
            return mention with { Kind = DateKind.Each, Each = EachOf(match.Groups["each"].Value), Step = StepOf(match.Groups["step"].Value) };
        }

        return match.Groups["m"].Success || match.Groups["q"].Success || match.Groups["half"].Success
            ? Within(match, mention) : Wide(match, mention);
    }

    static DateMention? Interval(Match match, DateMention mention)
    {
        var year = Number(match, "y1");
        var from = Day(year, Number(match, "m1"), Number(match, "d1"));
        var to = Day(match.Groups["y2"].Success ? Number(match, "y2") : year, Number(match, "m2"), Number(match, "d2"));
        return from is null || to is null ? null : mention with { Kind = DateKind.Interval, From = from, To = to };
    }

    static DateMention? Within(Match match, DateMention mention)
    {
        if (match.Groups["q"] is { Success: true } quarter)
        {
            var number = "一二三四".IndexOf(quarter.Value[0], StringComparison.Ordinal) is >= 0 and var at ? at + 1 : quarter.Value[0] - '0';
            var isBefore = number > 1 && match.Value.EndsWith('前') && match.Value[^2] == '度';
            return mention with { Kind = DateKind.Month, Month = number * 3, IsBeforeQuarter = isBefore };
        }

        if (match.Groups["half"] is { Success: true } half)
        {
            return mention with { Kind = DateKind.Month, Month = half.Value[0] == '上' ? 6 : 12 };
        }

        var month = Number(match, "m");
        if (month is < 1 or > 12)
        {
            return null;
        }

        return match.Groups["d"].Success
            ? mention with { Kind = DateKind.Day, Month = month, Day = Number(match, "d") }
            : mention with { Kind = DateKind.Month, Month = month };
    }

    static DateMention Wide(Match match, DateMention mention)
    {
        if (match.Groups["five"] is { Success: true } plan)
        {
            return mention with { Kind = DateKind.Year, Year = plan.Value == "十四五" ? 2025 : 2030 };
        }

        return mention with
        {
            Kind = mention.Year is not null ? DateKind.Year
                : match.Groups["this"].Success ? DateKind.ThisYear
                : match.Groups["period"].Success ? DateKind.Period
                : match.Groups["after"].Success ? DateKind.Relative
                : DateKind.Unclear,
        };
    }

    static DueStatus EachOf(string word) => word switch
    {
        _ when word.Contains("半年", StringComparison.Ordinal) || word.Contains("学期", StringComparison.Ordinal) => DueStatus.EachHalfYear,
        _ when word.Contains('季', StringComparison.Ordinal) => DueStatus.EachQuarter,
        _ when word.Contains('月', StringComparison.Ordinal) => DueStatus.EachMonth,
        _ when word.Contains('周', StringComparison.Ordinal) => DueStatus.EachWeek,
        _ => DueStatus.EachYear,
    };

    static int StepOf(string figure) => figure.Length == 0 ? 1 : (int)(ChineseNumeral.Read(figure) ?? int.Parse(figure, CultureInfo.InvariantCulture));

    static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>A day of the calendar; null for 2月30日.</summary>
    internal static DateOnly? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(
        "(?:(?<soft>拟于|拟在|计划于|计划在|预计于|预计在|拟)|截至|截止到?|至|到|于|在|自|从)?(?:"
        + @"(?<y1>20\d\d)年(?<m1>\d{1,2})月(?<d1>\d{1,2})日?[-—–~至到]{1,2}(?:(?<y2>20\d\d)年)?(?<m2>\d{1,2})月(?<d2>\d{1,2})日"
        + @"|(?<first>20\d\d)年?[-—–~至到]{1,2}(?<last>20\d\d)年(?:底|末|度)?"
        + @"|(?<each>每(?<step>[两二三四五六2-6])?个?(?:季度|半年|学期|[季月年周])|按季度|逐季|逐月|(?<![上下前后每多个大半两三四\d])半年(?=[^，。；\d]{0,4}?[一两二三四五\d]{1,2}[次场])"
        + @"|(?<![每第一二三四前上下本各\d])季度(?=[一两二三\d][次场])|一(?:季度?|个?月|年|周)(?=[一两二三四五\d]{1,2}[次场]))"
        + @"|(?:(?<y>20\d\d|二〇[〇一二三四五六七八九]{2})年)?(?:第?(?<q>[一二三四1-4])季度|前(?<q>三)季度|(?<half>[上下])半年)(?:末|底)?(?:以前|之前|前|内)?"
        + @"|(?:(?<y>20\d\d|二〇[〇一二三四五六七八九]{2})年)?(?<![\d.])(?<m>\d{1,2})月份?(?:(?<d>\d{1,2})日)?(?:上旬|中旬|下旬|初|底|末)?(?:以前|之前|前)?"
        + @"|(?<y>20\d\d|二〇[〇一二三四五六七八九]{2})年(?:年底|年末|年内|底|末|内|度)?(?:以前|之前|前)?"
        + @"|“?(?<five>十四五|十五五)”?(?:规划)?(?:期?末|期间)"
        + @"|(?<this>年底|年末|年内|今年内?|本年度?|该年度|当年|全年|年度(?=完成|实现|新增|计划|培训|安排))(?:以前|之前|前)?"
        + @"|(?<period>(?:服务|合同|实施|责任|建设|规划)期(?:内|满前|末)|期内|[两二三四五]年(?:累计|内|来|共))"
        + @"|(?:汛期|春节|国庆|入冬|供暖季?|开学|春耕|秋收|封冻)(?:以前|之前|前)"
        + @"|(?<after>(?:合同|协议|本?通知)?(?:签订|印发|收到[^，。]{0,8}|批准|批复|生效|开工|之日)(?:起|后|之日起)?(?:\d+|[一二三四五六七八九十]+)个?(?:工作日|日|天|月|年|周)(?:以内|之内|内))"
        + @"|(?<after>(?<![\d.])\d{1,3}个?(?:工作日|日|天|月)内(?![^，。；]{0,3}[率量])))",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();
}
