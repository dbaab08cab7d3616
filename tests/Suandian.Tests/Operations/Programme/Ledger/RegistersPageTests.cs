using System.Globalization;
using System.Text;
using Suandian.Operations.Programme.Ledger;

namespace Suandian.Operations;

public class RegistersPageTests
{
    [Fact]
    public void The_page_of_registers_is_the_one_made_from_the_schema() => Written.Matches("docs/reference/registers.md", Text());

    static string Text()
    {
        var page = new StringBuilder();
        page.Append("""
            # Registers 登记表

            Every register and field of a programme, made from the schema in `src/Suandian.Operations/Programme/Ledger/schema`; a test compares.
            项目台账的全部登记表与字段，由模式文件生成，测试核对。

            A field marked key is part of the natural key: a new row with an equal key is the row that is there. Rows of a register without the field `id` are numbered by the entry that added them. A date is written 2024-10-31 (2024年10月31日 and 2024/10/31 are read too); a choice by its word or its Chinese name; a reference by the id or the Chinese name of the row. Personal fields are masked for accounts whose role does not see them, stand in the history as seals only, and are what `programme erase` takes out.
            标“主键”的字段构成自然主键：主键相同的新行就是已有的行。没有 `id` 字段的登记表，行号为新增该行的历史条号。日期写作 2024-10-31（也可写 2024年10月31日、2024/10/31）；选项写代码或中文名；引用写编号或中文名称。个人字段对无权的账户打码，在历史中只以封存记号出现，可用 `programme erase` 抹去。


            """);
        foreach (var register in RegisterSchema.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"## `{register.Name}`: {register.Title.Zh} · {register.Title.En}\n\n{register.Description.En}. {register.Description.Zh}。\n\n");
            page.Append("| field | type | unit | default | range or choices | required | key | personal | description | 说明 |\n|---|---|---|---|---|---|---|---|---|---|\n");
            foreach (var field in register.Id is null ? register.Fields : [register.Id, .. register.Fields])
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{field.Name}` | {Snake(field.Type)} | {field.Unit} | {field.Default} | {Range(field)} | {Need(field)} | {(field.IsKey ? "key" : "")} | {(field.Personal == Personal.None ? "" : field.Personal.ToString().ToLowerInvariant())} | {Cell(field.Description.En)} | {Cell(field.Description.Zh)} |\n");
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    static string Range(FieldSchema field) =>
        field.References.Length > 0 ? $"`{field.References}`{(field.IsProof ? ", its evidence counts here" : "")}"
        : !field.Choices.IsEmpty ? string.Join(", ", field.Choices.Select(c => $"{c.Word} {c.Zh}").Select(Cell))
        : field.Min is null && field.Max is null ? "" : $"{field.Min?.ToString(CultureInfo.InvariantCulture) ?? "−∞"} … {field.Max?.ToString(CultureInfo.InvariantCulture) ?? "∞"}";

    /// <summary>Text in a table of Markdown, where | would end the cell.</summary>
    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    static string Need(FieldSchema field) => field.IsComputed ? "computed" : field.IsRequired ? "yes" : "";

    static string Snake(FieldType type) => type switch { FieldType.YesNo => "yes_no", _ => type.ToString().ToLowerInvariant() };
}
