namespace Suandian.Reports.Page;

/// <summary>Base beside plan: a row per quantity, each with its own scale.</summary>
static class CompareSection
{
    internal static Html Write(Voice voice, StudyFigures figures, int number)
    {
        var comparison = figures.Comparison.Data;
        var rows = Html.All(comparison.Rows.Where(r => voice.Cell(r.Quantity, r.Value.Base) is not ("0" or "–") || voice.Cell(r.Quantity, r.Value.Plan) != "0").Select(r => Row(voice, r)));
        return PageParts.Section(voice, "compare", number, figures.Comparison.Finding, Html.Of($"""
            <p class="p">{voice[comparison.BaseExists ? "compare.base" : "compare.nobase"]}</p>
            <figure class="long"><table><thead><tr><th></th><th class="n">{voice["compare.today"]}</th><th class="n"><b>{voice["compare.plan"]}</b></th><th class="wide">{voice["compare.bars"]}</th><th class="n">{voice["compare.change"]}</th></tr></thead>
            <tbody>{rows}</tbody></table>{PageParts.Foot(voice, figures, figures.Comparison.Sha256)}</figure>
            """));
    }

    static Html Row(Voice voice, ComparisonRow row)
    {
        var (from, to) = (row.Value.Base, row.Value.Plan);
        var longest = Math.Max(Math.Abs(from ?? 0), Math.Abs(to));
        var change = Numbers.Change(row.Quantity, row.Value, voice.Language);
        var better = row.LessIsBetter is { } less && from is { } value && (less ? to < value : to > value) && !change.StartsWith('0');
        var unit = voice.Unit(row.Quantity);
        return Html.Of($"""
            <tr><td>{voice.Start(row.Name)}{(unit.Length > 0 ? voice.Of("unit", ("unit", unit)) : "")}</td><td class="n">{voice.Cell(row.Quantity, from)}</td><td class="n"><b>{voice.Cell(row.Quantity, to)}</b></td>
            <td class="wide"><span class="bars">{PageParts.Bar(Math.Abs(from ?? 0) / Positive(longest), "var(--base)")}{PageParts.Bar(Math.Abs(to) / Positive(longest), "var(--accent)")}</span></td>
            <td class="n{(better ? " better" : "")}">{change}</td></tr>

            """);
    }

    static double Positive(double value) => value > 0 ? value : 1;
}
