using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases;
using Suandian.Cases.Tables;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Whether a scored form may be handed in: every problem at once, errors block the export.</summary>
public static class FormChecks
{
    /// <summary>All problems of a form, whatever its layout.</summary>
    /// <param name="scored">The form with its points.</param>
    /// <param name="source">Name of the file or sheet the rows come from.</param>
    public static ImmutableArray<Problem> Of(ScoredForm scored, string source) => Found(scored, source).Sorted();

    /// <summary>The same, and whether it fits into a layout.</summary>
    public static ImmutableArray<Problem> Of(ScoredForm scored, FormLayout layout, string source)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var findings = Found(scored, source);
        FormLayoutChecks.Add(scored, layout, new Source(source), findings);
        return findings.Sorted();
    }

    static Findings Found(ScoredForm scored, string source)
    {
        ArgumentNullException.ThrowIfNull(scored);
        ArgumentException.ThrowIfNullOrEmpty(source);
        var findings = new Findings();
        Whole(scored, new Source(source), findings);
        FormMoneyChecks.Add(scored, new Source(source), findings);
        foreach (var row in scored.LeftOut.Where(r => string.IsNullOrWhiteSpace(r.Reason)))
        {
            findings.Add(ProblemCode.FormNotApplicable, At(source, row, "reason"), null, ("what", What(row)));
        }

        foreach (var row in scored.Rows)
        {
            new RowChecks(row, scored.Options, source, findings).Run();
        }

        return findings;
    }

    /// <summary>A number without trailing zeros.</summary>
    internal static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A share in per cent, two decimals at most.</summary>
    internal static string Percent(decimal share) => Plain(ScoringRules.Round(share * 100)) + "%";

    static Spot At(string source, FormRow row, string column) => new Source(source).At(row.Line, column);

    static string What(FormRow row) => row.Indicator.Length == 0 ? row.Code : $"{row.Code} {row.Indicator}";

    static void Whole(ScoredForm scored, Source source, Findings findings)
    {
        var all = scored.Form.Rows;
        decimal rows = all.Sum(r => r.Weight);
        decimal sum = rows + scored.Options.ExecutionWeight;
        if (scored.Rows.IsEmpty)
        {
            findings.Add(ProblemCode.FormNoRows, source.Whole, null);
        }
        else if (sum != 100)
        {
            findings.Add(ProblemCode.FormWeightSum, source.At(null, "weight"), Plain(sum),
                ("sum", Plain(sum)), ("rows", Plain(rows)), ("execution", Plain(scored.Options.ExecutionWeight)));
        }

        foreach (var twice in all.GroupBy(r => r.Code).Where(g => g.Count() > 1))
        {
            findings.Add(ProblemCode.FormRowTwice, source.At(twice.Last().Line, "code"), twice.Key, ("times", twice.Count()));
        }
    }

    /// <summary>The checks of one row that applies.</summary>
    readonly record struct RowChecks(ScoredRow Scored, ScoringOptions Options, string Source, Findings Findings)
    {
        FormRow Row => Scored.Row;

        internal void Run()
        {
            Weights();
            if (Row.Kind == IndicatorKind.Qualitative)
            {
                if (Row.Attained is not (>= 0 and <= 1))
                {
                    Add(ProblemCode.FormAttainedMissing, "attained", Row.Attained);
                }
            }
            else
            {
                Numbers();
            }

            Results();
        }

        void Weights()
        {
            if (Row.Weight <= 0 || Row.Deduction < 0 || Row.Deduction > Row.Weight)
            {
                Add(ProblemCode.FormDeduction, "weight", Row.Deduction, ("weight", Plain(Row.Weight)));
            }

            if (Row.Weight > Options.LargestWeight)
            {
                Add(ProblemCode.FormWeightLarge, "weight", Row.Weight, ("limit", Plain(Options.LargestWeight)));
            }
        }

        void Numbers()
        {
            if (Row.Target is null)
            {
                Add(ProblemCode.FormTargetMissing, "target", null);
            }
            else if (Row.Comparator == Comparator.Range && !(Row.Upper > Row.Target))
            {
                Add(ProblemCode.FormRangeBounds, "upper", Row.Upper);
            }

            if (Row.Done is null)
            {
                Add(Row.Measurement.Length > 0 ? ProblemCode.FormMeasurementMissing : ProblemCode.FormDoneMissing, "done", null,
                    ("indicator", Row.Measurement), ("code", Row.Code), ("unit", Row.Unit.Length == 0 ? "–" : Row.Unit));
            }
        }

        void Results()
        {
            bool unexplained = string.IsNullOrWhiteSpace(Row.Reason);
            if (Scored.LacksEvidence)
            {
                Add(ProblemCode.FormWithoutEvidence, "evidence", null);
            }

            if (Scored.IsTargetLow && unexplained)
            {
                Add(ProblemCode.FormTargetLow, "done", Row.Done, ("limit", Percent(Options.LowTargetAbove)), ("rate", Percent(Scored.Rate!.Value)));
            }

            if (Scored.IsAboveRange && unexplained)
            {
                Add(ProblemCode.FormAboveRange, "reason", Row.Done, ("upper", Plain(Row.Upper!.Value)));
            }

            if (Scored.Score < Scored.Weight && unexplained)
            {
                Add(ProblemCode.FormReasonMissing, "reason", null, ("score", Plain(Scored.Score!.Value)), ("weight", Plain(Scored.Weight)));
            }
        }

        void Add(string code, string column, decimal? value, params ReadOnlySpan<(string, object?)> places) =>
            Findings.Add(code, At(Source, Row, column), value is { } number ? Plain(number) : null, [.. places, ("what", What(Row))]);
    }
}
