using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases;
using Suandian.Planning.Stages;
using Suandian.Reports.Figures;
using Suandian.Reports.Page;
using Suandian.Reports.Tables;
using Suandian.Texts;

namespace Suandian.Reports.Questions;

/// <summary>What is built in which stage, as a page and a table.</summary>
public static class StagesFiles
{
    /// <summary>Name of the page in a report folder.</summary>
    internal const string Page = "stages.html";

    /// <summary>stages.html and stages.csv.</summary>
    /// <param name="data">The case.</param>
    /// <param name="answer">The stages.</param>
    public static ImmutableArray<QuestionFile> Of(Case data, StageAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(answer);
        var title = Phrases.Of("stages.title", ("case", data.Settings.Name));
        return QuestionFile.All(Page, QuestionPage.Write(title, voice => Body(voice, data, answer)), Table(answer));
    }

    /// <summary>Name of a stage for people.</summary>
    public static Text NameOf(Case data, string stage)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Stages.Where(s => s.Name == stage).Select(s => CaseNames.Title(s.Name, s.NameZh, s.NameEn)).FirstOrDefault(new Text(stage, stage));
    }

    /// <summary>Name of something in a stage, such as <c>wind farm (2030)</c>.</summary>
    public static Text InStage(Case data, Text name, string stage) => Phrases.Of("stages.in", ("name", name), ("stage", NameOf(data, stage)));

    static Html Body(Voice voice, Case data, StageAnswer answer)
    {
        StagePath[] shown = [.. answer.Paths.Where(p => p.Standing.Any(size => size > 1e-6))];
        var heads = answer.Stages.Select(s => Html.Of($"<th class=\"n\">{voice.Say(NameOf(data, s.Name))}<br>{s.Year.ToString(CultureInfo.InvariantCulture)}</th>"));
        return Html.Of($"""
            <h1>{voice.Say(Phrases.Of("stages.heading"))}</h1>
            <p class="answer">{voice.Say(Phrases.Of("stages.finding", ("count", answer.Stages.Length), ("cost", Numbers.Say(Quantity.MoneyYuan, answer.PresentValueYuan))))}</p>
            <p class="p">{voice.Say(Phrases.Of("stages.how"))}</p>
            <div class="ranges">{shown.Select(p => Bars(voice, p))}</div>
            <p class="ft">{voice.Say(Phrases.Of("stages.key"))}</p>
            <div class="scroll"><table><thead><tr><th>{voice.Say(Phrases.Of("stages.item"))}</th>{heads}</tr></thead>
            <tbody>{shown.Select(p => Row(voice, p))}
            <tr class="sum"><td>{voice.Say(Phrases.Of("stages.yearly"))}</td>{answer.Stages.Select(s => QuestionPage.Number(voice, Quantity.YearlyMoneyYuan, s.CostYuan))}</tr></tbody></table></div>
            """);
    }

    /// <summary>One column for each stage, as high as what stands; what is new in it is darker.</summary>
    static Html Bars(Voice voice, StagePath path)
    {
        var most = Math.Max(1e-9, path.Standing.Max());
        var width = 100.0 / path.Standing.Length;
        var bars = path.Standing.Select((size, s) => Html.Of($"""<i style="left:{Html.Percent(s * width / 100)};width:{Html.Percent(width * 0.9 / 100)};top:{Html.Percent(1 - (size / most))};height:{Html.Percent(size / most)}"></i><i style="left:{Html.Percent(s * width / 100)};width:{Html.Percent(width * 0.9 / 100)};top:{Html.Percent(1 - (size / most))};height:{Html.Percent(Math.Min(1, path.Built[s] / most))};opacity:1"></i>"""));
        var quantity = QuestionPage.QuantityOf(path.Quantity.Unit);
        return Html.Of($"""
            <div class="r"><span>{voice.Start(path.Quantity.Name)}</span><span class="t high">{bars}</span><span class="v">{voice.Prose(quantity, path.Standing[0])} → {voice.Prose(quantity, path.Standing[^1])}</span></div>

            """);
    }

    static Html Row(Voice voice, StagePath path)
    {
        var quantity = QuestionPage.QuantityOf(path.Quantity.Unit);
        var cells = path.Standing.Zip(path.Built, (standing, built) => Html.Of($"""<td class="n">{voice.Prose(quantity, standing)}{Html.If(built > 1e-6, () => Html.Of($"<br><small>+{voice.Prose(quantity, built)}</small>"))}</td>"""));
        return Html.Of($"""
            <tr><td>{voice.Start(path.Quantity.Name)}</td>{cells}</tr>

            """);
    }

    static ReportTable Table(StageAnswer answer)
    {
        var rows = answer.Paths.SelectMany(p => answer.Stages.Select((s, i) => (Path: p, Stage: s, Index: i))).ToArray();
        return new TableOf<(StagePath Path, StageOutcome Stage, int Index)>("stages", rows)
            .Word("stage", r => r.Stage.Name)
            .Number("year", r => r.Stage.Year)
            .Word("capacity", r => r.Path.Quantity.Key)
            .Both("title", r => r.Path.Quantity.Name)
            .Word("unit", r => r.Path.Quantity.Unit)
            .Number("built", r => r.Path.Built[r.Index])
            .Number("standing", r => r.Path.Standing[r.Index])
            .Number("stage_cost_yuan", r => r.Stage.CostYuan)
            .Number("discounted_years", r => r.Stage.DiscountedYears)
            .Table();
    }
}
