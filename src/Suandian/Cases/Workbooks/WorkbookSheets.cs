using System.Collections.Immutable;
using Suandian.Cases.Tables;
using Suandian.Texts;

namespace Suandian.Cases.Workbooks;

/// <summary>The sheets of a case and of the template.</summary>
static class WorkbookSheets
{
    internal const string Settings = "case", Series = "series", Outline = "outline", Guide = "填写说明";

    /// <summary>Sheets of a case.</summary>
    internal static IEnumerable<Sheet> Of(Case data)
    {
        yield return GuideSheet();
        yield return SettingsSheet(CaseText.Settings(data.Settings).ToDictionary(s => s.Column.Name, s => s.Text));
        foreach (var (schema, rows) in CaseText.Tables(data))
            yield return TableSheet(schema, rows);
        if (!data.Outline.IsEmpty)
            yield return new Sheet(Outline, CaseText.Outline(data)) { Widths = [8, 16, 16] };
        if (!data.Series.IsEmpty)
            yield return new Sheet(Series, CaseText.Series(data.Series));
    }

    /// <summary>Sheets of the template.</summary>
    internal static IEnumerable<Sheet> Template()
    {
        yield return GuideSheet();
        yield return SettingsSheet([]);
        foreach (var schema in TableSchema.All)
            yield return TableSheet(schema, [[.. schema.Columns.Select(c => c.Name)], [.. schema.Columns.Select((c, i) => Sample(c, i == 0))]]);
    }

    static Sheet TableSheet(TableSchema schema, IReadOnlyList<IReadOnlyList<string>> rows) => new(schema.Name, rows)
    {
        IsNumber = [.. schema.Columns.Select(c => c.Type is ColumnType.Number or ColumnType.Integer)],
        Widths = [.. schema.Columns.Select(c => Math.Clamp(c.Name.Length + 2.0, 10, 34))],
        Lists = [.. schema.Columns.Select((c, i) => (i, ListOf(c))).Where(l => l.Item2.Length > 0)],
        Notes = [.. schema.Columns.Select((c, i) => (i, Note(c)))],
        Required = [.. schema.Columns.Select((c, i) => c.Required ? i : -1).Where(i => i >= 0)],
    };

    static Sheet SettingsSheet(Dictionary<string, string> given)
    {
        List<IReadOnlyList<string>> rows = [["key", "value", "unit", "说明", "description"]];
        rows.AddRange(TableSchema.Settings.Columns.Select(c => (IReadOnlyList<string>)
            [c.Name, given.GetValueOrDefault(c.Name, ""), c.Unit, c.Description.Zh, c.Description.En]));
        return new Sheet(Settings, rows) { Widths = [28, 40, 12, 60, 60], IsNumber = [false, true, false, false, false] };
    }

    static Sheet GuideSheet()
    {
        List<IReadOnlyList<string>> rows = [["table 表", "column 列", "unit 单位", "required 必填", "range 范围", "说明", "description"]];
        foreach (string advice in (ReadOnlySpan<string>)["sheets", "example", "numbers", "check"])
            rows.Add(["", "", "", "", "", Phrases.Of($"book.guide.{advice}").Zh, Phrases.Of($"book.guide.{advice}").En]);
        foreach (var schema in TableSchema.All.Prepend(TableSchema.Settings))
        {
            rows.Add([schema.Name, "", "", "", "", schema.Title.Zh, schema.Title.En]);
            rows.AddRange(schema.Columns.Select(c => (IReadOnlyList<string>)
            [
                schema.Name, c.Name, c.Unit, Phrases.Of(c.Required ? "book.required" : "book.optional").Zh, Range(c),
                c.Description.Zh, c.Description.En,
            ]));
        }

        return new Sheet(Guide, rows) { Widths = [18, 32, 14, 10, 40, 70, 80], IsNumber = [.. Enumerable.Repeat(false, 7)] };
    }

    static string Range(ColumnSchema c) => c.Choices.IsEmpty
        ? c.References.Length > 0 ? c.References : c.Min is null && c.Max is null ? "" : c.Range
        : string.Join(", ", c.Choices);

    static string Note(ColumnSchema c)
    {
        string required = Phrases.Of(c.Required ? "book.required" : "book.optional").ToString();
        string[] parts = [c.Description.Zh, c.Description.En, $"{required}{(c.Unit.Length > 0 ? " · " + c.Unit : "")}", Range(c)];
        return string.Join('\n', parts.Where(p => p.Length > 0));
    }

    /// <summary>Formula of a drop-down: the words themselves, or the names of another sheet.</summary>
    static string ListOf(ColumnSchema c) => c.Type switch
    {
        ColumnType.Choice when string.Join(',', c.Choices).Length <= 255 => $"\"{string.Join(',', c.Choices)}\"",
        ColumnType.Boolean => "\"true,false\"",
        ColumnType.Reference => $"{c.References}!$A$2:$A$1000",
        _ => "",
    };

    static string Sample(ColumnSchema c, bool first) => first
        ? Phrases.Of("book.example").Zh + " " + (c.References.Length > 0 ? c.References + "_1" : "base")
        : c.Type switch
        {
            ColumnType.Choice => c.Default.Length > 0 ? c.Default : c.Choices[0],
            ColumnType.Boolean => c.Default.Length > 0 ? c.Default : "true",
            ColumnType.Reference or ColumnType.References => c.References + "_1",
            ColumnType.Number or ColumnType.Integer => Number(c),
            ColumnType.Text when c.Name is "source" => "电价文件 2026-08",
            _ => "",
        };

    static string Number(ColumnSchema c) => (c.Name, c.Default) switch
    {
        ("latitude_deg", _) => "43.8",
        ("longitude_deg", _) => "95",
        (_, { Length: > 0 } given) => given,
        _ => c.Max switch { >= 100 => "100", >= 1 => "1", { } max => Cell.Plain(max), _ => "1" },
    };
}
