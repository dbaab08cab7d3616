using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases;
using Suandian.Planning.Sensitivities;
using Suandian.Reports.Page;
using Suandian.Reports.Tables;
using Suandian.Texts;

namespace Suandian.Reports.Questions;

/// <summary>The ranges in which shadow prices and costs hold, as a page with bars and as tables.</summary>
public static class SensitivitiesFiles
{
    /// <summary>Half the width of a track: a change of a half either way.</summary>
    const double Span = 0.5;

    /// <summary>sensitivities.html, shadow_ranges.csv and cost_ranges.csv.</summary>
    /// <param name="data">The case.</param>
    /// <param name="answer">The ranges.</param>
    public static ImmutableArray<QuestionFile> Of(Case data, SensitivityAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(answer);
        var (shadows, costs) = (SensitivityRow.Shadows(data, answer), SensitivityRow.Costs(data, answer));
        var title = Phrases.Of("sensitivity.title", ("case", data.Settings.Name));
        return QuestionFile.All("sensitivities.html", QuestionPage.Write(title, voice => Body(voice, shadows, costs, answer.Notes)),
            Table("shadow_ranges", "limit", shadows), Table("cost_ranges", "cost_yuan_per_unit", costs));
    }

    /// <summary>A range in words: both ends in the unit of the value, and in per cent of it.</summary>
    public static Text Range(SensitivityRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return double.IsNaN(row.Size) || row.At == 0
            ? Phrases.Of("sensitivity.range", ("from", End(row, row.From)), ("to", End(row, row.To)))
            : Phrases.Of("sensitivity.change", ("from", Change(row, row.From)), ("to", Change(row, row.To)));
    }

    static Text End(SensitivityRow row, double end) => double.IsNaN(end) ? new("–", "–")
        : double.IsInfinity(end) ? Phrases.Of(end > 0 ? "sensitivity.no_upper" : "sensitivity.no_lower")
        : row.Quantity == Quantity.SharePu ? Both((end * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%")
        : Numbers.Say(row.Quantity, end);

    /// <summary>The end of a cost as a change from where it stands.</summary>
    static Text Change(SensitivityRow row, double end) => !double.IsFinite(end)
        ? End(row, end)
        : Both((end < row.At ? "−" : "+") + Math.Abs((end / row.At - 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%");

    static Text Both(string words) => new(words, words);

    static Html Body(Voice voice, ImmutableArray<SensitivityRow> shadows, ImmutableArray<SensitivityRow> costs, ImmutableArray<Text> notes)
    {
        var unproved = shadows.Concat(costs).Where(r => !r.IsProved).Select(r => voice.Say(r.Name)).ToArray();
        return Html.Of($"""
            <h1>{voice.Say(Phrases.Of("sensitivity.heading"))}</h1>
            <p class="answer">{voice.Say(Finding(costs))}</p>
            {QuestionPage.Notes(voice, notes)}
            <h3>{voice.Say(Phrases.Of("sensitivity.shadows"))}</h3>
            <p class="ft">{voice.Say(Phrases.Of(shadows.IsEmpty ? "cli.sensitivities.none" : "sensitivity.shadows_how"))}</p>
            <div class="ranges">{shadows.Select(r => Bar(voice, r, Price(voice, r)))}</div>
            <h3>{voice.Say(Phrases.Of("sensitivity.costs"))}</h3>
            <p class="ft">{voice.Say(Phrases.Of("sensitivity.costs_how"))}</p>
            <div class="ranges">{costs.Select(r => Bar(voice, r, Size(voice, r)))}</div>
            <p class="ft">{voice.Say(Phrases.Of("sensitivity.key"))}</p>
            <p class="ft">{voice.Say(unproved is [] ? Phrases.Of("sensitivity.proved") : Phrases.Of("sensitivity.unproved", ("names", string.Join(voice["comma"], unproved))))}</p>
            """);
    }

    /// <summary>The unbuilt capacity that is nearest to being built, in one sentence.</summary>
    public static Text Finding(ImmutableArray<SensitivityRow> costs)
    {
        var near = costs.Where(r => r.Size <= 1e-6 && double.IsFinite(r.From) && r.At > 0).OrderBy(r => (r.At - r.From) / r.At).FirstOrDefault();
        return near is null ? Phrases.Of("sensitivity.all_built") : Phrases.Of("sensitivity.next", ("name", near.Name),
            ("percent", ((near.At - near.From) / near.At * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%"),
            ("from", Numbers.Say(Quantity.YearlyMoneyYuan, near.From)), ("at", Numbers.Say(Quantity.YearlyMoneyYuan, near.At)), ("unit", near.Unit));
    }

    static Text Price(Voice voice, SensitivityRow row) => Phrases.Of("sensitivity.price",
        ("yuan", Numbers.Say(Quantity.YearlyMoneyYuan, row.YuanPerUnit)), ("unit", row.Unit == "%" ? Phrases.Of("unit.point").In(voice.Language) : row.Unit),
        ("at", row.Quantity == Quantity.SharePu ? Both((row.At * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%") : Numbers.Say(row.Quantity, row.At)));

    static Text Size(Voice voice, SensitivityRow row) => Phrases.Of("sensitivity.size",
        ("yuan", Numbers.Say(Quantity.YearlyMoneyYuan, row.At)), ("unit", row.Unit),
        ("size", voice.Say(Numbers.Say(QuestionPage.QuantityOf(row.Unit), row.Size))));

    static Html Bar(Voice voice, SensitivityRow row, Text what)
    {
        double At(double end) => row.At == 0 ? end < 0 ? 0 : end > 0 ? 1 : 0.5 : Math.Clamp(((end / row.At) - 1 + Span) / (2 * Span), 0, 1);
        var (from, to) = (At(row.From), At(row.To));
        var tangent = Html.If(!row.IsStraight, () => Html.Of($"<br><small>{voice.Say(Phrases.Of("sensitivity.tangent"))}</small>"));
        return Html.Of($"""
            <div class="r"><span>{voice.Start(row.Name)}<br><small class="muted">{voice.Say(what)}</small></span><span class="t"><i style="left:{Html.Percent(from)};width:{Html.Percent(Math.Max(0, to - from))}"></i><b style="left:50%"></b></span><span class="v">{voice.Say(Range(row))}{tangent}</span></div>

            """);
    }

    static ReportTable Table(string name, string value, ImmutableArray<SensitivityRow> rows) => new TableOf<SensitivityRow>(name, rows)
        .Word("key", r => r.Key)
        .Both("title", r => r.Name)
        .Word("unit", r => r.Unit)
        .Number("size", r => r.Size)
        .Number("yuan_per_unit", r => r.YuanPerUnit)
        .Number(value, r => r.At)
        .Number("from", r => r.From)
        .Number("to", r => r.To)
        .Word("straight", r => r.IsStraight ? "true" : "false")
        .Word("proved", r => r.IsProved ? "true" : "false")
        .Table();
}
