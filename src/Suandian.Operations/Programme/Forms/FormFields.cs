using System.Collections.Immutable;
using Suandian.Operations.Programme.Sheets;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Forms;

/// <summary>What each field of a layout shows.</summary>
static class FormFields
{
    /// <summary>Most files that are named in a cell.</summary>
    const int MostFiles = 3;

    /// <summary>A field of the whole form.</summary>
    internal static GridValue Of(LayoutCell cell, ScoredForm scored)
    {
        var (head, money) = (scored.Form.Head, scored.Form.Money);
        string field = cell.Field!;
        if (field.StartsWith("money.", StringComparison.Ordinal))
        {
            return Money(field.Split('.'), money);
        }

        return field switch
        {
            "execution.weight" => Weight(scored.Execution.Weight),
            "execution.rate" => scored.Execution.Rate is null ? GridValue.Open : GridValue.Share(scored.Execution.Rate),
            "execution.score" => GridValue.Points(scored.Execution.Score),
            "execution.reason" => GridValue.Words(money.Reason),
            "total.weight" => Weight(scored.Weight),
            "total.score" => GridValue.Points(scored.Total),
            "reasons" => GridValue.Words(Reasons(scored)),
            _ when cell.Choices.Length > 0 => new GridValue(Ticked(cell, Words(field, head))),
            _ => GridValue.Words(Words(field, head)),
        };
    }

    /// <summary>A field of one indicator.</summary>
    internal static GridValue Of(string field, ScoredRow scored, ScoringOptions options)
    {
        var row = scored.Row;
        return field switch
        {
            "indicator" => GridValue.Words(row.Indicator),
            "target" => Target(row),
            "target_value" => Bare(row),
            "comparator" => new GridValue(row.Kind == IndicatorKind.Qualitative ? "定性" : SheetQuantity.Sign(row.Comparator)),
            "unit" => new GridValue(row.Unit),
            "done" => Done(row, row.Unit),
            "done_value" => Done(row, ""),
            "rate" => scored.Rate is null ? GridValue.Open : GridValue.Share(scored.Rate),
            "weight" => Weight(scored.Weight),
            "score" => GridValue.Points(scored.Score),
            "reason" => GridValue.Words(row.Reason),
            "basis" => GridValue.Words(row.Basis),
            "previous" => row.Previous is { } previous ? FormNumbers.Of(previous, row.Unit) : new GridValue(""),
            "rule" => GridValue.Words(row.RuleWords.Length > 0 ? row.RuleWords : Rule(row, options).Zh),
            "evidence" => GridValue.Words(Files(row.Evidence)),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field of an indicator"),
        };
    }

    /// <summary>The rule a row is scored by, in words.</summary>
    internal static Text Rule(FormRow row, ScoringOptions options) => Phrases.Of("form.rule." + row switch
    {
        { Kind: IndicatorKind.Qualitative } => "qualitative",
        { Comparator: Comparator.Equal } when options.Equal == EqualScoring.AllOrNothing => "equal_or_nothing",
        _ => FormWords.Code(row.Comparator),
    });

    /// <summary>Text of a field of the head.</summary>
    internal static string Words(string field, FormHead head) => field switch
    {
        "project" => head.Project,
        "department" => head.Department,
        "unit" => head.Unit,
        "goal" => head.Goal,
        "goal_done" => head.GoalDone,
        "course" => head.Course,
        "conclusion" => head.Conclusion,
        "shortcomings" => head.Shortcomings,
        "measures" => head.Measures,
        "leader" => head.Leader,
        "finance_leader" => head.FinanceLeader,
        "category" => head.Category,
        "attribute" => head.Attribute,
        "type" => head.Type,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field"),
    };

    /// <summary>The choices in a row, the one that holds ticked.</summary>
    internal static string Ticked(LayoutCell cell, string chosen) =>
        string.Join("　　", cell.Choices.Select((choice, i) => $"{i + 1}．{choice}{(choice == chosen ? "☑" : "□")}"));

    static GridValue Money(string[] parts, FormMoney money)
    {
        var source = FormWords.Value<MoneySource>(parts[1])!.Value;
        var row = source == MoneySource.Total ? money.Total : money.Of(source);
        if (parts[2] == "rate")
        {
            return row is { Budget: { } budget, Executed: { } executed } && budget > 0 ? GridValue.Share(executed / budget) : new GridValue("");
        }

        decimal? amount = parts[2] switch { "initial" => row.Initial, "budget" => row.Budget, _ => row.Executed };
        return amount is { } named ? FormNumbers.Money(named) : source == MoneySource.Total ? GridValue.Open : new GridValue("");
    }

    static GridValue Weight(decimal points) => FormNumbers.Of(points, "");

    static GridValue Target(FormRow row) => row is { Kind: IndicatorKind.Quantitative, Target: { } target }
        ? new GridValue((row.Comparator == Comparator.Range ? "" : SheetQuantity.Sign(row.Comparator)) + Span(target, row) + row.Unit)
        : new GridValue(row.TargetWords);

    /// <summary>The target without sign and unit, which stand in columns of their own.</summary>
    static GridValue Bare(FormRow row) => row switch
    {
        { Kind: IndicatorKind.Quantitative, Comparator: Comparator.Range, Target: { } lower, Upper: not null } => new GridValue(Span(lower, row)),
        { Kind: IndicatorKind.Quantitative, Target: { } target } => FormNumbers.Of(target, ""),
        _ => new GridValue(row.TargetWords),
    };

    /// <summary>The target, or both ends of a range.</summary>
    static string Span(decimal target, FormRow row) => FormNumbers.Of(target, "").Text
        + (row is { Comparator: Comparator.Range, Upper: { } upper } ? "—" + FormNumbers.Of(upper, "").Text : "");

    static GridValue Done(FormRow row, string unit) => row switch
    {
        { Kind: IndicatorKind.Qualitative } => new GridValue(row.DoneWords),
        { Done: { } done } => FormNumbers.Of(done, unit),
        _ => GridValue.Open,
    };

    /// <summary>Names of the files; of many the first two and how many there are.</summary>
    static string Files(ImmutableArray<FormEvidence> files) => files.Length <= MostFiles
        ? string.Join('；', files.Select(f => f.Name))
        : Phrases.Of("form.files", ("first", string.Join('；', files.Take(2).Select(f => f.Name))), ("count", files.Length)).Zh;

    /// <summary>All reasons, a line each, for layouts without a column for them.</summary>
    static string Reasons(ScoredForm scored)
    {
        var lines = scored.Rows.Where(r => r.Row.Reason.Length > 0).Select(r => $"{r.Row.Indicator}：{r.Row.Reason}").ToList();
        if (scored.Form.Money.Reason.Length > 0)
        {
            lines.Insert(0, $"{ExecutionName}：{scored.Form.Money.Reason}");
        }

        return string.Join('\n', lines);
    }

    /// <summary>预算执行率.</summary>
    internal static string ExecutionName => Phrases.Of("form.execution").Zh;
}
