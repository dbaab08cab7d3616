using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Network;
using Suandian.Texts;

namespace Suandian.Reports.Page;

/// <summary>How one view of the page speaks: its language and, in Chinese, whether power is told in 万千瓦 or MW.</summary>
/// <param name="Id">Anchor of the view: <c>zh</c>, <c>zh-mw</c>, <c>en</c>.</param>
/// <param name="Language">Language.</param>
/// <param name="TenMegawatts">True where the unit of power is 万千瓦.</param>
sealed partial record Voice(string Id, Language Language, bool TenMegawatts)
{
    internal static readonly Voice[] All = [new("en", Language.En, false), new("zh-mw", Language.Zh, false), new("zh", Language.Zh, true)];

    internal bool IsChinese => Language == Language.Zh;

    /// <summary>A sentence of the page by its key without the prefix <c>page.</c>.</summary>
    internal string this[string key] => Of(key);

    /// <summary>A sentence of the page with its places filled.</summary>
    internal string Of(string key, params ReadOnlySpan<(string Name, object? Value)> places) =>
        Phrases.Of("page." + key, places).In(Language);

    /// <summary>A text of the figures, its units of power turned to MW where this view speaks MW.</summary>
    internal string Say(Text text)
    {
        var words = text.In(Language);
        return IsChinese && !TenMegawatts ? ChinesePower().Replace(words, InMegawatts) : words;
    }

    /// <summary>The same at the start of a row or sentence: with a capital in English.</summary>
    internal string Start(Text text) => Say(text) is { Length: > 0 } words && !IsChinese ? char.ToUpperInvariant(words[0]) + words[1..] : Say(text);

    /// <summary>Number and unit for prose, at most three significant digits, never broken at the line end.</summary>
    internal Html Prose(Quantity quantity, double value)
    {
        var (number, unit) = Numbers.Prose(quantity, value, Language, TenMegawatts);
        var gap = unit is "%" or "" ? "" : " ";
        return Html.Of($"<span class=\"nb\">{number}{gap}{unit}</span>");
    }

    internal string Unit(Quantity quantity) => Numbers.ColumnUnit(quantity, Language, TenMegawatts);

    /// <summary>Number of a table column in the unit of its head.</summary>
    internal string Cell(Quantity quantity, double? value) => Numbers.Column(quantity, value, Language, TenMegawatts);

    internal string Title(Technology technology) => this["technology." + Key(technology)];

    internal string Title(Status? status) => this["status." + StatusKey(status)];

    internal static string StatusKey(Status? status) => status is { } s ? s.ToString()[..1] switch { "F" => "F", "D" => "D", "E" => "E", _ => "R" } : "none";

    /// <summary>Key of a colour in style.css.</summary>
    internal static string Key(Technology technology) => technology switch
    {
        Technology.Wind => "wind",
        Technology.Pv => "pv",
        Technology.Csp => "csp",
        Technology.Battery => "battery",
        Technology.Import => "import",
        Technology.Export => "export",
        Technology.Coal => "coal",
        Technology.Gas => "gas",
        Technology.Hydro => "hydro",
        Technology.Ac => "ac",
        Technology.Dc => "dc",
        Technology.Heat => "heat",
        _ => "other",
    };

    /// <summary>Key of a workload class in style.css and files.</summary>
    internal static string Key(WorkloadClass @class) => @class == WorkloadClass.DigitalHuman ? "digital_human" : @class.ToString().ToLowerInvariant();

    static string InMegawatts(Match match)
    {
        var value = double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "万千瓦时" when value >= 100 => Plain(value / 100) + " GWh",
            "万千瓦时" => Plain(value * 10) + " MWh",
            "亿千瓦时" => Plain(value * 100) + " GWh",
            _ => Plain(value * 10) + " MW",
        };
    }

    static string Plain(double value) => Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<value>\d+(\.\d+)?)[ \u202F]?(?<unit>万千瓦时|亿千瓦时|万千瓦)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChinesePower();
}
