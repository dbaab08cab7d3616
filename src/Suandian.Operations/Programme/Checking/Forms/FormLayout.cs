using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>Finds the blocks of a form by the words of their headers, so that all layouts are read alike.</summary>
static partial class FormLayout
{
    /// <summary>Words that end the indicator block.</summary>
    static readonly string[] Totals = ["总分", "合计", "总计", "总得分"];

    /// <summary>The form of a grid; null where it has no block of indicators.</summary>
    internal static FilledForm? Read(string name, FormGrid grid)
    {
        var header = Enumerable.Range(0, grid.Rows.Length).Where(row => IsIndicatorHeader(grid, row)).Select(row => (int?)row).FirstOrDefault();
        if (header is not { } at)
        {
            return null;
        }

        var columns = IndicatorColumns.Of(grid, at);
        var indicators = ImmutableArray.CreateBuilder<IndicatorRow>();
        TotalRow? total = null;
        for (var row = at + 1; row < grid.Rows.Length && total is null; row++)
        {
            if (IsTotal(grid, row))
            {
                total = new TotalRow(grid.Cell(row, columns.Weight), grid.Cell(row, columns.Score));
            }
            else if (columns.Row(grid, row) is { } indicator)
            {
                indicators.Add(indicator);
            }
        }

        var money = Rescaled(grid, Money(grid, at), indicators);
        return new FilledForm(name, money, indicators.ToImmutable(), total, columns.Evidence is not null)
        {
            MoneyReason = MoneyReason(grid, at),
        };
    }

    static bool IsIndicatorHeader(FormGrid grid, int row) =>
        grid.Column(row, "三级指标", "指标名称") is not null && grid.Column(row, "得分") is not null
        && grid.Column(row, "完成值", "完成情况", "实际值") is not null;

    static bool IsTotal(FormGrid grid, int row) =>
        grid.Rows[row].Any(text => Totals.Contains(FormGrid.Plain(text)))
        && !grid.Rows[row].Any(text => FormGrid.Plain(text).EndsWith("指标", StringComparison.Ordinal));

    /// <summary>The rows between the header with 执行数 and the next block.</summary>
    static ImmutableArray<MoneyRow> Money(FormGrid grid, int before)
    {
        var header = Enumerable.Range(0, before).Where(row => grid.Column(row, "执行数") is not null).Select(row => (int?)row).LastOrDefault();
        if (header is not { } at)
        {
            return [];
        }

        var spent = grid.Column(at, "执行数")!.Value;
        var budget = grid.Column(at, "全年预算数", "调整后预算数", "预算数");
        var initial = grid.Column(at, "年初预算");
        var first = new[] { spent, budget ?? spent, initial ?? spent }.Min();
        var rows = ImmutableArray.CreateBuilder<MoneyRow>();
        for (var row = at + 1; row < before; row++)
        {
            var label = Enumerable.Range(0, first).Reverse().Select(column => grid.Cell(row, column))
                .FirstOrDefault(cell => cell.Text.Length > 0);
            if (label is null || !IsMoney(label.Text))
            {
                break;
            }

            rows.Add(new MoneyRow(label, grid.Cell(row, initial), grid.Cell(row, budget), grid.Cell(row, spent),
                Points(grid, at, row), grid.Cell(row, grid.Column(at, "执行率")), grid.Cell(row, grid.Column(at, "得分"))));
        }

        return rows.ToImmutable();
    }

    /// <summary>Where a remark says that the weights are scaled to 100, the weight that the words of a header say has become what the indicators leave.</summary>
    static ImmutableArray<MoneyRow> Rescaled(FormGrid grid, ImmutableArray<MoneyRow> money, IEnumerable<IndicatorRow> indicators)
    {
        var isSaid = money.Length > 0 && money.All(row => row.Weight.Address == money[0].Weight.Address);
        if (!isSaid || !grid.Rows.SelectMany(row => row).Any(text => FormGrid.Plain(text).Contains("分值已按100分折算", StringComparison.Ordinal)))
        {
            return money;
        }

        var left = (100 - indicators.Sum(row => FormNumber.Plain(row.Weight) ?? 0)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [.. money.Select(row => row with { Weight = row.Weight with { Text = left } })];
    }

    /// <summary>The reason in the column of the money block, in a row of reasons that speaks of the execution, or in a remark: 注1：资金执行偏差原因：….</summary>
    static string MoneyReason(FormGrid grid, int before)
    {
        var header = Enumerable.Range(0, before).Where(row => grid.Column(row, "执行数") is not null).Select(row => (int?)row).LastOrDefault();
        if (header is { } at && grid.Column(at, "原因") is { } column && !grid.Cell(at + 1, column).IsEmpty)
        {
            return grid.Cell(at + 1, column).Text;
        }

        return grid.Rows.SelectMany(row => row).Select(FormGrid.Plain).Select(text => SaidOfMoney().Match(text))
            .FirstOrDefault(match => match.Success)?.Groups["reason"].Value ?? "";
    }

    /// <summary>The weight in its column; in a layout without one the words of the header say it: 得分（20分×执行率）.</summary>
    static FormCell Points(FormGrid grid, int header, int row)
    {
        if (grid.Column(header, "分值", "权重") is { } column)
        {
            return grid.Cell(row, column);
        }

        var score = grid.Column(header, "得分");
        var said = InWords().Match(FormGrid.Plain(grid.Cell(header, score).Text));
        return new FormCell(grid.Cell(header, score).Address, said.Groups["points"].Value);
    }

    [GeneratedRegex(@"(?:^注\d*[:：]|^|[。；;])(?:资金|预算)执行(?:率|偏差原因|偏低原因|情况说明)[:：](?<reason>.{2,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaidOfMoney();

    [GeneratedRegex(@"[（(](?<points>\d{1,3})分", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InWords();

    static bool IsMoney(string label) => ((string[])["资金", "拨款", "总额", "结转", "其他", "合计", "补助"]).Any(word => label.Contains(word, StringComparison.Ordinal));

    /// <summary>Which column of the indicator block says what; null where a layout lacks it.</summary>
    sealed record IndicatorColumns(int First, int? Second, int Name, int? Target, int Done, int? Weight, int Score)
    {
        internal int? Nature { get; private init; }

        internal int? Unit { get; private init; }

        internal int? Reason { get; private init; }

        internal int? Evidence { get; private init; }

        internal static IndicatorColumns Of(FormGrid grid, int row) => new(
            grid.Column(row, "一级指标") ?? 0, grid.Column(row, "二级指标"), grid.Column(row, "三级指标", "指标名称")!.Value,
            grid.Column(row, "年度指标值", "目标值", "指标值"), grid.Column(row, "实际完成值", "全年完成值", "完成值", "完成情况", "实际值")!.Value,
            grid.Column(row, "分值", "权重"), grid.Column(row, "得分")!.Value)
        {
            Nature = grid.Column(row, "指标性质"),
            Unit = grid.Column(row, "度量单位", "计量单位"),
            Reason = grid.Column(row, "偏差原因", "未完成原因", "原因分析"),
            Evidence = grid.Column(row, "佐证"),
        };

        /// <summary>A row with a name; null for a blank one.</summary>
        internal IndicatorRow? Row(FormGrid grid, int row)
        {
            var name = grid.Cell(row, Name);
            var group = FormGrid.Plain(grid.Cell(row, First).Text) + FormGrid.Plain(grid.Cell(row, Second).Text);
            return name.Text.Length == 0 && grid.Cell(row, Score).IsEmpty ? null : new IndicatorRow
            {
                Name = name,
                Group = group,
                Nature = grid.Cell(row, Nature),
                Target = grid.Cell(row, Target),
                Unit = grid.Cell(row, Unit),
                Done = grid.Cell(row, Done),
                Weight = grid.Cell(row, Weight),
                Score = grid.Cell(row, Score),
                Reason = Reason is null ? grid.Speaking(name.Text, "原因") : grid.Cell(row, Reason),
                Evidence = grid.Cell(row, Evidence),
            };
        }
    }
}
