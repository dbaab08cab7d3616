using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.Targets;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Forms;

/// <summary>What a row of the form promises and reaches, from targets and figures.</summary>
static class LedgerFormRow
{
    /// <summary>A row of one target: its value and its figure; words where the target has no value.</summary>
    internal static FormRow Promised(FormRow made, LedgerRow row, TargetStatus status)
    {
        var target = status.Target;
        made = made with { Indicator = made.Indicator.Length > 0 ? made.Indicator : status.Title.Zh };
        if (target.Value is not { } value || target.Interval is not null)
        {
            return InWords(made, row, target.Literal, Shown(status));
        }

        if (target.Comparator is Comparator.DirectionDown or Comparator.DirectionUp)
        {
            bool isReached = target.Comparator == Comparator.DirectionDown ? status.Figure?.Value < value : status.Figure?.Value > value;
            var words = InWords(made, row, $"{target.Threshold} {target.Unit}".Trim(), Shown(status));
            return isReached ? words with { Attained = 1 } : words;
        }

        return made with
        {
            Comparator = target.Comparator is Comparator.Boolean ? Comparator.AtLeast : target.Comparator,
            Target = value,
            Upper = target.Max,
            Unit = target.Unit.Length > 0 ? target.Unit : status.Figure?.Indicator.Unit ?? "",
            Done = status.Standing == Standing.Unclear ? null : status.Counted,
        };
    }

    /// <summary>A row of several targets: how many of them are done; words where one of them is unclear.</summary>
    internal static FormRow Promised(FormRow made, LedgerRow row, TargetStatus[] targets)
    {
        made = made with { Indicator = made.Indicator.Length > 0 ? made.Indicator : string.Join('、', targets.Select(t => t.Title.Zh)) };
        return targets.Any(t => t.Standing == Standing.Unclear)
            ? InWords(made, row, string.Join('、', targets.Select(t => t.Target.Literal)), string.Join('；', targets.Select(t => t.Title.Zh + Shown(t))))
            : made with { Target = targets.Length, Unit = Phrases.Of("form.row.targets").Zh, Done = targets.Count(t => t.Standing.IsDone()) };
    }

    /// <summary>A row without target: the value stands in the row, the figure is computed.</summary>
    internal static FormRow Measured(FormRow made, LedgerRow row, Figure figure) => made with
    {
        Indicator = made.Indicator.Length > 0 ? made.Indicator : figure.Indicator.Name.Zh,
        Comparator = row["cmp"].Length > 0 ? Comparators.Of(row["cmp"]) : Comparator.AtLeast,
        Target = row.Number("value"),
        Upper = row.Number("upper"),
        Unit = figure.Indicator.Unit,
        Done = figure.Value,
    };

    /// <summary>A row in words, whose share a person judges.</summary>
    internal static FormRow InWords(FormRow made, LedgerRow row, string promise, string done) => made with
    {
        Kind = IndicatorKind.Qualitative,
        TargetWords = row["target_words"].Length > 0 ? row["target_words"] : promise,
        DoneWords = row["done_words"].Length > 0 ? row["done_words"] : done,
        Attained = row.Number("attained") / 100,
    };

    /// <summary>What a reader must know beside the value: done late, counted by quarters.</summary>
    internal static string Remark(IEnumerable<TargetStatus> statuses) => string.Join('；', statuses.SelectMany(s => s.Flags)
        .Where(f => f.Code is StatusFlags.DoneLate or StatusFlags.ByQuarter).Select(f => f.Words.Zh).Distinct());

    static string Shown(TargetStatus status) => status.Figure is { Value: { } value } figure ? FormChecks.Plain(value) + figure.Indicator.Unit : "";
}
