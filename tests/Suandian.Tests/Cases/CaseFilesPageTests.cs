using System.Text;
using Suandian.Cases.Tables;

namespace Suandian.Cases;

public class CaseFilesPageTests
{
    [Fact]
    public void The_page_of_case_files_is_the_one_made_from_the_schema() => Written.Matches("docs/reference/case-files.md", Text());

    static string Text()
    {
        var page = new StringBuilder();
        page.Append("""
            # Case files 案例文件

            Every table and column of a case, made from the schema in `src/Suandian/Cases/schema`; a test compares.
            案例的全部表与列，由模式文件生成，测试核对。

            ## Folder 文件夹

            | file | what | 内容 |
            |---|---|---|
            | `case.yaml` | settings, required | 设置，必需 |
            | `<table>.csv` | one table each; `buses.csv` and `carriers.csv` are required, the others optional | 每表一个文件；`buses.csv` 与 `carriers.csv` 必需，其余可选 |
            | `series/*.csv`, `series/*.parquet` | hourly series: first column `hour` (0 to 8759) or `time` (begin of the hour, such as 2025-01-01 00:00), one column per series | 逐时序列：首列 `hour`（0–8759）或 `time`（该小时的开始），其后每列一个序列 |
            | `weather/` | weather files named by `weather_sites.csv` | `weather_sites.csv` 所指的气象文件 |
            | `outline.csv` | outline of the county for the map: `ring`, `longitude_deg`, `latitude_deg`; points in drawing order | 地图外廓：环号、经度、纬度，按描绘顺序 |

            The same case as one workbook `.xlsx` has one sheet per table, a sheet `case` for the settings (key, value), sheets `series…` and `outline`; a row whose first cell begins with 例 or e.g. is ignored.
            同一案例也可以是一个工作簿：每表一张工作表，`case` 表为设置（键、值），另有 `series…` 与 `outline` 表；首格以“例”或 e.g. 开头的行不读。

            Text is UTF-8 (with or without byte order mark), UTF-16 with mark, or GB18030; cells are separated by commas. Numbers have a decimal point.
            文本为 UTF-8（有无标记均可）、带标记的 UTF-16 或 GB18030，逗号分隔，小数点为“.”。

            ## Numbers as people write them 数的写法

            A number cell may carry a unit that converts to the unit of its column; `suandian check` lists what it read them as.
            数值格可带单位，按列的单位换算；`suandian check` 会列出换算结果。

            | written 写作 | column in | read as 读作 |
            |---|---|---|
            | 2.5万千瓦 | MW | 25 |
            | 1.2亿千瓦时 | MWh | 120000 |
            | 0.262元/千瓦时 | yuan/MWh | 262 |
            | 33亩 | km2 | 0.022 |
            | 80万元 | yuan | 800000 |
            | 300kW | MW | 0.3 |
            | 98% | pu | 0.98 |
            | １２，３４５ | any | 12345 |

            ## Settings 设置 `case.yaml`


            """);
        Columns(page, TableSchema.Settings, "key");
        foreach (var table in TableSchema.All)
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n## `{table.File}`: {table.Title.Zh} · {table.Title.En}\n\n");
            Columns(page, table, "column");
        }

        return page.ToString();
    }

    /// <summary>One table as a table of the page.</summary>
    internal static void Columns(StringBuilder page, TableSchema table, string first)
    {
        page.Append(System.Globalization.CultureInfo.InvariantCulture,
            $"| {first} | type | unit | default | range or choices | required | description | 说明 |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var c in table.Columns)
        {
            string range = c.Choices.IsEmpty ? c.References.Length > 0 ? $"`{c.References}`" : Range(c) : string.Join(", ", c.Choices);
            page.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| `{c.Name}` | {SnakeCase.FromPascal(c.Type.ToString())} | {c.Unit} | {c.Default} | {range} | {(c.Required ? "yes" : "")} | {c.Description.En} | {c.Description.Zh} |\n");
        }
    }

    static string Range(ColumnSchema c) => c.Min is null && c.Max is null ? "" : c.Range[..(c.Range.Length - (c.Unit.Length == 0 ? 0 : c.Unit.Length + 1))];
}
