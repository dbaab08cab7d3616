using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Reports.Figures;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Texts;

namespace Suandian.Reports.Imported;

/// <summary>The page of an imported network: what is built, what it costs, who feeds what, prices, checks, and what was not carried over.</summary>
sealed class ImportedPage(ImportedStudy study, ImmutableArray<ImportedPart> parts)
{
    const int ShownPrices = 12;

    readonly HourlyNetwork _network = study.Network;
    readonly string[] _labels = [.. study.Case.Imported!.SnapshotLabels];

    internal Html Write()
    {
        var balances = ImportedBalance.Of(study, parts);
        var prices = ImportedPrice.Of(study);
        var proof = ImportedFiles.Certificate(study);
        return QuestionPage.Write(Phrases.Of("imported.title", ("case", study.Case.Settings.Name)), voice => Html.Of($"""
            <h1>{voice.Say(Phrases.Of("imported.heading"))}</h1>
            <p class="answer">{voice.Start(Answer())}</p>
            <p class="p">{voice.Say(Phrases.Of("imported.how", ("snapshots", _network.Snapshots.Count), ("buses", _network.Buses.Length), ("components", parts.Length)))}</p>
            {Scenarios(voice)}
            {Build(voice)}
            {Costs(voice)}
            {balances.Select(b => Balance(voice, b))}
            {Prices(voice, prices)}
            {Problems(voice)}
            <section><h2>{voice.Say(Phrases.Of("imported.checks"))}</h2>{ProofSections.Checks(voice, proof, Html.Of($"{Numbers.Three(study.Plan.ObjectiveYuan, grouped: true)}"))}</section>
            {Footer(voice)}
            """));
    }

    /// <summary>The least cost and the largest of what is new.</summary>
    internal Text Answer()
    {
        var built = parts.Where(p => p.IsChosen && p.Size - p.Existing > 1e-3).GroupBy(p => (p.Label, p.Unit)).Select(g => (g.Key, Size: g.Sum(p => p.Size - p.Existing)))
            .OrderByDescending(g => g.Size).Take(4).Select(g => Phrases.Of("imported.new", ("name", g.Key.Label), ("size", Numbers.Say(QuestionPage.QuantityOf(g.Key.Unit), g.Size)))).ToArray();
        var cost = Phrases.Of("imported.answer", ("cost", Money(study.Plan.ObjectiveYuan)));
        var constant = study.Plan.ObjectiveConstantYuan is { } known && known != 0
            ? Phrases.Of("imported.constant", ("total", Money(study.Plan.ObjectiveYuan + known))) : new Text("", "");
        var list = built is [] ? Phrases.Of("imported.nothing") : Phrases.Of("imported.builds", ("list", Headline.Join(built)));
        return new(cost.Zh + constant.Zh + list.Zh, cost.En + constant.En + list.En);
    }

    Html Scenarios(Voice voice) => study.Scenarios is not { } answer ? Html.None : Html.Of($"""
        <p class="p">{voice.Say(Phrases.Of("imported.scenarios", ("count", answer.Outcomes.Length), ("name", answer.Outcomes.MaxBy(o => o.ProbabilityPu)!.Name)))} <a href="{ScenariosFiles.Page}">{ScenariosFiles.Page}</a></p>
        """);

    Html Build(Voice voice)
    {
        ImportedPart[] chosen = [.. parts.Where(p => p.IsChosen).OrderByDescending(p => Math.Abs(p.Size - p.Existing))];
        return Html.Of($"""
            <section><h2>{voice.Say(chosen is [] ? Phrases.Of("imported.build_none") : Phrases.Of("imported.build", ("count", chosen.Length), ("fixed", parts.Length - chosen.Length)))}</h2>
            {Html.If(chosen.Length > 0, () => Html.Of($"""
            <div class="scroll"><table><thead><tr>{Heads(voice, "component", "table", "bus", "carrier")}{Heads(voice, isNumber: true, "existing", "plan", "new", "capital")}</tr></thead>
            <tbody>{chosen.Select(p => Html.Of($"""<tr><td>{p.Name}</td><td>{voice.Say(Phrases.Of("imported.table." + p.Table))}</td><td>{_network.Buses[p.Bus].Name}</td><td>{(p.Carrier.Length > 0 ? p.Carrier : "–")}</td><td class="n">{Size(voice, p, p.Existing)}</td><td class="n">{Size(voice, p, p.Size)}</td><td class="n">{Size(voice, p, p.Size - p.Existing)}</td><td class="n">{Money(p.CapitalCost)}</td></tr>"""))}</tbody></table></div>
            """))}<p class="ft">{voice.Say(Phrases.Of("imported.build_file"))}</p></section>
            """);
    }

    Html Costs(Voice voice)
    {
        var rows = parts.GroupBy(p => p.Label).Select(g => (Label: g.Key, Capital: g.Sum(p => p.CapitalCost), Operation: g.Sum(p => p.OperationCost)))
            .Where(r => Math.Abs(r.Capital) + Math.Abs(r.Operation) > 1e-9).OrderByDescending(r => Math.Abs(r.Capital + r.Operation)).ToArray();
        var (low, high) = (rows.Select(r => Math.Min(r.Capital, 0) + Math.Min(r.Operation, 0)).Append(0).Min(), rows.Select(r => Math.Max(r.Capital, 0) + Math.Max(r.Operation, 0)).Append(0).Max());
        return Html.Of($"""
            <section><h2>{voice.Say(Phrases.Of("imported.costs"))}</h2><p class="ft">{voice.Say(Phrases.Of("imported.costs_how"))}</p>
            <div class="ranges">{rows.Select(r => Html.Of($"""<div class="r"><span>{r.Label}</span><span class="t">{CostBars((r.Capital, r.Operation), (low, high))}</span><span class="v">{Money(r.Capital + r.Operation)}<br><small>{voice.Say(Phrases.Of("imported.of_which", ("capital", Money(r.Capital)), ("operation", Money(r.Operation))))}</small></span></div>"""))}</div>
            <p class="ft">{voice.Say(Phrases.Of("imported.costs_sum", ("sum", Money(rows.Sum(r => r.Capital + r.Operation)))))}</p></section>
            """);
    }

    /// <summary>Capital then operation, from 0 to the right where they cost and to the left where they earn.</summary>
    static Html CostBars((double Capital, double Operation) cost, (double Low, double High) axis)
    {
        string At(double value) => Html.Percent((value - axis.Low) / Math.Max(1e-300, axis.High - axis.Low));
        string Wide(double value) => Html.Percent(Math.Abs(value) / Math.Max(1e-300, axis.High - axis.Low));
        var from = Math.Sign(cost.Capital) == Math.Sign(cost.Operation) ? cost.Capital : 0;
        return Html.Of($"""<i style="left:{At(Math.Min(0, cost.Capital))};width:{Wide(cost.Capital)};opacity:1"></i><i style="left:{At(Math.Min(from, from + cost.Operation))};width:{Wide(cost.Operation)}"></i>{Html.If(axis.Low < 0, () => Html.Of($"""<b style="left:{At(0)}"></b>"""))}""");
    }

    Html Balance(Voice voice, ImportedBalance balance) => Html.Of($"""
        <section><h2>{voice.Say(Phrases.Of("imported.balance", ("carrier", balance.Carrier)))}</h2><p class="ft">{voice.Say(Phrases.Of("imported.balance_how"))}</p>
        <ul class="legend">{balance.Supply.Select(s => Legend(voice, s, 1))}{balance.Use.Select(s => Legend(voice, s, -1))}<li><span class="dash"></span>{voice.Say(Phrases.Of("imported.load"))}</li></ul>
        {ImportedChart.Balance(voice, balance, _network.Snapshots.WeightH, _labels)}</section>
        """);

    static Html Legend(Voice voice, ImportedSeries series, int sign) => Html.Of($"""<li><span class="chip" style="background:{series.Colour}"></span>{series.Label}<b>{voice.Prose(Quantity.EnergyMwh, sign * series.EnergyMwh)}</b></li>""");

    Html Prices(Voice voice, ImmutableArray<ImportedPrice> prices)
    {
        var (low, high) = (Math.Min(0, prices.Min(p => p.Least)), Math.Max(1e-9, prices.Max(p => p.Most)));
        string At(double price) => Html.Percent((price - low) / (high - low));
        var first = prices[0];
        return Html.Of($"""
            <section><h2>{voice.Say(Phrases.Of(prices.Length == 1 ? "imported.price" : "imported.prices", ("low", Money(prices.Min(p => p.Mean))), ("high", Money(prices.Max(p => p.Mean)))))}</h2><p class="ft">{voice.Say(Phrases.Of("imported.prices_how", ("count", Math.Min(ShownPrices, prices.Length)), ("all", prices.Length)))}</p>
            <div class="ranges">{prices.Take(ShownPrices).Select(p => Html.Of($"""<div class="r"><span>{p.Bus}</span><span class="t"><i style="left:{At(p.Least)};width:{Html.Percent((p.Most - p.Least) / (high - low))}"></i><b style="left:{At(p.Mean)}"></b></span><span class="v">{Money(p.Mean)}<br><small>{Money(p.Least)} … {Money(p.Most)}</small></span></div>"""))}</div>
            <h3>{voice.Say(Phrases.Of("imported.price_of", ("bus", first.Bus)))}</h3>{ImportedChart.Line(voice, first.Hourly, _network.Snapshots.WeightH, _labels)}</section>
            """);
    }

    Html Problems(Voice voice) => Html.If(!study.Problems.IsEmpty, () => Html.Of($"""
        <section><h2>{voice.Say(Phrases.Of("imported.problems", ("count", study.Problems.Length)))}</h2><div class="scroll"><table><tbody>
        {study.Problems.Select(p => Html.Of($"""<tr><td><code>{p.Code}</code></td><td>{p.File}{(p.Row is { } row ? ":" + row : "")} {p.Column}</td><td>{voice.Say(p.Expected)}</td></tr>"""))}</tbody></table></div></section>
        """));

    Html Footer(Voice voice)
    {
        var origin = study.Provenance;
        return Html.Of($"""
            <footer><dl><dt>{voice["origin.product"]}</dt><dd>{origin.Product}, {origin.Solver}</dd><dt>{voice["origin.command"]}</dt><dd><code>{origin.Command}</code></dd>
            <dt>{voice["origin.inputs"]}</dt><dd>{origin.FilesRead.Select(f => Html.Of($"<code>{f.Path}</code> {f.Sha256[..12]} "))}</dd><dt>{voice["origin.more"]}</dt><dd>tables/, certificate.json, run.lock</dd></dl></footer>
            """);
    }

    static IEnumerable<Html> Heads(Voice voice, params string[] keys) => keys.Select(key => Html.Of($"<th>{voice.Say(Phrases.Of("imported.head." + key))}</th>"));

    static IEnumerable<Html> Heads(Voice voice, bool isNumber, params string[] keys) =>
        keys.Select(key => Html.Of($"""<th{(isNumber ? Html.Of($" class=\"n\"") : Html.None)}>{voice.Say(Phrases.Of("imported.head." + key))}</th>"""));

    static Html Size(Voice voice, ImportedPart part, double value) => voice.Prose(QuestionPage.QuantityOf(part.Unit), Math.Abs(value) < 1e-6 ? 0 : value);

    /// <summary>Money of the network, whose currency it does not name.</summary>
    static string Money(double value) => Numbers.Three(value, grouped: true);
}

/// <summary>The price at a bus.</summary>
/// <param name="Bus">Bus.</param>
/// <param name="Mean">Mean over time, by the weight of costs.</param>
/// <param name="Least">Least.</param>
/// <param name="Most">Most.</param>
/// <param name="Hourly">In each snapshot, money per MWh.</param>
sealed record ImportedPrice(string Bus, double Mean, double Least, double Most, double[] Hourly)
{
    /// <summary>Prices at all buses, those with the largest loads first.</summary>
    internal static ImmutableArray<ImportedPrice> Of(ImportedStudy study)
    {
        var (n, count, weight) = (study.Network, study.Network.Snapshots.Count, study.Network.Snapshots.WeightH);
        var load = new double[n.Buses.Length];
        for (var i = 0; i < n.Loads.PowerMw.Length; i++)
        {
            load[n.Loads.Bus[i / count]] += Math.Abs(n.Loads.PowerMw[i]) * weight[i % count];
        }

        return
        [
            .. Enumerable.Range(0, n.Buses.Length).OrderByDescending(b => load[b]).Select(b =>
            {
                var prices = study.Plan.BusPriceYuanPerMwh[(b * count)..((b + 1) * count)];
                return new ImportedPrice(n.Buses[b].Name, prices.Zip(weight, (p, w) => p * w).Sum() / weight.Sum(), prices.Min(), prices.Max(), prices);
            }),
        ];
    }
}
