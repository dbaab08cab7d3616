using Suandian.Cases;
using Suandian.Cases.Tables;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Whether a form fits into a layout.</summary>
static class FormLayoutChecks
{
    internal static void Add(ScoredForm scored, FormLayout layout, Source source, Findings findings)
    {
        Places(scored, layout, source, findings);
        Money(scored, layout, source, findings);
        Groups(scored, layout, source, findings);
        Fields(scored, layout, source, findings);
        var head = scored.Form.Head;
        (string Field, bool IsOpen)[] fields =
            [("project", head.Project.Length == 0), ("department", head.Department.Length == 0), ("unit", head.Unit.Length == 0), ("year", head.Year is null)];
        string[] open = [.. fields.Where(f => f.IsOpen).Select(f => FormTables.Head.Column(f.Field).Title.Zh)];
        if (open.Length > 0)
        {
            findings.Add(ProblemCode.FormHeadOpen, source.Whole, null, ("fields", string.Join('、', open)));
        }
    }

    static void Places(ScoredForm scored, FormLayout layout, Source source, Findings findings)
    {
        foreach (var row in scored.Rows.Select(r => r.Row).Where(r => layout.PlaceOf(r.Second) is null))
        {
            findings.Add(ProblemCode.FormNoPlace, source.At(row.Line, "second"), row.Second.Name().Zh, ("layout", layout.Name), ("level", row.Second.Name()));
        }
    }

    /// <summary>A layout that shows only the total holds every source.</summary>
    static void Money(ScoredForm scored, FormLayout layout, Source source, Findings findings)
    {
        string[] shown = [.. layout.Cells.Select(c => c.Field ?? "").Where(f => f.StartsWith("money.", StringComparison.Ordinal)).Select(f => f.Split('.')[1]).Distinct()];
        foreach (var row in scored.Form.Money.Rows.Where(r => shown.Length > 1 && !shown.Contains(FormWords.Code(r.Source))))
        {
            var name = Texts.Phrases.Of("form.money." + FormWords.Code(row.Source));
            findings.Add(ProblemCode.FormMoneySource, source.At(null, "source"), name.Zh, ("layout", layout.Name), ("what", name));
        }
    }

    static void Groups(ScoredForm scored, FormLayout layout, Source source, Findings findings)
    {
        foreach (var (group, index) in layout.Groups.Select((g, i) => (g, i)))
        {
            decimal sum = scored.Form.Rows.Where(r => layout.PlaceOf(r.Second)?.Group == index).Sum(r => r.Weight);
            if (group.Weight > 0 && sum != group.Weight)
            {
                findings.Add(ProblemCode.FormBlockWeight, source.At(null, "weight"), FormChecks.Plain(sum),
                    ("what", group.Label), ("limit", FormChecks.Plain(group.Weight)), ("layout", layout.Name));
            }
        }
    }

    static void Fields(ScoredForm scored, FormLayout layout, Source source, Findings findings)
    {
        foreach (var cell in layout.Cells.Where(c => c.Field is not null))
        {
            bool isHeld = cell.Limit is not null || cell.Choices.Length > 0;
            string text = cell.Field == "execution.reason" ? scored.Form.Money.Reason : isHeld ? FormFields.Words(cell.Field!, scored.Form.Head) : "";
            if (cell.Limit is { } limit && text.Length > limit)
            {
                findings.Add(ProblemCode.FormTextLong, source.At(null, cell.Field), null, ("limit", limit), ("length", text.Length));
            }

            if (cell.Choices.Length > 0 && text.Length > 0 && !cell.Choices.Contains(text))
            {
                findings.Add(ProblemCode.NotAChoice, source.At(null, cell.Field), text, ("choices", string.Join('、', cell.Choices)));
            }
        }
    }
}
