using System.Collections.Immutable;
using Suandian.Network;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Suandian.Cases.Tables;

/// <summary>A setting as text, with its line.</summary>
sealed record RawSetting(string Key, string Text, int Line);

/// <summary>Settings as text, from case.yaml or from the sheet case.</summary>
sealed record RawSettings(Source Source, ImmutableArray<RawSetting> Settings)
{
    /// <summary>True where the text could not be taken apart, so that nothing more can be said.</summary>
    internal bool IsBroken { get; init; }

    /// <summary>Column of the problem: the key for a file; in the sheet the value stands in the second column.</summary>
    internal Spot At(RawSetting setting) => Source.At(setting.Line, setting.Key) with
    {
        Cell = Source.SheetColumns.IsDefault ? null : $"{Source.Name}!B{setting.Line}",
    };
}

/// <summary>Reads case.yaml or grid.yaml into text, and settings of text into the record.</summary>
/// <param name="findings">Where problems go.</param>
/// <param name="readAs">Where cells go that are no plain numbers.</param>
/// <param name="schema">Settings there are; those of a case where it is null.</param>
sealed class SettingsReader(Findings findings, List<CellReadAs> readAs, TableSchema? schema = null)
{
    const int DeepestNesting = 8;
    readonly CellParser _parser = new(findings, readAs);

    TableSchema Schema { get; } = schema ?? TableSchema.Settings;

    /// <summary>Keys and texts of a YAML file; a mistake of syntax is a problem.</summary>
    internal RawSettings ReadYaml(ReadOnlyMemory<byte> utf8, string file)
    {
        var source = new Source(file);
        try
        {
            string text = System.Text.Encoding.UTF8.GetString(utf8.Span);
            var yaml = new YamlStream();
            bool flat = Depth(text) <= DeepestNesting;
            if (flat)
                yaml.Load(new StringReader(text));
            if (flat && yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode root)
                return new RawSettings(source, [.. root.Children.Select(pair => Raw(source, pair.Key, pair.Value)).OfType<RawSetting>()]);
            findings.Add(ProblemCode.SettingShape, source.At(1), null);
        }
        catch (Exception mistake) when (mistake is YamlException or InvalidOperationException or ArgumentException or FormatException)
        {
            // Of broken text the scanner also throws other kinds; only its own knows the line.
            bool twice = mistake.Message.Contains("Duplicate key", StringComparison.OrdinalIgnoreCase);
            findings.Add(twice ? ProblemCode.SettingTwice : ProblemCode.YamlSyntax,
                source.At((mistake as YamlException)?.Start.Line is { } line ? (int)line : null), null, ("detail", mistake.Message));
        }

        return new RawSettings(source, []) { IsBroken = true };
    }

    /// <summary>The settings; null where a required one is missing or wrong.</summary>
    internal CaseSettings? Read(RawSettings raw) => Values(raw) is { } values ? Settings(values) : null;

    /// <summary>Values by key; null where a required one is missing or wrong.</summary>
    internal Dictionary<string, object?>? Values(RawSettings raw)
    {
        if (raw.IsBroken)
            return null;
        var values = new Dictionary<string, object?>();
        foreach (var setting in raw.Settings)
        {
            if (Schema.Column(setting.Key) is not { } column)
                Unknown(raw, setting);
            else if (!values.TryAdd(setting.Key, Parsed(raw, setting, column)))
                findings.Add(ProblemCode.SettingTwice, raw.At(setting), setting.Text);
        }

        bool imported = values.GetValueOrDefault("hours") is "snapshots";
        bool IsNeeded(ColumnSchema column) => column.Required && (!imported || column.Name is "name_zh" or "name_en" or "hours");
        var missing = Schema.Columns.Where(c => IsNeeded(c) && !values.ContainsKey(c.Name)).ToArray();
        foreach (var column in missing)
            findings.Add(ProblemCode.SettingMissing, raw.Source.At(null, column.Name), null, ("what", column.Description));
        bool whole = Schema.Columns.All(c => !IsNeeded(c) || values.GetValueOrDefault(c.Name) is not null);
        return whole ? values : null;
    }

    /// <summary>Deepest nesting, found without recursion: text that nests thousands deep would end the process otherwise.</summary>
    static int Depth(string text)
    {
        var parser = new Parser(new StringReader(text));
        int depth = 0, deepest = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current?.NestingIncrease ?? 0;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    RawSetting? Raw(Source source, YamlNode key, YamlNode value)
    {
        int line = (int)key.Start.Line;
        string name = (key as YamlScalarNode)?.Value ?? "";
        switch (value)
        {
            case YamlScalarNode scalar:
                return new RawSetting(name, Cell.Trim(scalar.Value ?? ""), line);
            case YamlSequenceNode list when list.All(item => item is YamlScalarNode):
                return new RawSetting(name, string.Join(';', list.Select(item => ((YamlScalarNode)item).Value)), line);
            default:
                findings.Add(ProblemCode.SettingShape, source.At(line, name), null);
                return null;
        }
    }

    object? Parsed(RawSettings raw, RawSetting setting, ColumnSchema column)
    {
        if (setting.Text.Length > 0)
            return _parser.Parse(column, column.Unit, setting.Text, raw.At(setting));
        if (column.Required)
            findings.Add(ProblemCode.CellEmpty, raw.At(setting), null, ("what", column.Description));
        return null;
    }

    void Unknown(RawSettings raw, RawSetting setting) =>
        findings.Add(ProblemCode.SettingUnknown, raw.At(setting), setting.Key,
            ("keys", string.Join(", ", Schema.Columns.Select(c => c.Name))),
            ("hint", Suggestion.DidYouMean(setting.Key, Schema.Columns.Select(c => c.Name))));

    static CaseSettings Settings(Dictionary<string, object?> values)
    {
        T? Of<T>(string key) => values.GetValueOrDefault(key) is T value ? value : default;
        double? Number(string key) => values.GetValueOrDefault(key) as double?;
        return new CaseSettings
        {
            Name = new Text(Of<string>("name_zh")!, Of<string>("name_en")!),
            Description = new Text(Of<string>("description_zh") ?? "", Of<string>("description_en") ?? ""),
            Year = Of<int>("year"),
            UtcOffsetH = Of<double>("utc_offset_h"),
            MoneyYear = Of<int>("money_year"),
            DiscountRate = Of<double>("discount_rate"),
            ShedPriceYuanPerMwh = Number("shed_price_yuan_per_mwh"),
            LineModel = Of<string>("line_model") is { } model ? Enum.Parse<LineModel>(model, ignoreCase: true) : null,
            Hours = Enum.Parse<HourSelection>(Of<string>("hours")!, ignoreCase: true),
            Weeks = values.GetValueOrDefault("weeks") is ImmutableArray<int> weeks ? weeks : [],
            Co2PriceYuanPerT = Number("co2_price_yuan_per_t"),
            RiskWeight = Number("risk_weight"),
            RiskLevel = Number("risk_level"),
            Grid = Of<string>("grid"),
        };
    }
}
