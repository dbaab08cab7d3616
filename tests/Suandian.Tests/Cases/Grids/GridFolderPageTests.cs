using System.Globalization;
using System.Text;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Grids;

public class GridFolderPageTests
{
    [Fact]
    public void The_page_of_grid_folders_is_the_one_made_from_the_schema_and_the_catalogue() => Written.Matches("docs/reference/grid-folder.md", Text());

    static string Text()
    {
        var page = new StringBuilder();
        page.Append("""
            # Grid folder 电网文件夹

            Every table and column of a grid folder and every type of the catalogue, made from `src/Suandian/Cases/schema/grid` and `src/Suandian/Cases/Grids/catalogue`; a test compares.
            电网文件夹的全部表与列、设备目录的全部型号，由模式与目录文件生成，测试核对。

            ## Folder 文件夹

            | file | what | 内容 |
            |---|---|---|
            | `grid.yaml` | settings, required | 设置，必需 |
            | `<table>.csv` | one table each; `grid_buses.csv` and `grid_generators.csv` are required, the others optional | 每表一个文件；`grid_buses.csv` 与 `grid_generators.csv` 必需，其余可选 |
            | `profiles.csv` | shapes of loads and generators, as in a [case](case-files.md) | 负荷与电源的曲线，同[案例](case-files.md) |
            | `series/*.csv`, `series/*.parquet` | hourly series, as in a case | 逐时序列，同案例 |

            A planning case names such a folder in `case.yaml` as `grid:`, from the case on. A row of `line_types.csv` or `transformer_types.csv` replaces the type of that name in the catalogue or adds one.
            规划案例在 `case.yaml` 中以 `grid:` 指向此文件夹（相对于案例）。`line_types.csv` 与 `transformer_types.csv` 的行替换目录中的同名型号，或增加型号。

            ## Settings 设置 `grid.yaml`


            """);
        CaseFilesPageTests.Columns(page, TableSchema.GridSettings, "key");
        foreach (var table in TableSchema.OfGrid.Where(t => t.Name != "profiles"))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## `{table.File}`: {table.Title.Zh} · {table.Title.En}\n\n");
            CaseFilesPageTests.Columns(page, table, "column");
        }

        page.Append("""

            ## Catalogue 设备目录

            F fact, D derived, E estimate, R recalled and to be checked. Figures marked R or E are no design data: put your own types into the folder.
            F 事实，D 推算，E 估计，R 凭记忆待核。R、E 的数字不作设计依据，请在文件夹中给出自己的型号。

            ### Lines 线路

            | type | kV | r ohm/km | x ohm/km | b µS/km | A | | source | 来源 | yuan/km | | source of the cost | 造价来源 |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|

            """);
        foreach (var t in Catalogue.LineTypes)
        {
            page.Append(CultureInfo.InvariantCulture,
                $"| `{t.Name}` | {t.VoltageKv} | {t.ResistanceOhmPerKm} | {t.ReactanceOhmPerKm} | {t.SusceptanceUsPerKm} | {t.AmpacityA} | {t.Status!.ToString()![..1]} | {t.Source} | {t.SourceZh} | {t.CostYuanPerKm} | {t.CostStatus!.ToString()![..1]} | {t.CostSource} | {t.CostSourceZh} |\n");
        }

        page.Append("""

            ### Transformers 变压器

            | type | MVA | kV | uk % | Pk kW | P0 kW | i0 % | tap | | source | 来源 | yuan | | source of the cost | 造价来源 |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|

            """);
        foreach (var t in Catalogue.TransformerTypes)
        {
            page.Append(CultureInfo.InvariantCulture,
                $"| `{t.Name}` | {t.RatedMva} | {t.HighKv}/{t.LowKv} | {100 * t.ShortCircuitVoltagePu:0.##} | {1000 * t.LoadLossMw:0.##} | {1000 * t.NoLoadLossMw:0.###} | {100 * t.NoLoadCurrentPu:0.##} | ±{t.TapSteps}×{100 * t.TapStepPu:0.##} % | {t.Status!.ToString()![..1]} | {t.Source} | {t.SourceZh} | {t.CostYuan} | {t.CostStatus!.ToString()![..1]} | {t.CostSource} | {t.CostSourceZh} |\n");
        }

        return page.ToString();
    }
}
