using Suandian.Network;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>The county with sites, lines and flows; far ends as arrows at the edge.</summary>
static class MapSection
{
    internal static Html Write(Voice voice, StudyFigures figures, int number)
    {
        var map = figures.Map.Data;
        return PageParts.Section(voice, "map", number, figures.Map.Finding, Html.Of($"""
            <figure>{PageParts.Title(voice["map.what"], voice["map.scale"])}
            <ul class="legend">{Technologies(map).Select(t => Html.Of($"<li>{PageParts.Chip(Voice.Key(t))}{voice.Title(t)}</li>"))}<li>{PageParts.Chip("accent")}{voice["map.it"]}</li></ul>
            <div class="wideonly">{new MapDrawing(voice, map, 1016, Height(map), labelled: true).Draw()}</div><div class="narrowonly">{new MapDrawing(voice, map, 343, 320, labelled: false).Draw()}</div>
            {FarEnds(voice, map)}{Places(voice, map)}{Connections(voice, map)}{PageParts.Foot(voice, figures, figures.Map.Sha256, voice["map.source"])}</figure>
            """));
    }

    static double Height(MapFigures map) => map.OutlineDeg.Length == 0 && map.Places.Length < 3 ? 200 : 600;

    static IEnumerable<Technology> Technologies(MapFigures map) =>
        map.Places.SelectMany(p => p.Capacity).Where(c => c.Mw > 0).Select(c => c.Technology).Distinct().Order();

    static Html FarEnds(Voice voice, MapFigures map)
    {
        var far = map.Places.Where(p => p.Role == BusRole.Far).ToArray();
        return Html.If(far.Length > 0, () => Html.Of($"""
            <table><thead><tr><th>{voice["map.far"]}</th><th class="n">km</th><th class="n">{voice["map.roundtrip"]}<br>ms</th><th class="n">{voice["map.price"]}<br>{voice.Unit(Quantity.PriceYuanPerMwh)}</th><th class="n">IT<br>{voice.Unit(Quantity.PowerMw)}</th></tr></thead>
            <tbody>{far.Select(p => Html.Of($"""<tr><td>{voice.Say(p.Title)}</td><td class="n">{voice.Cell(Quantity.LengthKm, p.DistanceKm)}</td><td class="n">{voice.Cell(Quantity.DelayMs, p.RoundTripMs)}</td><td class="n">{voice.Cell(Quantity.PriceYuanPerMwh, p.MeanPriceYuanPerMwh)}</td><td class="n">{voice.Cell(Quantity.PowerMw, p.ItMw)}</td></tr>"""))}</tbody></table>
            """));
    }

    static Html Places(Voice voice, MapFigures map) => Html.Of($"""
        <details><summary>{voice["map.places"]}</summary><table><thead><tr><th>{voice["map.place"]}</th><th>{voice["map.capacity"]}</th><th class="n">IT<br>{voice.Unit(Quantity.PowerMw)}</th><th class="n">{voice["map.load"]}<br>{voice.Unit(Quantity.EnergyMwh)}</th></tr></thead>
        <tbody>{map.Places.Where(p => p.Role != BusRole.Far).Select(p => Html.Of($"""<tr><td>{voice.Say(p.Title)}</td><td>{p.Capacity.Where(c => c.Mw > 1e-6).Select(c => Html.Of($"""<span class="nb">{PageParts.Chip(Voice.Key(c.Technology))}{voice.Title(c.Technology)} {voice.Prose(Quantity.PowerMw, c.Mw)}</span> """))}</td><td class="n">{voice.Cell(Quantity.PowerMw, p.ItMw)}</td><td class="n">{voice.Cell(Quantity.EnergyMwh, p.OtherLoadMwh + p.ComputingMwh)}</td></tr>"""))}</tbody></table></details>
        """);

    static Html Connections(Voice voice, MapFigures map) => Html.If(map.Connections.Length + map.Fibres.Length > 0, () => Html.Of($"""
        <details><summary>{voice["map.connections"]}</summary><table><thead><tr><th>{voice["map.connection"]}</th><th class="n">{voice["map.size"]}</th><th class="n">{voice["map.forward"]}</th><th class="n">{voice["map.backward"]}</th></tr></thead>
        <tbody>{map.Connections.Select(c => Html.Of($"""<tr><td>{voice.Say(c.Title)}</td><td class="n">{voice.Prose(Quantity.PowerMw, c.CapacityMw)}</td><td class="n">{voice.Prose(Quantity.EnergyMwh, c.ForwardMwh)}</td><td class="n">{voice.Prose(Quantity.EnergyMwh, c.BackwardMwh)}</td></tr>"""))}
        {map.Fibres.Select(f => Html.Of($"""<tr><td>{voice.Say(f.Title)}</td><td class="n">{Numbers.Three(f.CapacityGbitS)} Gbit/s</td><td class="n" colspan="2">{voice["map.mean"]} {Numbers.Three(f.MeanGbitS)}{voice["comma"]}{voice["map.most"]} {Numbers.Three(f.MaxGbitS)} Gbit/s</td></tr>"""))}</tbody></table></details>
        """));
}
