using Suandian.Cases.Tables;
using Suandian.Distribution.Grids;
using Suandian.PowerFlow;

namespace Suandian.Cases.Grids;

public class GridFolderTests
{
    [Fact]
    public void A_sound_folder_reads_without_problems_and_its_own_type_replaces_that_of_the_catalogue()
    {
        using var small = new SmallGrid();

        var reading = small.Read();

        Assert.Equal([], reading.Problems.Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column} {p.Expected.En}"));
        Assert.Equal(0.33, reading.Grid!.LineTypes.Single(t => t.Name == "LGJ-95-10").ResistanceOhmPerKm);
        Assert.Equal(["LGJ-95-10", "own"], reading.Grid.OwnTypes);
        Assert.Equal(10, reading.FilesRead.Length);
    }

    [Fact]
    public void Reading_what_was_written_gives_an_equal_grid()
    {
        using var small = new SmallGrid();
        using var copy = new SmallGrid();
        Directory.Delete(copy.Folder, recursive: true);
        var grid = small.Read().Grid!;

        GridFolder.Write(grid, copy.Folder);
        var again = copy.Read().Grid!;

        Assert.Equal(grid.Settings, again.Settings);
        Assert.Equal(grid.Buses, again.Buses);
        Assert.Equal(grid.Lines, again.Lines);
        Assert.Equal(grid.Transformers, again.Transformers);
        Assert.Equal(grid.Loads, again.Loads);
        Assert.Equal(grid.Generators, again.Generators);
        Assert.Equal(grid.Shunts, again.Shunts);
        Assert.Equal(grid.LineTypes, again.LineTypes);
        Assert.Equal(grid.TransformerTypes, again.TransformerTypes);
        Assert.Equal(grid.OwnTypes, again.OwnTypes);
        Assert.Equal(grid.Profiles, again.Profiles);
        Assert.Equal(grid.LoadFactors[0], again.LoadFactors[0]);
    }

    [Fact]
    public void A_grid_is_built_at_the_hour_of_its_largest_load()
    {
        using var small = new SmallGrid();

        var grid = new EquippedGrid(small.Read().Grid!);

        Assert.Equal((19, 8760), (grid.Today.PeakHour, grid.Today.Hours));
        Assert.Equal(3, grid.Grid.Buses.LoadMw[2], 1e-12); // 2 MW · 1.5
        Assert.Equal(3 * Math.Sqrt(1 - 0.81) / 0.9, grid.Grid.Buses.LoadMvar[2], 1e-12);
        Assert.Equal(FlowStatus.Converged, AcFlow.Solve(grid.Grid).Status);
    }

    [Fact]
    public void Hours_of_today_are_generation_less_load()
    {
        using var small = new SmallGrid();
        var today = new EquippedGrid(small.Read().Grid!).Today;

        var hours = today.Injections();

        Assert.Equal([0.5 - 2, 0.5 - 3], [hours.ActiveMw[2 * 8760], hours.ActiveMw[(2 * 8760) + 19]]);
    }

    [Fact]
    public void A_line_open_at_its_far_end_still_takes_its_charging()
    {
        using var small = new SmallGrid();
        small.Replace("line_types.csv", "ampacity_a,cost", "susceptance_us_per_km,ampacity_a,cost");
        small.Replace("line_types.csv", "0.33,0.35,330", "0.33,0.35,3,330");

        var grid = new EquippedGrid(small.Read().Grid!).Grid;

        // b = 3e-6 · 4 km · 100 kV² = 0.0012 Mvar, next to the capacitor of 1.2; what the series impedance adds is below 1e-8
        Assert.Equal(1.2012, grid.Buses.ShuntMvar[1] - 1e-8, 1e-6);
        Assert.False(grid.Branches.InService[1]);
    }

    [Theory]
    [InlineData("grid_lines.csv", "low,end,LGJ-120-10", "high,end,LGJ-120-10", "SD1560", 2, "bus1")]
    [InlineData("grid_lines.csv", "LGJ-120-10", "JL-G1A-150-110", "SD1561", 2, "type")]
    [InlineData("grid_lines.csv", "LGJ-120-10", "LGJ-121-10", "SD0301", 2, "type")]
    [InlineData("grid_lines.csv", "low,end,LGJ-120-10", "low,low,LGJ-120-10", "SD0508", 2, "bus1")]
    [InlineData("grid_lines.csv", ",3,1,closed", ",-3,1,closed", "SD0204", 2, "length_km")]
    [InlineData("grid_lines.csv", ",3,1,closed", ",3,1.5,closed", "SD0209", 2, "circuits")]
    [InlineData("grid_lines.csv", ",3,1,closed", ",3,1,ajar", "SD0206", 2, "switch")]
    [InlineData("grid_transformers.csv", "high,low,SZ11", "low,high,SZ11", "SD1561", 2, "bus_high")]
    [InlineData("grid_transformers.csv", ",1,2,E", ",1,9,E", "SD1562", 2, "tap")]
    [InlineData("transformer_types.csv", "0.06,0.01,0.001", "0.06,0.07,0.001", "SD1563", 2, "load_loss_mw")]
    [InlineData("transformer_types.csv", "0.06,0.01,0.001", "0.06,0.01,0.02", "SD1563", 2, "no_load_loss_mw")]
    [InlineData("line_types.csv", "0.33,0.35", "0,0", "SD1563", 2, "reactance_ohm_per_km")]
    [InlineData("grid_generators.csv", "slack", "power", "SD1564", null, null)]
    [InlineData("grid_generators.csv", "roof,end,power,0.5,,,", "roof,end,slack,0.5,,,", "SD1565", 3, "control")]
    [InlineData("grid_generators.csv", "roof,end,power,0.5,,,", "roof,high,voltage,0.5,,1.05,", "SD1567", 3, "setpoint_pu")]
    [InlineData("grid_lines.csv", "closed", "open", "SD1566", 4, "name")]
    [InlineData("grid_loads.csv", ",0.9,,", ",0.9,0.5,", "SD1568", 2, "reactive_mvar")]
    [InlineData("grid_buses.csv", "name,voltage_kv,status\nhigh,110,E", "name,voltage_kv,min_voltage_pu,status\nhigh,110,1.2,E", "SD1569", 2, "min_voltage_pu")]
    [InlineData("grid_loads.csv", ",,,,E", ",loads,,,E", "SD1570", 2, "plan_row")]
    [InlineData("grid_generators.csv", "roof,end,power,0.5,,,,,,E", "roof,end,power,0.5,,,loads,x,0.6,E\nother,end,power,0.5,,,loads,x,0.5,E", "SD1571", 4, "plan_share_pu")]
    [InlineData("grid_loads.csv", ",day,,", ",day,night,", "SD0506", 2, "power_series")]
    [InlineData("grid_loads.csv", "2,0.9", "2度,0.9", "SD0203", 2, "power_mw")]
    [InlineData("grid_loads.csv", "2,0.9", "NaN,0.9", "SD0205", 2, "power_mw")]
    [InlineData("grid.yaml", "year: 2023", "year: 2024", "SD0405", 3, "year")]
    [InlineData("grid.yaml", "base", "base", "", null, null)]
    public void A_planted_fault_is_told_with_its_place(string file, string old, string with, string code, int? row, string? column)
    {
        using var small = new SmallGrid();
        if (code.Length == 0)
        {
            small.Write("grid.yaml", "name_zh: 小\nname_en: Small\nyaer: 2023\n");
            Assert.Equal(["SD0402", "SD0403", "SD0403", "SD0403"], small.Read().Problems.Select(p => p.Code).Order(StringComparer.Ordinal));
            return;
        }

        small.Replace(file, old, with);
        var problems = small.Read().Problems;

        string place = code == "SD1566" ? "grid_buses.csv" : file;
        Assert.Contains(problems, p => p.Code == code && p.File == place && p.Row == row && p.Column == column);
        Assert.All(problems, p => Assert.DoesNotContain('{', p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En));
    }

    [Fact]
    public void Many_faults_are_told_at_once()
    {
        using var small = new SmallGrid();
        small.Replace("grid_lines.csv", "LGJ-120-10", "LGJ-121-10");
        small.Replace("grid_loads.csv", "2,0.9", "two,0.9");
        small.Replace("grid_transformers.csv", ",1,2,E", ",1,9,E");
        small.Delete("grid_generators.csv");
        small.Write("grid_bus.csv", "name\n");

        var codes = small.Read().Problems.Select(p => p.Code).ToHashSet();

        Assert.Superset(new HashSet<string> { "SD0301", "SD0202", "SD1562", "SD0101", "SD0102" }, codes);
    }

    [Fact]
    public void Every_further_source_of_an_island_is_told_and_a_leap_year_beside_another_wrong_setting()
    {
        using var small = new SmallGrid();
        small.Replace("grid_generators.csv", "roof,end,power,0.5,,,,,,E", "roof,end,slack,0.5,,1.02,,,,E\nwell,low,slack,0.5,,1.02,,,,E");
        small.Write("grid.yaml", "name_zh: 小\nname_en: Small\nyear: 2024\nutc_offset_h: far\nmoney_year: 2026\n");

        var problems = small.Read().Problems;

        Assert.Equal([3, 4], problems.Where(p => p.Code == "SD1565").Select(p => p.Row!.Value));
        Assert.Equal(["SD0202", "SD0405"], problems.Where(p => p.File == "grid.yaml").Select(p => p.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_misspelt_source_is_told_as_that_and_not_as_missing()
    {
        using var small = new SmallGrid();
        small.Replace("grid_generators.csv", "high,slack", "high,slak");

        Assert.Equal(["SD0206"], small.Read().Problems.Select(p => p.Code));
    }

    [Fact]
    public void Rows_of_the_plan_that_do_not_exist_are_told_beside_faults_of_the_grid_and_of_the_settings()
    {
        using var copy = CleanCase.Copy();
        using var small = new SmallGrid();
        File.AppendAllText(Path.Combine(copy.Folder, "case.yaml"), $"\ngrid: {Path.GetRelativePath(copy.Folder, small.Folder)}\nhorus: weeks\n");
        small.Replace("grid_loads.csv", ",,,,E", ",loads,nowhere,,E");
        small.Replace("grid_lines.csv", "LGJ-120-10", "LGJ-121-10");
        small.Replace("grid_buses.csv", "low,10", "low,-10");

        var codes = CaseFolder.Read(copy.Folder).Problems.Select(p => p.Code).ToHashSet();

        Assert.Superset(new HashSet<string> { "SD0402", "SD1572", "SD0301", "SD0204" }, codes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Mutilated_tables_give_problems_and_never_an_exception(int seed)
    {
        using var small = new SmallGrid();
        var random = new Random(seed);
        foreach (string file in Directory.GetFiles(small.Folder))
        {
            byte[] clean = File.ReadAllBytes(file);
            for (int round = 0; round < 60; round++)
            {
                byte[] bytes = (byte[])clean.Clone();
                for (int i = 0; i < 3; i++)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                File.WriteAllBytes(file, bytes);
                if (small.Read().Grid is { } grid)
                    _ = new EquippedGrid(grid).Today.Injections();
            }

            File.WriteAllBytes(file, clean);
        }
    }

    [Fact]
    public void Every_type_of_the_catalogue_has_a_standing_a_source_and_a_cost_with_its_source()
    {
        Assert.All(Catalogue.LineTypes, t => Assert.True(t is { Status: not null, Source: not null, SourceZh: not null, CostYuanPerKm: > 0, CostStatus: not null, CostSource: not null, CostSourceZh: not null }, t.Name));
        Assert.All(Catalogue.TransformerTypes, t => Assert.True(t is { Status: not null, Source: not null, SourceZh: not null, CostYuan: > 0, CostStatus: not null, CostSource: not null, CostSourceZh: not null }, t.Name));
        Assert.Equal([0.4, 10, 35, 110, 220, 750], Catalogue.LineTypes.Select(t => t.VoltageKv).Distinct().Order());
    }

    [Fact]
    public void Larger_conductors_of_the_catalogue_resist_less_carry_more_and_cost_more()
    {
        foreach (var family in Catalogue.LineTypes.GroupBy(t => (t.VoltageKv, t.Kind, t.Name[..3])))
        {
            var ordered = family.OrderBy(t => t.AmpacityA).ToArray();
            Assert.Equal(ordered.OrderByDescending(t => t.ResistanceOhmPerKm), ordered);
            Assert.Equal(ordered.OrderBy(t => t.CostYuanPerKm), ordered);
        }
    }

    [Fact]
    public void The_county_grid_reads_without_problems_and_carries_todays_peak_within_its_limits()
    {
        var reading = GridFolder.Read(Repository.File("cases/yiwu-grid"));
        Assert.Equal([], reading.Problems.Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column} '{p.Value}' {p.Expected.En}"));

        var grid = new EquippedGrid(reading.Grid!).Grid;
        var flow = AcFlow.Solve(grid);

        Assert.Equal(FlowStatus.Converged, flow.Status);
        for (int b = 0; b < grid.Buses.Count; b++)
            Assert.InRange(flow.VoltagePu[b], grid.Buses.MinVoltagePu[b], grid.Buses.MaxVoltagePu[b]);
        for (int k = 0; k < grid.Branches.Count; k++)
            Assert.InRange(flow.LoadingMva(k), 0, grid.Branches.RatingMva[k]);
    }

    [Fact]
    public void Every_row_of_the_county_grid_has_a_standing_and_an_assumption_or_a_source_in_both_languages()
    {
        var grid = GridFolder.Read(Repository.File("cases/yiwu-grid")).Grid!;

        foreach (var (schema, rows) in new[] { CaseText.Of(grid.Buses), CaseText.Of(grid.Lines), CaseText.Of(grid.Transformers), CaseText.Of(grid.Loads), CaseText.Of(grid.Generators), CaseText.Of(grid.Shunts) })
        {
            var header = rows[0].ToList();
            string At(IReadOnlyList<string> row, string column) => row[header.IndexOf(column)];
            Assert.All(rows.Skip(1), row => Assert.True(
                At(row, "status").Length > 0 && At(row, "note").Length > 0 && At(row, "note_zh").Length > 0 && At(row, "source_zh").Length > 0, $"{schema.Name} {row[0]}"));
        }
    }
}
