using System.Globalization;
using System.Text;
using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Texts;

namespace Suandian.Reports.Jobs;

/// <summary>What the pages about jobs share.</summary>
static class JobPage
{
    /// <summary>Colours of policies and groups, in order.</summary>
    internal static readonly string[] Colours = ["#0B5563", "#D9822B", "#67A9CF", "#B2182B", "#8C6BB1", "#5FA9A0", "#9A5310", "#6B7781", "#E0C56E", "#2166AC", "#D6604D", "#3B1F6B"];

    /// <summary>A sentence of these pages.</summary>
    internal static string Say(Voice voice, string key, params ReadOnlySpan<(string Name, object? Value)> places) => voice.Say(Phrases.Of("jobs." + key, places));

    /// <summary>A picture under a heading, with a line on how to read it.</summary>
    internal static Html Figure(Voice voice, string key, Func<double, Html> draw) => Html.Of($"""
        <section><h2>{Say(voice, key)}</h2><p class="ft">{Say(voice, key + "_how")}</p><figure>{Svg.Both(draw)}</figure></section>
        """);

    /// <summary>A table whose columns behind the first <paramref name="words"/> are numbers.</summary>
    internal static Html Table(Voice voice, string[] columns, IEnumerable<string[]> rows, int words = 1) => TableUnder([.. columns.Select(c => Say(voice, "column_" + c))], rows, words);

    /// <summary>The same under headings that are known.</summary>
    internal static Html TableUnder(string[] headings, IEnumerable<string[]> rows, int words = 1) => Html.Of($"""
        <div class="scroll"><table><thead><tr>{headings.Select((heading, i) => Html.Of($"""<th{Class(i, words)}>{heading}</th>"""))}</tr></thead>
        <tbody>{rows.Select(row => Html.Of($"<tr>{row.Select((cell, i) => Html.Of($"<td{Class(i, words)}>{cell}</td>"))}</tr>"))}</tbody></table></div>
        """);

    /// <summary>A figure in large type, with its unit and what it is.</summary>
    internal static Html Key(Voice voice, string key, string value, string unit) => Html.Of($"""<div class="kpi"><div>{Say(voice, "key_" + key)}</div><div class="v">{value}<span class="u">{unit}</span></div></div>""");

    /// <summary>At most three significant digits.</summary>
    internal static string Three(double value) => Numbers.Three(value, grouped: true);

    /// <summary>Fixed decimals; a dash for none.</summary>
    internal static string Fixed(double value, int digits) =>
        double.IsFinite(value) ? (Math.Round(value, digits) + 0.0).ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "–";

    /// <summary>A time in the unit that suits it.</summary>
    internal static string Span(double seconds)
    {
        const double Minute = 60, Hour = 3600, Day = 86_400;
        return !double.IsFinite(seconds) ? "–" : seconds switch
        {
            < Minute => $"{Three(seconds)} s",
            < Hour => $"{Three(seconds / Minute)} min",
            < 4 * Day => $"{Three(seconds / Hour)} h",
            _ => $"{Three(seconds / Day)} d",
        };
    }

    /// <summary>The same in both languages, for sentences.</summary>
    internal static Text SpanInWords(double seconds) => new(Span(seconds).Replace(" d", " 天", StringComparison.Ordinal), Span(seconds).Replace(" d", " days", StringComparison.Ordinal));

    /// <summary>Name of a user, partition or section; a dash for none.</summary>
    internal static string Name(Voice voice, string kind, string name) =>
        name.Length == 0 ? "–" : kind == "section" && name is "government" or "national" or "market" ? Say(voice, "section_" + name) : name;

    /// <summary>A picture as a file in each language.</summary>
    internal static IEnumerable<QuestionFile> Pictures(string name, Func<Voice, Html> draw) => Voice.All.Where(voice => !voice.TenMegawatts).Select(voice =>
        new QuestionFile($"{name}.{(voice.IsChinese ? "zh" : "en")}.svg", Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + draw(voice).Markup.ReplaceLineEndings("\n").Trim() + "\n")));

    static Html Class(int column, int words) => column < words ? Html.None : Html.Of($" class=\"n\"");
}
