using System.Globalization;

namespace Suandian.Weather;

/// <summary>Collects the problems of one file; every wording of the readers is here.</summary>
sealed class WeatherProblems
{
    static readonly Text FillGap = new(
        "补全该小时（邻近小时插值或换用完整文件）后重新读取",
        "Fill the hour (from its neighbours or another file) and read again");

    readonly List<WeatherProblem> _found = [];

    internal IReadOnlyList<WeatherProblem> Found => _found;

    internal bool Any => _found.Count > 0;

    internal void NotANumber(int line, WeatherVariable variable, string cell) =>
        Add(line, variable.Column, cell, new("一个数", "a number"), cell.Length == 0 ? FillGap : new(
            "改为半角数字，小数点用“.”", "Write plain digits with a decimal point"));

    internal void Missing(int line, WeatherVariable variable, string cell) =>
        Add(line, variable.Column, cell, new("实测值，而非缺测代码", "a value, not a code for missing"), FillGap);

    internal void OutOfRange(int line, WeatherVariable variable, string cell) =>
        Add(line, variable.Column, cell,
            Between(variable.Least, variable.Greatest),
            new("检查单位（W/m²、°C、%、m/s、Pa）", "Check the unit (W/m², °C, %, m/s, Pa)"));

    internal void Coordinate(string column, string cell, double least, double greatest) =>
        Add(1, column, cell, Between(least, greatest),
            new("改正 LOCATION 行", "Correct the LOCATION line"));

    internal void NoLocation(string firstLine) =>
        Add(1, null, firstLine, new("EPW 首行以 LOCATION 开头，共 10 项", "an EPW whose first line is LOCATION with 10 fields"),
            new("确认文件为 EPW；普通逐时表请用 CSV 读入", "Make sure the file is an EPW; read plain tables as CSV"));

    internal void ShortRow(int line, int fields, int needed) =>
        Add(line, null, Number(fields), new($"至少 {needed} 列", $"at least {needed} fields"),
            new("检查该行是否被截断", "See whether the line was cut"));

    internal void Time(int line, string found, string expected) =>
        Add(line, "time", found, new($"{expected}（逐时连续）", $"{expected} (hours without gap)"),
            new("补上缺少的小时，删去重复的小时，按时间排序", "Add missing hours, drop repeated ones, sort by time"));

    internal void NoRows() =>
        Add(null, null, null, new("逐时数据", "hourly data"), new("检查文件是否完整", "See whether the file is whole"));

    internal void SubHourly(int records) =>
        Add(null, "DATA PERIODS", Number(records), new("每小时 1 条", "1 record per hour"),
            new("先平均为小时值", "Average to hours first"));

    internal void DaylightSaving(string found) =>
        Add(5, "HOLIDAYS/DAYLIGHT SAVINGS", found, new("不用夏令时", "no daylight saving time"),
            new("改用全年标准时的文件", "Take a file in standard time all year"));

    internal void NoColumn(WeatherVariable variable) =>
        Add(1, variable.Column, null, new($"有 {variable.Column} 一列", $"a column {variable.Column}"),
            variable == WeatherVariable.Direct || variable == WeatherVariable.Diffuse
                ? new("补上该列，或明确要求用 Erbs 模型由总辐射分解", "Add it, or ask for the Erbs split of global irradiance")
                : new("补上该列（列名含单位）", "Add it (the name carries the unit)"));

    internal void UnknownColumn(string name) =>
        Add(1, name, null, new(
            "time, " + string.Join(", ", WeatherVariable.All.Select(v => v.Column)),
            "time, " + string.Join(", ", WeatherVariable.All.Select(v => v.Column))),
            new("改列名或删去该列", "Rename or drop the column"));

    internal void RepeatedColumn(string name) =>
        Add(1, name, null, new("每列只出现一次", "each column once"), new("删去重复的列", "Drop the repeated column"));

    internal void OneOfTwo(WeatherVariable missing) =>
        Add(1, missing.Column, null, new("DNI 与 DHI 两列都有，或都没有", "both dni_w_m2 and dhi_w_m2, or neither"),
            new("补上该列，或删去另一列并要求 Erbs 分解", "Add it, or drop the other one and ask for the Erbs split"));

    void Add(int? line, string? column, string? value, Text expected, Text remedy) =>
        _found.Add(new WeatherProblem(line, column, value, expected, remedy));

    static Text Between(double least, double greatest) => new(
        $"{Number(least)} 至 {Number(greatest)}", $"{Number(least)} to {Number(greatest)}");

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
