using System.Collections.Immutable;
using System.Globalization;
using Suandian.Distribution.ShortCircuit;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Texts;
using static Suandian.Reports.Feeders.FeederPage;

namespace Suandian.Reports.Feeders;

/// <summary>Short-circuit levels as a page with a picture, the picture by itself, and a table.</summary>
public static class ShortCircuitFiles
{
    /// <summary>Most bars of the picture; the table holds all buses.</summary>
    const int MostBars = 40;

    /// <summary>shortcircuit.html; levels as SVG in both languages; shortcircuit.csv.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="solution">Its short-circuit currents.</param>
    /// <param name="options">What was assumed.</param>
    /// <param name="breakerKa">Breaking current of the breakers, kA; null where it is not asked about.</param>
    public static ImmutableArray<QuestionFile> Of(PowerGrid grid, ShortCircuitSolution solution, ShortCircuitOptions options, double? breakerKa)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(options);
        var page = new FeederPage(grid, FeederHours.Snapshot(grid));
        int[] buses = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => double.IsFinite(solution.MaximumKa[b])).OrderByDescending(b => solution.MaximumKa[b])];
        Html Levels(Voice voice, double width) => new BarDrawing(voice.Say(Phrases.Of("feeder.short_levels")), [.. buses.Take(MostBars).Select(b => new Bar(voice.Say(page.Bus(b)), solution.MaximumKa[b],
            $"{Number(solution.MaximumKa[b], 2)} kA · {grid.Buses.BaseKv[b].ToString("0.##", CultureInfo.InvariantCulture)} kV", solution.MaximumKa[b] > breakerKa ? Svg.High : Svg.Good))])
        {
            Mark = breakerKa is { } rated ? (rated, $"{Number(rated, 1)} kA") : null,
        }.Draw(width);
        var title = Phrases.Of("feeder.short_title", ("case", grid.Title));
        return Files(WithTables("shortcircuit.html", QuestionPage.Write(title, voice => Html.Of($"""
            <h1>{voice.Say(title)}</h1><p class="answer">{voice.Say(Phrases.Of("feeder.short_finding", ("highest", Number(solution.MaximumKa[buses[0]], 2)), ("bus", page.Bus(buses[0])), ("lowest", Number(solution.MaximumKa[buses[^1]], 2)), ("low_bus", page.Bus(buses[^1]))))}</p>
            {page.Unsupplied(voice, UnsuppliedLoad.Of(grid, FeederHours.Snapshot(grid)))}{Html.If(breakerKa is not null, () => Html.Of($"""<p class="p">{voice.Say(Phrases.Of("feeder.short_over", ("rated", Number(breakerKa ?? 0, 1)), ("count", buses.Count(b => solution.MaximumKa[b] > breakerKa))))}</p>"""))}
            {Figure(voice, "short_levels", width => Levels(voice, width))}
            <footer><p>{voice.Say(Phrases.Of("feeder.short_how", ("converters", Number(options.ConverterCurrentPu ?? 0, 2))))}{Html.If(options.ConverterCurrentPu > 0, () => Html.Of($" {voice.Say(Phrases.Of("feeder.short_ratings"))}"))}</p></footer>
            """), hasUnits: false), Table(grid, solution)), Pictures("levels", Levels));
    }

    static ReportTable Table(PowerGrid grid, ShortCircuitSolution solution)
    {
        var power = solution.PowerMva(grid.Buses.BaseKv);
        return new TableOf<int>("shortcircuit", [.. Enumerable.Range(0, grid.Buses.Count)]).Number("bus", b => grid.Buses.Number[b]).Number("base_kv", b => grid.Buses.BaseKv[b]).Number("maximum_ka", b => solution.MaximumKa[b])
            .Number("converter_ka", b => solution.ConverterKa[b]).Number("peak_ka", b => solution.PeakKa[b]).Number("power_mva", b => power[b]).Number("r_over_x", b => solution.ResistanceRatio[b])
            .Number("impedance_ohm", b => solution.ImpedanceOhm[b]).Number("minimum_ka", b => solution.MinimumKa.Length > 0 ? solution.MinimumKa[b] : null).Table();
    }
}
