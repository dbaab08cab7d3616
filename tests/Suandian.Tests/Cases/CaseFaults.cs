namespace Suandian.Cases;

/// <summary>Faults that no single cell shows: files, settings, components, the network, computing, sources.</summary>
static class CaseFaults
{
    internal static IEnumerable<Fault> All =>
        [.. Files, .. Settings, .. Components, .. Networks, .. Computing, .. Rules, .. Scenarios, .. Weather, .. Sources];

    static Fault Setting(string name, string code, int? line, string key, string old, string with) =>
        new($"case.yaml: {name}", code, "case.yaml", line, key, c => c.Replace("case.yaml", old, with));

    static Fault At(string code, string table, int row, string column, string value, string name = "") => new(
        $"{table}.{column} = {value} {name}", code, table + ".csv", row, column, c => c.Cell(table + ".csv", row, column, value));

    static Fault[] Files =>
    [
        new("no settings", ProblemCode.FileMissing, "case.yaml", null, null, c => c.Delete("case.yaml")),
        new("no buses", ProblemCode.FileMissing, "buses.csv", null, null, c => c.Delete("buses.csv")),
        new("no carriers", ProblemCode.FileMissing, "carriers.csv", null, null, c => c.Delete("carriers.csv")),
        new("misspelt table", ProblemCode.UnknownFile, "generator.csv", null, null, c => c.Write("generator.csv", "name\n")),
        new("odd file of series", ProblemCode.UnknownFile, "series/a.xls", null, null, c => c.Write("series/a.xls", "x")),
        new("empty file", ProblemCode.FileEmpty, "loads.csv", null, null, c => c.Write("loads.csv", "")),
        new("semicolons", ProblemCode.Separator, "loads.csv", 1, null, c => c.Write("loads.csv", "name;bus;power_mw\ntown;town;30\n")),
        new("full-width commas", ProblemCode.Separator, "buses.csv", 1, null, c => c.Write("buses.csv", "name，kind\ntown，electricity\n")),
        new("tabs", ProblemCode.Separator, "fibres.csv", 1, null, c => c.Write("fibres.csv", "name\tbus0\nf\ttown\n")),
        new("no rows", ProblemCode.NoRows, "carriers.csv", null, null, c => c.Write("carriers.csv", "name,technology\n")),
        new("open quote", ProblemCode.BrokenQuotes, "loads.csv", 3, null, c => c.Line("loads.csv", 3, l => l + "\"x\"y")),
        new("binary", ProblemCode.Encoding, "loads.csv", null, null, c => c.Write("loads.csv", "name\0\u0001")),
        new("no parquet", ProblemCode.Unreadable, "series/a.parquet", null, null, c => c.Write("series/a.parquet", "PAR0")),
    ];

    static Fault[] Settings =>
    [
        Setting("no colon", ProblemCode.YamlSyntax, 7, null!, "utc_offset_h: 8", "utc_offset_h 8"),
        Setting("unknown key", ProblemCode.SettingUnknown, 9, "discount", "discount_rate: 0.06", "discount: 0.06"),
        Setting("no discount rate", ProblemCode.SettingMissing, null, "discount_rate", "discount_rate: 0.06\n", ""),
        Setting("no name", ProblemCode.SettingMissing, null, "name_en", "name_en: Two-bus test case\n", ""),
        Setting("no year", ProblemCode.SettingMissing, null, "year", "\nyear: 2025", ""),
        Setting("no clock", ProblemCode.SettingMissing, null, "utc_offset_h", "utc_offset_h: 8\n", ""),
        Setting("no hours", ProblemCode.SettingMissing, null, "hours", "hours: weeks\n", ""),
        Setting("empty", ProblemCode.CellEmpty, 8, "money_year", "money_year: 2025", "money_year:"),
        Setting("text", ProblemCode.NotANumber, 9, "discount_rate", "0.06", "six"),
        Setting("percent without sign", ProblemCode.OutOfRange, 9, "discount_rate", "0.06", "6"),
        Setting("no choice", ProblemCode.NotAChoice, 12, "hours", "hours: weeks", "hours: days"),
        Setting("half a year", ProblemCode.NotWhole, 6, "year", "year: 2025\nutc", "year: 2025.5\nutc"),
        Setting("leap year", ProblemCode.LeapYear, 6, "year", "year: 2025\nutc", "year: 2024\nutc"),
        Setting("no weeks", ProblemCode.WeeksMissing, null, "weeks", "weeks: [3, 16, 29, 42]\n", ""),
        Setting("week 53", ProblemCode.OutOfRange, 13, "weeks", "42]", "53]"),
        Setting("week twice", ProblemCode.WeekTwice, 13, "weeks", "42]", "3]"),
        Setting("no line model", ProblemCode.LineModelMissing, null, "line_model", "line_model: kirchhoff\n", ""),
        Setting("no shed price", ProblemCode.ShedPriceMissing, null, "shed_price_yuan_per_mwh", "shed_price_yuan_per_mwh: 20000\n", ""),
        Setting("nested", ProblemCode.SettingShape, 12, "hours", "hours: weeks", "hours: {a: b}"),
        Setting("twice", ProblemCode.SettingTwice, 9, null!, "money_year: 2025", "money_year: 2025\nmoney_year: 2026"),
        Setting("weeks of a whole year", ProblemCode.ValueUnused, 13, "weeks", "hours: weeks", "hours: year"),
    ];

    static Fault[] Components =>
    [
        At(ProblemCode.ExistingAboveMax, "generators", 2, "capacity_max_mw", "40"),
        At(ProblemCode.ExistingAboveMax, "storage_units", 2, "energy_max_mwh", "4"),
        At(ProblemCode.ExistingAboveMax, "fibres", 2, "capacity_max_gbit_s", "10"),
        At(ProblemCode.MaxMissing, "generators", 2, "capacity_max_mw", ""),
        At(ProblemCode.MaxMissing, "storage_units", 2, "energy_max_mwh", ""),
        At(ProblemCode.MaxMissing, "stores", 2, "energy_max_mwh", ""),
        At(ProblemCode.MaxMissing, "links", 2, "power_max_mw", ""),
        At(ProblemCode.MaxMissing, "lines", 2, "capacity_max_mw", ""),
        At(ProblemCode.MaxMissing, "clusters", 2, "it_capacity_max_mw", ""),
        At(ProblemCode.MaxMissing, "fibres", 2, "capacity_max_gbit_s", ""),
        At(ProblemCode.CostMissing, "generators", 2, "cost", ""),
        At(ProblemCode.CostMissing, "storage_units", 2, "cost_energy", ""),
        At(ProblemCode.CostMissing, "clusters", 2, "cost_hall", ""),
        At(ProblemCode.CostUnit, "generators", 2, "cost", "battery_energy"),
        At(ProblemCode.CostUnit, "storage_units", 2, "cost_energy", "battery_power"),
        At(ProblemCode.CostUnit, "stores", 2, "cost", "fibre"),
        At(ProblemCode.CostUnit, "lines", 2, "cost", "salt_tank"),
        At(ProblemCode.CostUnit, "fibres", 2, "cost", "line"),
        At(ProblemCode.NeededBecause, "links", 3, "length_km", ""),
        At(ProblemCode.NeededBecause, "lines", 2, "reactance_ohm_per_km", ""),
        At(ProblemCode.NeededBecause, "generators", 2, "power_curve", ""),
        At(ProblemCode.NeededBecause, "generators", 2, "losses_pu", ""),
        At(ProblemCode.NeededBecause, "generators", 3, "weather_site", ""),
        At(ProblemCode.NeededBecause, "generators", 5, "availability_series", ""),
        At(ProblemCode.NeededBecause, "storage_units", 3, "duration_h", ""),
        At(ProblemCode.NeededBecause, "clusters", 2, "weather_site", ""),
        At(ProblemCode.NeededBecause, "clusters", 3, "pue", ""),
        At(ProblemCode.NeededBecause, "clusters", 4, "pue_series", ""),
        At(ProblemCode.ProfileAndSeries, "loads", 2, "power_series", "mine"),
        At(ProblemCode.ProfileAndSeries, "tariffs", 2, "price_series", "spot"),
        At(ProblemCode.ProfileAndSeries, "workloads", 3, "arrival_series", "requests"),
        At(ProblemCode.ValueUnused, "generators", 6, "weather_site", "base"),
        At(ProblemCode.ValueUnused, "clusters", 2, "pue", "1.3"),
        At(ProblemCode.ValueUnused, "storage_units", 2, "duration_h", "4"),
        At(ProblemCode.SameEnds, "lines", 2, "bus1", "base"),
        At(ProblemCode.SameEnds, "links", 3, "bus1", "base"),
        At(ProblemCode.SameEnds, "fibres", 2, "bus1", "town"),
        new("voltages differ", ProblemCode.VoltagesDiffer, "lines.csv", 2, "bus1", c => c.Cell("buses.csv", 3, "voltage_kv", "110")),
        new("no voltage", ProblemCode.VoltageMissing, "lines.csv", 2, "bus1", c => c.Cell("buses.csv", 3, "voltage_kv", "")),
        At(ProblemCode.PlantAtHeatBus, "lines", 2, "bus1", "salt"),
        At(ProblemCode.PlantAtHeatBus, "clusters", 3, "bus", "salt"),
        new("unit without size", ProblemCode.UnitWithoutSize, "generators.csv", 5, "capacity_mw", c =>
        {
            c.Cell("generators.csv", 5, "committable", "true");
            c.Cell("generators.csv", 5, "capacity_mw", "0");
        }),
        new("unit of no whole module", ProblemCode.UnitModules, "generators.csv", 5, "capacity_mw", c =>
        {
            c.Cell("generators.csv", 5, "committable", "true");
            c.Cell("generators.csv", 5, "module_mw", "3");
        }),
        new("unit both ways", ProblemCode.UnitTwoWay, "links.csv", 3, "two_way", c => c.Cell("links.csv", 3, "committable", "true")),
        At(ProblemCode.ValueUnused, "generators", 5, "min_up_h", "4"),
        At(ProblemCode.ValueUnused, "links", 2, "minimum_pu", "0.3"),
        At(ProblemCode.OutOfRange, "generators", 5, "ramp_up_pu_per_h", "20"),
        At(ProblemCode.Implausible, "costs", 2, "overnight_cost_yuan_per_unit", "4200"),
        At(ProblemCode.Implausible, "costs", 6, "overnight_cost_yuan_per_unit", "700"),
        At(ProblemCode.Implausible, "tariffs", 2, "energy_price_yuan_per_mwh", "0.25"),
        At(ProblemCode.BeyondSupply, "loads", 2, "power_mw", "30000", "kW"),
        At(ProblemCode.Implausible, "tariffs", 2, "demand_charge_yuan_per_mw_month", "30.4"),
    ];

    static Fault[] Networks =>
    [
        new("lonely bus", ProblemCode.BusUnconnected, "buses.csv", 5, "name",
            c => c.Write("buses.csv", c.Text("buses.csv") + "lonely,,,electricity,220,43,95,site,E,test case,,,\n")),
        new("island without supply", ProblemCode.IslandWithoutSupply, "buses.csv", 5, "name", c =>
        {
            c.Write("buses.csv", c.Text("buses.csv") + "far,,,electricity,220,43,95,far,E,test case,,,\n");
            c.Write("loads.csv", c.Text("loads.csv") + "far,,,far,10,,,E,test case,,,\n");
        }),
        new("island apart", ProblemCode.IslandApart, "buses.csv", 5, "name", c =>
        {
            c.Write("buses.csv", c.Text("buses.csv") + "far,,,electricity,220,43,95,far,E,test case,,,\n");
            c.Write("generators.csv", c.Text("generators.csv") + "far,,,far,wind,1,false,,,0,constant,1" + new string(',', 17) + "E,test case,,,\n");
        }),
    ];

    static Fault[] Computing =>
    [
        At(ProblemCode.NoCluster, "workloads", 4, "chips", "card_a"),
        At(ProblemCode.ListedTwice, "workloads", 2, "chips", "card_a;card_a"),
        At(ProblemCode.DeadlineBeyondBlock, "workloads", 2, "deadline_h", "200"),
        new("no fibre", ProblemCode.NoRoute, "workloads.csv", 4, "origin", c =>
        {
            c.Delete("fibres.csv");
            c.Cell("workloads.csv", 4, "clusters", "base_hall");
        }),
        new("too far", ProblemCode.TooFar, "workloads.csv", 4, "latency_limit_ms", c =>
        {
            c.Cell("workloads.csv", 4, "clusters", "base_hall");
            c.Cell("workloads.csv", 4, "latency_limit_ms", "0.5");
        }),
        new("no capacity", ProblemCode.NoCapacity, "workloads.csv", 4, "clusters",
            c => c.Cell("clusters.csv", 3, "it_capacity_mw", "0")),
    ];

    static Fault[] Rules =>
    [
        At(ProblemCode.ShareAboveOne, "annual_rules", 2, "limit", "60"),
        new("rule twice", ProblemCode.RuleTwice, "annual_rules.csv", 6, "kind", c => c.Write("annual_rules.csv",
            c.Text("annual_rules.csv") + "again,,,green_share_min,0.3,true,,E,test case,,,\n")),
        new("green rule without green", ProblemCode.RuleWithoutGreen, "annual_rules.csv", 3, "kind", c =>
        {
            c.Replace("carriers.csv", ",true,", ",false,");
            c.Cell("tariffs.csv", 2, "green_share_pu", "0");
        }),
    ];

    static Fault[] Scenarios =>
    [
        At(ProblemCode.ProbabilitySum, "scenarios", 3, "probability_pu", "0.5"),
        new("stages beside scenarios", ProblemCode.StagesAndScenarios, "stages.csv", 2, null,
            c => c.Write("stages.csv", "name,year,years,status,source\nnow,2024,3,E,test case\n")),
        new("a gap between stages", ProblemCode.StageYears, "stages.csv", 3, "year",
            c => c.Write("stages.csv", "name,year,years,status,source\nnow,2024,3,E,test case\nsoon,2028,3,E,test case\n")),
        At(ProblemCode.ScenarioWeather, "scenarios", 3, "weather_prefix", "2019-"),
    ];

    static Fault[] Weather =>
    [
        At(ProblemCode.WeatherFileMissing, "weather_sites", 2, "file", "base.epw"),
        At(ProblemCode.SeedMissing, "weather_sites", 2, "seed", ""),
        new("no normals", ProblemCode.WeatherSource, "weather_sites.csv", 2, "file", c => c.Delete("monthly_normals.csv")),
        new("month missing", ProblemCode.MonthsMissing, "monthly_normals.csv", 12, "month",
            c => c.Line("monthly_normals.csv", 13, _ => "")),
        At(ProblemCode.DuplicateRow, "monthly_normals", 13, "month", "11"),
        new("no weather file", ProblemCode.WeatherFileUnreadable, "weather/base.epw", 1, null, c =>
        {
            c.Write("weather/base.epw", "not an EPW\n");
            c.Cell("weather_sites.csv", 2, "file", "base.epw");
        }),
        At(ProblemCode.CurveNotAscending, "power_curves", 4, "wind_speed_m_s", "5"),
        new("one point", ProblemCode.CurveTooShort, "power_curves.csv", 7, "turbine",
            c => c.Write("power_curves.csv", c.Text("power_curves.csv") + "other,3,0,E,test case,,,\n")),
        At(ProblemCode.ProfileIndex, "profiles", 2, "index", "24"),
        At(ProblemCode.DuplicateRow, "profiles", 3, "index", "0"),
        At(ProblemCode.ProfileNormaliseDiffers, "profiles", 3, "normalise", "false"),
        new("zero profile", ProblemCode.ProfileZero, "profiles.csv", 2, "factor", c => c.Write("profiles.csv",
            string.Join('\n', c.Text("profiles.csv").Split('\n').Select(l =>
                l.StartsWith("daily", StringComparison.Ordinal) ? string.Join(',', l.Split(',').Select((x, i) => i == 3 ? "0" : x)) : l)))),
        new("ring of two points", ProblemCode.OutlineRing, "outline.csv", 2, "ring",
            c => c.Write("outline.csv", "ring,longitude_deg,latitude_deg\n1,94,43\n1,96,43\n")),
        new("outline text", ProblemCode.NotANumber, "outline.csv", 3, "longitude_deg",
            c => c.Cell("outline.csv", 3, "longitude_deg", "east")),
        new("outline beyond the pole", ProblemCode.OutOfRange, "outline.csv", 3, "latitude_deg",
            c => c.Cell("outline.csv", 3, "latitude_deg", "96")),
    ];

    static Fault[] Sources =>
    [
        At(ProblemCode.FigureNowhere, "figures", 2, "table", "tarifs"),
        At(ProblemCode.FigureNowhere, "figures", 2, "row", "importt"),
        At(ProblemCode.FigureNowhere, "figures", 2, "column", "energy_price"),
        At(ProblemCode.DuplicateRow, "figures", 3, "column", "energy_price_yuan_per_mwh") with
        {
            Spoil = c => c.Line("figures.csv", 3, _ => c.Text("figures.csv").Split('\n')[1]),
        },
        At(ProblemCode.StatusMissing, "costs", 3, "status", ""),
        At(ProblemCode.StatusMissing, "loads", 3, "status", ""),
        new("status nowhere in a table", ProblemCode.StatusMissing, "loads.csv", 1, "status", c => c.Write("loads.csv", string.Join('\n', c.Text("loads.csv").Split('\n').Select((line, i) => i == 0 ? line : line.Replace(",E,", ",,", StringComparison.Ordinal))))),
        new("fact without source", ProblemCode.StatusMissing, "loads.csv", 3, "source",
            c => c.Replace("loads.csv", "mine,E,test case", "mine,F,")),
    ];
}
