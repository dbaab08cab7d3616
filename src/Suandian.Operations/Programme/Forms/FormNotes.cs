using System.Collections.Immutable;
using System.Globalization;
using Suandian.Operations.Programme.Sheets;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Remarks below the form: what is open, left out, unproved or far above its target.</summary>
static class FormNotes
{
    internal static ImmutableArray<string> Of(ScoredForm scored, FormLayout layout)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        void Add(string key, params ReadOnlySpan<(string, object?)> places) => notes.Add(Phrases.Of("form.note." + key, places).Zh);
        if (scored.Form.Head.IsDemonstration)
        {
            Add("demonstration");
        }

        if (scored.Open > 0)
        {
            Add("open", ("points", SheetQuantity.Plain(scored.Open)));
        }

        if (scored.Form.Money.Reason.Length > 0 && !layout.Cells.Any(c => c.Field is "execution.reason" or "reasons"))
        {
            Add("execution", ("reason", scored.Form.Money.Reason));
        }

        foreach (var row in scored.LeftOut)
        {
            Add("left_out", ("what", row.Indicator), ("reason", row.Reason));
        }

        if (scored.LeftOut.Length > 0)
        {
            Add("rescaled");
        }

        foreach (var row in scored.Rows.Where(r => r.Row.Remark.Length > 0))
        {
            Add("remark", ("what", row.Row.Indicator), ("remark", row.Row.Remark));
        }

        List("unproved", [.. scored.Rows.Where(r => r.LacksEvidence && scored.Options.IsStrict)]);
        List("target_low", [.. scored.Rows.Where(r => r.IsTargetLow)]);
        return notes.Count == 1 ? ["注：" + notes[0]] : [.. notes.Select((note, i) => string.Create(CultureInfo.InvariantCulture, $"注{i + 1}：{note}"))];

        void List(string key, ScoredRow[] rows)
        {
            if (rows.Length > 0)
            {
                Add(key, ("what", string.Join('、', rows.Select(r => r.Row.Indicator))));
            }
        }
    }
}
