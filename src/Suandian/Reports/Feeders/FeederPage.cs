using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Texts;

namespace Suandian.Reports.Feeders;

/// <summary>What the pages of a feeder share: names of places, tables, pictures as files of their own.</summary>
/// <param name="grid">The grid.</param>
/// <param name="hours">Its hours.</param>
sealed class FeederPage(PowerGrid grid, FeederHours hours)
{
    /// <summary>Rows of a table in a page; the CSV files hold all.</summary>
    internal const int Rows = 20;

    /// <summary>Number and name of a bus.</summary>
    internal Text Bus(int bus) => grid.Buses.Title(bus);

    /// <summary>Which bus has which number, for a picture that has room for numbers alone; nothing where buses have no names or are many.</summary>
    internal Html Names(Voice voice) => Html.If(grid.Buses.Titles.Length is > 0 and <= OneLineDrawing.MostNamed, () =>
        Html.Of($"""<p class="p"><small>{string.Join(" · ", Enumerable.Range(0, grid.Buses.Count).Select(b => voice.Say(Bus(b))))}</small></p>"""));

    /// <summary>Load without supply; nothing where all is supplied.</summary>
    internal Html Unsupplied(Voice voice, UnsuppliedLoad load) => Html.If(load.IsAny, () => Html.Of($"""<p class="answer">{voice.Say(UnsuppliedWords.Of(grid, hours, load))}</p>"""));

    /// <summary>The part of it that no measure and no switch reaches, as the case isolates it; nothing where there is none.</summary>
    internal Html Isolated(Voice voice) => UnsuppliedWords.Isolated(grid, hours) is { } told ? Html.Of($"""<p class="p">{voice.Say(told)}</p>""") : Html.None;

    /// <summary>A branch by the numbers of its ends.</summary>
    internal string Branch(int branch) => BranchNames.Of(grid, branch);

    /// <summary>The same with the names of its ends, where buses have names.</summary>
    internal Text BranchTitle(int branch) => BranchNames.Title(grid, branch);

    /// <summary>Titles of some branches in a row; a dash for none.</summary>
    internal Text BranchTitles(int[] branches) => BranchNames.Titles(grid, branches);

    /// <summary>The user's number of an hour.</summary>
    internal string Hour(int hour) => hour < 0 ? "–" : hours.Title(hour);

    /// <summary>What is beyond its limit, in words.</summary>
    internal Text Limit(FeederViolation violation) => Phrases.Of($"cli.feeder.limit.{violation.Kind}", ("place", violation.Kind switch
    {
        ViolationKind.Overload => (object)BranchTitle(violation.Index),
        ViolationKind.LowVoltage or ViolationKind.HighVoltage or ViolationKind.SumOfDeviations => Bus(violation.Index),
        _ => null,
    }));

    /// <summary>Bus or branch of what is beyond its limit by numbers, the same in all languages; null for none.</summary>
    internal string? Place(FeederViolation violation) => violation.Kind switch
    {
        ViolationKind.Overload => Branch(violation.Index),
        ViolationKind.LowVoltage or ViolationKind.HighVoltage or ViolationKind.SumOfDeviations => grid.Buses.Number[violation.Index].ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>A value or limit of it in the unit of its kind: MVA of a branch, pu of a bus.</summary>
    internal static string Value(FeederViolation violation, double value) => violation.Kind == ViolationKind.Overload ? $"{Number(value, 3)} MVA" : $"{Number(value, 4)} pu";

    /// <summary>A kind or an origin in tables: high_voltage.</summary>
    internal static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>Fixed decimals, whole numbers in groups of three; a dash for none.</summary>
    internal static string Number(double value, int digits) =>
        double.IsFinite(value) ? (Math.Round(value, digits) + 0.0).ToString((digits == 0 ? "N" : "F") + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "–";

    /// <summary>MWh: whole from 100 on, two decimals below.</summary>
    internal static string Energy(double mwh) => Number(mwh, Math.Abs(mwh) >= 100 ? 0 : 2);

    /// <summary>MW that a place takes: as many decimals as three digits need, three at most.</summary>
    internal static string Mw(double mw) => Number(mw, Math.Abs(mw) >= 100 ? 0 : Math.Abs(mw) >= 10 ? 1 : Math.Abs(mw) >= 1 ? 2 : 3);

    /// <summary>A nominal voltage without needless zeros, kV.</summary>
    internal static string Kv(double kv) => kv.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A table; columns behind the first are numbers unless named in words.</summary>
    internal static Html Table(Voice voice, string[] columns, IEnumerable<string[]> rows, params int[] words) => Html.Of($"""
        <div class="scroll fit"><table><thead><tr>{columns.Select((c, i) => Html.Of($"""<th{Class(c, i, words)}>{voice.Say(Phrases.Of("cli.feeder.column." + c))}</th>"""))}</tr></thead>
        <tbody>{rows.Select(row => Html.Of($"<tr>{row.Select((cell, i) => Html.Of($"<td{Class(columns[i], i, words)}>{cell}</td>"))}</tr>"))}</tbody></table></div>
        """);

    /// <summary>Columns that a phone has no room for; the CSV files hold all.</summary>
    static readonly HashSet<string> Wide = ["at_hour", "limits_pu", "spread_pct", "loss_mwh", "reverse_hours", "reverse_mw", "flat_mw", "shifted_mw", "dark_buses", "dark_hour", "worst", "worst_hour", "open", "restored_mw", "hours_unsolved"];

    /// <summary>Columns of whole sentences, which may take several lines.</summary>
    static readonly HashSet<string> Long = ["limit", "worst", "beyond"];

    static Html Class(string name, int column, int[] words)
    {
        (bool Is, string Class)[] all = [(column > 0 && !words.Contains(column), "n"), (Wide.Contains(name), "wide"), (Long.Contains(name), "long")];
        var classes = string.Join(' ', all.Where(c => c.Is).Select(c => c.Class));
        return Html.If(classes.Length > 0, () => Html.Of($" class=\"{classes}\""));
    }

    /// <summary>Which state of the grid a page shows; nothing where there is but one.</summary>
    internal static Html State(Voice voice, Text? state) => state is { } shown ? Html.Of($"<p class=\"p\">{voice.Say(shown)}</p>") : Html.None;

    /// <summary>A page with its tables, whose figures are told without round-off.</summary>
    internal static ImmutableArray<QuestionFile> WithTables(string page, Html markup, params ReportTable[] tables) => QuestionFile.All(page, markup, [.. tables.Select(table => table.WithoutRoundOff())]);

    /// <summary>A picture under a heading.</summary>
    internal static Html Figure(Voice voice, string key, Func<double, Html> draw) => Html.Of($"""
        <section><h2>{voice.Say(Phrases.Of($"feeder.{key}"))}</h2><figure>{Svg.Both(draw)}</figure></section>
        """);

    /// <summary>A picture as a file in each language.</summary>
    internal static IEnumerable<QuestionFile> Pictures(string name, Func<Voice, double, Html> draw) => Voice.All.Where(voice => !voice.TenMegawatts).Select(voice =>
        new QuestionFile($"{name}.{(voice.IsChinese ? "zh" : "en")}.svg", Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + draw(voice, 1200).Markup.ReplaceLineEndings("\n").Trim() + "\n")));

    /// <summary>A page with its tables and pictures.</summary>
    internal static ImmutableArray<QuestionFile> Files(ImmutableArray<QuestionFile> page, params IEnumerable<QuestionFile>[] pictures) => [.. page, .. pictures.SelectMany(p => p)];
}
