using System.Globalization;
using System.Text;
using Suandian.Cases.Tables;

namespace Suandian.Cases;

public class MachinePageTests
{
    [Fact]
    public void The_page_of_machines_is_the_one_made_from_the_schema() => Written.Matches("docs/reference/machine.md", Text());

    static string Text()
    {
        var page = new StringBuilder();
        page.Append("""
            # Machine tables 机器描述

            Every table and column of a machine for `suandian simulate log.swf --machine FOLDER`, made from `src/Suandian/Cases/schema/machine`; a test compares. What the columns do: [explanation](../explanation/scheduling.md#a-machine-with-parts).
            `suandian simulate 日志.swf --machine 文件夹` 所读机器描述的全部表与列，由模式文件生成，测试核对。

            `nodes.csv` is required; the other tables are optional. A path to a CSV file instead of a folder is read as `nodes.csv` alone. Columns are found by name, numbers may carry a unit (`0.8 kW` in a column of W).
            `nodes.csv` 必需，其余可选；给出 CSV 文件而非文件夹时，按只有 `nodes.csv` 处理。列按列名识别，数字可带单位。

            """);
        foreach (var table in TableSchema.OfMachine)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## `{table.File}`: {table.Title.Zh} · {table.Title.En}\n\n");
            CaseFilesPageTests.Columns(page, table, "column");
        }

        page.Append("""

            ## Files of `--out` 输出文件

            | file | columns | 内容 |
            |---|---|---|
            | `machine.html` | policies side by side, by section and partition; processors, accelerators and power over time, stops, waits, a block for each run or, beyond 40 nodes or 600 runs, how much of each node is held | 各策略比较与图 |
            | `pieces-POLICY.csv` | `job`, `section`, `partition`, `submit_s`, `start_s`, `end_s`, `end` (`done`, `preempted`, `power_cut`, `outage`), `processors`, `accelerators`, `nodes` (`node:parts`, separated by blanks): a row for each run | 每次运行一行 |
            | `hours-POLICY.csv` | `hour` of the trace from 0, `idle_kwh`, `dynamic_kwh`, `peak_mw`, `power_limit_mw`, `excess_kwh`, `green_mw`, `cost_yuan`, `carbon_kg`, `market_carbon_kg`; empty where the machine does not tell it | 逐时能量、费用、碳 |
            | `deadlines.csv`, where jobs have deadlines | `policy`, `section` (`all`, then each section), `with_deadline`, `missed`, `largest_lateness_s` | 各板块有期限的作业数、逾期数、最大逾期 |

            """);
        return page.ToString();
    }
}
